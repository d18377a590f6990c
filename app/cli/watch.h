// SPDX-License-Identifier: MIT
// `rollcall-cli watch`: checks lists over time, and says what changes.
#pragma once

#include <QStringList>

namespace rollcall::cli {

/// Runs the sub-command with what stands behind its name; returns the exit status.
int runWatch(const QStringList &arguments);

} // namespace rollcall::cli
