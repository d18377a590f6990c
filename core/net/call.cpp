// SPDX-License-Identifier: MIT
#include "core/net/call.h"

#include "core/async/timeout.h"
#include "core/net/accessmanagers.h"
#include "core/net/hostresolver.h"
#include "core/net/localnetwork.h"
#include "core/net/responsehead.h"
#include "core/url/urlparts.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;

} // namespace

Call::Call(AccessManagers &managers, HostResolver &resolver, FetchRequest request)
    : m_managers(managers),
      m_resolver(resolver),
      m_request(std::move(request)),
      m_target(m_request),
      m_began(m_request.started)
{
    m_result.finalUrl = m_target.address();
    const UrlParts parts(m_request.url);
    if (!parts.fragment.isEmpty())
        m_result.finalUrl += parts.fragment;
}

async::Coroutine<void> Call::run()
{
    if (!m_managers.lane(m_request.lane).accepts(m_target.address()))
        fail(ErrorKind::InvalidUrl);
    while (!m_isDone && !hasFailed()) {
        async::Coroutine<void> next = hop();
        co_await std::move(next);
    }
}

async::Coroutine<void> Call::hop()
{
    m_hopStarted = async::Clock::now();
    async::Timeout limit(m_request.connectTimeout);
    async::Coroutine<void> connecting = connectHop();
    async::Coroutine<void> limited = limit.run(std::move(connecting));
    try {
        co_await std::move(limited);
    } catch (const async::TimedOut &) {
        fail(ErrorKind::ConnectTimeout, QStringLiteral("%1 ms").arg(m_request.connectTimeout.count()));
    }
    if (!hasFailed()) {
        async::Coroutine<void> reading = readAnswer();
        co_await std::move(reading);
        endHop();
    }
    m_exchange.reset();
}

async::Coroutine<void> Call::connectHop()
{
    if (m_managers.isProxied(m_target.address())) {
        async::Coroutine<void> connected = untilConnected({});
        co_await std::move(connected);
        co_return;
    }
    async::Coroutine<HostLookup> looking =
        m_resolver.lookUp(QString::fromLatin1(UrlParts(m_target.address()).hostName()));
    const HostLookup lookup = co_await std::move(looking);
    m_result.times.dns = lookup.time;
    switch (lookup.status) {
    case LookupStatus::Found: {
        async::Coroutine<void> connected = untilConnected(lookup.addresses);
        co_await std::move(connected);
        break;
    }
    case LookupStatus::NotFound:
        fail(ErrorKind::DnsNotFound, lookup.detail);
        break;
    case LookupStatus::Failed:
        fail(ErrorKind::DnsFailure, lookup.detail);
        break;
    }
}

async::Coroutine<void> Call::untilConnected(QList<QHostAddress> addresses)
{
    m_exchange = m_managers.lane(m_request.lane).begin(m_target.request(std::move(addresses)));
    while (!m_exchange->isConnected())
        co_await m_exchange->nextEvent();
}

/// Under two limits that follow each other: on the first byte, then on each pause.
async::Coroutine<void> Call::readAnswer()
{
    async::Timeout limit(m_request.firstByteTimeout);
    async::Coroutine<void> reading = readAll(&limit);
    async::Coroutine<void> limited = limit.run(std::move(reading));
    try {
        co_await std::move(limited);
    } catch (const async::TimedOut &) {
        if (m_body)
            fail(ErrorKind::Timeout, QStringLiteral("nothing for %1 ms, %2 bytes so far")
                                         .arg(m_request.idleTimeout->count())
                                         .arg(m_body->wireBytes()));
        else
            fail(ErrorKind::FirstByteTimeout,
                 QStringLiteral("%1 ms").arg(m_request.firstByteTimeout->count()));
    }
}

