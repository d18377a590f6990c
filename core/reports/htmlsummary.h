// SPDX-License-Identifier: MIT
// What the HTML report of results says before its table.
#pragma once

#include "core/reports/htmlpage.h"

namespace rollcall {

class ReportStatistics;

/// The page of results with \a statistics, of which \a leftOut have no row.
HtmlPage htmlSummary(const ReportStatistics &statistics, qsizetype leftOut);

} // namespace rollcall
