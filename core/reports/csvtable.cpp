// SPDX-License-Identifier: MIT
#include "core/reports/csvtable.h"

#include "core/reports/reporttext.h"

#include <QIODevice>

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace rollcall {

namespace {

bool runsAsFormula(QByteArrayView text)
{
    return std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
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
            appendCell(numberText(value));
        else if constexpr (std::is_same_v<Value, std::chrono::microseconds>)
            appendCell(millisecondsText(value));
        else if constexpr (std::is_same_v<Value, QDateTime>)
            appendCell(timeText(value));
        else if constexpr (std::is_same_v<Value, QList<RedirectHop>>)
            appendCell(numberText(value.size()));
        else
            appendCell({});
    };
    std::visit(append, cell);
}

void CsvTable::appendText(QByteArrayView text)
{
    const auto isSpecial = [this](char c) {
        return c == m_separator || c == '"' || c == '\r' || c == '\n' || c == '\0';
    };
    const bool defused = !m_rawCells && runsAsFormula(text);
    if (!defused && std::none_of(text.begin(), text.end(), isSpecial)) {
        appendCell(text);
        return;
    }
    QByteArray cell = defused ? '\'' + text.toByteArray() : text.toByteArray();
    cell.replace(QByteArrayView("\0", 1), "\xEF\xBF\xBD");
    if (std::any_of(cell.begin(), cell.end(), isSpecial))
        cell = '"' + cell.replace('"', "\"\"") + '"';
    appendCell(cell);
}

// A cell and its separator in one step: two take nearly twice as long.
void CsvTable::appendCell(QByteArrayView cell)
{
    const qsizetype begin = m_row.size();
    m_row.resize(begin + cell.size() + 1);
    *std::copy(cell.begin(), cell.end(), m_row.begin() + begin) = m_separator;
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
