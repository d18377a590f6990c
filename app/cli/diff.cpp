// SPDX-License-Identifier: MIT
#include "app/cli/diff.h"

#include "app/cli/diffcommand.h"
#include "app/cli/difftext.h"
#include "app/cli/exitcode.h"
#include "app/cli/outputfile.h"
#include "app/cli/plaintext.h"
#include "app/cli/resultsource.h"
#include "app/cli/storeddiff.h"
#include "app/cli/terminal.h"
#include "core/reports/jsonlreader.h"

#include <functional>
#include <variant>

namespace rollcall::cli {

namespace {

/// Hands every result of \a source to \a take. Returns an English sentence when it is not whole: with a line
/// missing, the comparison would tell of changes that there are not.
QString readRun(ResultSource &source, const std::function<void(CheckResult)> &take)
{
    JsonlReader reader(*source.file);
    bool isEmpty = true;
    while (std::optional<ReadResult> read = reader.next()) {
        if (const auto *rejected = std::get_if<RejectedResult>(&*read))
            return QStringLiteral("%1:%2: %3").arg(source.name).arg(rejected->line).arg(rejected->reason);
        take(std::get<CheckResult>(*std::move(read)));
        isEmpty = false;
    }
    if (!reader.error().isEmpty())
        return QStringLiteral("Cannot read \"%1\": %2.").arg(source.name, reader.error());
    return isEmpty ? QStringLiteral("There is no result in \"%1\".").arg(source.name) : QString();
}

QString write(const DiffCommand &command, const RunDifference &difference)
{
    return writeOutput(command.output, [&](QIODevice &device) {
        if (command.format)
            return command.format->write(device, difference, command.options);
        const QByteArray text = diffText(difference).toUtf8();
        return device.write(text) == text.size() ? QString() : device.errorString();
    });
}

/// What changed, or an English sentence.
std::variant<RunDifference, QString> compareFiles(const DiffCommand &command)
{
    ResultSource before(command.before);
    ResultSource after(command.after);
    for (const ResultSource *source : {&before, &after}) {
        if (!source->problem.isEmpty())
            return source->problem;
        if (source->isFile(command.output))
            return QStringLiteral("The output \"%1\" would overwrite a run.").arg(command.output);
    }
    QList<CheckResult> earlier;
    if (QString failure = readRun(before, [&](CheckResult result) { earlier.append(std::move(result)); });
        !failure.isEmpty())
        return failure;
    RunComparison comparison(std::move(earlier), command.thresholds);
    if (QString failure = readRun(after, [&](const CheckResult &result) { comparison.add(result); });
        !failure.isEmpty())
        return failure;
    return comparison.finish();
}

int compare(const DiffCommand &command)
{
    if (!command.history.isEmpty() && isSameFile(command.history, command.output))
        return refuse(QStringLiteral("The output \"%1\" would overwrite the history.").arg(command.output));
    const auto compared = command.history.isEmpty() ? compareFiles(command) : compareStoredRuns(command);
    if (const auto *failure = std::get_if<QString>(&compared))
        return refuse(*failure);
    const auto &difference = std::get<RunDifference>(compared);
    const QString failure = write(command, difference);
    if (!failure.isEmpty())
        return refuse(failure);
    return difference.matters() ? ExitFailed : ExitPassed;
}

} // namespace

int runDiff(const QStringList &arguments)
{
    const auto parsed = parseDiffCommand(arguments);
    if (const auto *error = std::get_if<UsageError>(&parsed))
        return refuse(error->sentence);
    if (std::holds_alternative<HelpRequest>(parsed)) {
        openStream(Stream::Output)->write(diffHelp().toUtf8());
        return ExitPassed;
    }
    return compare(std::get<DiffCommand>(parsed));
}

} // namespace rollcall::cli
