// SPDX-License-Identifier: MIT
// What `rollcall-cli report` was told to do: its options and arguments as a value.
#pragma once

#include "app/cli/checkcommand.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace rollcall::cli {

/// One call of `report`.
struct ReportCommand {
    ReportCommand() = default;

    QString source;                 ///< a file of JSON lines, or "-" for standard input; empty with a history
    std::optional<QString> history; ///< the file whose runs are meant
    std::optional<qint64> run;      ///< the one to be rendered; nothing: the last
    bool isStatus = false; ///< how the URLs of the run have been doing shall be told, in no ReportFormat
    /// The format is built in, and null when the runs shall be listed or for a status; without -o it goes to
    /// standard output.
    ReportRequest request;
    ReportOptions options;

    friend bool operator==(const ReportCommand &, const ReportCommand &) = default;
};

/// Reads the arguments behind `report`. Opens no file.
std::variant<ReportCommand, HelpRequest, UsageError> parseReportCommand(const QStringList &arguments);

/// What `rollcall-cli report --help` prints.
QString reportHelp();

} // namespace rollcall::cli
