// SPDX-License-Identifier: MIT
// Writes what changed between two runs as a report.
#pragma once

#include "core/reports/differencereport.h"

#include <QString>
#include <QStringList>

namespace rollcall {

/// For a file dialog: "CSV table (*.csv)" and the like, for every format that is built in.
QStringList differenceNameFilters();
/// The format that a person means who saves to \a path with \a nameFilter chosen: that of the filter, unless
/// the path has the suffix of another format.
const DifferenceFormat &differenceFormatFor(const QString &path, const QString &nameFilter);

/// Writes \a difference to \a path: an existing file is replaced whole or not touched. Returns an English
/// sentence that names the file when it failed, else an empty string. Any thread; blocks.
QString exportDifference(const QString &path, const DifferenceFormat &format,
                         const RunDifference &difference);

} // namespace rollcall
