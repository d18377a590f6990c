// SPDX-License-Identifier: MIT
// A time limit on a coroutine, which can be moved while it runs.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/errors.h"
#include "core/async/scheduler.h"

#include <chrono>
#include <memory>
#include <optional>

namespace rollcall::async {

class FutureBase;

/// asyncio's `timeout()` block: run() a coroutine under it, once. When the limit passes, what the coroutine
/// waits for is cancelled, and the Cancelled that comes back becomes TimedOut; a cancellation from outside
/// stays Cancelled. Limits nest, each tells its own expiry. An object must outlive its run(); keep it in the
/// same coroutine.
class Timeout
{
public:
    /// The limit is \a delay from the start of run(); none means no limit.
    explicit Timeout(std::optional<std::chrono::nanoseconds> delay);
    /// The limit is a point in time.
    explicit Timeout(Clock::time_point when);
    ~Timeout();
    Timeout(const Timeout &) = delete;
    Timeout &operator=(const Timeout &) = delete;

    /// Moves the limit, to none also. InvalidState once it has expired or run() has ended.
    void reschedule(std::optional<Clock::time_point> when);
    /// The current limit; none before run() of a delay.
    std::optional<Clock::time_point> when() const { return m_when; }
    /// The limit passed while run() was under way.
    bool hasExpired() const { return m_expired; }

    template <class T>
    Coroutine<T> run(Coroutine<T> body)
    {
        enter();
        try {
            if constexpr (std::is_void_v<T>) {
                co_await std::move(body);
                leave();
                co_return;
            } else {
                T value = co_await std::move(body);
                leave();
                co_return value;
            }
        } catch (const Cancelled &) {
            if (!leave())
                throw;
        } catch (...) {
            leave();
            throw;
        }
        throw TimedOut();
    }

private:
    enum class State { Created, Running, Ended };

    void enter();
    /// Ends the limit; true if a Cancelled that is under way is this limit's own.
    bool leave();
    void arm();
    void expire();

    std::optional<std::chrono::nanoseconds> m_delay;
    std::optional<Clock::time_point> m_when;
    State m_state = State::Created;
    bool m_expired = false;
    int m_cancelRequestsBefore = 0;
    std::weak_ptr<FutureBase> m_task;
    DeadlineTimer m_timer;
};

/// Runs \a body, and throws TimedOut if it takes longer than \a limit; the body has ended by then.
template <class T>
Coroutine<T> timeout(std::chrono::nanoseconds limit, Coroutine<T> body)
{
    Timeout scope(limit);
    Coroutine<T> limited = scope.run(std::move(body));
    if constexpr (std::is_void_v<T>) {
        co_await std::move(limited);
    } else {
        T value = co_await std::move(limited);
        co_return value;
    }
}

} // namespace rollcall::async
