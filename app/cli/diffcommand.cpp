// SPDX-License-Identifier: MIT
#include "app/cli/diffcommand.h"

#include "app/cli/reportoptions.h"
#include "core/check/settingtext.h"

namespace rollcall::cli {

namespace {

/// What is wrong, as one English sentence; empty: nothing. Of an option's value: behind "--name ".
using Problem = QString;

struct Option {
    const char *name;
    const char *value;
    const char *help;
    Problem (*apply)(DiffCommand &command, const QString &value);
};

Problem setPercent(double &target, const QString &value)
{
    constexpr double most = 1'000'000;
    bool isNumber = false;
    const double percent = value.toDouble(&isNumber);
    if (!isNumber || !(percent >= 0 && percent <= most))
        return QStringLiteral("takes 0 to 1000000 percent");
    target = percent;
    return {};
}

Problem setSlowerAtLeast(DiffCommand &command, const QString &value)
{
    const auto time = secondsFromText(value);
    if (!time || time->count() < 0)
        return QStringLiteral("takes a number of seconds");
    command.thresholds.slowerAtLeast = *time;
    return {};
}

QString changeNames()
{
    QStringList names;
    for (std::size_t i = 0; i < changeCount; ++i)
        names.append(QLatin1String(slug(Change(i))));
    return names.join(QStringLiteral(", "));
}

Problem setIgnored(DiffCommand &command, const QString &value)
{
    for (const QString &name : value.split(u',')) {
        const std::optional<Change> change = changeFromSlug(name.trimmed().toUtf8());
        if (!change)
            return QStringLiteral("takes some of %1").arg(changeNames());
        command.thresholds.ignored.push_back(*change);
    }
    return {};
}

Problem setFormat(DiffCommand &command, const QString &value)
{
    command.format = differenceFormat(value.toUtf8());
    return command.format || value == u"text" ? Problem()
                                              : QStringLiteral("takes one of the formats of --help");
}

Problem setHistory(DiffCommand &command, const QString &value)
{
    if (value.isEmpty())
        return QStringLiteral("takes the name of a file");
    command.history = value;
    return {};
}

constexpr Option diffOptions[] = {
    {"history", "FILE", "compare two runs of this history", setHistory},
    {"size", "PERCENT", "a body larger or smaller by more has changed (10)",
     [](DiffCommand &c, const QString &v) { return setPercent(c.thresholds.sizePercent, v); }},
    {"slower", "PERCENT", "a time longer by more has changed (100)",
     [](DiffCommand &c, const QString &v) { return setPercent(c.thresholds.slowerPercent, v); }},
    {"slower-by", "SECONDS", "if it is longer by this, too (0.2)", setSlowerAtLeast},
    {"ignore", "CHANGES", "do not look for these, such as content,slower", setIgnored},
    {"to", "FORMAT", "write this format (text)", setFormat},
};

Problem applyOptions(const QCommandLineParser &parser, DiffCommand &command)
{
    for (const Option &option : diffOptions) {
        Problem problem = applyOption(parser, option, command);
        if (!problem.isEmpty())
            return problem;
    }
    for (const ReportOption &option : csvOptions()) {
        Problem problem = applyOption(parser, option, command.options);
        if (!problem.isEmpty())
            return problem;
    }
    if (command.format && !command.format->isBuiltIn())
        return notBuiltIn(QStringLiteral("The format \"%1\"").arg(QLatin1String(command.format->id)),
                          command.format->needs);
    return {};
}

/// Of a history: nothing, or the numbers of two runs.
Problem applyRuns(const QStringList &runs, DiffCommand &command)
{
    for (const QString &run : runs) {
        bool isNumber = false;
        command.runs.append(run.toLongLong(&isNumber));
        if (!isNumber)
            return QStringLiteral("diff --history takes the numbers of runs, not \"%1\".").arg(run);
    }
    if (runs.isEmpty() || runs.size() == 2)
        return {};
    return QStringLiteral("diff --history takes the numbers of two runs, the earlier one first, or none for "
                          "the last two.");
}

Problem applyPlaces(const QCommandLineParser &parser, DiffCommand &command)
{
    command.output = parser.value(QStringLiteral("output"));
    const QStringList runs = parser.positionalArguments();
    if (!command.history.isEmpty())
        return applyRuns(runs, command);
    if (runs.size() != 2)
        return QStringLiteral("diff needs two files of JSON lines, the earlier run first; see "
                              "\"rollcall-cli diff --help\".");
    if (runs.front() == u"-" && runs.back() == u"-")
        return QStringLiteral("Standard input (-) can be read only once.");
    command.before = runs.front();
    command.after = runs.back();
    return {};
}

} // namespace

std::variant<DiffCommand, HelpRequest, UsageError> parseDiffCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("o"), QStringLiteral("output")}, {},
                                        QStringLiteral("FILE"), QStringLiteral("-")));
    for (const Option &option : diffOptions)
        parser.addOption({QLatin1String(option.name), {}, QLatin1String(option.value)});
    for (const ReportOption &option : csvOptions())
        parser.addOption({QLatin1String(option.name), {}, QLatin1String(option.value)});
    const bool understood = parser.parse(QStringList{QStringLiteral("rollcall-cli")} + arguments);
    if (parser.isSet(QStringLiteral("help")))
        return HelpRequest{};
    if (!understood)
        return UsageError{parser.errorText()};

    DiffCommand command;
    for (const auto step : {applyOptions, applyPlaces}) {
        const Problem problem = step(parser, command);
        if (!problem.isEmpty())
            return UsageError{problem};
    }
    return command;
}

QString diffHelp()
{
    QString text =
        QStringLiteral("Usage: rollcall-cli diff BEFORE.jsonl AFTER.jsonl [options]\n"
                       "       rollcall-cli diff --history FILE [N M] [options]\n"
                       "\n"
                       "Says what changed from one run to another: results that were kept as JSON lines,\n"
                       "matched by URL. One of them may be - for standard input. Sizes, targets, titles,\n"
                       "certificates, contents and times are compared where a URL passed both times.\n"
                       "Of a history run N is compared with the later run M, or else the last run with\n"
                       "the one before it of the same lists; \"report --history FILE\" lists them.\n"
                       "\n"
                       "Formats:\n");
    text += QStringLiteral("  %1 %2\n").arg(QStringLiteral("text"), -26).arg(QStringLiteral("for people"));
    for (const DifferenceFormat &format : differenceFormats())
        text += QStringLiteral("  %1 %2\n")
                    .arg(QLatin1String(format.id), -26)
                    .arg(formatTitle(format.title, format.isBuiltIn()));
    text += QStringLiteral("\nChanges:\n  %1\n\nOptions, with their defaults:\n").arg(changeNames());
    for (const Option &option : diffOptions)
        text += helpLine(QLatin1String(option.name), option.value, QLatin1String(option.help));
    text += helpLine(QStringLiteral("output"), "FILE",
                     QStringLiteral("write to this file (standard output); also -o"));
    for (const ReportOption &option : csvOptions())
        text += helpLine(QLatin1String(option.name), option.value, QLatin1String(option.help));
    text += helpLine(QStringLiteral("help"), nullptr, QStringLiteral("print this"));
    text += QStringLiteral(
        "\nExit status: 0 nothing broke or changed; 1 something did: newly-broken, size, target,\n"
        "title, certificate, content or slower; 2 usage, input or output error.\n");
    return text;
}

} // namespace rollcall::cli
