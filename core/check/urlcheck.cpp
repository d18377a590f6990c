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

FetchRequest makeRequest(const QByteArray &url, const CheckSettings &settings, const UrlCheckContext &context)
{
    FetchRequest request;
    request.url = url;
    request.method = settings.method;
    request.headers = settings.headers;
    request.body = settings.body;
    request.allowDowngrade = settings.allowDowngrade;
    request.userAgent =
        settings.userAgent.isEmpty() ? QByteArrayLiteral("Rollcall/" ROLLCALL_VERSION) : settings.userAgent;
    request.timeout = settings.timeout;
    request.connectTimeout = settings.connectTimeout;
    request.firstByteTimeout = settings.firstByteTimeout;
    request.idleTimeout = settings.idleTimeout;
    request.maxRedirects = settings.maxRedirects;
    request.maxBodyBytes = settings.maxBodyBytes;
    request.keptBodyBytes = context.rules.needsBody() ? examinedBytes : 0;
    request.keptErrorBodyBytes = botWallBytes;
    request.keepConnection = context.keepConnection;
    request.lane = context.lane;
    return request;
}

void giveVerdict(CheckResult &result, const Rules &rules)
{
    apply(judge(result.fetch, rules, result.startedAt.value_or(QDateTime::currentDateTimeUtc())), result);
}

} // namespace

bool isTransient(const FetchResult &result)
{
    constexpr std::array kinds = {ErrorKind::DnsFailure,      ErrorKind::NetworkUnreachable,
                                  ErrorKind::ConnectTimeout,  ErrorKind::ConnectionClosed,
                                  ErrorKind::ConnectionReset, ErrorKind::Truncated,
                                  ErrorKind::RateLimited};
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

async::Coroutine<void> checkUrl(Fetcher *fetcher, CheckSettings settings, UrlCheckContext context,
                                CheckResult *result)
{
    result->startedAt = QDateTime::currentDateTimeUtc();
    FetchRequest request = makeRequest(result->url, settings, context);
    if (schemeOf(result->url) == UrlScheme::Other) {
        result->fetch.error = ErrorKind::UnsupportedScheme;
        result->fetch.finalUrl = result->url;
        giveVerdict(*result, context.rules);
        co_return;
    }
    ++result->attempts;
    async::Coroutine<FetchResult> fetching = fetcher->fetch(std::move(request));
    result->fetch = co_await std::move(fetching);
    giveVerdict(*result, context.rules);
}

} // namespace rollcall
