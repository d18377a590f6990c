// SPDX-License-Identifier: MIT
#include "core/reports/markdowntable.h"

#include "core/reports/reporttext.h"

#include <QIODevice>

#include <algorithm>

namespace rollcall {

namespace {

bool isPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

/// Every mark of ASCII may be escaped by a backslash; these say nothing wherever they stand in a cell.
bool isHarmless(char c)
{
    return QByteArrayView(",;.:/()?%'\"=").contains(c);
}

QByteArray escaped(const QByteArray &utf8)
{
    QByteArray text;
    for (const char c : oneLine(utf8)) {
        if (isPunctuation(c) && !isHarmless(c))
            text += '\\';
        text += c;
    }
    return text;
}

/// Whether \a text can stand between < and > as a link: it is http or https, and nothing in it ends one.
bool isLink(const QByteArray &text)
{
    const bool isHttp = text.startsWith("http://") || text.startsWith("https://");
    return isHttp && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '<' || c == '>' || c == '\\';
           });
}

/// Turns a value into the text of a cell.
struct CellText {
    QByteArray operator()(std::monostate) const { return {}; }
    QByteArray operator()(const QByteArray &utf8) const
    {
        if (!isLink(utf8))
            return escaped(utf8);
        QByteArray link = utf8;
        if (link.contains(';')) // "&copy;" would be read as a character
            link.replace('&', "&amp;");
        return '<' + link.replace('|', "\\|") + '>';
    }
    QByteArray operator()(qint64 number) const { return QByteArray::number(number); }
    QByteArray operator()(std::chrono::microseconds time) const
    {
        QByteArray text;
        appendMilliseconds(text, time);
        return text;
    }
    QByteArray operator()(const QDateTime &moment) const
    {
        QByteArray text;
        appendTime(text, moment);
        return text;
    }
    QByteArray operator()(const QList<RedirectHop> &hops) const { return QByteArray::number(hops.size()); }
};

} // namespace

bool MarkdownTable::begin(const QByteArrayList &columnNames)
{
    QByteArray head = "|";
    QByteArray rule = "|";
    for (const QByteArray &name : columnNames) {
        head += ' ' + escaped(name) + " |";
        rule += " --- |";
    }
    const QByteArray text = head + '\n' + rule + '\n';
    return m_device.write(text) == text.size();
}

void MarkdownTable::add(const ReportValue &value)
{
    m_row += "| " + std::visit(CellText(), value) + ' ';
}

bool MarkdownTable::endRow()
{
    m_row += "|\n";
    const bool written = m_device.write(m_row) == m_row.size();
    m_row.resize(0);
    return written;
}

} // namespace rollcall
