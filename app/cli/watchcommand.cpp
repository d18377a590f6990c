// SPDX-License-Identifier: MIT
#include "app/cli/watchcommand.h"

#include "core/check/settingtext.h"
#include "core/url/normalizeurl.h"

#include <QFile>

#include <algorithm>

namespace rollcall::cli {

namespace {

/// What is wrong with a value, in English behind "--name "; empty when it was taken.
using Problem = QString;

/// The options of webhooks come together at the end.
struct Parsing {
    WatchCommand command;
    AlertTemplate body;
    QList<HeaderField> headers;
};

struct Option {
    const char *name;
    const char *value; ///< what --help calls it; null: the option has none
    const char *help;
    Problem (*apply)(Parsing &parsing, const QString &value);
};

Problem setSchedule(Parsing &parsing, const QString &value)
{
    const std::optional<Schedule> schedule = Schedule::fromText(value, QTimeZone::systemTimeZone());
    if (!schedule)
        return QStringLiteral("takes a time from 10s up, or times of day such as \"mon-fri 06:30,18:00\"");
    parsing.command.schedule = *schedule;
    return {};
}

Problem addMaintenance(Parsing &parsing, const QString &value)
{
    const auto window = MaintenanceWindow::fromText(value, QTimeZone::systemTimeZone());
    if (!window)
        return QStringLiteral("takes \"sun 02:00-04:00\" or 2026-12-24T18:00/2026-12-26T06:00");
    parsing.command.maintenance.append(*window);
    return {};
}

Problem setCount(int &target, const QString &value)
{
    constexpr int most = 100;
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < 1 || number > most)
        return QStringLiteral("takes 1 to %1").arg(most);
    target = number;
    return {};
}

Problem setKinds(Parsing &parsing, const QString &value)
{
    const std::optional<QSet<AlertKind>> kinds = AlertRule::kindsFromText(value);
    if (!kinds)
        return QStringLiteral("takes words such as down,up,degraded,certificate, or all");
    parsing.command.rule.kinds = *kinds;
    return {};
}

Problem addWebhook(Parsing &parsing, const QString &value)
{
    const std::variant<NormalizedUrl, UrlProblem> read = normalizeUrl(value);
    const auto *url = std::get_if<NormalizedUrl>(&read);
    if (url == nullptr || schemeOf(url->url) == UrlScheme::Other)
        return QStringLiteral("takes an http or https URL");
    parsing.command.webhooks.append(Webhook(url->url));
    return {};
}

Problem setTemplate(Parsing &parsing, const QString &value)
{
    QFile file(value);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("takes the name of a file that can be read");
    const auto made = AlertTemplate::fromText(file.readAll());
    if (const auto *problem = std::get_if<QString>(&made))
        return QStringLiteral("takes a file with a template. %1 It was").arg(*problem);
    parsing.body = std::get<AlertTemplate>(made);
    return {};
}

Problem addHeader(Parsing &parsing, const QString &value)
{
    const std::optional<HeaderField> field = headerFromText(value);
    if (!field)
        return QStringLiteral("takes a header field such as 'Authorization: Bearer x'");
    parsing.headers.append(*field);
    return {};
}

Problem addCommand(Parsing &parsing, const QString &value)
{
    const std::optional<AlertCommand> command = AlertCommand::fromText(value);
    if (!command)
        return QStringLiteral("takes a program and its arguments");
    parsing.command.commands.append(*command);
    return {};
}

Problem setPort(Parsing &parsing, const QString &value)
{
    bool isNumber = false;
    const ushort port = value.toUShort(&isNumber);
    if (!isNumber)
        return QStringLiteral("takes a port, or 0 for any that is free");
    parsing.command.metricsPort = port;
    return {};
}

Problem setFile(QString &target, const QString &value)
{
    if (value.isEmpty())
        return QStringLiteral("takes the name of a file");
    target = value;
    return {};
}

// clang-format off
constexpr Option options[] = {
    {"every", "SCHEDULE", "5m, or days and times: \"mon-fri 06:30\" (5m)", setSchedule},
    {"maintenance", "WINDOW", "\"sun 02:00-04:00\"; may be repeated", addMaintenance},
    {"down-after", "N", "failures in a row (2)",
     [](Parsing &p, const QString &v) { return setCount(p.command.watch.health.downAfter, v); }},
    {"degraded-after", "N", "warnings in a row (2)",
     [](Parsing &p, const QString &v) { return setCount(p.command.watch.health.degradedAfter, v); }},
    {"up-after", "N", "answers in a row (1)",
     [](Parsing &p, const QString &v) { return setCount(p.command.watch.health.upAfter, v); }},
    {"alert-on", "KINDS", "what to tell; see below", setKinds},
    {"alert-list", "LIST", "of this list alone; may be repeated",
     [](Parsing &p, const QString &v) { p.command.rule.lists.append(v); return Problem(); }},
    {"alert-tag", "TAG", "of URLs with this tag; may be repeated",
     [](Parsing &p, const QString &v) { p.command.rule.tags.append(v); return Problem(); }},
    {"webhook", "URL", "POST each alert as JSON; may be repeated", addWebhook},
    {"webhook-template", "FILE", "its body: JSON with {{event}}, {{url}} ...", setTemplate},
    {"webhook-header", "'K: V'", "send this with it; may be repeated", addHeader},
    {"on-change", "COMMAND", "run it for each alert; may be repeated", addCommand},
    {"test-alerts", nullptr, "send a test through each of these, and end",
     [](Parsing &p, const QString &) { p.command.testsAlerts = true; return Problem(); }},
    {"jsonl", "FILE", "append a line for each result; - for output",
     [](Parsing &p, const QString &v) { return setFile(p.command.jsonl, v); }},
    {"history", "FILE", "keep results here, and go on from here when restarted",
     [](Parsing &p, const QString &v) { return setFile(p.command.history, v); }},
    {"metrics", "FILE", "keep Prometheus metrics in this file",
     [](Parsing &p, const QString &v) { return setFile(p.command.metricsFile, v); }},
    {"metrics-port", "N", "serve them on 127.0.0.1, as /metrics", setPort},
};
// clang-format on

/// What --help lists; the options of `check` that mean something here are those of its settings.
constexpr const char *endOfHelp =
    "\n"
    "It takes the options of \"check\" that say how URLs are called and judged, too; --retries\n"
    "is 0 unless it is given, since a failure is confirmed by a check of its own.\n"
    "\n"
    "KINDS are words with commas between them: down, up, degraded, certificate (21, 14 and 7\n"
    "days before its end), redirect-changed, content-changed, flapping, steady, local-outage,\n"
    "local-outage-over, or all. Without --alert-on: all but degraded and content-changed.\n"
    "\n"
    "Exit status: 0 it was told to end, by Ctrl+C or SIGTERM; 2 usage, input or output error;\n"
    "3 whoever read standard output has gone. With --test-alerts: 1 a channel failed.\n";

const Option *optionNamed(QStringView name)
{
    const auto *found = std::find_if(std::begin(options), std::end(options),
                                     [name](const Option &each) { return name == QLatin1String(each.name); });
    return found == std::end(options) ? nullptr : found;
}

/// Takes the options of `watch` out of \a arguments, in either form, and leaves those of `check`.
class OptionPicker
{
public:
    explicit OptionPicker(QStringList arguments) : m_arguments(std::move(arguments)) {}

