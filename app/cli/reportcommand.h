// SPDX-License-Identifier: MIT
// What `rollcall-cli report` was told to do: its options and arguments as a value.
#pragma once

#include "app/cli/checkcommand.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace rollcall::cli {

/// One call of `report`.
struct ReportCommand {
    ReportCommand() = default;

    QString source;        ///< a file of JSON lines, or "-" for standard input
    ReportRequest request; ///< the format is built in; without -o it goes to standard output
    ReportOptions options;

    friend bool operator==(const ReportCommand &, const ReportCommand &) = default;
};

/// Reads the arguments behind `report`. Opens no file.
std::variant<ReportCommand, HelpRequest, UsageError> parseReportCommand(const QStringList &arguments);

/// What `rollcall-cli report --help` prints.
QString reportHelp();

} // namespace rollcall::cli
