// SPDX-License-Identifier: MIT
#include "core/check/callplanner.h"

#include "core/check/retryafter.h"
#include "core/url/normalizeurl.h"

#include <algorithm>

namespace rollcall {

CallPlanner::CallPlanner(const UrlList &list, const CheckSettings &settings, quint32 seed)
    : m_list(list),
      m_queue(list, settings.limits.perHost),
      m_watch(settings.politeness, settings.limits.ratePerHost, seed)
{
    m_pacer.setRate(settings.limits.rate);
}

std::optional<CallPlanner::Pick> CallPlanner::take(TimePoint now)
{
    if (m_pacer.next() > now)
        return std::nullopt;
    const std::optional<Pick> pick = m_queue.take(now);
    if (pick && schemeOf(m_list[pick->index].url) != UrlScheme::Other) {
        m_pacer.take(now);
        m_watch.callBegins(pick->hostId, now);
        m_queue.hold(pick->hostId, m_watch.notBefore(pick->hostId));
    }
    return pick;
}

std::optional<CallPlanner::TimePoint> CallPlanner::nextTime() const
{
    const std::optional<TimePoint> next = m_queue.nextTime();
    if (!next)
        return std::nullopt;
    return std::max(*next, m_pacer.next());
}

CallPlanner::GivenUp CallPlanner::end(const Pick &pick, const FetchResult *result, TimePoint began,
                                      TimePoint now)
{
    m_queue.release(pick);
    if (!result)
        return {};
    CallEnd end;
    end.sign = hostSign(*result);
    end.error = result->error;
    end.began = began;
    end.ended = now;
    if (end.sign == HostSign::Busy)
        end.retryAfter = retryAfter(*result, QDateTime::currentDateTimeUtc());
    const int host = endingHost(pick, *result);
    if (host != pick.hostId) {
        CallEnd redirect = end;
        redirect.sign = HostSign::Fine;
        tell(pick.hostId, redirect);
    }
    if (host < 0)
        return {};
    tell(host, end);
    const std::optional<HostWatch::GivenUp> reason = m_watch.givenUp(host);
    if (!reason)
        return {};
    return {*reason, m_queue.removeHost(host)};
}

void CallPlanner::putBack(qsizetype index, int hostId, int calls, TimePoint now)
{
    m_queue.putBack(index, hostId, now + m_watch.pauseAfter(calls));
}

void CallPlanner::setLimits(const CheckLimits &limits)
{
    m_queue.setPerHost(m_isSlow ? 1 : limits.perHost);
    m_pacer.setRate(limits.rate);
    m_watch.setRate(limits.ratePerHost);
    for (const int host : m_watch.hosts())
        m_queue.hold(host, m_watch.notBefore(host));
}

void CallPlanner::goSlowly()
{
    m_isSlow = true;
    m_queue.setPerHost(1);
}

void CallPlanner::tell(int hostId, const CallEnd &end)
{
    m_watch.callEnds(hostId, end);
    m_queue.hold(hostId, m_watch.notBefore(hostId));
}

/// The host of the last hop; -1 if it is not one of the list's.
int CallPlanner::endingHost(const Pick &pick, const FetchResult &result) const
{
    if (result.redirects.isEmpty())
        return pick.hostId;
    return m_queue.hostId(hostKey(result.finalUrl)).value_or(-1);
}

} // namespace rollcall
