// SPDX-License-Identifier: MIT
#include "core/async/suspension.h"

#include "core/async/errors.h"
#include "core/async/taskbase.h"

namespace rollcall::async {

Suspension::~Suspension()
{
    if (m_task && m_task->m_suspension == this)
        m_task->m_suspension = nullptr;
}

void Suspension::wake()
{
    switch (m_phase) {
    case Phase::Idle:
        m_phase = Phase::Woken;
        break;
    case Phase::Parked:
        m_phase = Phase::Woken;
        m_task->schedule();
        break;
    case Phase::Woken:
    case Phase::Resumed:
        break;
    }
}

void Suspension::await_suspend(std::coroutine_handle<> handle)
{
    m_task = TaskBase::current();
    Q_ASSERT_X(m_task, "co_await", "awaited outside of a task: use createTask() or run()");
    Q_ASSERT_X(m_phase == Phase::Idle, "co_await", "a Suspension is awaited once");
    m_handle = handle;
    m_phase = Phase::Parked;
    m_task->park(*this);
}

void Suspension::await_resume()
{
    // A cancellation that comes between wake() and here finds the wait already over, so the task itself holds
    // it.
    const bool cancelledLate = m_task && m_task->takePendingCancel();
    if (m_cancelled || cancelledLate)
        throw Cancelled();
}

bool Suspension::cancel()
{
    if (m_phase != Phase::Parked)
        return false;
    if (m_cancelHook && m_cancelHook())
        return true;
    m_cancelled = true;
    wake();
    return true;
}

std::coroutine_handle<> Suspension::resumed()
{
    m_phase = Phase::Resumed;
    return m_handle;
}

} // namespace rollcall::async
