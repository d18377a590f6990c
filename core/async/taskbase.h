// SPDX-License-Identifier: MIT
// What all tasks have in common, whatever their value: being scheduled, cancelled, and waited for.
#pragma once

#include "core/async/scheduler.h"

#include <QString>

#include <coroutine>
#include <exception>
#include <functional>
#include <memory>
#include <vector>

namespace rollcall::async {

class Suspension;
class TaskBase;

/// Is told, at once and in the task's own step, that a task is done. Must do no more than note it and wake
/// somebody.
class DoneListener
{
public:
    virtual void taskDone(TaskBase &task) = 0;

protected:
    ~DoneListener() = default;
};

/// The shared state behind Task<T>. The scheduler keeps it alive until it is done, so a task that nobody
/// holds still runs to its end.
class TaskBase : public std::enable_shared_from_this<TaskBase>
{
public:
    virtual ~TaskBase() = default;
    TaskBase(const TaskBase &) = delete;
    TaskBase &operator=(const TaskBase &) = delete;

    /// The task whose step is running in this thread, or null.
    static TaskBase *current();

    bool isDone() const { return m_done; }
    /// Done, and it ended by Cancelled.
    bool isCancelled() const { return m_endedCancelled; }
    const QString &name() const { return m_name; }
    void setName(QString name) { m_name = std::move(name); }

    /// Asks the task to end: Cancelled is thrown where it waits, at its next step. Returns false if it was
    /// done. The task may clean up and take its time, or (asyncio allows it, and it is seldom right) go on.
    bool cancel();
    /// How often cancel() was asked for and not taken back (asyncio's cancelling()).
    int cancelRequests() const { return m_cancelRequests; }
    /// Takes one request back (asyncio's uncancel()); returns how many are left. With none left, a
    /// cancellation that has not reached the coroutine yet is dropped.
    int uncancel();

    /// The exception it ended with, or null. Counts as fetched: it is not logged any more.
    std::exception_ptr exception();

    void addDoneListener(DoneListener &listener) { m_listeners.push_back(&listener); }
    void removeDoneListener(DoneListener &listener);

    /// Makes the task go on in the next turn of the event loop.
    void schedule();
    /// Runs the coroutine to its next suspension. Only for the scheduler.
    void step();
    /// Destroys the frames of a task that will never go on, since its thread ends. Only for the scheduler.
    void abandon();

protected:
    TaskBase() = default;
    /// Registers with the scheduler of this thread; the first step follows in the next turn.
    void start();
    void markFetched() { m_fetched = true; }
    void logIfNotFetched() const;

private:
    friend class Suspension;

    virtual std::coroutine_handle<> rootHandle() const = 0;
    virtual bool rootIsDone() const = 0;
    /// Takes the result out of the coroutine and destroys its frame. Returns the exception, if it ended by
    /// one.
    virtual std::exception_ptr harvest() = 0;
    virtual void setCancelled() = 0;
    virtual std::exception_ptr storedException() const = 0;

    void park(Suspension &suspension);
    bool takePendingCancel();
    void finish();

    Suspension *m_suspension = nullptr; // where it is parked
    bool m_started = false;
    bool m_done = false;
    bool m_endedCancelled = false;
    bool m_cancelPending = false; // to be thrown at the next occasion
    bool m_fetched = false;
    int m_cancelRequests = 0;
    std::vector<DoneListener *> m_listeners;
    Scheduler::TaskList::iterator m_position;
    QString m_name;
};

} // namespace rollcall::async
