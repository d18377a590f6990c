// SPDX-License-Identifier: MIT
// Decides which URL of a list comes next.
#pragma once

#include "core/url/urlentry.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace rollcall {

/// The positions of a list, waiting by host and port. Gives the earliest position whose host has a free slot,
/// so that a host with thousands of URLs neither gets more than its share nor holds up the others behind it.
class HostQueue
{
public:
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

    std::optional<Pick> take();
    /// The check of \a pick is over: its slot is free.
    void release(const Pick &pick);
    /// With effect from the next take().
    void setPerHost(int perHost);

    /// Positions that have not been taken.
    qsizetype pending() const { return m_pending; }

private:
    struct Host {
        std::vector<qsizetype> positions; // in the order of the list
        std::size_t next = 0;
        std::vector<bool> slots; // true: taken
        int active = 0;
        bool hasPending() const { return next < positions.size(); }
    };

    void updateEligibility(int hostId);
    static int takeSlot(Host &host);

    int m_perHost;
    qsizetype m_pending = 0;
    std::vector<Host> m_hosts;
    std::set<std::pair<qsizetype, int>> m_eligible; // (next position, host) of hosts with a free slot
};

/// What a host queue groups by: the "host:port" part of \a url without credentials, empty if there is none.
QByteArray hostKey(const QByteArray &url);

} // namespace rollcall
