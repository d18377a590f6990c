// SPDX-License-Identifier: MIT
// Event: a flag that tasks can wait for.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/waiters.h"

namespace rollcall::async {

/// asyncio's Event. Must outlive those who wait for it; one thread.
class Event
{
public:
    Event() = default;
    Event(const Event &) = delete;
    Event &operator=(const Event &) = delete;

    bool isSet() const { return m_isSet; }
    /// Wakes all who wait; waiting returns at once until clear().
    void set()
    {
        m_isSet = true;
        detail::QueuedSuspension::wakeAll(m_waiters);
    }
    void clear() { m_isSet = false; }

    /// `co_await event.wait()`: pauses until the flag is set, not at all if it is.
    Coroutine<void> wait()
    {
        if (!m_isSet) {
            detail::QueuedSuspension set(m_waiters);
            co_await set;
        }
    }

private:
    bool m_isSet = false;
    detail::QueuedSuspension::Queue m_waiters;
};

} // namespace rollcall::async
