// SPDX-License-Identifier: MIT
// Writes results as a table in GitHub Flavored Markdown.
#pragma once

#include "core/check/checkprogress.h"
#include "core/reports/reportcolumns.h"
#include "core/reports/resultwriter.h"

#include <vector>

namespace rollcall {

/// The Markdown report: a table of ReportOptions::columns, or of the few that people look at first, and a
/// line with the totals. Whatever means something in Markdown or HTML is escaped; http and https URLs are
/// links.
class MarkdownWriter final : public ResultWriter
{
public:
    /// \a device is open for writing and outlives the writer.
    MarkdownWriter(QIODevice &device, const ReportOptions &options);

    bool begin() override;
    bool write(const CheckResult &result) override;
    bool end() override;

private:
    QIODevice &m_device;
    std::vector<const ReportColumn *> m_columns;
    CheckProgress m_totals;
};

} // namespace rollcall
