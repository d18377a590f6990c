// SPDX-License-Identifier: MIT
// Semaphore: lets at most so many tasks pass at once, in the order in which they came.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/waiters.h"

#include <utility>

namespace rollcall::async {

/// A fair semaphore whose limit can change while it is in use. Must outlive its permits and those who wait
/// for one; one thread.
class Semaphore
{
public:
    /// The right to be inside; given back by release() or by destruction.
    class [[nodiscard]] Permit
    {
    public:
        Permit() = default;
        Permit(Permit &&other) noexcept : m_semaphore(std::exchange(other.m_semaphore, nullptr)) {}
        Permit &operator=(Permit &&other) noexcept
        {
            if (this != &other) {
                release();
                m_semaphore = std::exchange(other.m_semaphore, nullptr);
            }
            return *this;
        }
        ~Permit() { release(); }

        void release()
        {
            if (m_semaphore)
                std::exchange(m_semaphore, nullptr)->giveBack();
        }
        explicit operator bool() const { return m_semaphore != nullptr; }

    private:
        friend class Semaphore;
        explicit Permit(Semaphore &semaphore) : m_semaphore(&semaphore) {}
        Semaphore *m_semaphore = nullptr;
    };

    /// \a limit is at least 0; with 0 nobody passes until setLimit().
    explicit Semaphore(int limit);
    ~Semaphore();
    Semaphore(const Semaphore &) = delete;
    Semaphore &operator=(const Semaphore &) = delete;

    /// `Semaphore::Permit permit = co_await semaphore.acquire();` Passes at once when there is room and
    /// nobody waits already. A freed place goes to whoever waits longest and cannot be overtaken on the way;
    /// a waiter that is cancelled then passes it on.
    Coroutine<Permit> acquire();
    /// Whether acquire() would wait.
    bool isLocked() const { return m_held >= m_limit || !m_waiters.empty(); }

    int limit() const { return m_limit; }
    /// Raising the limit lets waiters in at once; lowering it takes effect as permits come back.
    void setLimit(int limit);
    /// Permits that are out, those on their way to a woken waiter included.
    int held() const { return m_held; }

private:
    class Acquire;

    void giveBack();
    void letIn();

    int m_limit;
    int m_held = 0;
    detail::QueuedSuspension::Queue m_waiters;
};

} // namespace rollcall::async
