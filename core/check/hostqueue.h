// SPDX-License-Identifier: MIT
// Decides which URL of a list comes next.
#pragma once

#include "core/async/scheduler.h"
#include "core/url/urlentry.h"

#include <QByteArray>
#include <QHash>

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace rollcall {

/// The positions of a list, waiting by host and port. Gives the earliest position whose host has a free slot
/// and is not held back, so that a host with thousands of URLs neither gets more than its share nor holds up
/// the others behind it. The clock is the caller's.
class HostQueue
{
public:
    using TimePoint = async::Clock::time_point;

    /// A position that may be checked now, until release().
    struct Pick {
        Pick(qsizetype listIndex, int host, int slotOfHost, bool othersWait)
            : index(listIndex),
              hostId(host),
              slot(slotOfHost),
              hostHasMore(othersWait)
        {
        }
        qsizetype index;
        int hostId;
        int slot;         ///< from 0, no two picks of a host have the same at a time
        bool hostHasMore; ///< other positions of this host are still waiting
    };

    /// \a perHost is at least 1.
    HostQueue(const UrlList &list, int perHost);

    std::optional<Pick> take(TimePoint now);
    /// The check of \a pick is over: its slot is free.
    void release(const Pick &pick);
    /// \a index, which was taken before and is one of \a hostId, waits again, until \a notBefore at least.
    /// The others of its host do not wait for it.
    void putBack(qsizetype index, int hostId, TimePoint notBefore);
    /// Gives nothing of the host before \a until, in place of what was said before.
    void hold(int hostId, TimePoint until);
    /// With effect from the next take().
    void setPerHost(int perHost);

    /// Takes out all that waits, held back or not, of the host or altogether, in the order of the list.
    std::vector<qsizetype> removeHost(int hostId);
    std::vector<qsizetype> removeAll();

    /// When the next may go: the beginning of time if that is now; none while all free slots are taken.
    std::optional<TimePoint> nextTime() const;
    /// Positions that wait.
    qsizetype pending() const { return m_pending; }
    /// The host with this hostKey(), if the list has it.
    std::optional<int> hostId(const QByteArray &key) const;

private:
    struct Host {
        std::vector<qsizetype> positions; // in the order of the list
        std::size_t next = 0;
        std::multimap<TimePoint, qsizetype> putBack;
        TimePoint heldUntil = TimePoint::min();
        std::vector<bool> slots; // true: taken
        int active = 0;
        // Where it stands in m_eligible or m_sleeping.
        std::optional<qsizetype> eligibleAs;
        std::optional<TimePoint> sleepsUntil;

        bool hasFresh() const { return next < positions.size(); }
        bool hasPending() const { return hasFresh() || !putBack.empty(); }
    };

    void wake(TimePoint now);
    void updateEligibility(int hostId);
    void makeEligible(int hostId);
    static qsizetype takePosition(Host &host, TimePoint now);
    static int takeSlot(Host &host);

    int m_perHost;
    qsizetype m_pending = 0;
    std::vector<Host> m_hosts;
    QHash<QByteArray, int> m_ids;
    std::set<std::pair<qsizetype, int>> m_eligible; // (next position, host) of hosts with a free slot
    std::set<std::pair<TimePoint, int>> m_sleeping; // the same, but held back
};

/// What a host queue groups by: the "host:port" part of \a url without credentials, empty if there is none.
QByteArray hostKey(const QByteArray &url);

} // namespace rollcall
