// SPDX-License-Identifier: MIT
// The sub-command `check`: lists in, table and reports out.
#pragma once

#include <QStringList>

namespace rollcall::cli {

/// Runs `rollcall-cli check` with the \a arguments behind it and returns the exit status (see ExitCode).
/// Needs a QCoreApplication; returns when everything is done.
int runCheck(const QStringList &arguments);

} // namespace rollcall::cli
