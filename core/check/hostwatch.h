// SPDX-License-Identifier: MIT
// What a run learns about its hosts: which to leave alone for how long, and which to give up.
#pragma once

#include "core/check/pacer.h"
#include "core/check/politeness.h"
#include "core/net/fetchresult.h"

#include <QList>

#include <chrono>
#include <optional>
#include <random>
#include <unordered_map>

namespace rollcall {

/// How a host took a call.
enum class HostSign {
    Fine,
    Busy,        ///< it asks for fewer calls: 429, or 503
    Unreachable, ///< there was no connection
};

/// What the result of a call, judged already, says about the host that ended it.
HostSign hostSign(const FetchResult &result);

/// The end of one call.
struct CallEnd {
    CallEnd() = default;

    HostSign sign = HostSign::Fine;
    ErrorKind error = ErrorKind::None;
    Pacer::TimePoint began;
    Pacer::TimePoint ended;
    std::optional<std::chrono::milliseconds> retryAfter;
};

/// Keeps a record of each host that needs one; hosts are numbers. A host that is too busy is held back for as
/// long as it asks, or for a pause that doubles, and is then called at intervals, which shrink again as it
/// answers. The clock is the caller's, and so is the seed of the chance that spreads the pauses.
class HostWatch
{
public:
    using TimePoint = Pacer::TimePoint;

    /// Why a host was given up.
    struct GivenUp {
        ErrorKind error = ErrorKind::None; ///< of the last call
        int calls = 0;                     ///< that failed in a row
    };

    HostWatch(Politeness politeness, std::optional<double> ratePerHost, quint32 seed);

    /// Calls to each host that may begin in a second; none: without limit. Holds for notBefore() at once.
    void setRate(std::optional<double> perSecond);
    void callBegins(int host, TimePoint now);
    void callEnds(int host, const CallEnd &end);

    /// The earliest time for the next call; the beginning of time for a host that is not held back.
    TimePoint notBefore(int host) const;
    std::optional<GivenUp> givenUp(int host) const;
    /// The hosts of which there is a record.
    QList<int> hosts() const;

    /// How long to wait before the further call of a URL that has been called \a calls times.
    std::chrono::milliseconds pauseAfter(int calls);

private:
    struct Record {
        Pacer rate; // the limit that was set
        Pacer pace; // what the host taught
        TimePoint heldUntil = TimePoint::min();
        TimePoint lastBusy = TimePoint::min();
        int busyInRow = 0;
        GivenUp failing;
    };

    void noteBusy(Record &record, const CallEnd &end);
    double chance() { return std::uniform_real_distribution<>()(m_random); }

    Politeness m_politeness;
    std::optional<double> m_rate;
    std::mt19937 m_random;
    std::unordered_map<int, Record> m_records;
};

} // namespace rollcall
