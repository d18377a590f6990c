// SPDX-License-Identifier: MIT
#include "ui/keptresult.h"

#include <QHashFunctions>

#include <algorithm>

namespace rollcall {

namespace {

// A list of a million hosts may have as many servers; looking for an equal one would not be worth it.
constexpr std::size_t maximumShared = 20'000;

} // namespace

ServerFacts::ServerFacts(const FetchResult &fetch)
    : contentType(fetch.contentType),
      httpVersion(fetch.httpVersion),
      remoteIp(fetch.remoteIp),
      tlsVersion(fetch.tlsVersion),
      certificateIssuer(fetch.certificateIssuer),
      certificateExpires(fetch.certificateExpires)
{
}

std::size_t SharedServerFacts::Hash::operator()(const Pointer &facts) const
{
    return qHashMulti(0, facts->contentType, facts->httpVersion, facts->remoteIp, facts->tlsVersion);
}

std::shared_ptr<const ServerFacts> SharedServerFacts::of(const FetchResult &fetch)
{
    auto facts = std::make_shared<const ServerFacts>(fetch);
    if (const auto known = m_known.find(facts); known != m_known.end())
        return *known;
    if (m_known.size() < maximumShared)
        m_known.insert(facts);
    return facts;
}

bool KeptResult::Rest::isEmpty() const
{
    return errorDetail.isEmpty() && finalUrl.isNull() && redirects.isEmpty() && furtherReasons.isEmpty() &&
           oddSha256.isEmpty();
}

KeptResult::KeptResult(const CheckResult &result, const QByteArray &url, SharedServerFacts &servers)
    : m_outcome(result.outcome),
      m_error(result.fetch.error),
      m_status(result.fetch.status),
      m_attempts(result.attempts),
      m_dns(fromTime(result.fetch.times.dns)),
      m_connect(fromTime(result.fetch.times.connect)),
      m_tls(fromTime(result.fetch.times.tls)),
      m_firstByte(fromTime(result.fetch.times.firstByte)),
      m_total(fromTime(result.fetch.times.total)),
      m_bodyBytes(result.fetch.bodyBytes),
      m_pageTitle(result.fetch.pageTitle.toUtf8()),
      m_server(servers.of(result.fetch))
{
    const FetchResult &fetch = result.fetch;
    if (fetch.reusedConnection)
        m_reusedConnection = Maybe<qint8>(*fetch.reusedConnection ? 1 : 0);
    if (fetch.wireBytes)
        m_wireBytes = Maybe<qint64>(*fetch.wireBytes);
    if (result.queueTime)
        m_queueTime = Maybe<qint64>(result.queueTime->count());
    if (result.startedAt)
        m_startedAt = Maybe<qint64>(result.startedAt->toMSecsSinceEpoch());
    Rest rest;
    rest.errorDetail = fetch.errorDetail;
    if (fetch.finalUrl != url)
        rest.finalUrl = fetch.finalUrl.isNull() ? QByteArray("") : fetch.finalUrl;
    rest.redirects = fetch.redirects;
    rest.furtherReasons = result.furtherReasons;
    keepSha256(fetch.bodySha256, rest);
    if (!rest.isEmpty())
        m_rest = std::make_unique<const Rest>(std::move(rest));
}

void KeptResult::keepSha256(const QByteArray &hexadecimal, Rest &rest)
{
    const QByteArray bytes = QByteArray::fromHex(hexadecimal);
    m_hasSha256 = bytes.size() == qsizetype(m_sha256.size()) && bytes.toHex() == hexadecimal;
    if (m_hasSha256)
        std::ranges::copy(bytes, m_sha256.begin());
    else
        rest.oddSha256 = hexadecimal;
}

CheckResult KeptResult::toCheckResult(const QByteArray &url) const
{
    CheckResult result;
    result.url = url;
    result.outcome = m_outcome;
    result.attempts = m_attempts;
    result.queueTime = queueTime();
    result.startedAt = startedAt();
    FetchResult &fetch = result.fetch;
    fetch.error = m_error;
    fetch.status = m_status;
    fetch.bodyBytes = m_bodyBytes;
    fetch.wireBytes = wireBytes();
    fetch.times = times();
    fetch.finalUrl = finalUrl(url);
    fetch.contentType = m_server->contentType;
    fetch.httpVersion = m_server->httpVersion;
    fetch.remoteIp = m_server->remoteIp;
    fetch.tlsVersion = m_server->tlsVersion;
    fetch.certificateIssuer = m_server->certificateIssuer;
    fetch.certificateExpires = m_server->certificateExpires;
    if (m_reusedConnection.isKnown())
        fetch.reusedConnection = m_reusedConnection.value() == 1;
    fetch.bodySha256 = bodySha256();
    fetch.pageTitle = pageTitle();
    if (m_rest) {
        fetch.errorDetail = m_rest->errorDetail;
        fetch.redirects = m_rest->redirects;
        result.furtherReasons = m_rest->furtherReasons;
    }
    return result;
}

std::optional<qint64> KeptResult::wireBytes() const
{
    return m_wireBytes.isKnown() ? std::optional(m_wireBytes.value()) : std::nullopt;
}

std::optional<KeptResult::Microseconds> KeptResult::queueTime() const
{
    return m_queueTime.isKnown() ? std::optional(Microseconds(m_queueTime.value())) : std::nullopt;
}

std::optional<QDateTime> KeptResult::startedAt() const
{
    return m_startedAt.isKnown() ? std::optional(QDateTime::fromMSecsSinceEpoch(m_startedAt.value(), Qt::UTC))
                                 : std::nullopt;
}

FetchTimes KeptResult::times() const
{
    FetchTimes times;
    times.dns = toTime(m_dns);
    times.connect = toTime(m_connect);
    times.tls = toTime(m_tls);
    times.firstByte = toTime(m_firstByte);
    times.total = toTime(m_total);
    return times;
}

QByteArray KeptResult::bodySha256() const
{
    if (m_hasSha256)
        return QByteArray::fromRawData(m_sha256.data(), qsizetype(m_sha256.size())).toHex();
    return m_rest ? m_rest->oddSha256 : QByteArray();
}

QByteArray KeptResult::finalUrl(const QByteArray &url) const
{
    return m_rest && !m_rest->finalUrl.isNull() ? m_rest->finalUrl : url;
}

KeptResult::Time KeptResult::fromTime(const std::optional<Microseconds> &time)
{
    constexpr qint64 most = std::numeric_limits<quint32>::max() - 1;
    return time ? Time(quint32(std::clamp<qint64>(time->count(), 0, most))) : Time();
}

std::optional<KeptResult::Microseconds> KeptResult::toTime(Time time)
{
    return time.isKnown() ? std::optional(Microseconds(time.value())) : std::nullopt;
}

} // namespace rollcall
