// SPDX-License-Identifier: MIT
#include "core/reports/jsonltable.h"

#include "core/reports/reporttext.h"

#include <QIODevice>

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

constexpr std::array<bool, 256> escapedBytes = [] {
    std::array<bool, 256> escaped = {};
    for (std::size_t control = 0; control < 0x20; ++control)
        escaped[control] = true;
    escaped['"'] = true;
    escaped['\\'] = true;
    return escaped;
}();

bool needsEscape(char c)
{
    return escapedBytes[static_cast<unsigned char>(c)];
}

QByteArray escaped(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    }
    return "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
}

/// Appends a value to a line of JSON.
class JsonValue
{
public:
    explicit JsonValue(QByteArray &line) : m_line(line) {}

    void operator()(std::monostate) const { appendBytes(m_line, "null"); }
    void operator()(qint64 number) const { appendNumber(m_line, number); }
    void operator()(std::chrono::microseconds time) const { appendMilliseconds(m_line, time); }
    void operator()(const QDateTime &moment) const { appendQuoted(timeText(moment)); }
    void operator()(const QByteArray &utf8) const
    {
        const auto isSpecial = [](char c) { return needsEscape(c); };
        if (std::none_of(utf8.begin(), utf8.end(), isSpecial)) {
            appendQuoted(utf8);
            return;
        }
        m_line += '"';
        const auto *plain = utf8.begin();
        while (plain != utf8.end()) {
            const auto *special = std::find_if(plain, utf8.end(), isSpecial);
            m_line.append(plain, special - plain);
            if (special != utf8.end())
                m_line += escaped(*special++);
            plain = special;
        }
        m_line += '"';
    }
    void operator()(const QList<RedirectHop> &hops) const
    {
        m_line += '[';
        for (const RedirectHop &hop : hops) {
            if (!m_line.endsWith('['))
                m_line += ',';
            m_line += "{\"url\":";
            (*this)(validUtf8(hop.url));
            m_line += ",\"status\":";
            appendNumber(m_line, hop.status);
            m_line += ",\"ms\":";
            appendMilliseconds(m_line, hop.time);
            m_line += '}';
        }
        m_line += ']';
    }

private:
    // In one step: three take several times as long.
    void appendQuoted(QByteArrayView text) const
    {
        const qsizetype begin = m_line.size();
        m_line.resize(begin + text.size() + 2);
        auto *at = m_line.begin() + begin;
        *at = '"';
        *std::copy(text.begin(), text.end(), at + 1) = '"';
    }

    QByteArray &m_line;
};

} // namespace

bool JsonlTable::begin(const QByteArrayList &columnNames)
{
    for (const QByteArray &name : columnNames)
        m_keys.append((m_keys.isEmpty() ? "{\"" : ",\"") + name + "\":");
    return true;
}

void JsonlTable::add(const ReportValue &value)
{
    appendBytes(m_line, m_keys.at(m_column++));
    std::visit(JsonValue(m_line), value);
}

bool JsonlTable::endRow()
{
    m_line += "}\n";
    const bool written = m_device.write(m_line) == m_line.size();
    m_line.resize(0); // keeps the memory
    m_column = 0;
    return written;
}

} // namespace rollcall
