// SPDX-License-Identifier: MIT
// The one suspend primitive: every wait of every adapter is a Suspension.
#pragma once

#include <coroutine>
#include <functional>

namespace rollcall::async {

class TaskBase;

/// Parks the running task until wake(). Make one as a local object of a coroutine, arrange for somebody to
/// call wake(), and `co_await` it; what the coroutine holds for the wait (a timer, a connection) is released
/// by its own destructors, however the wait ends.
///
/// - It can be awaited once, and wakes once: wake() before the await makes the await not wait, further calls
/// do nothing.
/// - The task goes on through an event posted to its thread, never inside wake().
/// - Cancelling the task ends the wait with Cancelled, also if it was woken but had not gone on yet.
///
/// All calls belong to the thread of the task.
class Suspension
{
public:
    Suspension() = default;
    /// Destroying it (with the frame it lives in) while the task is parked drops the wait.
    ~Suspension();
    Suspension(const Suspension &) = delete;
    Suspension &operator=(const Suspension &) = delete;

    /// Lets the task go on, soon.
    void wake();
    bool isWoken() const { return m_phase == Phase::Woken; }

    /// What to do on cancellation instead of ending the wait at once: \a hook passes the cancellation on to
    /// what is awaited and returns true if that will call wake(); false lets Cancelled be thrown.
    void onCancel(std::function<bool()> hook) { m_cancelHook = std::move(hook); }

    bool await_ready() const noexcept { return m_phase == Phase::Woken; }
    void await_suspend(std::coroutine_handle<> handle);
    void await_resume();

private:
    friend class TaskBase;
    enum class Phase { Idle, Parked, Woken, Resumed };

    /// Called by the task. False: it was woken already, and the task must throw by itself.
    bool cancel();
    std::coroutine_handle<> resumed();

    Phase m_phase = Phase::Idle;
    bool m_cancelled = false;
    TaskBase *m_task = nullptr;
    std::coroutine_handle<> m_handle;
    std::function<bool()> m_cancelHook;
};

} // namespace rollcall::async
