// SPDX-License-Identifier: MIT
// Writes the rows of the table as a report.
#pragma once

#include "core/reports/resultwriter.h"
#include "ui/resultrow.h"

#include <QString>

#include <vector>

namespace rollcall {

/// One row per entry, in the order of \a rows; an entry without a result is one whose check never began.
/// Returns an English sentence that names the file when it failed, else an empty string. Any thread; blocks.
QString exportReport(const QString &path, const ReportFormat &format, const std::vector<ResultRow> &rows);

/// The format whose suffix \a path has; null: it has none that is known.
const ReportFormat *formatOfPath(const QString &path);

/// For a file dialog: "CSV (*.csv)" and the like, in the order of reportFormats().
QStringList reportNameFilters();

} // namespace rollcall
