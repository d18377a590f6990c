// SPDX-License-Identifier: MIT
// Condition: tasks that share something under a lock tell each other that it has changed.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/lock.h"

#include <concepts>
#include <cstddef>
#include <limits>

namespace rollcall::async {

/// asyncio's Condition. What asyncio allows only to the holder of the lock are functions of the guard:
///
///     Condition::Guard guard = co_await condition.acquire();
///     while (items.empty())
///         co_await guard.wait();
///
/// Must outlive its guards and those who wait; one thread.
class Condition
{
public:
    /// Holds the lock until it is released or destroyed. Must stay where it is while wait() is under way.
    class [[nodiscard]] Guard
    {
    public:
        /// Gives the lock back, waits until notified, and takes the lock again; this also before it throws
        /// Cancelled. May return without a reason: check the state.
        Coroutine<void> wait();
        /// Waits until \a predicate gives true.
        template <std::predicate Predicate>
        Coroutine<void> waitFor(Predicate predicate)
        {
            while (!predicate()) {
                Coroutine<void> change = wait();
                co_await std::move(change);
            }
        }
        /// Wakes the \a count tasks that have waited longest; they go on when they get the lock.
        void notify(std::size_t count = 1);
        void notifyAll() { notify(std::numeric_limits<std::size_t>::max()); }

        void release() { m_lock.release(); }

    private:
        friend class Condition;
        Guard(Condition &condition, Lock::Guard lock) : m_condition(&condition), m_lock(std::move(lock)) {}

        Condition *m_condition;
        Lock::Guard m_lock;
    };

    /// With a lock of its own.
    Condition() : m_lock(&m_ownLock) {}
    /// With \a lock, which several conditions can share and which must outlive them.
    explicit Condition(Lock &lock) : m_lock(&lock) {}
    Condition(const Condition &) = delete;
    Condition &operator=(const Condition &) = delete;

    Coroutine<Guard> acquire();
    bool isLocked() const { return m_lock->isLocked(); }

private:
    Lock m_ownLock;
    Lock *m_lock;
    detail::QueuedSuspension::Queue m_waiters;
};

} // namespace rollcall::async
