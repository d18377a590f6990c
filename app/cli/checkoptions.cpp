// SPDX-License-Identifier: MIT
#include "app/cli/checkoptions.h"

#include "app/cli/checkcommand.h"
#include "core/check/ruletext.h"
#include "core/check/settingtext.h"
#include "core/url/httptoken.h"

#include <QFile>
#include <QHostAddress>

namespace rollcall::cli {

namespace {

/// See CheckOption::apply.
using Problem = QString;

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

/// The text itself, or what is in the file that "@FILE" names; nothing when it cannot be read.
std::optional<QByteArray> textOrFile(const QString &value)
{
    if (!value.startsWith(u'@'))
        return value.toUtf8();
    QFile file(value.sliced(1));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

Problem setBody(CheckCommand &command, const QString &value)
{
    const std::optional<QByteArray> body = textOrFile(value);
    if (!body)
        return QStringLiteral("takes a text, or @ and the name of a file that can be read");
    command.settings.body = *body;
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
    if (value.isEmpty() || !isFieldValue(value.toUtf8()))
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

Problem setPrevious(CheckCommand &command, const QString &value)
{
    if (value.isEmpty())
        return QStringLiteral("takes the name of a file");
    command.previous = value;
    return {};
}

Problem setCredentials(CheckCommand &command, const QByteArray &field)
{
    command.settings.headers.append({"Authorization", field});
    return {};
}

Problem setUser(CheckCommand &command, const QString &value)
{
    const QByteArray user = textOrFile(value).value_or(QByteArray()).trimmed();
    if (!user.contains(':'))
        return QStringLiteral("takes NAME:PASSWORD, or @ and the name of a file that holds it");
    return setCredentials(command, "Basic " + user.toBase64());
}

Problem setBearer(CheckCommand &command, const QString &value)
{
    const QByteArray token = textOrFile(value).value_or(QByteArray()).trimmed();
    if (token.isEmpty() || !isFieldValue(token))
        return QStringLiteral("takes a token, or @ and the name of a file that holds it");
    return setCredentials(command, "Bearer " + token);
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

Problem setHistory(CheckCommand &command, const QString &value)
{
    if (value.isEmpty() || value == u"-")
        return QStringLiteral("takes the name of a file");
    command.history = value;
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
constexpr CheckOption table[] = {
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
    {"content-change", "on|off", "a body that is not as before is a warning (off)",
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"content-change", v); }},
    {"size-change", "PERCENT", "a body longer or shorter by more, too (0: never)",
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"size-change", v); }},
    {"previous", "FILE", "\"before\" is in these results: JSON lines", setPrevious},
    {"expect-text", "TEXT", "the body holds this; may be repeated", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"expect-text", v); }},
    {"expect-regex", "PATTERN", "the body matches this; may be repeated", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"expect-regex", v); }},
    {"expect-json", "P=V", "the body has this, as items[0].state=ok", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"expect-json", v); }},
    {"expect-header", "'K: V'", "the answer has this header", 
     [](CheckCommand &c, const QString &v) { return setRule(c.settings.rules.general, u"expect-header", v); }},
    {"rule", "'GLOB K=V'", "one of these, but previous, for some URLs",
     [](CheckCommand &c, const QString &v) { return addPatternRule(c.settings.rules, v); }},
    {"header", "'K: V'", "send this header; may be repeated", addHeader},
    {"user", "NAME:PASSWORD", "basic credentials", setUser},
    {"bearer", "TOKEN", "a bearer token", setBearer},
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
    {"history", "FILE", "keep the results in this history, too", setHistory},
    {"quiet", nullptr, "print neither table nor summary",
     [](CheckCommand &c, const QString &) { c.quiet = true; return Problem(); }},
    {"progress", "WHEN", "auto (on a terminal), always or never (auto)", setProgress},
    {"no-color", nullptr, "print without colours",
     [](CheckCommand &c, const QString &) { c.color = false; return Problem(); }},
};
// clang-format on

} // namespace

std::span<const CheckOption> checkOptions()
{
    return table;
}

} // namespace rollcall::cli
