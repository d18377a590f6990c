// SPDX-License-Identifier: MIT
// Event: a flag that tasks can wait for.
#pragma once

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
        while (!m_waiters.empty())
            detail::QueuedSuspension::wakeFirst(m_waiters);
    }
    void clear() { m_isSet = false; }

    /// `co_await event.wait()`: pauses until the flag is set.
    auto wait() { return Wait(*this); }

private:
    class Wait : public detail::QueuedSuspension
    {
    public:
        explicit Wait(Event &event) : QueuedSuspension(event.m_waiters), m_event(event) {}
        bool await_ready() const noexcept { return m_event.m_isSet; }

    private:
        Event &m_event;
    };

    bool m_isSet = false;
    detail::QueuedSuspension::Queue m_waiters;
};

} // namespace rollcall::async
