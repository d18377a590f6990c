// SPDX-License-Identifier: MIT
// Writes results as CSV.
#pragma once

#include "core/reports/csvtable.h"
#include "core/reports/tablereport.h"

namespace rollcall {

/// The CSV report, see CsvTable.
class CsvWriter final : public TableReport
{
public:
    /// \a device is open for writing and outlives the writer.
    CsvWriter(QIODevice &device, const ReportOptions &options)
        : TableReport(std::make_unique<CsvTable>(device, options), chosenColumns(options.columns))
    {
    }
};

} // namespace rollcall
