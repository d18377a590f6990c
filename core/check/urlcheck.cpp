// SPDX-License-Identifier: MIT
#include "core/check/urlcheck.h"

#include "core/check/botwall.h"
#include "core/check/verdict.h"
#include "core/net/fetcher.h"
#include "core/url/normalizeurl.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

/// Framing is for whoever carries the request to decide; a list that was made from recorded traffic may have
/// fields for it.
bool isFraming(const HeaderField &field)
{
    constexpr std::array<const char *, 3> names = {"Content-Length", "Transfer-Encoding", "Connection"};
    return std::any_of(names.begin(), names.end(), [&field](const char *name) {
        return field.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QList<HeaderField> headersFor(const EntryDetails &details, const CheckSettings &settings)
{
    QList<HeaderField> headers = settings.headers;
    for (const HeaderField &field : details.headers) {
        if (!isFraming(field))
            headers.append(field); // of two with the same name, the later one is sent
    }
    return headers;
}

FetchRequest makeRequest(const CheckSettings &settings, const Rules &rules, const UrlCheckContext &context)
{
    FetchRequest request = requestFor(context.entry, settings);
    request.keptBodyBytes = rules.needsBody() ? examinedBytes : 0;
    request.keptErrorBodyBytes = botWallBytes;
    request.keepConnection = context.keepConnection;
    request.lane = context.lane;
    return request;
}

} // namespace

FetchRequest requestFor(const UrlEntry &entry, const CheckSettings &settings)
{
    const EntryDetails &details = entry.details();
    FetchRequest request;
    request.url = entry.url;
    request.method = methodFor(entry, settings);
    request.headers = details.headers.isEmpty() ? settings.headers : headersFor(details, settings);
    request.body = details.method.isEmpty() && details.body.isEmpty() ? settings.body : details.body;
    request.allowDowngrade = settings.allowDowngrade;
    request.userAgent =
        settings.userAgent.isEmpty() ? QByteArrayLiteral("Rollcall/" ROLLCALL_VERSION) : settings.userAgent;
    request.timeout = details.timeLimit.value_or(settings.timeout);
    request.connectTimeout = settings.connectTimeout;
    request.firstByteTimeout = settings.firstByteTimeout;
    request.idleTimeout = settings.idleTimeout;
    request.maxRedirects = settings.maxRedirects;
    request.maxBodyBytes = settings.maxBodyBytes;
    return request;
}

bool isTransient(const FetchResult &result)
{
    constexpr std::array kinds = {ErrorKind::DnsFailure,      ErrorKind::NetworkUnreachable,
                                  ErrorKind::ConnectTimeout,  ErrorKind::ConnectionClosed,
                                  ErrorKind::ConnectionReset, ErrorKind::Truncated,
                                  ErrorKind::RateLimited,     ErrorKind::LocalNetwork};
    constexpr std::array statuses = {408, 500, 502, 503, 504, 522, 524}; // those that curl --retry repeats
    if (result.error == ErrorKind::HttpClientError || result.error == ErrorKind::HttpServerError)
        return std::find(statuses.begin(), statuses.end(), result.status) != statuses.end();
    return std::find(kinds.begin(), kinds.end(), result.error) != kinds.end();
}

bool deservesSecondRound(const FetchResult &result)
{
    return isTransient(result) && result.error != ErrorKind::ConnectTimeout &&
           result.error != ErrorKind::DnsFailure;
}

QByteArray methodFor(const UrlEntry &entry, const CheckSettings &settings)
{
    const QByteArray &own = entry.details().method;
    return own.isEmpty() ? verbOf(settings.method) : own;
}

async::Coroutine<void> checkUrl(UrlFetcher *fetcher, const CheckSettings *settings, UrlCheckContext context,
                                CheckResult *result)
{
    const Rules rules = settings->rules.rulesFor(context.entry.url, rulesOf(context.entry.details()));
    result->startedAt = QDateTime::currentDateTimeUtc();
    if (schemeOf(context.entry.url) == UrlScheme::Other) {
        result->fetch.error = ErrorKind::UnsupportedScheme;
        result->fetch.finalUrl = context.entry.url;
    } else {
        ++result->attempts;
        async::Coroutine<FetchResult> fetching = fetcher->fetch(makeRequest(*settings, rules, context));
        result->fetch = co_await std::move(fetching);
    }
    apply(judge(result->fetch, rules, *result->startedAt, context.previous), *result);
}

} // namespace rollcall
