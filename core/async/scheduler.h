// SPDX-License-Identifier: MIT
// What the coroutines of one thread share: the queue of tasks that may go on, and the clock.
#pragma once

#include <QBasicTimer>
#include <QObject>

#include <chrono>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>

namespace rollcall::async {

class DeadlineTimer;
class TaskBase;

using Clock = std::chrono::steady_clock;

/// Runs the tasks of one thread from that thread's Qt event loop. As in asyncio each turn runs what was ready
/// when it began. Tasks that wake each other do not starve sockets and timers: after a few short turns, or
/// one long one, Qt's event loop goes round.
class Scheduler : public QObject
{
public:
    using TaskList = std::list<std::shared_ptr<TaskBase>>;
    using TimerQueue = std::multimap<Clock::time_point, DeadlineTimer *>;

    /// The scheduler of the calling thread, made on first use. It lives until the thread ends or, in the main
    /// thread, until the application is destroyed; tasks that are not done by then are dropped where they
    /// wait, the newest first.
    static Scheduler &current();
    ~Scheduler() override;

    /// Keeps \a task alive until taskDone().
    TaskList::iterator addTask(std::shared_ptr<TaskBase> task);
    void taskDone(TaskList::iterator position);
    const TaskList &tasks() const { return m_tasks; }

    void scheduleStep(std::shared_ptr<TaskBase> task);
    /// Calls \a callback from the event loop, after what is ready already. An exception that it throws is
    /// logged.
    void callSoon(std::function<void()> callback);

    /// Lets Qt's event loop go round after this turn, whatever is ready: somebody has told it to quit.
    void giveWay() { m_stepsLeft = 0; }

    /// From now on a step of a task, or a callback, that keeps the event loop from going on for longer than
    /// \a limit is logged; none for no log, which is how it begins. The environment variable
    /// ROLLCALL_ASYNC_DEBUG=1 sets it to 100 ms (asyncio's debug mode).
    void setSlowStepLimit(std::optional<std::chrono::nanoseconds> limit) { m_slowStepLimit = limit; }

protected:
    void customEvent(QEvent *event) noexcept override;
    void timerEvent(QTimerEvent *event) noexcept override;

private:
    friend class DeadlineTimer;
    struct Ready {
        std::shared_ptr<TaskBase> task;
        std::function<void()> callback;
    };

    friend class LoopReference;
    class Mailbox;

    Scheduler();
    /// Runs what is ready now.
    void runTurn();
    void runNext();
    void enqueue(Ready ready);
    void postTurn();
    TimerQueue::iterator startTimer(Clock::time_point when, DeadlineTimer &timer);
    void stopTimer(TimerQueue::iterator position);
    void fireDueTimers();
    void armTimer();

    std::shared_ptr<Mailbox> m_mailbox;
    std::optional<std::chrono::nanoseconds> m_slowStepLimit;
    std::deque<Ready> m_ready;
    bool m_turnPosted = false;
    std::size_t m_stepsLeft = 0; // before Qt's event loop goes round
    TaskList m_tasks;
    TimerQueue m_timers;
    QBasicTimer m_timer;
    Clock::time_point m_timerArmedFor = Clock::time_point::max();
};

/// The way to a thread's event loop from any other thread (asyncio's call_soon_threadsafe()). Copies lead to
/// the same loop; may be used, copied and destroyed in every thread.
class LoopReference
{
public:
    /// Leads to the event loop of the calling thread.
    static LoopReference current();

    /// Has \a callback called by that thread's event loop, in the order of the calls. An exception that it
    /// throws is logged. False if the thread has ended: it will not be called.
    bool callSoon(std::function<void()> callback) const;

private:
    explicit LoopReference(std::shared_ptr<Scheduler::Mailbox> mailbox) : m_mailbox(std::move(mailbox)) {}

    std::shared_ptr<Scheduler::Mailbox> m_mailbox;
};

/// A call at a point in time that can be taken back: by stop(), by a new start(), by destruction. It comes
/// from the event loop, never early and never inside start(), and must not throw.
class DeadlineTimer
{
public:
    explicit DeadlineTimer(std::function<void()> callback);
    ~DeadlineTimer();
    DeadlineTimer(const DeadlineTimer &) = delete;
    DeadlineTimer &operator=(const DeadlineTimer &) = delete;

    void start(Clock::time_point when);
    void stop();
    bool isActive() const { return m_active; }

private:
    friend class Scheduler;

    std::function<void()> m_callback;
    Scheduler::TimerQueue::iterator m_position;
    bool m_active = false;
};

/// The point in time \a delay from now; a delay too large to be reached is the end of time.
Clock::time_point fromNow(std::chrono::nanoseconds delay);

} // namespace rollcall::async
