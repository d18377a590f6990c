// SPDX-License-Identifier: MIT
// A check in one line, for those who do not look at the window: its title, the tray, a message of the
// desktop.
#pragma once

#include "core/check/checkprogress.h"

#include <QString>

namespace rollcall {

/// "3 of 120 URLs failed." or "All 120 URLs answered well." \a summary is of a check that has ended.
QString checkSummary(const CheckProgress &summary);
/// "Checking: 42 %" or "Paused at 42 %".
QString runningSummary(const CheckProgress &progress);
/// How far \a progress is, rounded down; 0 for an empty check.
int percentOf(const CheckProgress &progress);

} // namespace rollcall
