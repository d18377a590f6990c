// SPDX-License-Identifier: MIT
// The sub-command `report`: kept results in, a report in any format out.
#pragma once

#include <QStringList>

namespace rollcall::cli {

/// Runs `rollcall-cli report` with the \a arguments behind it and returns the exit status: 0 every line was
/// read, 1 some were no results and were left out, 2 nothing could be read or written.
int runReport(const QStringList &arguments);

} // namespace rollcall::cli
