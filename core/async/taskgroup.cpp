// SPDX-License-Identifier: MIT
#include "core/async/taskgroup.h"

#include "core/async/exceptions.h"
#include "core/async/logging.h"

namespace rollcall::async {

TaskGroup::Member::Member(TaskGroup &group, AnyTask task) : m_group(group), m_task(std::move(task))
{
    m_task.state()->addDoneListener(*this);
}

TaskGroup::Member::~Member()
{
    m_task.state()->removeDoneListener(*this);
}

TaskGroup::~TaskGroup()
{
    if (m_running.empty())
        return;
    qCWarning(detail::logAsync) << "A TaskGroup was destroyed while" << m_running.size()
                                << "of its tasks were running; they are cancelled";
    abort();
}

void TaskGroup::requireOpen() const
{
    if (m_state == State::Ended || (m_state == State::Leaving && m_running.empty()))
        throw InvalidState("the task group has ended");
    if (m_isAborting)
        throw InvalidState("the task group is shutting down");
}

void TaskGroup::enter()
{
    if (m_state != State::Created)
        throw InvalidState("a task group is waited for once");
    m_state = State::Entered;
    m_parent = currentTask();
    if (m_isAborting) // a task failed before anybody waited
        cancelParent();
}

Coroutine<void> TaskGroup::join()
{
    enter();
    Coroutine<void> leaving = leave({});
    co_await std::move(leaving);
}

Coroutine<void> TaskGroup::leave(std::exception_ptr bodyEnd)
{
    m_state = State::Leaving;
    bool isCancelled = false;
    if (bodyEnd) {
        isCancelled = detail::isCancellation(bodyEnd);
        if (!m_isAborting)
            abort();
    }
    while (!m_running.empty()) {
        Coroutine<void> waiting = allDone(&isCancelled);
        co_await std::move(waiting);
    }
    m_state = State::Ended;
    // The cancellation that this group asked its parent for ends here. Another one may be under way.
    if (m_parentCancelRequested && m_parent.uncancel() == 0)
        isCancelled = false;
    if (isCancelled && m_failures.empty())
        throw Cancelled();
    if (bodyEnd && !detail::isCancellation(bodyEnd))
        m_failures.push_back(bodyEnd);
    if (m_failures.empty())
        co_return;
    if (m_parent.cancelRequests() > 0) { // reported as failures now: Cancelled shall follow at the next wait
        m_parent.uncancel();
        m_parent.cancel();
    }
    throw ExceptionGroup(std::move(m_failures));
}

Coroutine<void> TaskGroup::allDone(bool *wasCancelled)
{
    Suspension last;
    m_waiting = &last;
    try {
        co_await last;
    } catch (const Cancelled &) { // rethrown by leave(), when the tasks have ended
        if (!m_isAborting) {
            *wasCancelled = true;
            abort();
        }
    }
    m_waiting = nullptr;
}

void TaskGroup::abort()
{
    m_isAborting = true;
    for (const Member &member : m_running)
        member.task().cancel();
}

void TaskGroup::cancelParent()
{
    m_parentCancelRequested = true;
    m_parent.cancel();
}

void TaskGroup::memberDone(Member::Position member)
{
    const AnyTask task = member->task();
    m_running.erase(member);
    if (task.state()->hasFailed()) {
        m_failures.push_back(task.exception());
        if (!m_isAborting) {
            abort();
            if (m_state != State::Created)
                cancelParent();
        }
    }
    if (m_running.empty() && m_waiting)
        m_waiting->wake();
}

} // namespace rollcall::async
