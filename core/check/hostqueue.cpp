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
    QHash<QByteArray, int> ids;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QByteArray key = hostKey(list[i].url);
        auto id = ids.constFind(key);
        if (id == ids.constEnd()) {
            id = ids.insert(key, int(m_hosts.size()));
            m_hosts.emplace_back();
        }
        m_hosts[std::size_t(*id)].positions.push_back(i);
    }
    for (std::size_t id = 0; id < m_hosts.size(); ++id)
        m_eligible.emplace(m_hosts[id].positions.front(), int(id));
}

std::optional<HostQueue::Pick> HostQueue::take()
{
    if (m_eligible.empty())
        return std::nullopt;
    const int id = m_eligible.begin()->second;
    m_eligible.erase(m_eligible.begin());
    Host &host = m_hosts[std::size_t(id)];
    const qsizetype index = host.positions[host.next++];
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

void HostQueue::setPerHost(int perHost)
{
    Q_ASSERT(perHost >= 1);
    m_perHost = perHost;
    for (std::size_t id = 0; id < m_hosts.size(); ++id)
        updateEligibility(int(id));
}

void HostQueue::updateEligibility(int hostId)
{
    const Host &host = m_hosts[std::size_t(hostId)];
    if (!host.hasPending())
        return; // its last position has left the set with take()
    const std::pair candidate(host.positions[host.next], hostId);
    if (host.active < m_perHost)
        m_eligible.insert(candidate);
    else
        m_eligible.erase(candidate);
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
