// SPDX-License-Identifier: MIT
#include "core/async/taskbase.h"

#include "core/async/coroutine.h"
#include "core/async/errors.h"
#include "core/async/suspension.h"

#include <utility>

namespace rollcall::async {

namespace {

/// The step that runs in this thread. Steps nest only if one opens an event loop of its own.
struct Step {
    TaskBase *task = nullptr;
    std::coroutine_handle<> next;
};
thread_local Step currentStep;

} // namespace

void detail::continueStepWith(std::coroutine_handle<> handle) noexcept
{
    currentStep.next = handle;
}

TaskBase *TaskBase::current()
{
    return currentStep.task;
}

void TaskBase::start()
{
    m_position = Scheduler::current().addTask(sharedFromThis());
    schedule();
}

void TaskBase::schedule()
{
    Scheduler::current().scheduleStep(sharedFromThis());
}

void TaskBase::step()
{
    if (isDone())
        return;
    if (!m_started) {
        m_started = true;
        if (takePendingCancel()) {
            setCancelled();
            finish();
            return;
        }
    } else if (!m_suspension) {
        return; // a wake-up whose wait has been dropped
    }
    const Step outer = std::exchange(currentStep, Step{this, {}});
    std::coroutine_handle<> handle =
        m_suspension ? std::exchange(m_suspension, nullptr)->resumed() : rootHandle();
    while (handle) {
        handle.resume();
        handle = std::exchange(currentStep.next, {});
    }
    currentStep = outer;
    if (rootIsDone())
        finish();
}

void TaskBase::park(Suspension &suspension)
{
    m_suspension = &suspension;
    if (takePendingCancel())
        suspension.cancel();
}

bool TaskBase::takePendingCancel()
{
    return std::exchange(m_cancelPending, false);
}

bool TaskBase::cancel()
{
    if (isDone())
        return false;
    ++m_cancelRequests;
    if (!m_suspension || !m_suspension->cancel())
        m_cancelPending = true;
    return true;
}

int TaskBase::uncancel()
{
    if (m_cancelRequests > 0 && --m_cancelRequests == 0)
        m_cancelPending = false;
    return m_cancelRequests;
}

void TaskBase::finish()
{
    const auto keepAlive = shared_from_this();
    const std::exception_ptr exception = harvest();
    if (takePendingCancel() && !exception) // asked for in the last step: honoured, as in asyncio
        setCancelled();
    Scheduler::current().taskDone(m_position);
    setDone();
}

void TaskBase::abandon()
{
    m_started = true;
    setCancelled();
    finish();
}

QString TaskBase::description() const
{
    return QStringLiteral("task ") + (m_name.isEmpty() ? QStringLiteral("(unnamed)") : m_name);
}

std::shared_ptr<TaskBase> TaskBase::sharedFromThis()
{
    return std::static_pointer_cast<TaskBase>(shared_from_this());
}

} // namespace rollcall::async
