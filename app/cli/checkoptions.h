// SPDX-License-Identifier: MIT
// The options of `rollcall-cli check` that set something: one line each of a table.
#pragma once

#include <QString>

#include <span>

namespace rollcall::cli {

struct CheckCommand;

struct CheckOption {
    const char *name;
    const char *value; ///< what --help calls it; null: the option has none
    const char *help;
    /// Returns what is wrong with \a value, in English behind "--name "; empty when it was taken.
    QString (*apply)(CheckCommand &command, const QString &value);
};

/// In the order of --help.
std::span<const CheckOption> checkOptions();

} // namespace rollcall::cli
