// SPDX-License-Identifier: MIT
#include "core/lists/valuebuilder.h"

#include <utility>

namespace rollcall {

void ValueBuilder::beginObject()
{
    m_open.emplace_back().isObject = true;
}

void ValueBuilder::beginArray()
{
    m_open.emplace_back();
}

void ValueBuilder::end()
{
    const Container &container = m_open.back();
    const QJsonValue whole = container.isObject ? QJsonValue(container.object) : QJsonValue(container.array);
    m_open.pop_back();
    value(whole);
}

void ValueBuilder::key(QString name)
{
    m_open.back().key = std::move(name);
}

void ValueBuilder::value(const QJsonValue &value)
{
    if (m_open.empty()) {
        m_result = value;
        m_complete = true;
        return;
    }
    Container &container = m_open.back();
    if (container.isObject)
        container.object.insert(container.key, value);
    else
        container.array.append(value);
}

QJsonValue ValueBuilder::take()
{
    m_complete = false;
    return std::exchange(m_result, QJsonValue());
}

} // namespace rollcall
