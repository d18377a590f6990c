// SPDX-License-Identifier: MIT
// The sub-command `history`: what is in a history, how long it is kept, and a damaged one out of the way.
#pragma once

#include <QStringList>

namespace rollcall::cli {

/// Runs `rollcall-cli history` with the \a arguments behind it and returns the exit status: 0 done, 2 wrong
/// usage, or the file cannot be used.
int runHistory(const QStringList &arguments);

} // namespace rollcall::cli
