// SPDX-License-Identifier: MIT
// Lock: lets one task pass at a time, in the order in which they came.
#pragma once

#include "core/async/semaphore.h"

namespace rollcall::async {

/// asyncio's Lock. `const Lock::Guard guard = co_await lock.acquire();` holds it until the guard is released
/// or destroyed. Must outlive its guards and those who wait for it; one thread.
class Lock
{
public:
    using Guard = Semaphore::Permit;

    Lock() = default;

    /// Passes at once when the lock is free and nobody waits; else waits in line. A waiter that is cancelled
    /// passes its turn on.
    Coroutine<Guard> acquire() { return m_semaphore.acquire(); }
    /// Whether acquire() would wait.
    bool isLocked() const { return m_semaphore.isLocked(); }

private:
    Semaphore m_semaphore{1};
};

} // namespace rollcall::async