async::Coroutine<void> Call::readAll(async::Timeout *limit)
{
    for (;;) {
        if (m_exchange->hasHead() && !m_body)
            readHead();
        if (m_body)
            readBody();
        if (hasFailed() || m_exchange->isFinished())
            break;
        if (m_body && m_request.idleTimeout)
            limit->reschedule(async::fromNow(*m_request.idleTimeout));
        else if (m_body && m_request.firstByteTimeout)
            limit->reschedule(std::nullopt);
        co_await m_exchange->nextEvent();
    }
}

ReplyFacts Call::facts() const
{
    ReplyFacts facts = m_exchange->facts();
    // Qt does not say who refused, and has no word for a SOCKS proxy that does.
    const bool mayBeTheProxys =
        facts.error == ErrorKind::ConnectionRefused || facts.error == ErrorKind::Internal;
    if (mayBeTheProxys && m_managers.isProxied(m_target.address()))
        facts.error = ErrorKind::ProxyError;
    return facts;
}

void Call::note(const ReplyFacts &facts)
{
    noteBegin(facts);
    FetchTimes &times = m_result.times;
    if (facts.dns)
        times.dns = facts.dns;
    times.connect = facts.connect;
    times.tls = facts.tls;
    m_result.reusedConnection = facts.reusedConnection;
    m_result.remoteIp = facts.remoteIp;
    m_result.httpVersion = facts.httpVersion;
    m_result.tlsVersion = facts.tlsVersion;
    m_result.certificates = facts.certificates;
    const CertificateFacts own = facts.certificates.value(0);
    m_result.certificateIssuer = own.issuer;
    m_result.certificateExpires = own.expires;
}

/// Until then the request waited in this program, which is no time of the server's.
void Call::noteBegin(const ReplyFacts &facts)
{
    const bool wasLookedUp = m_result.times.dns || facts.dns;
    if (!m_result.redirects.isEmpty() || wasLookedUp || !facts.began)
        return;
    m_began = *facts.began;
    m_result.times.held = duration_cast<microseconds>(m_began - m_request.started);
}

void Call::readHead()
{
    const ReplyFacts known = facts();
    note(known);
    m_result.status = m_exchange->status();
    m_result.contentType = m_exchange->header("Content-Type");
    m_result.times.firstByte = sinceBegin(known.firstByte.value_or(async::Clock::now()));
    m_body = std::make_unique<BodyMeter>(m_result.contentType, m_exchange->header("Content-Encoding"),
                                         m_request.maxBodyBytes);
    m_body->keepPrefix(keptBodyBytes());
    keepHeaders();
}

qint64 Call::keptBodyBytes() const
{
    return m_result.status < 400 ? m_request.keptBodyBytes
                                 : std::max(m_request.keptBodyBytes, m_request.keptErrorBodyBytes);
}

void Call::keepHeaders()
{
    m_result.responseHeaders = m_exchange->headers();
    qsizetype bytes = 0;
    const auto isTooMuch = [&bytes](const HeaderField &field) {
        bytes += field.first.size() + field.second.size();
        return bytes > keptHeaderBytes;
    };
    const QList<HeaderField> &fields = std::as_const(m_result.responseHeaders);
    const auto end = std::find_if(fields.begin(), fields.end(), isTooMuch);
    if (end != fields.end())
        m_result.responseHeaders.resize(end - fields.begin());
}

void Call::readBody()
{
    std::array<char, 64 * 1024> buffer;
    while (!hasFailed()) {
        const qint64 count = m_exchange->read(buffer.data(), buffer.size());
        if (count == 0)
            break;
        const ErrorKind error = m_body->feed(QByteArrayView(buffer.data(), count));
        m_result.wireBytes = m_body->wireBytes();
        m_result.bodyBytes = m_body->bodyBytes();
        if (error == ErrorKind::ContentDecoding)
            fail(error, QStringLiteral("Content-Encoding: %1")
                            .arg(QString::fromLatin1(m_exchange->header("Content-Encoding").left(50))));
        else if (error == ErrorKind::BodyTooLarge)
            fail(error, QStringLiteral("more than %1 bytes").arg(m_request.maxBodyBytes));
    }
}

