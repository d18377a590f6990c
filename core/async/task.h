// SPDX-License-Identifier: MIT
// Task<T>: a coroutine scheduled on the event loop, which can be shared, awaited by several, and cancelled.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/errors.h"
#include "core/async/future.h"
#include "core/async/taskbase.h"

#include <vector>

namespace rollcall::async {

template <class T>
class TaskState final : public WithResult<T, TaskBase>
{
public:
    explicit TaskState(Coroutine<T> coroutine) : m_coroutine(std::move(coroutine))
    {
        if (!m_coroutine.m_handle)
            throw InvalidState("the coroutine has been awaited or moved away already");
    }

    static std::shared_ptr<TaskState> create(Coroutine<T> coroutine)
    {
        auto state = std::make_shared<TaskState>(std::move(coroutine));
        state->start();
        return state;
    }

private:
    std::coroutine_handle<> rootHandle() const override { return m_coroutine.m_handle; }
    bool rootIsDone() const override { return m_coroutine.m_handle.done(); }
    std::exception_ptr harvest() override
    {
        if (this->result().isEmpty())
            this->result() = std::move(m_coroutine.m_handle.promise().result());
        Coroutine<T> finished = std::move(m_coroutine); // its parameters end here, before anybody is told
        return this->result().exception();
    }
    void setCancelled() override { this->result().setException(std::make_exception_ptr(Cancelled())); }

    Coroutine<T> m_coroutine;
};

/// A handle on a task of any type: what allTasks() and currentTask() give.
class AnyTask : public AnyFuture
{
public:
    AnyTask() = default;
    explicit AnyTask(std::shared_ptr<TaskBase> state) : AnyFuture(std::move(state)) {}

    const QString &name() const { return task().name(); }
    void setName(QString name) const { task().setName(std::move(name)); }
    /// How often cancel() was asked for and not taken back (asyncio's cancelling()).
    int cancelRequests() const { return task().cancelRequests(); }
    /// See TaskBase::uncancel().
    int uncancel() const { return task().uncancel(); }

private:
    TaskBase &task() const { return static_cast<TaskBase &>(*state()); }
};

/// A handle on a running task; copies share it. Dropping the last one does not stop the task: whoever starts
/// a task awaits it or cancels it. An exception that nobody fetches is logged. Bound to the thread that
/// created it.
template <class T = void>
class Task : public Future<T>
{
public:
    Task() = default;
    explicit Task(const std::shared_ptr<TaskState<T>> &state) : Future<T>(state, &state->result()) {}

    /// The same task, its type forgotten.
    operator AnyTask() const { return AnyTask(std::static_pointer_cast<TaskBase>(this->state())); }

    const QString &name() const { return task().name(); }
    void setName(QString name) const { task().setName(std::move(name)); }
    /// How often cancel() was asked for and not taken back (asyncio's cancelling()).
    int cancelRequests() const { return task().cancelRequests(); }
    /// See TaskBase::uncancel().
    int uncancel() const { return task().uncancel(); }

private:
    TaskBase &task() const { return static_cast<TaskBase &>(*this->state()); }
};

/// Schedules \a coroutine on this thread's event loop; it starts in the next turn, not inside this call.
/// \a name is for logs.
template <class T>
Task<T> createTask(Coroutine<T> coroutine, QString name = {})
{
    Task<T> task(TaskState<T>::create(std::move(coroutine)));
    task.setName(std::move(name));
    return task;
}

/// A coroutine becomes a task; a future or task is itself (asyncio's ensure_future()).
template <class T>
Task<T> ensureFuture(Coroutine<T> coroutine)
{
    return createTask(std::move(coroutine));
}
template <TypedFuture F>
F ensureFuture(F future)
{
    return future;
}

/// What a list of things to wait for may be made of: Coroutine<T>, Task<T>, Future<T>.
template <class A>
concept Awaitable = requires(A awaitable)
{
    ensureFuture(std::move(awaitable));
};

/// The type that awaiting an \a A gives.
template <Awaitable A>
using AwaitedType = typename decltype(ensureFuture(std::declval<A>()))::ResultType;

/// The task that runs now in this thread; an invalid handle outside of all tasks.
AnyTask currentTask();
/// All tasks of this thread that are not done, in the order of their creation.
std::vector<AnyTask> allTasks();

/// One future for each of \a awaitables, in order; see ensureFuture().
template <Awaitable A>
auto ensureFutures(std::vector<A> awaitables)
{
    std::vector<decltype(ensureFuture(std::declval<A>()))> futures;
    futures.reserve(awaitables.size());
    for (A &awaitable : awaitables)
        futures.push_back(ensureFuture(std::move(awaitable)));
    return futures;
}

} // namespace rollcall::async
