// SPDX-License-Identifier: MIT
#include "core/url/valuetree.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVariant>

#include <iterator>

namespace rollcall {

namespace {

ValueType scalarTypeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return ValueType::Boolean;
    case QJsonValue::Double:
        return ValueType::Number;
    case QJsonValue::String:
        return ValueType::Text;
    case QJsonValue::Null:
    case QJsonValue::Array:
    case QJsonValue::Object:
    case QJsonValue::Undefined:
        break;
    }
    return ValueType::Null;
}

} // namespace

QStringView ValueView::notation() const
{
    if (m_tree == nullptr)
        return {};
    const ValueTree::Node &node = m_tree->m_nodes[m_node];
    return QStringView(m_tree->m_texts).sliced(node.notation, node.textEnd - node.notation);
}

QStringView ValueView::key() const
{
    if (m_tree == nullptr)
        return {};
    const ValueTree::Node &node = m_tree->m_nodes[m_node];
    return QStringView(m_tree->m_texts).sliced(node.key, node.notation - node.key);
}

ValueView ValueView::operator[](QLatin1StringView key) const
{
    ValueView found;
    if (!isObject())
        return found;
    for (const ValueView member : *this) {
        if (member.key() == key)
            found = member;
    }
    return found;
}

qsizetype ValueView::size() const
{
    qsizetype count = 0;
    for (Iterator value = begin(); value != end(); ++value)
        ++count;
    return count;
}

// A scalar has none behind it, and so begins where it ends.
ValueView::Iterator ValueView::begin() const
{
    return {m_tree, m_tree == nullptr ? 0 : m_node + 1};
}

ValueView::Iterator ValueView::end() const
{
    return {m_tree, m_tree == nullptr ? 0 : m_tree->m_nodes[m_node].next};
}

QJsonValue ValueView::toJson() const
{
    switch (type()) {
    case ValueType::Undefined:
    case ValueType::Null:
        return {};
    case ValueType::Boolean:
        return notation() == u"true";
    case ValueType::Number:
        return notation().toDouble();
    case ValueType::Text:
        return notation().toString();
    case ValueType::Array: {
        QJsonArray array;
        for (const ValueView item : *this)
            array.append(item.toJson());
        return array;
    }
    case ValueType::Object: {
        QJsonObject object;
        for (const ValueView member : *this)
            object.insert(member.key(), member.toJson());
        return object;
    }
    }
    Q_UNREACHABLE();
}

void ValueTree::clear()
{
    m_nodes.clear();
    m_texts.resize(0); // keeps its memory
    m_open.clear();
}

void ValueTree::begin(ValueType type)
{
    m_open.push_back(m_nodes.size());
    scalar(type, {});
}

void ValueTree::end()
{
    m_nodes[m_open.back()].next = m_nodes.size();
    m_open.pop_back();
}

void ValueTree::scalar(ValueType type, QStringView notation)
{
    Node node;
    node.key = m_nodes.empty() ? 0 : m_nodes.back().textEnd;
    node.notation = m_texts.size();
    m_texts += notation;
    node.textEnd = m_texts.size();
    node.next = m_nodes.size() + 1;
    node.type = type;
    m_nodes.push_back(node);
}

void ValueTree::append(ValueView value)
{
    if (!value.isArray() && !value.isObject()) {
        scalar(value.type(), value.notation());
        return;
    }
    begin(value.type());
    for (const ValueView inner : value) {
        key(inner.key());
        append(inner);
    }
    end();
}

void ValueTree::append(const QJsonValue &value)
{
    if (value.isObject()) {
        beginObject();
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            key(member.key());
            append(member.value());
        }
        end();
    } else if (value.isArray()) {
        beginArray();
        const QJsonArray array = value.toArray();
        for (const auto &item : array)
            append(item);
        end();
    } else {
        scalar(scalarTypeOf(value), value.toVariant().toString());
    }
}

} // namespace rollcall
