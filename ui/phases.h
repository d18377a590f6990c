// SPDX-License-Identifier: MIT
// What the time of a call was spent on, one phase after the other.
#pragma once

#include "core/check/checkresult.h"

#include <QList>
#include <QString>

#include <chrono>

namespace rollcall {

enum class Phase {
    Redirects,  ///< all hops but the last
    NameLookup, ///< this and what follows: of the last hop
    Connect,
    Tls,
    Waiting,   ///< for the head of the answer
    Receiving, ///< the body
};

struct TimedPhase {
    TimedPhase() = default;
    TimedPhase(Phase timedPhase, std::chrono::microseconds from, std::chrono::microseconds length)
        : phase(timedPhase),
          start(from),
          duration(length)
    {
    }

    Phase phase = Phase::Waiting;
    std::chrono::microseconds start{0}; ///< from leaving the queue
    std::chrono::microseconds duration{0};

    friend bool operator==(const TimedPhase &, const TimedPhase &) = default;
};

/// The phases in their order, without those that did not happen or were not measured. What was measured of
/// none of them counts as waiting.
QList<TimedPhase> phasesOf(const CheckResult &result);
QString phaseName(Phase phase);

} // namespace rollcall
