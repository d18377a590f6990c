// SPDX-License-Identifier: MIT
// What `rollcall-cli check` was told to do: its options and arguments as a value.
#pragma once

#include "app/cli/reportoptions.h"
#include "core/check/checksettings.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace rollcall::cli {

enum class ProgressMode {
    Auto, ///< on a terminal
    Always,
    Never,
};

/// One call of `check`. The settings are valid.
struct CheckCommand {
    CheckCommand() = default;

    QStringList lists; ///< files, "-" for standard input, http(s) URLs; at least one
    CheckSettings settings;
    QString previous;             ///< JSON lines to compare answers with; empty: none
    QList<ReportRequest> reports; ///< none: a table for people
    ReportOptions reportOptions;
    QString history; ///< the file that the results are kept in as well; empty: none
    ProgressMode progress = ProgressMode::Auto;
    bool quiet = false; ///< no table, no summary
    bool color = true;  ///< on a terminal

    friend bool operator==(const CheckCommand &, const CheckCommand &) = default;
};

/// `--help` was among the arguments.
struct HelpRequest {
    friend bool operator==(const HelpRequest &, const HelpRequest &) = default;
};

/// What is wrong with the arguments, in one English sentence.
struct UsageError {
    QString sentence;
    friend bool operator==(const UsageError &, const UsageError &) = default;
};

/// Reads the arguments behind `check`. Opens no file.
std::variant<CheckCommand, HelpRequest, UsageError> parseCheckCommand(const QStringList &arguments);

/// What `rollcall-cli check --help` prints.
QString checkHelp();

} // namespace rollcall::cli
