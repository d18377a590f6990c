// SPDX-License-Identifier: MIT
#include "core/async/taskbase.h"

#include "core/async/coroutine.h"
#include "core/async/errors.h"
#include "core/async/suspension.h"

#include <QLoggingCategory>

#include <algorithm>

namespace rollcall::async {

namespace {

Q_LOGGING_CATEGORY(logAsync, "rollcall.async", QtWarningMsg)

/// The step that runs in this thread. Steps nest only if one opens an event loop of its own.
struct Step {
    TaskBase *task = nullptr;
    std::coroutine_handle<> next;
};
thread_local Step currentStep;

bool isCancellation(const std::exception_ptr &exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const Cancelled &) {
        return true;
    } catch (...) {
        return false;
    }
}

QString describe(const std::exception_ptr &exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    } catch (...) {
        return QStringLiteral("an exception of unknown type");
    }
}

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
    m_position = Scheduler::current().addTask(shared_from_this());
    schedule();
}

void TaskBase::schedule()
{
    Scheduler::current().scheduleStep(shared_from_this());
}

void TaskBase::step()
{
    if (m_done)
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
    if (m_done)
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

std::exception_ptr TaskBase::exception()
{
    markFetched();
    return storedException();
}

void TaskBase::removeDoneListener(DoneListener &listener)
{
    const auto position = std::find(m_listeners.begin(), m_listeners.end(), &listener);
    if (position != m_listeners.end())
        m_listeners.erase(position);
}

void TaskBase::finish()
{
    const auto keepAlive = shared_from_this();
    std::exception_ptr exception = harvest();
    if (!exception && takePendingCancel()) { // asked for in the last step: honoured, as in asyncio
        setCancelled();
        exception = storedException();
    }
    m_endedCancelled = exception && isCancellation(exception);
    m_done = true;
    Scheduler::current().taskDone(m_position);
    for (DoneListener *listener : std::exchange(m_listeners, {}))
        listener->taskDone(*this);
}

void TaskBase::abandon()
{
    m_started = true;
    setCancelled();
    finish();
}

void TaskBase::logIfNotFetched() const
{
    const std::exception_ptr exception = storedException();
    if (exception && !m_endedCancelled && !m_fetched) {
        qCWarning(logAsync).noquote()
            << "Nobody fetched the exception of task"
            << (m_name.isEmpty() ? QStringLiteral("(unnamed)") : m_name) << "-" << describe(exception);
    }
}

} // namespace rollcall::async
