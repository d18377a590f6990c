// SPDX-License-Identifier: MIT
// The charts of the HTML report, as inline SVG whose colours come from the page's style.
#pragma once

#include <QByteArray>

namespace rollcall {

class ReportStatistics;

/// Each is a figure with its caption; empty when there is nothing to draw.
QByteArray outcomesChart(const ReportStatistics &statistics);
QByteArray responseTimesChart(const ReportStatistics &statistics);
QByteArray errorsChart(const ReportStatistics &statistics);

} // namespace rollcall
