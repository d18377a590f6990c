// SPDX-License-Identifier: MIT
#include "core/async/taskbase.h"

#include "core/async/coroutine.h"
#include "core/async/errors.h"
#include "core/async/suspension.h"

#include <algorithm>
#include <utility>
#include <vector>

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

/// A cancellation on its way through tasks that wait for each other. A loop takes it from task to task, since
/// their chain can be longer than the stack is deep; and it asks each task once, since their ways can meet.
class TaskBase::CancelPass
{
public:
    CancelPass() { current = this; }
    ~CancelPass() { current = nullptr; }
    CancelPass(const CancelPass &) = delete;
    CancelPass &operator=(const CancelPass &) = delete;

    void run(TaskBase &first)
    {
        reach(first);
        while (!m_next.empty()) {
            const std::shared_ptr<TaskBase> task = std::move(m_next.back());
            m_next.pop_back();
            m_from = task.get();
            const auto count = std::ptrdiff_t(m_next.size());
            task->passCancelOn();
            std::reverse(m_next.begin() + count, m_next.end()); // what comes first is asked first
        }
    }
    /// False if \a task waits, through others, for the one that passes the cancellation on to it: in such a
    /// ring nobody but that one can end.
    bool reach(TaskBase &task)
    {
        if (task.m_cancelPass == m_number)
            return !cameThrough(task);
        task.m_cancelPass = m_number;
        task.m_cancelledFrom = m_from;
        m_next.push_back(task.sharedFromThis());
        return true;
    }

    static inline thread_local CancelPass *current = nullptr;

private:
    bool cameThrough(const TaskBase &task) const
    {
        const TaskBase *from = m_from;
        while (from && from != &task)
            from = from->m_cancelledFrom;
        return from;
    }
    static quint64 nextNumber()
    {
        thread_local quint64 last = 0;
        return ++last;
    }

    quint64 m_number = nextNumber();
    TaskBase *m_from = nullptr;
    std::vector<std::shared_ptr<TaskBase>> m_next;
};

bool TaskBase::cancel()
{
    if (isDone())
        return false;
    ++m_cancelRequests;
    if (CancelPass::current)
        return CancelPass::current->reach(*this);
    CancelPass().run(*this);
    return true;
}

void TaskBase::passCancelOn()
{
    if (!m_suspension || !m_suspension->cancel())
        m_cancelPending = true;
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