    /// Returns what is wrong as an English sentence.
    Problem run(Parsing &parsing)
    {
        while (!m_arguments.isEmpty() && m_arguments.front() != u"--") {
            const QString argument = m_arguments.takeFirst();
            const QString name = argument.section(u'=', 0, 0);
            const Option *const option =
                name.startsWith(u"--") ? optionNamed(QStringView(name).mid(2)) : nullptr;
            if (option == nullptr) {
                m_rest.append(argument);
                continue;
            }
            Problem problem = take(*option, argument, parsing);
            if (!problem.isEmpty())
                return problem;
        }
        m_rest += m_arguments;
        return {};
    }
    const QStringList &rest() const { return m_rest; }

private:
    Problem take(const Option &option, const QString &argument, Parsing &parsing)
    {
        const QString name = QLatin1String(option.name);
        const bool hasValue = argument.contains(u'=');
        if (option.value == nullptr) {
            return hasValue ? QStringLiteral("--%1 takes no value.").arg(name) : option.apply(parsing, {});
        }
        if (!hasValue && m_arguments.isEmpty())
            return QStringLiteral("--%1 needs a value.").arg(name);
        const QString value = hasValue ? argument.section(u'=', 1) : m_arguments.takeFirst();
        if (!hasValue && value.startsWith(u"--"))
            return QStringLiteral("--%1 needs a value, and \"%2\" looks like an option.").arg(name, value);
        const Problem problem = option.apply(parsing, value);
        return problem.isEmpty() ? QString()
                                 : QStringLiteral("--%1 %2, not \"%3\".").arg(name, problem, value);
    }