void Call::endHop()
{
    if (hasFailed())
        return;
    const ReplyFacts known = facts();
    if (known.error != ErrorKind::None) {
        note(known);
        fail(known.error, known.errorDetail);
        return;
    }
    if (!m_body) {
        fail(ErrorKind::MalformedResponse);
        return;
    }
    m_ended = known.lastByte.value_or(async::Clock::now());
    m_result.wireBytes = m_body->wireBytes();
    checkLength();
    if (!hasFailed() && !m_target.isHead() && m_body->finish() != ErrorKind::None)
        fail(ErrorKind::ContentDecoding, QStringLiteral("the compressed data ends too early"));
    if (hasFailed())
        return;
    if (isRedirect()) {
        followRedirect();
        return;
    }
    m_result.bodySha256 = m_body->sha256();
    m_result.pageTitle = m_body->title();
    m_isDone = true;
}

/// Qt 6.4 does not hold all answers against the length that they announce.
void Call::checkLength()
{
    const int status = m_result.status;
    const bool hasNoBody = m_target.isHead() || status == 204 || status == 304;
    if (hasNoBody || !m_exchange->header("Transfer-Encoding").isNull())
        return;
    const QByteArray field = m_exchange->header("Content-Length");
    if (field.isNull())
        return;
    const std::optional<qint64> announced = contentLengthFromField(field);
    if (!announced)
        fail(ErrorKind::MalformedResponse, QStringLiteral("Content-Length is no number"));
    else if (*announced != m_body->wireBytes())
        fail(ErrorKind::Truncated,
             QStringLiteral("got %1 of %2 bytes").arg(m_body->wireBytes()).arg(*announced));
}

bool Call::isRedirect() const
{
    constexpr std::array redirects = {301, 302, 303, 307, 308};
    return std::find(redirects.begin(), redirects.end(), m_result.status) != redirects.end() &&
           !m_exchange->header("Location").isEmpty();
}

void Call::followRedirect()
{
    const QByteArray location = m_exchange->header("Location");
    const auto time = duration_cast<microseconds>(m_ended - std::max(m_hopStarted, m_began));
    m_result.redirects.append(RedirectHop(m_result.finalUrl, m_result.status, time));
    m_body.reset();
    QString detail;
    const ErrorKind problem = m_target.follow(m_result.status, location, detail);
    if (problem != ErrorKind::None) {
        fail(problem, detail);
        return;
    }
    m_result.finalUrl = m_target.address();
    m_result.status = 0;
    m_result.contentType.clear();
    m_result.responseHeaders.clear();
    m_result.bodyBytes = 0;
    m_result.wireBytes.reset();
    m_result.times.firstByte.reset();
}

void Call::fail(ErrorKind kind, QString detail)
{
    const bool mayBeOurs = kind == ErrorKind::DnsFailure || kind == ErrorKind::NetworkUnreachable;
    m_result.error = mayBeOurs && isOffline() ? ErrorKind::LocalNetwork : kind;
    m_result.errorDetail = std::move(detail);
}

void Call::failByDeadline()
{
    const auto limit = QStringLiteral("%1 ms").arg(m_request.timeout.count());
    if (m_body)
        fail(ErrorKind::Timeout, QStringLiteral("%1, %2 bytes so far").arg(limit).arg(m_body->wireBytes()));
    else if (m_exchange && m_exchange->isConnected())
        fail(ErrorKind::Timeout, QStringLiteral("%1, connected, then no answer").arg(limit));
    else
        fail(ErrorKind::Timeout, QStringLiteral("%1, not connected yet").arg(limit));
}

FetchResult Call::takeResult()
{
    m_result.times.total = sinceBegin(hasFailed() ? async::Clock::now() : m_ended);
    if (m_body)
        m_result.bodyPrefix = m_body->takePrefix();
    return std::move(m_result);
}

microseconds Call::sinceBegin(async::Clock::time_point moment) const
{
    return duration_cast<microseconds>(moment - m_began);
}

} // namespace rollcall
