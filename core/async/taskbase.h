// SPDX-License-Identifier: MIT
// What all tasks have in common, whatever their value: being scheduled and cancelled.
#pragma once

#include "core/async/futurebase.h"
#include "core/async/scheduler.h"

#include <QString>

#include <coroutine>
#include <exception>
#include <memory>

namespace rollcall::async {

class Suspension;

/// The shared state behind Task<T>. The scheduler keeps it alive until it is done, so a task that nobody
/// holds still runs to its end.
class TaskBase : public FutureBase
{
public:
    /// The task whose step is running in this thread, or null.
    static TaskBase *current();

    const QString &name() const { return m_name; }
    void setName(QString name) { m_name = std::move(name); }

    QString description() const override;

    /// Asks the task to end: Cancelled is thrown where it waits, at its next step. Returns false if it was
    /// done. The task may clean up and take its time, or (asyncio allows it, and it is seldom right) go on.
    bool cancel() override;
    /// How often cancel() was asked for and not taken back (asyncio's cancelling()).
    int cancelRequests() const { return m_cancelRequests; }
    /// Takes one request back (asyncio's uncancel()); returns how many are left. With none left, a
    /// cancellation that has not reached the coroutine yet is dropped.
    int uncancel();

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

private:
    friend class Suspension;
    class CancelPass;

    virtual std::coroutine_handle<> rootHandle() const = 0;
    virtual bool rootIsDone() const = 0;
    /// Takes the result out of the coroutine and destroys its frame. Returns the exception, if it ended by
    /// one.
    virtual std::exception_ptr harvest() = 0;
    virtual void setCancelled() = 0;
    std::shared_ptr<TaskBase> sharedFromThis();

    void park(Suspension &suspension);
    bool takePendingCancel();
    void passCancelOn();
    void finish();

    Suspension *m_suspension = nullptr; // where it is parked
    bool m_started = false;
    bool m_cancelPending = false; // to be thrown at the next occasion
    int m_cancelRequests = 0;
    quint64 m_cancelPass = 0;            // the latest one that has reached this task
    TaskBase *m_cancelledFrom = nullptr; // the task that passed it on, in that pass
    Scheduler::TaskList::iterator m_position;
    QString m_name;
};

} // namespace rollcall::async
