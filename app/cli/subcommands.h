// SPDX-License-Identifier: MIT
// The registry of the sub-commands: what rollcall-cli can do, by name.
#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace rollcall::cli {

/// One sub-command: one line of the registry.
struct Subcommand {
    const char *name;
    const char *summary;                      ///< English, without a full stop
    int (*run)(const QStringList &arguments); ///< returns an exit status; arguments are those behind the name
};

std::span<const Subcommand> subcommands();

/// Runs what \a arguments (without the program's name) ask for and returns the exit status.
int runSubcommand(const QStringList &arguments);

} // namespace rollcall::cli
