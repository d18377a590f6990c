// SPDX-License-Identifier: MIT
#include "core/reports/csvtable.h"

#include "core/reports/reporttext.h"

#include <QIODevice>

#include <algorithm>
#include <type_traits>

namespace rollcall {

namespace {

bool runsAsFormula(QByteArrayView text)
{
    return QByteArrayView("=+-@\t\r").contains(text.front());
}

} // namespace

CsvTable::CsvTable(QIODevice &device, const ReportOptions &options)
    : m_device(device),
      m_separator(options.separator),
      m_byteOrderMark(options.byteOrderMark),
      m_rawCells(options.rawCells)
{
}

bool CsvTable::begin(const QByteArrayList &columnNames)
{
    m_row = m_byteOrderMark ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    for (const QByteArray &name : columnNames) {
        m_row += name;
        m_row += m_separator;
    }
    return endRow();
}

void CsvTable::add(const ReportValue &cell)
{
    const auto append = [this](const auto &value) {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, QByteArray>)
            appendText(value);
        else if constexpr (std::is_same_v<Value, qint64>)
            appendNumber(m_row, value);
        else if constexpr (std::is_same_v<Value, std::chrono::microseconds>)
            appendMilliseconds(m_row, value);
        else if constexpr (std::is_same_v<Value, QDateTime>)
            appendTime(m_row, value);
        else if constexpr (std::is_same_v<Value, QList<RedirectHop>>)
            appendNumber(m_row, value.size());
    };
    std::visit(append, cell);
    m_row += m_separator;
}

void CsvTable::appendText(QByteArrayView text)
{
    const auto isSpecial = [this](char c) {
        return c == m_separator || c == '"' || c == '\r' || c == '\n' || c == '\0';
    };
    const bool defused = !m_rawCells && runsAsFormula(text);
    if (std::none_of(text.begin(), text.end(), isSpecial)) {
        if (defused)
            m_row += '\'';
        m_row += text;
        return;
    }
    QByteArray cell = defused ? '\'' + text.toByteArray() : text.toByteArray();
    cell.replace(QByteArrayView("\0", 1), "\xEF\xBF\xBD");
    if (std::any_of(cell.begin(), cell.end(), isSpecial))
        cell = '"' + cell.replace('"', "\"\"") + '"';
    m_row += cell;
}

bool CsvTable::endRow()
{
    m_row.chop(1); // the separator behind the last cell
    m_row += "\r\n";
    const bool written = m_device.write(m_row) == m_row.size();
    m_row.resize(0); // keeps the memory
    return written;
}

} // namespace rollcall
