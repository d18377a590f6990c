// SPDX-License-Identifier: MIT
// A value of JSON or YAML with all that is in it, held in two blocks of memory.
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringView>

#include <cstddef>
#include <vector>

namespace rollcall {

class ValueTree;

enum class ValueType : quint8 { Undefined, Null, Boolean, Number, Text, Array, Object };

/// One value in a ValueTree, or undefined. Valid, as are its texts, until the tree is changed.
class ValueView
{
public:
    class Iterator;

    ValueView() = default;

    ValueType type() const;
    bool isText() const { return type() == ValueType::Text; }
    bool isArray() const { return type() == ValueType::Array; }
    bool isObject() const { return type() == ValueType::Object; }
    bool isUndefined() const { return type() == ValueType::Undefined; }
    /// Undefined, or null.
    bool isNothing() const { return type() <= ValueType::Null; }

    /// A text; empty for what is none.
    QStringView text() const { return isText() ? notation() : QStringView(); }
    /// A text, or a number, "true" or "false" as it is written; empty for any other value.
    QStringView notation() const;
    /// The name of a member of an object; empty for what is none.
    QStringView key() const;

    /// The member of an object with this name, of several the last; undefined when there is none.
    ValueView operator[](QLatin1StringView key) const;
    /// How many items or members are in an array or an object.
    qsizetype size() const;
    /// The items of an array or the members of an object, in their order; none of any other value.
    Iterator begin() const;
    Iterator end() const;

    QJsonValue toJson() const;

private:
    friend ValueTree;

    ValueView(const ValueTree &tree, std::size_t node) : m_tree(&tree), m_node(node) {}

    const ValueTree *m_tree = nullptr;
    std::size_t m_node = 0;
};

/// Made from the events of a parser, in their order. It keeps its memory when it is cleared, so that one tree
/// for all entries of a list allocates next to nothing.
class ValueTree
{
public:
    ValueTree() = default;
    explicit ValueTree(const QJsonValue &value) { append(value); }

    void clear();
    void beginObject() { begin(ValueType::Object); }
    void beginArray() { begin(ValueType::Array); }
    void end(); ///< of the innermost object or array
    void key(QStringView name) { m_texts += name; }
    /// A value that holds no others, as it is written.
    void scalar(ValueType type, QStringView notation);
    void append(ValueView value); ///< of another tree
    void append(const QJsonValue &value);

    /// The value, once all of it is there; undefined when there is none.
    ValueView root() const { return m_nodes.empty() ? ValueView() : ValueView(*this, 0); }
    std::size_t valueCount() const { return m_nodes.size(); }
    qsizetype textSize() const { return m_texts.size(); } ///< of all keys and scalars, in UTF-16 units

private:
    friend ValueView;
    friend ValueView::Iterator;

    /// In m_texts the key and the notation stand one behind the other.
    struct Node {
        qsizetype key = 0;
        qsizetype notation = 0;
        qsizetype textEnd = 0;
        std::size_t next = 0; // the node behind it and all that is in it
        ValueType type = ValueType::Undefined;
    };

    void begin(ValueType type);

    std::vector<Node> m_nodes; // a value stands in front of those that are in it
    QString m_texts;
    std::vector<std::size_t> m_open; // the objects and arrays that have begun and not ended
};

/// Goes from value to value within an array or object.
class ValueView::Iterator
{
public:
    ValueView operator*() const { return {*m_tree, m_node}; }
    Iterator &operator++()
    {
        m_node = m_tree->m_nodes[m_node].next;
        return *this;
    }
    friend bool operator==(const Iterator &, const Iterator &) = default;

private:
    friend ValueView;

    Iterator(const ValueTree *tree, std::size_t node) : m_tree(tree), m_node(node) {}

    const ValueTree *m_tree;
    std::size_t m_node;
};

inline ValueType ValueView::type() const
{
    return m_tree == nullptr ? ValueType::Undefined : m_tree->m_nodes[m_node].type;
}

} // namespace rollcall
