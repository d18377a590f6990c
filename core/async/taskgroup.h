// SPDX-License-Identifier: MIT
// TaskGroup: tasks that start together, fail together, and are all over when the block is.
#pragma once

#include "core/async/exceptiongroup.h"
#include "core/async/task.h"

#include <list>
#include <vector>

namespace rollcall::async {

/// asyncio's TaskGroup. Either the short form:
///
///     TaskGroup group;
///     const Task<int> first = group.createTask(one());
///     const Task<int> second = group.createTask(two());
///     co_await group.join();
///
/// or run(), whose body is the `async with` block: a coroutine that creates tasks in the group, and is
/// cancelled when one of them fails.
///
/// The first task that fails makes the group cancel the others. When all have ended, join() or run() throws
/// an ExceptionGroup of everything that failed; a task that was cancelled is no failure. If the waiting task
/// is cancelled, the group's tasks are, and Cancelled is thrown when they have ended.
///
/// Lives in the coroutine that waits for it. Destroyed with tasks still running, it cancels them, and logs
/// it.
class TaskGroup
{
public:
    TaskGroup() = default;
    ~TaskGroup();
    TaskGroup(const TaskGroup &) = delete;
    TaskGroup &operator=(const TaskGroup &) = delete;

    /// Schedules \a coroutine as a task of the group. InvalidState once the group shuts down, since a task
    /// failed, or has ended; the coroutine is then dropped.
    template <class T>
    Task<T> createTask(Coroutine<T> coroutine, QString name = {})
    {
        requireOpen();
        Task<T> task = async::createTask(std::move(coroutine), std::move(name));
        const auto position = m_running.emplace(m_running.end(), *this, task);
        position->setPosition(position);
        return task;
    }

    /// Waits for all tasks, those that tasks of the group add included. Once.
    Coroutine<void> join();

    /// Runs \a body, waits for all tasks, and gives what \a body gave. Once.
    template <class T>
    Coroutine<T> run(Coroutine<T> body)
    {
        enter();
        Result<T> result;
        try {
            if constexpr (std::is_void_v<T>) {
                co_await std::move(body);
                result.setValue(std::monostate());
            } else {
                T value = co_await std::move(body);
                result.setValue(std::move(value));
            }
        } catch (...) {
            result.setException(std::current_exception());
        }
        Coroutine<void> leaving = leave(result.exception());
        co_await std::move(leaving); // throws if anything, the body included, failed
        if constexpr (!std::is_void_v<T>)
            co_return std::move(result.value());
    }

private:
    enum class State { Created, Entered, Leaving, Ended };

    /// A task of the group that is running.
    class Member final : private DoneListener
    {
    public:
        Member(TaskGroup &group, AnyTask task);
        ~Member();
        Member(const Member &) = delete;
        Member &operator=(const Member &) = delete;

        using Position = std::list<Member>::iterator;
        void setPosition(Position position) { m_position = position; }
        const AnyTask &task() const { return m_task; }

    private:
        void futureDone(FutureBase &) override { m_group.memberDone(m_position); }

        TaskGroup &m_group;
        AnyTask m_task;
        Position m_position;
    };

    void requireOpen() const;
    void enter();
    /// Waits for all tasks, after the body ended by \a bodyEnd or, if that is null, well.
    Coroutine<void> leave(std::exception_ptr bodyEnd);
    Coroutine<void> allDone(bool *wasCancelled);
    void abort();
    void cancelParent();
    void memberDone(Member::Position member);

    State m_state = State::Created;
    bool m_isAborting = false;
    bool m_parentCancelRequested = false;
    AnyTask m_parent;
    std::list<Member> m_running;
    std::vector<std::exception_ptr> m_failures;
    Suspension *m_waiting = nullptr; // where leave() waits for the last one
};

} // namespace rollcall::async
