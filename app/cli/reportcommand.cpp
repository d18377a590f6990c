// SPDX-License-Identifier: MIT
#include "app/cli/reportcommand.h"

#include "app/cli/reportoptions.h"
#include "core/history/store.h"

namespace rollcall::cli {

namespace {

/// What is wrong, as one English sentence; empty: nothing.
using Problem = QString;

constexpr char statusFormat[] = "status";

QString formatNames()
{
    QStringList names;
    for (const ReportFormat &format : reportFormats())
        names.append(QLatin1String(format.id));
    names.append(QLatin1String(statusFormat));
    return names.join(QStringLiteral(", "));
}

// --run without --history means the window's.
Problem applyHistory(const QCommandLineParser &parser, ReportCommand &command)
{
    const QString history = QStringLiteral("history");
    const QString run = QStringLiteral("run");
    if (parser.isSet(history) && parser.value(history).isEmpty())
        return QStringLiteral("--history takes the name of a file.");
    if (parser.isSet(history) || parser.isSet(run))
        command.history = parser.isSet(history) ? parser.value(history) : Store::defaultPath();
    if (parser.isSet(run)) {
        bool isNumber = false;
        command.run = parser.value(run).toLongLong(&isNumber);
        if (!isNumber)
            return QStringLiteral("--run takes the number of a run, not \"%1\".").arg(parser.value(run));
    }
    return {};
}

Problem applyFormat(const QCommandLineParser &parser, ReportCommand &command)
{
    if (command.history && !command.run && !parser.isSet(QStringLiteral("to")))
        return {}; // the runs shall be listed
    const QString name = parser.value(QStringLiteral("to"));
    command.isStatus = name == QLatin1String(statusFormat);
    if (command.isStatus)
        return command.history
                   ? QString()
                   : QStringLiteral("The format \"status\" tells of a history, so it takes --history.");
    const ReportFormat *format = reportFormat(name.toUtf8());
    if (!format)
        return QStringLiteral("--to takes one of %1, not \"%2\".").arg(formatNames(), name);
    if (!format->isBuiltIn())
        return notBuiltIn(QStringLiteral("The format \"%1\"").arg(name), format->needs);
    command.request.format = format;
    return {};
}

Problem applyPlaces(const QCommandLineParser &parser, ReportCommand &command)
{
    const QStringList sources = parser.positionalArguments();
    if (command.history && !sources.isEmpty())
        return QStringLiteral("report takes a history or a file of JSON lines, not both.");
    if (!command.history && sources.size() != 1)
        return QStringLiteral("report needs one file of JSON lines, - for standard input, or --history; see "
                              "\"rollcall-cli report --help\".");
    command.source = sources.value(0);
    command.request.path = parser.value(QStringLiteral("output"));
    if (command.request.path.isEmpty())
        return QStringLiteral("--output takes the name of a file, or - for standard output.");
    return {};
}

Problem applyReportOptions(const QCommandLineParser &parser, ReportCommand &command)
{
    for (const ReportOption &option : reportOptions()) {
        Problem problem = applyOption(parser, option, command.options);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace

std::variant<ReportCommand, HelpRequest, UsageError> parseReportCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    parser.addOption(QCommandLineOption(QStringLiteral("history"), {}, QStringLiteral("FILE")));
    parser.addOption(QCommandLineOption(QStringLiteral("run"), {}, QStringLiteral("N")));
    parser.addOption(QCommandLineOption(QStringLiteral("to"), {}, QStringLiteral("FORMAT")));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("o"), QStringLiteral("output")}, {},
                                        QStringLiteral("FILE"), QStringLiteral("-")));
    for (const ReportOption &option : reportOptions())
        parser.addOption({QLatin1String(option.name), {}, QLatin1String(option.value)});
    const bool understood = parser.parse(QStringList{QStringLiteral("rollcall-cli")} + arguments);
    if (parser.isSet(QStringLiteral("help")))
        return HelpRequest{};
    if (!understood)
        return UsageError{parser.errorText()};

    ReportCommand command;
    for (const auto step : {applyHistory, applyFormat, applyPlaces, applyReportOptions}) {
        const Problem problem = step(parser, command);
        if (!problem.isEmpty())
            return UsageError{problem};
    }
    return command;
}

QString reportHelp()
{
    QString text =
        QStringLiteral("Usage: rollcall-cli report IN.jsonl --to FORMAT [-o FILE] [options]\n"
                       "       rollcall-cli report --history FILE [--run N] --to FORMAT [-o FILE] [options]\n"
                       "       rollcall-cli report --history FILE\n"
                       "\n"
                       "Renders results that were kept as JSON lines in another format. IN.jsonl may be\n"
                       "- for standard input; without -o the report goes to standard output.\n"
                       "Or renders the last run of a history, or run N; without --to lists the runs. --run\n"
                       "alone means the history of the window.\n"
                       "\n"
                       "Formats:\n");
    for (const ReportFormat &format : reportFormats())
        text += QStringLiteral("  %1 %2\n")
                    .arg(QLatin1String(format.id), -26)
                    .arg(formatTitle(format.title, format.isBuiltIn()));
    text += QStringLiteral("  %1 HTML page of a history: state, uptime, days, incidents\n")
                .arg(QLatin1String(statusFormat), -26);
    text += QStringLiteral("\nOptions, with their defaults:\n");
    for (const ReportOption &option : reportOptions())
        text += helpLine(QLatin1String(option.name), option.value, QLatin1String(option.help));
    text += helpLine(QStringLiteral("help"), nullptr, QStringLiteral("print this"));
    text +=
        QStringLiteral("\nExit status: 0 every line was read; 1 some were no results and were left out; 2\n"
                       "usage, input or output error, or no result at all.\n");
    return text;
}

} // namespace rollcall::cli
