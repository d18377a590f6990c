// SPDX-License-Identifier: MIT
// Writes results as an Excel workbook.
#pragma once

#include "core/reports/tablereport.h"
#include "core/reports/xlsxtable.h"

namespace rollcall {

/// The XLSX report, see XlsxTable.
class XlsxWriter final : public TableReport
{
public:
    /// \a device is open for writing and outlives the writer.
    XlsxWriter(QIODevice &device, const ReportOptions &options)
        : TableReport(std::make_unique<XlsxTable>(device, options), chosenColumns(options.columns))
    {
    }
};

} // namespace rollcall
