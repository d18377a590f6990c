// SPDX-License-Identifier: MIT
#include "core/async/gather.h"

namespace rollcall::async::detail {

namespace {

/// Counts the ends of several tasks and wakes the one who waits for them.
class Countdown final : public DoneListener
{
public:
    Countdown(std::vector<std::shared_ptr<TaskBase>> tasks, UntilWhen until, Suspension &suspension)
        : m_tasks(std::move(tasks)),
          m_until(until),
          m_suspension(suspension)
    {
        for (const auto &task : m_tasks) {
            if (task->isDone()) {
                note(*task);
            } else {
                ++m_pending;
                task->addDoneListener(*this);
            }
        }
        if (m_pending == 0)
            m_suspension.wake();
    }
    ~Countdown()
    {
        for (const auto &task : m_tasks) {
            task->removeDoneListener(*this);
            task->exception(); // what fails after the first one has been told counts as fetched
        }
    }
    Countdown(const Countdown &) = delete;
    Countdown &operator=(const Countdown &) = delete;

    /// Asks all tasks to end. False if none was left to ask.
    bool cancelAll()
    {
        for (const auto &task : m_tasks)
            m_cancelling = task->cancel() || m_cancelling;
        return m_cancelling;
    }
    bool isCancelling() const { return m_cancelling; }
    std::exception_ptr firstException() const { return m_firstException; }

private:
    void taskDone(TaskBase &task) override
    {
        note(task);
        if (--m_pending == 0)
            m_suspension.wake();
    }
    void note(TaskBase &task)
    {
        if (m_until != UntilWhen::FirstException || m_firstException || !task.exception())
            return;
        m_firstException = task.exception();
        if (!m_cancelling)
            m_suspension.wake();
    }

    std::vector<std::shared_ptr<TaskBase>> m_tasks;
    UntilWhen m_until;
    Suspension &m_suspension;
    std::size_t m_pending = 0;
    bool m_cancelling = false;
    std::exception_ptr m_firstException;
};

} // namespace

Coroutine<void> awaitTasks(std::vector<std::shared_ptr<TaskBase>> tasks, UntilWhen until)
{
    Suspension suspension;
    Countdown countdown(std::move(tasks), until, suspension);
    suspension.onCancel([&countdown] { return countdown.cancelAll(); });
    co_await suspension;
    if (countdown.isCancelling())
        throw Cancelled();
    if (countdown.firstException())
        std::rethrow_exception(countdown.firstException());
}

} // namespace rollcall::async::detail
