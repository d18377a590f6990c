// SPDX-License-Identifier: MIT
// The command line of the desktop program.
#pragma once

#include "core/desktop/singlestart.h"

#include <QStringList>

#include <optional>

namespace rollcall {

inline constexpr int wrongUsage = 2;

/// Whether --help or --version is among the arguments: text is printed then, and no display is needed.
bool asksForText(int argc, const char *const *argv);
/// Prints what asksForText() found. Returns the exit code.
int printText(const QStringList &arguments);
/// What \a arguments, the program's name first, ask for; relative paths are those of the current folder.
/// Nothing for wrong usage, about which one sentence has gone to standard error.
std::optional<StartRequest> startRequest(const QStringList &arguments);

} // namespace rollcall
