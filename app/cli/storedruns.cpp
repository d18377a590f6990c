// SPDX-License-Identifier: MIT
#include "app/cli/storedruns.h"

#include "app/cli/exitcode.h"
#include "app/cli/historysentence.h"
#include "app/cli/outputfile.h"
#include "app/cli/plaintext.h"
#include "app/cli/terminal.h"
#include "core/history/comparedruns.h"
#include "core/history/historyfile.h"
#include "core/reports/reportfile.h"
#include "core/reports/statusreport.h"

#include <QFileInfo>

namespace rollcall::cli {

namespace {

constexpr int mostListed = 1'000;

int refuseHistory(const ReportCommand &command, const StoreProblem &problem)
{
    return refuse(historySentence(*command.history, problem));
}

QString heading()
{
    return QStringLiteral("   Run  Began (UTC)           URLs       OK  Warning   Failed  List\n");
}

QString lineOf(const StoredRun &run)
{
    const CheckProgress &counts = run.counts;
    QString line = QStringLiteral("%1  %2").arg(run.id, 6).arg(
        run.start.began.toString(Qt::ISODate).chopped(1).replace(u'T', u' '), -20);
    line += QStringLiteral(" %1").arg(counts.total, 6);
    if (run.ended)
        line += QStringLiteral(" %1 %2 %3").arg(counts.ok, 8).arg(counts.warnings, 8).arg(counts.failed, 8);
    else
        line += QStringLiteral(" %1").arg(QStringLiteral("has not ended"), -26);
    return line + QStringLiteral("  ") + printable(run.start.list) + QLatin1Char('\n');
}

int listRuns(const ReportCommand &command, HistoryFile &file)
{
    const Answer<QList<StoredRun>> answer = file.runs().latest(mostListed);
    if (const auto *problem = std::get_if<StoreProblem>(&answer))
        return refuseHistory(command, *problem);
    const auto &runs = std::get<QList<StoredRun>>(answer);
    if (runs.isEmpty())
        return refuse(QStringLiteral("There is no run in the history \"%1\".").arg(*command.history));
    QString text = heading();
    for (const StoredRun &run : runs)
        text += lineOf(run);
    const auto output = openStream(Stream::Output);
    if (writeAll(*output, text.toUtf8()))
        return ExitPassed;
    return outputReaderIsGone()
               ? ExitInterrupted
               : refuse(QStringLiteral("Cannot write the runs: %1.").arg(output->errorString()));
}

/// The number of the run to be rendered; nothing when there is none, which \a failure says.
std::optional<qint64> wantedRun(const ReportCommand &command, HistoryFile &file, QString &failure)
{
    if (command.run)
        return command.run;
    const Answer<QList<StoredRun>> answer = file.runs().latest(1);
    if (const auto *problem = std::get_if<StoreProblem>(&answer))
        failure = historySentence(*command.history, *problem);
    else if (std::get<QList<StoredRun>>(answer).isEmpty())
        failure = QStringLiteral("There is no run in the history \"%1\".").arg(*command.history);
    else
        return std::get<QList<StoredRun>>(answer).first().id;
    return std::nullopt;
}

QString noSuchRun(const ReportCommand &command, qint64 run)
{
    return QStringLiteral("There is no run %1 in the history \"%2\".").arg(run).arg(*command.history);
}

/// Returns an English sentence when there is no report.
QString renderInto(ReportFile &report, const ReportCommand &command, HistoryFile &file, qint64 run)
{
    QString failure = report.open();
    if (!failure.isEmpty())
        return failure;
    const Answer<std::optional<StoredRun>> answer = file.visitRun(run, [&](const HistoryResult &each) {
        failure = report.write(each.result);
        return failure.isEmpty();
    });
    if (const auto *problem = std::get_if<StoreProblem>(&answer))
        return historySentence(*command.history, *problem);
    if (!std::get<std::optional<StoredRun>>(answer))
        return noSuchRun(command, run);
    return failure.isEmpty() ? report.commit() : failure;
}

int renderStatus(const ReportCommand &command, HistoryFile &file, qint64 run)
{
    const Answer<std::optional<StoredRun>> found = file.runs().find(run);
    if (const auto *problem = std::get_if<StoreProblem>(&found))
        return refuseHistory(command, *problem);
    if (!std::get<std::optional<StoredRun>>(found))
        return refuse(noSuchRun(command, run));
    const Answer<QByteArrayList> urls = urlsOfRun(file, run);
    if (const auto *problem = std::get_if<StoreProblem>(&urls))
        return refuseHistory(command, *problem);
    const QString failure = writeOutput(command.request.path, [&](QIODevice &device) {
        return writeStatusReport(device, file, std::get<QByteArrayList>(urls),
                                 std::get<std::optional<StoredRun>>(found)->start.list,
                                 QDateTime::currentDateTimeUtc(), command.options);
    });
    return failure.isEmpty() ? ExitPassed : refuse(failure);
}

int render(const ReportCommand &command, HistoryFile &file)
{
    if (isSameFile(*command.history, command.request.path))
        return refuse(QStringLiteral("The report \"%1\" would overwrite the history that it is made of.")
                          .arg(command.request.path));
    QString failure;
    const std::optional<qint64> run = wantedRun(command, file, failure);
    if (!run)
        return refuse(failure);
    if (command.isStatus)
        return renderStatus(command, file, *run);
    const std::unique_ptr<ReportFile> report = makeReport(command.request, command.options);
    failure = renderInto(*report, command, file, *run);
    if (failure.isEmpty())
        return ExitPassed;
    if (command.request.toStandardOutput() && outputReaderIsGone())
        return ExitInterrupted;
    return refuse(failure);
}

} // namespace

int reportStoredRuns(const ReportCommand &command)
{
    // Opening would make a new one.
    if (!QFileInfo(*command.history).isFile())
        return refuse(QStringLiteral("There is no history \"%1\".").arg(*command.history));
    HistoryFile file(*command.history);
    if (const MaybeProblem problem = file.open())
        return refuseHistory(command, *problem);
    const bool isReport = command.isStatus || command.request.format != nullptr;
    return isReport ? render(command, file) : listRuns(command, file);
}

} // namespace rollcall::cli
