// SPDX-License-Identifier: MIT
#include "core/lists/valuebuilder.h"

#include <utility>

namespace rollcall {

void ValueBuilder::beginObject()
{
    begin(true);
}

void ValueBuilder::beginArray()
{
    begin(false);
}

void ValueBuilder::begin(bool isObject)
{
    if (m_depth == m_containers.size())
        m_containers.emplace_back();
    m_containers[m_depth].isObject = isObject;
    ++m_depth;
}

void ValueBuilder::end()
{
    Container &container = m_containers[--m_depth];
    value(container.isObject ? QJsonValue(std::exchange(container.object, {}))
                             : QJsonValue(std::exchange(container.array, {})));
}

void ValueBuilder::key(QStringView name)
{
    QString &key = m_containers[m_depth - 1].key;
    key.resize(0); // keeps its memory
    key += name;
}

void ValueBuilder::value(const QJsonValue &value)
{
    if (m_depth == 0) {
        m_result = value;
        m_complete = true;
        return;
    }
    Container &container = m_containers[m_depth - 1];
    if (container.isObject)
        container.object.insert(QStringView(container.key), value);
    else
        container.array.append(value);
}

QJsonValue ValueBuilder::take()
{
    m_complete = false;
    return std::exchange(m_result, QJsonValue());
}

} // namespace rollcall
