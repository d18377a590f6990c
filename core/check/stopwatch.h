// SPDX-License-Identifier: MIT
// Measures a time that has pauses.
#pragma once

#include "core/async/scheduler.h"

#include <chrono>
#include <optional>

namespace rollcall {

/// The sum of the times between start() and stop(). The clock is the caller's.
class Stopwatch
{
public:
    using TimePoint = async::Clock::time_point;

    void start(TimePoint now) { m_since = now; }
    void stop(TimePoint now)
    {
        m_before = read(now);
        m_since.reset();
    }
    std::chrono::milliseconds read(TimePoint now) const
    {
        if (!m_since)
            return m_before;
        return m_before + std::chrono::duration_cast<std::chrono::milliseconds>(now - *m_since);
    }

private:
    std::chrono::milliseconds m_before{0};
    std::optional<TimePoint> m_since;
};

} // namespace rollcall
