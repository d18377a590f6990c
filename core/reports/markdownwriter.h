// SPDX-License-Identifier: MIT
// Writes results as a table in GitHub Flavored Markdown.
#pragma once

#include "core/check/checkprogress.h"
#include "core/reports/markdowntable.h"
#include "core/reports/tablereport.h"

namespace rollcall {

/// The Markdown report: a table of ReportOptions::columns, or of the few that people look at first, and a
/// line with the totals.
class MarkdownWriter final : public TableReport
{
public:
    /// \a device is open for writing and outlives the writer.
    MarkdownWriter(QIODevice &device, const ReportOptions &options);

    bool write(const CheckResult &result) override;
    bool end() override;

private:
    QIODevice &m_device;
    CheckProgress m_totals;
};

} // namespace rollcall
