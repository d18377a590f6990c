// SPDX-License-Identifier: MIT
// The page of the HTML report around its rows: head, style, totals, charts, script.
#pragma once

#include <QByteArray>

namespace rollcall {

class ReportStatistics;

/// Everything before the rows of the table. \a leftOut results are in the statistics and have no row.
QByteArray htmlPageBegin(const ReportStatistics &statistics, qsizetype leftOut);
/// Everything behind the rows.
QByteArray htmlPageEnd();

} // namespace rollcall
