// SPDX-License-Identifier: MIT
#include "core/check/hostqueue.h"

#include <algorithm>

namespace rollcall {

QByteArray hostKey(const QByteArray &url)
{
    const qsizetype schemeEnd = url.indexOf("://");
    if (schemeEnd < 0)
        return {};
    const qsizetype begin = schemeEnd + 3;
    const auto isEnd = [](char c) { return c == '/' || c == '?' || c == '#'; };
    const auto end = std::find_if(url.begin() + begin, url.end(), isEnd) - url.begin();
    QByteArray authority = url.mid(begin, end - begin);
    authority.remove(0, authority.lastIndexOf('@') + 1);
    const bool hasPort = authority.lastIndexOf(':') > authority.lastIndexOf(']');
    if (!hasPort)
        authority += url.startsWith("https:") ? ":443" : ":80";
    return authority;
}

HostQueue::HostQueue(const UrlList &list, int perHost) : m_perHost(perHost), m_pending(list.size())
{
    Q_ASSERT(perHost >= 1);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QByteArray key = hostKey(list[i].url);
        auto id = m_ids.constFind(key);
        if (id == m_ids.constEnd()) {
            id = m_ids.insert(key, int(m_hosts.size()));
            m_hosts.emplace_back();
        }
        m_hosts[std::size_t(*id)].positions.push_back(i);
    }
    for (std::size_t id = 0; id < m_hosts.size(); ++id)
        makeEligible(int(id));
}

std::optional<HostQueue::Pick> HostQueue::take(TimePoint now)
{
    wake(now);
    if (m_eligible.empty())
        return std::nullopt;
    const int id = m_eligible.begin()->second;
    Host &host = m_hosts[std::size_t(id)];
    const qsizetype index = takePosition(host, now);
    ++host.active;
    --m_pending;
    const int slot = takeSlot(host);
    updateEligibility(id);
    return Pick(index, id, slot, host.hasPending());
}

void HostQueue::release(const Pick &pick)
{
    Host &host = m_hosts[std::size_t(pick.hostId)];
    --host.active;
    host.slots[std::size_t(pick.slot)] = false;
    updateEligibility(pick.hostId);
}

void HostQueue::putBack(qsizetype index, int hostId, TimePoint notBefore)
{
    m_hosts[std::size_t(hostId)].putBack.emplace(notBefore, index);
    ++m_pending;
    updateEligibility(hostId);
}

void HostQueue::hold(int hostId, TimePoint until)
{
    Host &host = m_hosts[std::size_t(hostId)];
    if (host.heldUntil == until)
        return;
    host.heldUntil = until;
    updateEligibility(hostId);
}

void HostQueue::setPerHost(int perHost)
{
    Q_ASSERT(perHost >= 1);
    m_perHost = perHost;
    for (std::size_t id = 0; id < m_hosts.size(); ++id)
        updateEligibility(int(id));
}

std::vector<qsizetype> HostQueue::removeHost(int hostId)
{
    Host &host = m_hosts[std::size_t(hostId)];
    std::vector<qsizetype> removed(host.positions.begin() + std::ptrdiff_t(host.next), host.positions.end());
    for (const auto &[notBefore, index] : host.putBack)
        removed.push_back(index);
    host.next = host.positions.size();
    host.putBack.clear();
    m_pending -= qsizetype(removed.size());
    updateEligibility(hostId);
    std::sort(removed.begin(), removed.end());
    return removed;
}

std::vector<qsizetype> HostQueue::removeAll()
{
    std::vector<qsizetype> removed;
    for (std::size_t id = 0; id < m_hosts.size(); ++id) {
        const std::vector<qsizetype> ofHost = removeHost(int(id));
        removed.insert(removed.end(), ofHost.begin(), ofHost.end());
    }
    std::sort(removed.begin(), removed.end());
    return removed;
}

std::optional<HostQueue::TimePoint> HostQueue::nextTime() const
{
    if (!m_eligible.empty())
        return TimePoint::min();
    if (m_sleeping.empty())
        return std::nullopt;
    return m_sleeping.begin()->first;
}

std::optional<int> HostQueue::hostId(const QByteArray &key) const
{
    const auto id = m_ids.constFind(key);
    if (id == m_ids.constEnd())
        return std::nullopt;
    return *id;
}

void HostQueue::wake(TimePoint now)
{
    while (!m_sleeping.empty() && m_sleeping.begin()->first <= now) {
        const int id = m_sleeping.begin()->second;
        m_sleeping.erase(m_sleeping.begin());
        m_hosts[std::size_t(id)].sleepsUntil.reset();
        makeEligible(id);
    }
}

void HostQueue::updateEligibility(int hostId)
{
    Host &host = m_hosts[std::size_t(hostId)];
    if (host.eligibleAs)
        m_eligible.erase({*std::exchange(host.eligibleAs, {}), hostId});
    if (host.sleepsUntil)
        m_sleeping.erase({*std::exchange(host.sleepsUntil, {}), hostId});
    if (!host.hasPending() || host.active >= m_perHost)
        return;
    const TimePoint ready =
        std::max(host.heldUntil, host.hasFresh() ? TimePoint::min() : host.putBack.begin()->first);
    if (ready == TimePoint::min()) {
        makeEligible(hostId);
    } else {
        host.sleepsUntil = ready;
        m_sleeping.emplace(ready, hostId);
    }
}

void HostQueue::makeEligible(int hostId)
{
    Host &host = m_hosts[std::size_t(hostId)];
    host.eligibleAs = host.hasFresh() ? host.positions[host.next] : host.putBack.begin()->second;
    m_eligible.emplace(*host.eligibleAs, hostId);
}

/// What was put back goes first once its time has come: it has waited longer.
qsizetype HostQueue::takePosition(Host &host, TimePoint now)
{
    const auto first = host.putBack.begin();
    if (host.hasFresh() && (first == host.putBack.end() || first->first > now))
        return host.positions[host.next++];
    const qsizetype index = first->second;
    host.putBack.erase(first);
    return index;
}

int HostQueue::takeSlot(Host &host)
{
    const auto free = std::find(host.slots.begin(), host.slots.end(), false);
    const auto slot = free - host.slots.begin();
    if (free == host.slots.end())
        host.slots.push_back(true);
    else
        *free = true;
    return int(slot);
}

} // namespace rollcall