    QStringList m_arguments;
    QStringList m_rest;
};

/// What `check` can be told and `watch` cannot do.
Problem refuseReports(const CheckCommand &check)
{
    if (check.reports.isEmpty())
        return {};
    return QStringLiteral("watch writes no --%1: take --jsonl, and render it by \"rollcall-cli report\".")
        .arg(QLatin1String(check.reports.front().format->id));
}

void finishWebhooks(Parsing &parsing)
{
    for (Webhook &webhook : parsing.command.webhooks) {
        webhook.body = parsing.body;
        webhook.headers = parsing.headers;
        webhook.transport = parsing.command.check.settings.transport;
    }
    const QSet<AlertKind> &kinds = parsing.command.rule.kinds;
    parsing.command.watch.comparesContent = kinds.contains(AlertKind::ContentChanged);
}

} // namespace

std::variant<WatchCommand, HelpRequest, UsageError> parseWatchCommand(const QStringList &arguments)
{
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h")))
        return HelpRequest{};
    Parsing parsing;
    OptionPicker picker(arguments);
    Problem problem = picker.run(parsing);
    if (!problem.isEmpty())
        return UsageError{problem};
    const auto check = parseCheckCommand(QStringList{QStringLiteral("--retries=0")} + picker.rest());
    if (const auto *error = std::get_if<UsageError>(&check)) {
        // The sentences of check name it where they say what to type.
        QString sentence = error->sentence;
        sentence.replace(QStringLiteral("check needs"), QStringLiteral("watch needs"));
        sentence.replace(QStringLiteral("rollcall-cli check"), QStringLiteral("rollcall-cli watch"));
        return UsageError{sentence};
    }
    parsing.command.check = std::get<CheckCommand>(check);
    problem = refuseReports(parsing.command.check);
    if (!problem.isEmpty())
        return UsageError{problem};
    finishWebhooks(parsing);
    return parsing.command;
}

QString watchHelp()
{
    QString text =
        QStringLiteral("Usage: rollcall-cli watch [options] LIST...\n"
                       "\n"
                       "Checks the URLs of the lists again and again, and says when one goes down, comes\n"
                       "up, or changes. A LIST is a file, - for standard input, or one http(s) URL.\n"
                       "\n"
                       "Options, with their defaults:\n");
    for (const Option &option : options)
        text += helpLine(QLatin1String(option.name), option.value, QLatin1String(option.help));
    text += helpLine(QStringLiteral("quiet"), nullptr, QStringLiteral("print no changes"));
    text += helpLine(QStringLiteral("help"), nullptr, QStringLiteral("print this"));
    return text + QLatin1String(endOfHelp);
}

} // namespace rollcall::cli
