// SPDX-License-Identifier: MIT
// Writes results as CSV (RFC 4180): UTF-8, CRLF, one row per result.
#pragma once

#include "core/reports/reportcolumns.h"
#include "core/reports/resultwriter.h"

#include <QByteArray>

#include <vector>

namespace rollcall {

/// The CSV report. An unknown value is an empty cell, times have one decimal, `redirects` is their number.
///
/// Unless ReportOptions::rawCells asks for the bare text, a text that a spreadsheet would run as a formula
/// (it begins with = + - @ TAB or CR) gets an apostrophe in front. A NUL, which many readers take for the end
/// of the file, becomes U+FFFD in either case.
class CsvWriter final : public ResultWriter
{
public:
    /// \a device is open for writing and outlives the writer.
    CsvWriter(QIODevice &device, const ReportOptions &options);

    bool begin() override;
    bool write(const CheckResult &result) override;
    bool end() override;

private:
    void appendText(QByteArrayView text);
    bool writeRow();

    QIODevice &m_device;
    char m_separator;
    bool m_byteOrderMark;
    bool m_rawCells;
    std::vector<const ReportColumn *> m_columns;
    QByteArray m_row;
};

} // namespace rollcall
