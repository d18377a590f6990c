// SPDX-License-Identifier: MIT
// Writes results as a self-contained HTML page: totals, charts, and a table that can be sorted and filtered.
#pragma once

#include "core/reports/reportstatistics.h"
#include "core/reports/resultwriter.h"
#include "core/reports/spool.h"

namespace rollcall {

/// The HTML report, in English. Everything is in the one file; without JavaScript the table stands in the
/// list's order. Every text is escaped, and the page forbids any script and style but its own. The totals
/// stand in front, so the rows wait in a Spool.
///
/// A page of a million rows would open in no browser: results that passed have a row while there are fewer
/// than maximumPassedRows rows, others while there are fewer than maximumRows; the page says how many are
/// left out.
class HtmlWriter final : public ResultWriter
{
public:
    /// \a device is open for writing and outlives the writer. None of the options concerns HTML.
    HtmlWriter(QIODevice &device, const ReportOptions &options);

    bool begin() override;
    bool write(const CheckResult &result) override;
    bool end() override;
    QString problem() const override { return m_rows.problem(); }

    static constexpr qsizetype maximumPassedRows = 20'000;
    static constexpr qsizetype maximumRows = 50'000;

private:
    QIODevice &m_device;
    Spool m_rows;
    qsizetype m_rowCount = 0;
    ReportStatistics m_statistics;
};

} // namespace rollcall
