// SPDX-License-Identifier: MIT
// What `rollcall-cli report` makes of the runs in a history.
#pragma once

#include "app/cli/reportcommand.h"

namespace rollcall::cli {

/// Prints the runs of the history, the last one first, or a report of one of them or of how its URLs have
/// been doing. Returns the exit status.
int reportStoredRuns(const ReportCommand &command);

} // namespace rollcall::cli
