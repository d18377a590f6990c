// SPDX-License-Identifier: MIT
// Writes a table as CSV (RFC 4180): UTF-8, CRLF.
#pragma once

#include "core/reports/resultwriter.h"
#include "core/reports/tablewriter.h"

#include <QByteArray>

namespace rollcall {

/// A CSV table. An unknown value is an empty cell, times have one decimal, `redirects` is their number.
///
/// Unless ReportOptions::rawCells asks for the bare text, a text that a spreadsheet would run as a formula
/// (it begins with = + - @ TAB or CR) gets an apostrophe in front. A NUL, which many readers take for the end
/// of the file, becomes U+FFFD in either case.
class CsvTable final : public TableWriter
{
public:
    /// \a device is open for writing and outlives the writer.
    CsvTable(QIODevice &device, const ReportOptions &options);

    bool begin(const QByteArrayList &columnNames) override;
    void add(const ReportValue &value) override;
    bool endRow() override;
    bool end() override { return true; }

private:
    void appendText(QByteArrayView text);
    void appendCell(QByteArrayView cell);

    QIODevice &m_device;
    char m_separator;
    bool m_byteOrderMark;
    bool m_rawCells;
    QByteArray m_row;
};

} // namespace rollcall
