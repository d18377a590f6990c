// SPDX-License-Identifier: MIT
// Decides which call may begin when: the queue of a list under its limits and what its hosts have taught.
#pragma once

#include "core/check/checksettings.h"
#include "core/check/hostqueue.h"
#include "core/check/hostwatch.h"
#include "core/check/pacer.h"

#include <optional>
#include <vector>

namespace rollcall {

/// The positions of a list, each given when it may be called: in the order of the list, no faster than the
/// rates, no host beyond its share, and those hosts left alone that asked for it. The clock is the caller's.
class CallPlanner
{
public:
    using TimePoint = HostQueue::TimePoint;
    using Pick = HostQueue::Pick;

    /// The positions that are not worth a call any more, because their host was given up.
    struct GivenUp {
        HostWatch::GivenUp reason;
        std::vector<qsizetype> positions;
    };

    /// \a seed: of the chance that spreads pauses.
    CallPlanner(const UrlList &list, const CheckSettings &settings, quint32 seed);

    /// The next position; its call begins now, and ends with end().
    std::optional<Pick> take(TimePoint now);
    /// When take() may give something again, without an end() before; none: not at all.
    std::optional<TimePoint> nextTime() const;
    /// The call of \a pick is over. Learns from its \a result, if there is one, that is judged already.
    GivenUp end(const Pick &pick, const FetchResult *result, TimePoint began, TimePoint now);
    /// Lets a position that has been called \a calls times wait again, for a pause at least.
    void putBack(qsizetype index, int hostId, int calls, TimePoint now);
    bool isGivenUp(int hostId) const { return m_watch.givenUp(hostId).has_value(); }

    void setLimits(const CheckLimits &limits);
    /// From now on hosts are called one URL at a time.
    void goSlowly();

    /// Positions that wait.
    qsizetype pending() const { return m_queue.pending(); }
    /// Takes out all that waits.
    std::vector<qsizetype> removeAll() { return m_queue.removeAll(); }

private:
    void tell(int hostId, const CallEnd &end);
    int endingHost(const Pick &pick, const FetchResult &result) const;

    UrlList m_list;
    HostQueue m_queue;
    HostWatch m_watch;
    Pacer m_pacer;
    bool m_isSlow = false;
};

} // namespace rollcall
