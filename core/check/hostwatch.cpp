// SPDX-License-Identifier: MIT
#include "core/check/hostwatch.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace rollcall {

namespace {

using std::chrono::milliseconds;

milliseconds scaled(milliseconds time, double factor)
{
    return std::chrono::round<milliseconds>(factor * std::chrono::duration<double, std::milli>(time));
}

} // namespace

HostSign hostSign(const FetchResult &result)
{
    constexpr std::array unreachable = {ErrorKind::DnsNotFound, ErrorKind::DnsFailure,
                                        ErrorKind::ConnectionRefused, ErrorKind::NetworkUnreachable,
                                        ErrorKind::ConnectTimeout};
    if (std::find(unreachable.begin(), unreachable.end(), result.error) != unreachable.end())
        return HostSign::Unreachable;
    const bool isBusy = result.error == ErrorKind::RateLimited ||
                        (result.error == ErrorKind::HttpServerError && result.status == 503);
    return isBusy ? HostSign::Busy : HostSign::Fine;
}

HostWatch::HostWatch(Politeness politeness, std::optional<double> ratePerHost, quint32 seed)
    : m_politeness(politeness),
      m_rate(ratePerHost),
      m_random(seed)
{
}

void HostWatch::setRate(std::optional<double> perSecond)
{
    m_rate = perSecond;
    for (auto &[host, record] : m_records)
        record.rate.setRate(perSecond);
}

void HostWatch::callBegins(int host, TimePoint now)
{
    auto record = m_records.find(host);
    if (record == m_records.end()) {
        if (!m_rate)
            return;
        record = m_records.emplace(host, Record()).first;
        record->second.rate.setRate(m_rate);
    }
    record->second.rate.take(now);
    record->second.pace.take(now);
}

void HostWatch::callEnds(int host, const CallEnd &end)
{
    constexpr std::chrono::milliseconds shortestInterval(20);
    if (end.sign == HostSign::Fine) {
        const auto known = m_records.find(host);
        if (known == m_records.end())
            return;
        Record &record = known->second;
        record.busyInRow = 0;
        record.failing = GivenUp();
        const auto interval = record.pace.interval() * 9 / 10;
        record.pace.setInterval(interval < shortestInterval ? std::chrono::nanoseconds(0) : interval);
        return;
    }
    Record &record = m_records[host];
    record.rate.setRate(m_rate);
    record.failing.error = end.error;
    if (end.sign == HostSign::Busy)
        noteBusy(record, end);
    else
        ++record.failing.calls;
}

void HostWatch::noteBusy(Record &record, const CallEnd &end)
{
    // Calls that were under way when the host first complained say nothing new.
    if (end.began >= record.lastBusy) {
        record.lastBusy = end.ended;
        ++record.busyInRow;
        ++record.failing.calls;
        if (end.error == ErrorKind::RateLimited) {
            const auto longest = std::chrono::nanoseconds(m_politeness.longestPause / 4);
            const auto shortest = std::chrono::nanoseconds(m_politeness.firstPause / 2);
            record.pace.setInterval(
                std::clamp(record.pace.interval() * 2, shortest, std::max(shortest, longest)));
            record.pace.take(end.began);
        }
    }
    milliseconds pause = pauseAfter(record.busyInRow);
    if (end.retryAfter)
        pause =
            std::min<milliseconds>(scaled(*end.retryAfter, 1 + 0.1 * chance()), m_politeness.longestPause);
    record.heldUntil = std::max(record.heldUntil, end.ended + pause);
}

HostWatch::TimePoint HostWatch::notBefore(int host) const
{
    const auto known = m_records.find(host);
    if (known == m_records.end())
        return TimePoint::min();
    const Record &record = known->second;
    return std::max({record.heldUntil, record.rate.next(), record.pace.next()});
}

std::optional<HostWatch::GivenUp> HostWatch::givenUp(int host) const
{
    const auto known = m_records.find(host);
    if (known == m_records.end() || m_politeness.giveUpAfter == 0 ||
        known->second.failing.calls < m_politeness.giveUpAfter)
        return std::nullopt;
    return known->second.failing;
}

QList<int> HostWatch::hosts() const
{
    QList<int> hosts;
    for (const auto &[host, record] : m_records)
        hosts.append(host);
    return hosts;
}

milliseconds HostWatch::pauseAfter(int calls)
{
    const int doublings = std::clamp(calls - 1, 0, 30);
    const milliseconds longest = std::max(m_politeness.longestPause / 4, m_politeness.firstPause);
    const milliseconds pause = std::min(m_politeness.firstPause * (std::int64_t(1) << doublings), longest);
    return scaled(pause, 0.75 + 0.5 * chance());
}

} // namespace rollcall
