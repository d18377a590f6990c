// SPDX-License-Identifier: MIT
#include "app/cli/historycommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/historysentence.h"
#include "app/cli/plaintext.h"
#include "app/cli/reportoptions.h"
#include "app/cli/terminal.h"
#include "core/history/historyfile.h"
#include "core/history/setaside.h"
#include "core/history/store.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <limits>

namespace rollcall::cli {

namespace {

struct HistoryCommand {
    QString path;
    std::optional<int> resultDays;
    std::optional<int> rollUpDays;
    bool setsAside = false;
};

int print(const QString &text)
{
    const auto output = openStream(Stream::Output);
    if (writeAll(*output, text.toUtf8()))
        return ExitPassed;
    return refuse(QStringLiteral("Cannot write to standard output: %1.").arg(output->errorString()));
}

QString help()
{
    return QStringLiteral(
               "Usage: rollcall-cli history [FILE] [options]\n"
               "\n"
               "Says what is in a history and how long it is kept. FILE is that of the window when\n"
               "none is named. \"rollcall-cli report --history FILE\" lists its runs.\n"
               "\n"
               "Options:\n") +
           helpLine(QStringLiteral("keep-results"), "DAYS", QStringLiteral("each result and the runs (30)")) +
           helpLine(QStringLiteral("keep-rollups"), "DAYS",
                    QStringLiteral("hours, days and incidents (730)")) +
           helpLine(QStringLiteral("set-aside"), nullptr,
                    QStringLiteral("rename a damaged file; nothing is deleted")) +
           helpLine(QStringLiteral("help"), nullptr, QStringLiteral("print this")) +
           QStringLiteral("\nExit status: 0 done; 2 usage error, or the file cannot be used.\n");
}

int setAsideFile(const HistoryCommand &command)
{
    const Answer<QString> answer = setAside(command.path, QDateTime::currentDateTimeUtc());
    if (const auto *problem = std::get_if<StoreProblem>(&answer))
        return refuse(QStringLiteral("Cannot set \"%1\" aside: %2.").arg(command.path, problem->detail));
    return print(QStringLiteral("The file is now \"%1\".\n").arg(printable(std::get<QString>(answer))));
}

/// Nothing when the retention is as it shall be; else the exit status.
std::optional<int> applyRetention(const HistoryCommand &command, HistoryFile &file, Retention &kept)
{
    if (!command.resultDays && !command.rollUpDays)
        return std::nullopt;
    kept = Retention(command.resultDays.value_or(kept.results), command.rollUpDays.value_or(kept.rollUps));
    if (!kept.isValid())
        return refuse(QStringLiteral("Results are kept for 1 to 3650 days and roll-ups for at least as many, "
                                     "up to 36500; %1 and %2 cannot be.")
                          .arg(kept.results)
                          .arg(kept.rollUps));
    if (const MaybeProblem problem = file.upkeep().setRetention(kept))
        return refuse(historySentence(command.path, *problem));
    return std::nullopt;
}

int describe(const HistoryCommand &command)
{
    HistoryFile file(command.path);
    if (const MaybeProblem problem = file.open())
        return refuse(historySentence(command.path, *problem));
    Answer<Retention> kept = file.upkeep().retention();
    if (const auto *problem = std::get_if<StoreProblem>(&kept))
        return refuse(historySentence(command.path, *problem));
    if (const std::optional<int> status = applyRetention(command, file, std::get<Retention>(kept)))
        return *status;
    const Answer<QList<StoredRun>> runs = file.runs().latest(std::numeric_limits<int>::max());
    if (const auto *problem = std::get_if<StoreProblem>(&runs))
        return refuse(historySentence(command.path, *problem));
    const auto &retention = std::get<Retention>(kept);
    return print(QStringLiteral("File      %1, %2\nKept      each result for %3, roll-ups and incidents for "
                                "%4\nRuns      %5\n")
                     .arg(printable(command.path), humanBytes(QFileInfo(command.path).size()),
                          counted(retention.results, "day"), counted(retention.rollUps, "day"))
                     .arg(std::get<QList<StoredRun>>(runs).size()));
}

/// Reads a number of days. Returns what is wrong as an English sentence.
QString readDays(const QCommandLineParser &parser, const QString &option, std::optional<int> &days)
{
    if (!parser.isSet(option))
        return {};
    bool isNumber = false;
    days = parser.value(option).toInt(&isNumber);
    return isNumber
               ? QString()
               : QStringLiteral("--%1 takes a number of days, not \"%2\".").arg(option, parser.value(option));
}

} // namespace

int runHistory(const QStringList &arguments)
{
    const QString keepResults = QStringLiteral("keep-results");
    const QString keepRollUps = QStringLiteral("keep-rollups");
    const QString setsAside = QStringLiteral("set-aside");
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    parser.addOption({keepResults, {}, QStringLiteral("DAYS")});
    parser.addOption({keepRollUps, {}, QStringLiteral("DAYS")});
    parser.addOption(QCommandLineOption(setsAside));
    const bool understood = parser.parse(QStringList{QStringLiteral("rollcall-cli")} + arguments);
    if (parser.isSet(QStringLiteral("help")))
        return print(help());
    if (!understood)
        return refuse(parser.errorText());
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        return refuse(QStringLiteral("history takes one file, not %1.").arg(files.size()));

    HistoryCommand command;
    command.path = files.isEmpty() ? Store::defaultPath() : files.first();
    command.setsAside = parser.isSet(setsAside);
    for (const QString &problem : {readDays(parser, keepResults, command.resultDays),
                                   readDays(parser, keepRollUps, command.rollUpDays)}) {
        if (!problem.isEmpty())
            return refuse(problem);
    }
    // Opening would make a new one.
    if (!QFileInfo(command.path).isFile())
        return refuse(QStringLiteral("There is no history \"%1\".").arg(command.path));
    return command.setsAside ? setAsideFile(command) : describe(command);
}

} // namespace rollcall::cli
