// SPDX-License-Identifier: MIT
#include "core/reports/jsonlwriter.h"

#include "core/reports/reportcolumns.h"
#include "core/reports/reporttext.h"

#include <QIODevice>

#include <algorithm>

namespace rollcall {

namespace {

constexpr bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
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

    void operator()(std::monostate) const { m_line += "null"; }
    void operator()(qint64 number) const { appendNumber(m_line, number); }
    void operator()(std::chrono::microseconds time) const { appendMilliseconds(m_line, time); }
    void operator()(const QDateTime &moment) const
    {
        m_line += '"';
        appendTime(m_line, moment);
        m_line += '"';
    }
    void operator()(const QByteArray &utf8) const
    {
        m_line += '"';
        const auto *plain = utf8.begin();
        while (plain != utf8.end()) {
            const auto *special = std::find_if(plain, utf8.end(), [](char c) { return needsEscape(c); });
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
    QByteArray &m_line;
};

} // namespace

JsonlWriter::JsonlWriter(QIODevice &device, const ReportOptions & /*options*/) : m_device(device)
{
    for (const ReportColumn &column : reportColumns())
        m_keys.append((m_keys.isEmpty() ? "{\"" : ",\"") + QByteArray(column.name) + "\":");
}

bool JsonlWriter::begin()
{
    return true;
}

bool JsonlWriter::write(const CheckResult &result)
{
    const JsonValue appendValue(m_line);
    m_line.resize(0); // keeps the memory
    auto key = m_keys.cbegin();
    for (const ReportColumn &column : reportColumns()) {
        m_line += *key++;
        std::visit(appendValue, column.value(result));
    }
    m_line += "}\n";
    return m_device.write(m_line) == m_line.size();
}

bool JsonlWriter::end()
{
    return true;
}

} // namespace rollcall
