// SPDX-License-Identifier: MIT
// A point in time on the two clocks that watching needs.
#pragma once

#include <QDateTime>

#include <chrono>

namespace rollcall {

/// Intervals follow the one clock, times of day the other.
struct Moment {
    Moment() = default;
    Moment(std::chrono::milliseconds sinceSomeStart, QDateTime utc)
        : elapsed(sinceSomeStart),
          wall(std::move(utc))
    {
    }

    /// Since some fixed start. Nobody sets this clock, and it goes on while the machine sleeps.
    std::chrono::milliseconds elapsed{0};
    /// UTC. This clock may be set, forward and back.
    QDateTime wall;
};

/// Now. Where the system has no clock that goes on during sleep, `elapsed` stands still meanwhile. Any
/// thread.
Moment currentMoment();

} // namespace rollcall
