// SPDX-License-Identifier: MIT
// Task<T>: a coroutine scheduled on the event loop, which can be shared, awaited by several, and cancelled.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/errors.h"
#include "core/async/suspension.h"
#include "core/async/taskbase.h"

namespace rollcall::async {

template <class T>
class TaskState final : public TaskBase
{
public:
    explicit TaskState(Coroutine<T> coroutine) : m_coroutine(std::move(coroutine))
    {
        if (!m_coroutine.m_handle)
            throw InvalidState("the coroutine has been awaited or moved away already");
    }
    ~TaskState() override { logIfNotFetched(); }

    static std::shared_ptr<TaskState> create(Coroutine<T> coroutine)
    {
        auto state = std::make_shared<TaskState>(std::move(coroutine));
        state->start();
        return state;
    }

    /// The result; InvalidState until done. Counts as fetched.
    Result<T> &result()
    {
        if (!isDone())
            throw InvalidState("the task is not done yet");
        markFetched();
        return m_result;
    }

private:
    std::coroutine_handle<> rootHandle() const override { return m_coroutine.m_handle; }
    bool rootIsDone() const override { return m_coroutine.m_handle.done(); }
    std::exception_ptr harvest() override
    {
        if (m_result.isEmpty())
            m_result = std::move(m_coroutine.m_handle.promise().result());
        Coroutine<T> finished = std::move(m_coroutine); // its parameters end here, before anybody is told
        return m_result.exception();
    }
    void setCancelled() override { m_result.setException(std::make_exception_ptr(Cancelled())); }
    std::exception_ptr storedException() const override { return m_result.exception(); }

    Coroutine<T> m_coroutine;
    Result<T> m_result;
};

/// A handle on a running task; copies share it. Dropping the last one does not stop the task: whoever starts
/// a task awaits it or cancels it. An exception that nobody fetches is logged. Bound to the thread that
/// created it.
template <class T = void>
class Task
{
public:
    using State = TaskState<T>;

    /// No task; only assignment and destruction are of use.
    Task() = default;
    explicit Task(std::shared_ptr<State> state) : m_state(std::move(state)) {}

    bool isValid() const { return m_state != nullptr; }
    bool isDone() const { return m_state->isDone(); }
    bool isCancelled() const { return m_state->isCancelled(); }
    const QString &name() const { return m_state->name(); }
    /// See TaskBase::cancel().
    bool cancel() const { return m_state->cancel(); }

    /// A copy of the value; throws the task's exception, Cancelled included; InvalidState until it is done.
    T result() const
    {
        if constexpr (std::is_void_v<T>)
            m_state->result().value();
        else
            return m_state->result().value();
    }
    /// The exception or null; InvalidState until it is done.
    std::exception_ptr exception() const { return m_state->result().exception(); }

    /// Waits for the task and gives its value (moved out if it cannot be copied) or throws its exception.
    /// Cancelling the waiting task cancels this one, and waits for its end, as in asyncio.
    auto operator co_await() const { return Awaiter(m_state); }

    const std::shared_ptr<State> &state() const { return m_state; }

private:
    class Awaiter final : public Suspension, private DoneListener
    {
    public:
        explicit Awaiter(std::shared_ptr<State> state) : m_state(std::move(state)) {}
        ~Awaiter() { m_state->removeDoneListener(*this); }

        bool await_ready() const
        {
            if (m_state.get() == TaskBase::current())
                throw InvalidState("a task cannot await itself");
            return m_state->isDone();
        }
        void await_suspend(std::coroutine_handle<> handle)
        {
            m_state->addDoneListener(*this);
            onCancel([this] { return m_state->cancel(); });
            Suspension::await_suspend(handle);
        }
        T await_resume()
        {
            Suspension::await_resume();
            if constexpr (std::is_void_v<T>)
                m_state->result().value();
            else if constexpr (std::is_copy_constructible_v<T>)
                return m_state->result().value();
            else
                return std::move(m_state->result().value());
        }

    private:
        void taskDone(TaskBase &) override { wake(); }

        std::shared_ptr<State> m_state;
    };

    std::shared_ptr<State> m_state;
};

/// Schedules \a coroutine on this thread's event loop; it starts in the next turn, not inside this call.
template <class T>
Task<T> createTask(Coroutine<T> coroutine, QString name = {})
{
    Task<T> task(TaskState<T>::create(std::move(coroutine)));
    task.state()->setName(std::move(name));
    return task;
}

} // namespace rollcall::async
