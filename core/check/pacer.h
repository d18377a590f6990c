// SPDX-License-Identifier: MIT
// Spaces the beginnings of calls evenly.
#pragma once

#include "core/async/scheduler.h"

#include <chrono>
#include <optional>

namespace rollcall {

/// Says when the next call may begin, so that no more than so many begin in a second, evenly: time that was
/// not used is not made up for. The clock is the caller's.
class Pacer
{
public:
    using TimePoint = async::Clock::time_point;

    /// \a perSecond is above zero; none: without limit. With effect at once.
    void setRate(std::optional<double> perSecond);
    /// Where a time between two calls is known and no rate; zero: without limit.
    void setInterval(std::chrono::nanoseconds interval) { m_interval = interval; }
    std::chrono::nanoseconds interval() const { return m_interval; }

    /// The earliest time for the next call; it may have passed.
    TimePoint next() const;
    /// A call begins.
    void take(TimePoint now);

private:
    std::chrono::nanoseconds m_interval{0};
    std::optional<TimePoint> m_last; // when the last call was due
};

} // namespace rollcall
