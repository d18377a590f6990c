// SPDX-License-Identifier: MIT
// Writes the rows of the table as a report.
#pragma once

#include "core/reports/resultwriter.h"
#include "ui/resultrow.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace rollcall {

/// One row per entry, in the order of \a rows; an entry without a result is one whose check never began.
/// Returns an English sentence that names the file when it failed, else an empty string. Any thread; blocks.
QString exportReport(const QString &path, const ReportFormat &format, const ReportOptions &options,
                     const std::vector<ResultRow> &rows);

/// For a file dialog: "CSV table (*.csv)" and the like, for every format that is built in.
QStringList reportNameFilters();
/// The format of one of reportNameFilters(); the first format for anything else.
const ReportFormat &formatOfFilter(const QString &nameFilter);

/// The format that a person means who saves to \a path with \a nameFilter chosen: that of the filter, unless
/// the path has the suffix of another format.
const ReportFormat &formatFor(const QString &path, const QString &nameFilter = {});

} // namespace rollcall
