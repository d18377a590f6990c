// SPDX-License-Identifier: MIT
// The sub-command `diff`: two runs in, what changed out.
#pragma once

#include <QStringList>

namespace rollcall::cli {

/// Runs `rollcall-cli diff` with the \a arguments behind it and returns the exit status: 0 nothing broke or
/// changed, 1 something did, 2 a run could not be read to its end or the output not be written.
int runDiff(const QStringList &arguments);

} // namespace rollcall::cli
