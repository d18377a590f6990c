// SPDX-License-Identifier: MIT
#include "core/check/pacer.h"

#include <algorithm>

namespace rollcall {

namespace {

/// Timers are late by up to two milliseconds. So much is made up for, or fast rates would not be reached.
constexpr std::chrono::milliseconds lateness(2);

} // namespace

void Pacer::setRate(std::optional<double> perSecond)
{
    using Seconds = std::chrono::duration<double>;
    m_interval = perSecond ? std::chrono::round<std::chrono::nanoseconds>(Seconds(1 / *perSecond))
                           : std::chrono::nanoseconds(0);
}

Pacer::TimePoint Pacer::next() const
{
    return m_last ? *m_last + m_interval : TimePoint::min();
}

void Pacer::take(TimePoint now)
{
    m_last = m_last ? std::max(next(), now - lateness) : now;
}

} // namespace rollcall
