// SPDX-License-Identifier: MIT
#include "core/async/condition.h"

#include "core/async/errors.h"

namespace rollcall::async {

namespace {

/// Waits for \a lock, and if this is cancelled goes on waiting: gives whether it was.
Coroutine<bool> acquireInAnyCase(Lock *lock, Lock::Guard *guard)
{
    bool wasCancelled = false;
    while (!*guard) {
        try {
            Lock::Guard held = co_await lock->acquire();
            *guard = std::move(held);
        } catch (const Cancelled &) {
            wasCancelled = true; // thrown by the caller, once it has the lock
        }
    }
    co_return wasCancelled;
}

} // namespace

Coroutine<Condition::Guard> Condition::acquire()
{
    Lock::Guard lock = co_await m_lock->acquire();
    co_return Guard(*this, std::move(lock));
}

Coroutine<void> Condition::Guard::wait()
{
    if (!m_lock)
        throw InvalidState("a Condition is waited for while its lock is held");
    detail::TurnWait notification(m_condition->m_waiters);
    m_lock.release();
    bool wasCancelled = false;
    try {
        co_await notification;
    } catch (const Cancelled &) {
        wasCancelled = true;
    }
    Coroutine<bool> acquiring = acquireInAnyCase(m_condition->m_lock, &m_lock);
    const bool wasCancelledLater = co_await std::move(acquiring);
    if (wasCancelledLater) // the notification was not used: somebody else shall have it
        notify();
    if (wasCancelled || wasCancelledLater)
        throw Cancelled();
}

void Condition::Guard::notify(std::size_t count)
{
    if (!m_lock)
        throw InvalidState("a Condition is notified while its lock is held");
    for (; count > 0 && !m_condition->m_waiters.empty(); --count)
        detail::QueuedSuspension::wakeFirst(m_condition->m_waiters);
}

} // namespace rollcall::async
