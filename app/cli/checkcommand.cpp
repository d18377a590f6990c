// SPDX-License-Identifier: MIT
#include "app/cli/checkcommand.h"

#include "app/cli/checkoptions.h"

#include <QCommandLineParser>
#include <QDir>
#include <QSet>

#include <algorithm>

namespace rollcall::cli {

namespace {

/// What is wrong, as an English sentence; empty: nothing.
using Problem = QString;

void addOptions(QCommandLineParser &parser)
{
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    for (const CheckOption &option : checkOptions())
        parser.addOption({QLatin1String(option.name), {}, QLatin1String(option.value)});
    for (const ReportFormat &format : reportFormats())
        parser.addOption({QLatin1String(format.id), {}, QStringLiteral("FILE")});
    for (const ReportOption &option : reportOptions())
        parser.addOption({QLatin1String(option.name), {}, QLatin1String(option.value)});
}

/// What only a body can meet cannot be asked of an answer without one.
Problem refuseExpectationsOfHead(const QCommandLineParser &, CheckCommand &command)
{
    const RuleSet &rules = command.settings.rules;
    const bool needsBody = rules.general.needsBody() ||
                           std::any_of(rules.patterns.begin(), rules.patterns.end(),
                                       [](const PatternRules &each) { return each.rules.needsBody(); });
    if (!needsBody || command.settings.method != HttpMethod::Head)
        return {};
    return QStringLiteral("A text, a pattern or JSON cannot be expected of the answer to HEAD, which has no "
                          "body; use --method GET.");
}

QString quoted(const QString &text)
{
    return QLatin1Char('"') + text + QLatin1Char('"');
}

Problem applyOptions(const QCommandLineParser &parser, CheckCommand &command)
{
    for (const CheckOption &option : checkOptions()) {
        Problem wrongValue = applyOption(parser, option, command);
        if (!wrongValue.isEmpty())
            return wrongValue;
    }
    for (const ReportOption &option : reportOptions()) {
        Problem wrongValue = applyOption(parser, option, command.reportOptions);
        if (!wrongValue.isEmpty())
            return wrongValue;
    }
    const std::optional<SettingsProblem> problem = validate(command.settings);
    if (!problem && command.settings.rules.needPreviousAnswers() && command.previous.isEmpty())
        return QStringLiteral(
            "--content-change and --size-change compare with earlier results: --previous FILE.");
    if (!problem)
        return {};
    const QString name = QLatin1String(problem->setting);
    return QStringLiteral("--%1 takes %2, not %3.")
        .arg(name, problem->allowedRange, quoted(parser.value(name)));
}

Problem applyReports(const QCommandLineParser &parser, CheckCommand &command)
{
    QSet<QString> places;
    for (const ReportFormat &format : reportFormats()) {
        const QString name = QLatin1String(format.id);
        for (const QString &path : parser.values(name)) {
            if (path.isEmpty())
                return QStringLiteral("--%1 takes the name of a file, or - for standard output.").arg(name);
            if (!format.isBuiltIn())
                return notBuiltIn(QStringLiteral("--") + name, format.needs);
            const QString place =
                path == u"-" ? path : QDir::cleanPath(QDir::current().absoluteFilePath(path));
            if (places.contains(place))
                return QStringLiteral("Two reports cannot both go to %1.").arg(quoted(path));
            places.insert(place);
            command.reports.append(ReportRequest(&format, path));
        }
    }
    return {};
}

/// The first option that took another option for its value, as in `--csv --quiet`.
Problem refuseSwallowedOption(const QCommandLineParser &parser, CheckCommand &)
{
    for (const QString &name : parser.optionNames()) {
        for (const QString &value : parser.values(name)) {
            if (value.startsWith(u"--"))
                return QStringLiteral("--%1 needs a value, and %2 looks like an option.")
                    .arg(name, quoted(value));
        }
    }
    return {};
}

Problem applyLists(const QCommandLineParser &parser, CheckCommand &command)
{
    command.lists = parser.positionalArguments();
    if (command.lists.isEmpty())
        return QStringLiteral("check needs a list: a file, - for standard input, or a URL; see "
                              "\"rollcall-cli check --help\".");
    if (command.lists.count(QStringLiteral("-")) > 1)
        return QStringLiteral("Standard input (-) can be read only once.");
    return {};
}

Problem syntaxProblem(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return parser.errorText();
    const QString dashes = unknown.front().size() == 1 ? QStringLiteral("-") : QStringLiteral("--");
    return QStringLiteral("There is no option %1; see \"rollcall-cli check --help\".")
        .arg(dashes + unknown.front());
}

} // namespace

std::variant<CheckCommand, HelpRequest, UsageError> parseCheckCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    const bool understood = parser.parse(QStringList{QStringLiteral("rollcall-cli")} + arguments);
    if (parser.isSet(QStringLiteral("help")))
        return HelpRequest{};
    if (!understood)
        return UsageError{syntaxProblem(parser)};

    CheckCommand command;
    for (const auto step :
         {refuseSwallowedOption, applyOptions, refuseExpectationsOfHead, applyReports, applyLists}) {
        const Problem problem = step(parser, command);
        if (!problem.isEmpty())
            return UsageError{problem};
    }
    return command;
}

QString checkHelp()
{
    QString text =
        QStringLiteral("Usage: rollcall-cli check [options] LIST...\n"
                       "\n"
                       "Calls every URL of the lists and says who answered. A LIST is a file, - for\n"
                       "standard input, or one http(s) URL. Prints a table and a summary, or writes\n"
                       "the reports that are asked for.\n"
                       "\n"
                       "Reports; FILE may be - for standard output, several may be given:\n");
    for (const ReportFormat &format : reportFormats())
        text += helpLine(QLatin1String(format.id), "FILE", formatTitle(format.title, format.isBuiltIn()));
    text += QStringLiteral("\nAbout the reports:\n");
    for (const ReportOption &option : reportOptions())
        text += helpLine(QLatin1String(option.name), option.value, QLatin1String(option.help));
    text += QStringLiteral("\nOptions, with their defaults:\n");
    for (const CheckOption &option : checkOptions())
        text += helpLine(QLatin1String(option.name), option.value, QLatin1String(option.help));
    text += helpLine(QStringLiteral("help"), nullptr, QStringLiteral("print this"));
    text +=
        QStringLiteral("\nExit status: 0 every URL passed; 1 at least one failed; 2 usage, input or output\n"
                       "error; 3 interrupted (what was done is written).\n");
    return text;
}

} // namespace rollcall::cli
