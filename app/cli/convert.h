// SPDX-License-Identifier: MIT
// `rollcall-cli convert`: lists of any import format into one of any target format.
#pragma once

#include <QStringList>

namespace rollcall::cli {

/// Runs `convert` with the arguments behind its name; returns the exit status: 0 all was read, 1 some was
/// not, 2 nothing was, or the usage or the output is at fault.
int runConvert(const QStringList &arguments);

} // namespace rollcall::cli
