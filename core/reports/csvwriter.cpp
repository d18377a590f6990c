// SPDX-License-Identifier: MIT
#include "core/reports/csvwriter.h"

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

CsvWriter::CsvWriter(QIODevice &device, const ReportOptions &options)
    : m_device(device),
      m_separator(options.separator),
      m_byteOrderMark(options.byteOrderMark),
      m_rawCells(options.rawCells),
      m_columns(chosenColumns(options.columns))
{
}

bool CsvWriter::begin()
{
    m_row = m_byteOrderMark ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    for (const ReportColumn *column : m_columns) {
        m_row += column->name;
        m_row += m_separator;
    }
    return writeRow();
}

bool CsvWriter::write(const CheckResult &result)
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
    m_row.resize(0); // keeps the memory
    for (const ReportColumn *column : m_columns) {
        std::visit(append, column->value(result));
        m_row += m_separator;
    }
    return writeRow();
}

bool CsvWriter::end()
{
    return true;
}

void CsvWriter::appendText(QByteArrayView text)
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

bool CsvWriter::writeRow()
{
    m_row.chop(1); // the separator behind the last cell
    m_row += "\r\n";
    return m_device.write(m_row) == m_row.size();
}

} // namespace rollcall
