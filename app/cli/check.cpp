// SPDX-License-Identifier: MIT
#include "app/cli/check.h"

#include "app/cli/checkcommand.h"
#include "app/cli/checkoutput.h"
#include "app/cli/exitcode.h"
#include "app/cli/interrupt.h"
#include "app/cli/kepthistory.h"
#include "app/cli/listsources.h"
#include "app/cli/outputfile.h"
#include "app/cli/plaintext.h"
#include "app/cli/previousresults.h"
#include "app/cli/terminal.h"
#include "core/async/run.h"
#include "core/check/checkrun.h"
#include "core/net/accessmanagers.h"

#include <QFileInfo>
#include <QTimer>

#include <chrono>
#include <optional>

namespace rollcall::cli {

namespace {

constexpr std::chrono::milliseconds redrawInterval{100};

/// What is wrong with the files that the command names, as one sentence; empty: nothing.
QString fileProblem(const CheckCommand &command)
{
    if (QString problem = checkTransport(command.settings.transport); !problem.isEmpty())
        return problem;
    for (const ReportRequest &report : command.reports) {
        if (!command.history.isEmpty() && isSameFile(command.history, report.path))
            return QStringLiteral("The report \"%1\" would overwrite the history.").arg(report.path);
        for (const QString &list : command.lists) {
            const QFileInfo listFile(list);
            if (listFile.isFile() && listFile == QFileInfo(report.path))
                return QStringLiteral("The report \"%1\" would overwrite the list.").arg(report.path);
        }
    }
    return {};
}

void reportLeftOut(const LoadedLists &lists, bool quiet)
{
    for (const QString &line : lists.rejected)
        printNote(line);
    const qint64 notShown = lists.rejectedCount - lists.rejected.size();
    if (notShown > 0)
        printNote(QStringLiteral("... and %1 more").arg(counted(notShown, "line")));
    if (lists.duplicates > 0 && !quiet)
        complain(QStringLiteral("Dropped %1.").arg(counted(lists.duplicates, "duplicate")));
    if (lists.disabled > 0 && !quiet)
        complain(QStringLiteral("Left out %1.").arg(counted(lists.disabled, "disabled URL")));
}

ExitCode exitCodeOf(const CheckProgress &summary, const CheckOutput &output, bool interrupted, bool isKept)
{
    if (output.hasFailed() || !isKept)
        return ExitUsage;
    if (interrupted || output.readerIsGone())
        return ExitInterrupted;
    return summary.failed > 0 ? ExitFailed : ExitPassed;
}

ExitCode checkList(const UrlList &list, const CheckCommand &command, const PreviousAnswers &previous)
{
    CheckRun run(list, command.settings, previous);
    QObject context;
    // Posted: a failure is noticed while the run hands over a result.
    CheckOutput output(command, [&] { QTimer::singleShot(0, &context, [&run] { run.stop(); }); });
    std::optional<KeptHistory> history;
    if (!command.history.isEmpty()) {
        history.emplace(command.history);
        const QString problem = history->open();
        if (!problem.isEmpty())
            return refuse(problem);
    }
    const QString failure = output.open();
    if (!failure.isEmpty())
        return refuse(failure);
    if (history)
        history->begin(command.lists.join(QStringLiteral(", ")), list.size());
    run.onResult([&output, &history](IndexedResult result) {
        if (history)
            history->add(result);
        output.add(std::move(result));
    });

    bool interrupted = false;
    const Interrupt interrupt([&run, &interrupted] {
        interrupted = true;
        run.stop();
    });
    QTimer redraw;
    QObject::connect(&redraw, &QTimer::timeout, &redraw, [&run, &output] { output.tick(run.progress()); });
    if (output.showsProgress())
        redraw.start(redrawInterval);

    const CheckProgress summary = async::run(run.run());
    redraw.stop();
    output.finish(summary);
    const QString notKept = history ? history->finish(summary) : QString();
    if (!notKept.isEmpty())
        complain(notKept);
    return exitCodeOf(summary, output, interrupted, notKept.isEmpty());
}

} // namespace

int runCheck(const QStringList &arguments)
{
    const auto parsed = parseCheckCommand(arguments);
    if (const auto *error = std::get_if<UsageError>(&parsed))
        return refuse(error->sentence);
    if (std::holds_alternative<HelpRequest>(parsed)) {
        openStream(Stream::Output)->write(checkHelp().toUtf8());
        return ExitPassed;
    }
    const auto &command = std::get<CheckCommand>(parsed);
    const QString problem = fileProblem(command);
    if (!problem.isEmpty())
        return refuse(problem);

    const auto loaded = loadLists(command.lists);
    if (const auto *failure = std::get_if<QString>(&loaded))
        return refuse(*failure);
    const auto &lists = std::get<LoadedLists>(loaded);
    reportLeftOut(lists, command.quiet);
    PreviousAnswers previous;
    if (!command.previous.isEmpty()) {
        auto read = loadPreviousAnswers(command.previous, lists.entries);
        if (const auto *failure = std::get_if<QString>(&read))
            return refuse(*failure);
        previous = std::get<PreviousAnswers>(std::move(read));
    }
    return checkList(lists.entries, command, previous);
}

} // namespace rollcall::cli
