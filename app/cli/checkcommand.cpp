// SPDX-License-Identifier: MIT
#include "app/cli/checkcommand.h"

#include "core/check/ruletext.h"
#include "core/check/settingtext.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QSet>

#include <algorithm>

namespace rollcall::cli {

namespace {

/// What is wrong with a value, in English behind "--name "; empty when it was taken.
using Problem = QString;

struct Option {
    const char *name;
    const char *value; ///< what --help calls it; null: the option has none
    const char *help;
    Problem (*apply)(CheckCommand &command, const QString &value);
};

// No setting may be negative, so validate() turns down what is no number together with what is out of range.
constexpr qint64 noNumber = -1;

void setNumber(int &target, const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    target = isNumber ? number : int(noNumber);
}

void setSeconds(std::chrono::milliseconds &target, const QString &value)
{
    target = secondsFromText(value).value_or(std::chrono::milliseconds(noNumber));
}

Problem setMethod(CheckCommand &command, const QString &value)
{
    const std::optional<HttpMethod> method = methodFromVerb(value.toLatin1());
    if (!method)
        return QStringLiteral("takes GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS");
    command.settings.method = *method;
    return {};
}

Problem setBody(CheckCommand &command, const QString &value)
{
    if (!value.startsWith(u'@')) {
        command.settings.body = value.toUtf8();
        return {};
    }
    QFile file(value.sliced(1));
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("takes a text, or @ and the name of a file that can be read");
    command.settings.body = file.readAll();
    return {};
}

Problem setHttp2(CheckCommand &command, const QString &value)
{
    if (value != u"on" && value != u"off")
        return QStringLiteral("takes on or off");
    command.settings.transport.allowHttp2 = value == u"on";
    return {};
}

Problem setProxy(CheckCommand &command, const QString &value)
{
    const std::optional<ProxySetting> proxy = ProxySetting::fromText(value);
    if (!proxy)
        return QStringLiteral("takes desktop, none or a URL such as socks5://127.0.0.1:1080");
    command.settings.transport.proxy = *proxy;
    return {};
}

Problem addHostOverride(CheckCommand &command, const QString &value)
{
    const qsizetype equals = value.indexOf(u'=');
    const QHostAddress address(value.sliced(equals + 1));
    if (equals <= 0 || address.isNull())
        return QStringLiteral("takes HOST=ADDRESS, for example a.test=127.0.0.1");
    command.settings.transport.hostOverrides.append({value.first(equals), address});
    return {};
}

Problem addHeader(CheckCommand &command, const QString &value)
{
    const std::optional<HeaderField> field = headerFromText(value);
    if (!field)
        return QStringLiteral("takes a header field such as 'Accept: text/html'");
    command.settings.headers.append(*field);
    return {};
}

Problem setUserAgent(CheckCommand &command, const QString &value)
{
    if (value.isEmpty() || !isHeaderValue(value))
        return QStringLiteral("takes a text without control characters");
    command.settings.userAgent = value.toUtf8();
    return {};
}

Problem setEngine(CheckCommand &command, const QString &value)
{
    if (value != u"exact" && value != u"qt")
        return QStringLiteral("takes exact or qt");
    const EngineKind engine = value == u"exact" ? EngineKind::Exact : EngineKind::Qt;
    if (!isAvailable(engine))
        return QStringLiteral("takes only qt here, where libcurl is missing");
    command.settings.transport.engine = engine;
    return {};
}

Problem setCaFile(CheckCommand &command, const QString &value)
{
    if (value.isEmpty())
        return QStringLiteral("takes the name of a file");
    command.settings.transport.caFile = value;
    return {};
}

Problem setRate(std::optional<double> &target, const QString &value)
{
    target = rateFromText(value).value_or(noNumber);
    return {};
}

Problem setSecondRound(CheckCommand &command, const QString &value)
{
    if (value != u"on" && value != u"off")
        return QStringLiteral("takes on or off");
    command.settings.politeness.secondRound = value == u"on";
    return {};
}

Problem setProgress(CheckCommand &command, const QString &value)
{
    if (value == u"auto")
        command.progress = ProgressMode::Auto;
    else if (value == u"always")
        command.progress = ProgressMode::Always;
    else if (value == u"never")
        command.progress = ProgressMode::Never;
    else
        return QStringLiteral("takes auto, always or never");
    return {};
}

// clang-format off
constexpr Option checkOptions[] = {
    {"concurrency", "N", "URLs in flight at once (50)",
     [](CheckCommand &c, const QString &v) { setNumber(c.settings.limits.concurrency, v); return Problem(); }},
    {"per-host", "N", "of these, to one host and port (6)",
     [](CheckCommand &c, const QString &v) { setNumber(c.settings.limits.perHost, v); return Problem(); }},
    {"rate", "N/s", "calls begun in a second; N/m, N/h (no limit)",
     [](CheckCommand &c, const QString &v) { return setRate(c.settings.limits.rate, v); }},
    {"rate-per-host", "N/s", "of these, to one host and port (no limit)",
     [](CheckCommand &c, const QString &v) { return setRate(c.settings.limits.ratePerHost, v); }},
    {"timeout", "SECONDS", "for a whole URL, redirects and body included (30)",
     [](CheckCommand &c, const QString &v) { setSeconds(c.settings.timeout, v); return Problem(); }},
    {"connect-timeout", "SECONDS", "for look-up, connection and TLS (10)",
     [](CheckCommand &c, const QString &v) { setSeconds(c.settings.connectTimeout, v); return Problem(); }},
    {"first-byte-timeout", "SECONDS", "from request to answer (none of its own)",
     [](CheckCommand &c, const QString &v) { setSeconds(c.settings.firstByteTimeout.emplace(), v); return Problem(); }},
    {"idle-timeout", "SECONDS", "between two pieces of a body (none of its own)",
     [](CheckCommand &c, const QString &v) { setSeconds(c.settings.idleTimeout.emplace(), v); return Problem(); }},
    {"method", "METHOD", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS (GET)", setMethod},
    {"body", "TEXT", "send this body, or that of a file: @FILE", setBody},
    {"max-redirects", "N", "redirects to follow (10)",
     [](CheckCommand &c, const QString &v) { setNumber(c.settings.maxRedirects, v); return Problem(); }},
    {"max-body", "BYTES", "largest body, for example 10000 or 64M (64M)",
     [](CheckCommand &c, const QString &v) {
         c.settings.maxBodyBytes = bytesFromText(v).value_or(noNumber); return Problem(); }},
    {"retries", "N", "further calls after a passing failure (1)",
     [](CheckCommand &c, const QString &v) { setNumber(c.settings.retries, v); return Problem(); }},
    {"second-round", "WHEN", "on or off: call once more at the end (on)", setSecondRound},
    {"longest-pause", "SECONDS", "for a host that asks for one (60)",
     [](CheckCommand &c, const QString &v) { setSeconds(c.settings.politeness.longestPause, v); return Problem(); }},
    {"give-up-after", "N", "calls in a row that miss a host; 0: never (20)",
     [](CheckCommand &c, const QString &v) { setNumber(c.settings.politeness.giveUpAfter, v); return Problem(); }},
    {"accept", "CODES", "statuses that pass (200-299)", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"accept", v); }},
    {"redirects", "RESULT", "ok, warning or error (ok)", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"redirects", v); }},
    {"slow-warning", "SECONDS", "a longer answer is a warning (no limit)", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"slow-warning", v); }},
    {"slow-error", "SECONDS", "a longer answer fails (no limit)", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"slow-error", v); }},
    {"certificate-days", "N", "fewer days left are a warning (0)", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"certificate-days", v); }},
    {"expect-text", "TEXT", "the body holds this; may be repeated", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"expect-text", v); }},
    {"expect-regex", "PATTERN", "the body matches this; may be repeated", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"expect-regex", v); }},
    {"expect-json", "P=V", "the body has this, as items[0].state=ok", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"expect-json", v); }},
    {"expect-header", "'K: V'", "the answer has this header", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"expect-header", v); }},
    {"rule", "'GLOB K=V'", "one of the last nine for some URLs alone",
     [](CheckCommand &c, const QString &v) { return addPatternRule(c.settings.rules, v); }},
    {"header", "'K: V'", "send this header; may be repeated", addHeader},
    {"user-agent", "TEXT", "name the client (Rollcall/" ROLLCALL_VERSION ")", setUserAgent},
    {"insecure", nullptr, "accept any certificate",
     [](CheckCommand &c, const QString &) { c.settings.transport.verifyTls = false; return Problem(); }},
    {"ca-file", "FILE", "trust the authorities in this PEM file",  setCaFile},
    {"client-cert", "FILE", "show this PEM certificate to servers that ask",
     [](CheckCommand &c, const QString &v) { c.settings.transport.clientCertificateFile = v; return Problem(); }},
    {"client-key", "FILE", "its private key, if not in the same file",
     [](CheckCommand &c, const QString &v) { c.settings.transport.clientKeyFile = v; return Problem(); }},
    {"proxy", "PROXY", "desktop, none, http(s) or socks5 URL (desktop)", setProxy},
    {"resolve", "HOST=IP", "call this host at this address; may be repeated", addHostOverride},
    {"ipv4", nullptr, "call IPv4 addresses only",
     [](CheckCommand &c, const QString &) { c.settings.transport.ipVersion = IpVersion::V4; return Problem(); }},
    {"ipv6", nullptr, "call IPv6 addresses only",
     [](CheckCommand &c, const QString &) { c.settings.transport.ipVersion = IpVersion::V6; return Problem(); }},
    {"http2", "on|off", "use HTTP/2 where the server offers it (on)", setHttp2},
    {"allow-downgrade", nullptr, "follow redirects from https to http",
     [](CheckCommand &c, const QString &) { c.settings.allowDowngrade = true; return Problem(); }},
    {"engine", "ENGINE", "exact (on libcurl) or qt (exact, if it is there)", setEngine},
    {"quiet", nullptr, "print neither table nor summary",
     [](CheckCommand &c, const QString &) { c.quiet = true; return Problem(); }},
    {"progress", "WHEN", "auto (on a terminal), always or never (auto)", setProgress},
    {"no-color", nullptr, "print without colours",
     [](CheckCommand &c, const QString &) { c.color = false; return Problem(); }},
};
// clang-format on

void addOptions(QCommandLineParser &parser)
{
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    for (const Option &option : checkOptions)
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
    for (const Option &option : checkOptions) {
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
                return notBuiltIn(QStringLiteral("--") + name, format);
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
        text += helpLine(QLatin1String(format.id), "FILE", formatTitle(format));
    text += QStringLiteral("\nAbout the reports:\n");
    for (const ReportOption &option : reportOptions())
        text += helpLine(QLatin1String(option.name), option.value, QLatin1String(option.help));
    text += QStringLiteral("\nOptions, with their defaults:\n");
    for (const Option &option : checkOptions)
        text += helpLine(QLatin1String(option.name), option.value, QLatin1String(option.help));
    text += helpLine(QStringLiteral("help"), nullptr, QStringLiteral("print this"));
    text +=
        QStringLiteral("\nExit status: 0 every URL passed; 1 at least one failed; 2 usage, input or output\n"
                       "error; 3 interrupted (what was done is written).\n");
    return text;
}

} // namespace rollcall::cli
