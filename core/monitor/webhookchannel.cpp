// SPDX-License-Identifier: MIT
#include "core/monitor/webhookchannel.h"

#include "core/check/retryafter.h"
#include "core/net/fetcher.h"
#include "core/net/hostresolver.h"
#include "core/url/redact.h"

#include <algorithm>
#include <array>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

bool isWorthAnotherTry(int status)
{
    constexpr std::array passing = {408, 425, 429};
    return status < 400 || status > 499 || std::find(passing.begin(), passing.end(), status) != passing.end();
}

Delivery deliveryOf(const FetchResult &answer)
{
    // Whatever becomes of the body of such an answer, the message was taken.
    if (answer.status >= 200 && answer.status <= 299)
        return {};
    const bool isError = answer.error != ErrorKind::None;
    const QString reason = isError ? u"%1: %2"_s.arg(QLatin1String(errorKindInfo(answer.error).title),
                                                     redacted(answer.errorDetail))
                                   : u"the answer is HTTP %1"_s.arg(answer.status);
    const bool again = isError || isWorthAnotherTry(answer.status);
    Delivery delivery(again ? Delivery::End::FailedForNow : Delivery::End::FailedForGood, reason);
    delivery.retryAfter = retryAfter(answer, QDateTime::currentDateTimeUtc());
    return delivery;
}

} // namespace

WebhookChannel::WebhookChannel(Webhook webhook)
    : m_webhook(std::move(webhook)),
      m_managers(m_webhook.transport)
{
}

async::Coroutine<Delivery> WebhookChannel::deliver(AlertMessage message)
{
    FetchRequest request;
    request.url = m_webhook.url;
    request.method = "POST";
    request.headers = m_webhook.headers;
    request.headers.append(HeaderField("Content-Type", "application/json"));
    request.headers.append(HeaderField("Idempotency-Key", message.id()));
    request.body = m_webhook.body.render(message);
    request.userAgent = QByteArrayLiteral("Rollcall/" ROLLCALL_VERSION);
    request.timeout = m_webhook.timeout;
    request.maxRedirects = 0;                 // most would turn the request into a GET
    request.maxBodyBytes = qint64(64) * 1024; // the answer is of no interest
    request.keepConnection = false;

    HostResolver resolver(m_webhook.transport.ipVersion, m_webhook.transport.hostOverrides);
    Fetcher fetcher(m_managers, resolver);
    async::Coroutine<FetchResult> calling = fetcher.fetch(std::move(request));
    const FetchResult answer = co_await std::move(calling);
    Delivery delivery = deliveryOf(answer);
    co_return delivery;
}

} // namespace rollcall
