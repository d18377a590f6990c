// SPDX-License-Identifier: MIT
#include "core/async/sleep.h"

#include "core/async/scheduler.h"
#include "core/async/suspension.h"

namespace rollcall::async {

namespace {

/// Gives the other tasks one turn.
class Yield : public Suspension
{
public:
    Yield() = default;
    void await_suspend(std::coroutine_handle<> handle)
    {
        Suspension::await_suspend(handle);
        wake();
    }
};

} // namespace

Coroutine<void> sleep(std::chrono::nanoseconds delay)
{
    if (delay <= std::chrono::nanoseconds::zero()) {
        Yield yield;
        co_await yield;
        co_return;
    }
    Suspension suspension;
    DeadlineTimer timer([&suspension] { suspension.wake(); });
    timer.start(fromNow(delay));
    co_await suspension;
}

} // namespace rollcall::async
