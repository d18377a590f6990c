// SPDX-License-Identifier: MIT
// What `rollcall-cli diff` was told to do: its options and arguments as a value.
#pragma once

#include "app/cli/checkcommand.h"
#include "core/check/rundifference.h"
#include "core/reports/differencereport.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace rollcall::cli {

/// One call of `diff`.
struct DiffCommand {
    DiffCommand() = default;

    QString before;     ///< a file of JSON lines, or "-" for standard input
    QString after;      ///< the same, of the later run
    QString history;    ///< where two runs are instead of these; empty: nowhere
    QList<qint64> runs; ///< of the history, the earlier first; empty: the last two
    DifferenceThresholds thresholds;
    const DifferenceFormat *format = nullptr; ///< built in; null: text for people
    QString output;                           ///< empty or "-": standard output
    ReportOptions options;

    friend bool operator==(const DiffCommand &, const DiffCommand &) = default;
};

/// Reads the arguments behind `diff`. Opens no file.
std::variant<DiffCommand, HelpRequest, UsageError> parseDiffCommand(const QStringList &arguments);

/// What `rollcall-cli diff --help` prints.
QString diffHelp();

} // namespace rollcall::cli
