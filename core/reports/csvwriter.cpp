// SPDX-License-Identifier: MIT
#include "core/reports/csvwriter.h"

#include "core/reports/reportcolumns.h"

#include <QIODevice>

#include <algorithm>

namespace rollcall {

namespace {

bool runsAsFormula(const QByteArray &text)
{
    return QByteArrayView("=+-@\t\r").contains(text.front());
}

/// Turns a value into the text of a cell, before quoting.
class CellText
{
public:
    explicit CellText(bool raw) : m_raw(raw) {}

    QByteArray operator()(std::monostate) const { return {}; }
    QByteArray operator()(qint64 number) const { return QByteArray::number(number); }
    QByteArray operator()(std::chrono::microseconds time) const { return millisecondsText(time); }
    QByteArray operator()(const QList<RedirectHop> &hops) const { return QByteArray::number(hops.size()); }
    QByteArray operator()(const QByteArray &text) const
    {
        QByteArray cell = text;
        if (!m_raw && runsAsFormula(cell))
            cell.prepend('\'');
        if (cell.contains('\0'))
            cell.replace(QByteArrayView("\0", 1), "\xEF\xBF\xBD");
        return cell;
    }

private:
    bool m_raw;
};

} // namespace

CsvWriter::CsvWriter(QIODevice &device, ReportOptions options) : m_device(device), m_options(options) {}

bool CsvWriter::begin()
{
    m_row = m_options.byteOrderMark ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    for (const ReportColumn &column : reportColumns())
        appendCell(column.name);
    return writeRow();
}

bool CsvWriter::write(const CheckResult &result)
{
    const CellText cellText(m_options.rawCells);
    m_row.resize(0); // keeps the memory
    for (const ReportColumn &column : reportColumns())
        appendCell(std::visit(cellText, column.value(result)));
    return writeRow();
}

bool CsvWriter::end()
{
    return true;
}

void CsvWriter::appendCell(const QByteArray &cell)
{
    const auto needsQuotes = [this](char c) {
        return c == m_options.separator || c == '"' || c == '\r' || c == '\n';
    };
    if (std::none_of(cell.begin(), cell.end(), needsQuotes)) {
        m_row += cell;
    } else {
        m_row += '"';
        m_row += QByteArray(cell).replace('"', "\"\"");
        m_row += '"';
    }
    m_row += m_options.separator;
}

bool CsvWriter::writeRow()
{
    m_row.chop(1); // the separator behind the last cell
    m_row += "\r\n";
    return m_device.write(m_row) == m_row.size();
}

} // namespace rollcall
