// SPDX-License-Identifier: MIT
#include "core/async/scheduler.h"

#include "core/async/exceptions.h"
#include "core/async/logging.h"
#include "core/async/taskbase.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThreadStorage>
#include <QTimerEvent>

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace rollcall::async {

namespace {

thread_local Scheduler *currentScheduler = nullptr;

/// After how many steps, at the end of a turn, the sockets and timers of the thread get their chance.
constexpr std::size_t stepsPerEvent = 16;

constexpr auto turnEvent = QEvent::User;
constexpr auto mailEvent = QEvent::Type(QEvent::User + 1);

std::optional<std::chrono::nanoseconds> slowStepLimitFromEnvironment()
{
    if (qEnvironmentVariableIntValue("ROLLCALL_ASYNC_DEBUG") == 0)
        return {};
    return std::chrono::milliseconds(100);
}

void call(const std::function<void()> &callback)
{
    try {
        callback();
    } catch (...) {
        qCWarning(detail::logAsync).noquote()
            << "A callback threw an exception -" << detail::describe(std::current_exception());
    }
}

} // namespace

/// What other threads leave here for the scheduler; it may be gone when they do.
class Scheduler::Mailbox
{
public:
    explicit Mailbox(Scheduler &scheduler) : m_scheduler(&scheduler) {}

    bool put(std::function<void()> callback)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_scheduler)
            return false;
        if (m_callbacks.empty())
            QCoreApplication::postEvent(m_scheduler, new QEvent(mailEvent));
        m_callbacks.push_back(std::move(callback));
        return true;
    }
    std::vector<std::function<void()>> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_callbacks, {});
    }
    /// What is here will not be called, and what it holds goes with it.
    void close()
    {
        std::vector<std::function<void()>> dropped;
        const std::lock_guard lock(m_mutex);
        m_scheduler = nullptr;
        dropped.swap(m_callbacks);
    }

private:
    std::mutex m_mutex;
    Scheduler *m_scheduler;
    std::vector<std::function<void()>> m_callbacks;
};

Scheduler &Scheduler::current()
{
    // QThreadStorage, since Qt empties it while the thread still counts as running, or with the application.
    // A thread_local object would outlive both: its events and its timer would be gone without its knowing.
    static QThreadStorage<Scheduler *> owner;
    if (!currentScheduler) {
        currentScheduler = new Scheduler;
        owner.setLocalData(currentScheduler);
    }
    return *currentScheduler;
}

Scheduler::Scheduler()
    : m_mailbox(std::make_shared<Mailbox>(*this)),
      m_slowStepLimit(slowStepLimitFromEnvironment())
{
}

Scheduler::~Scheduler()
{
    m_mailbox->close();
    // The newest first: they may use what lives in the frames of those who started them. Frames destroyed
    // here may wake or stop others, and find this scheduler in order.
    while (!m_tasks.empty())
        m_tasks.back()->abandon();
    for (const auto &[when, timer] : m_timers)
        timer->m_active = false;
    currentScheduler = nullptr;
}

Scheduler::TaskList::iterator Scheduler::addTask(std::shared_ptr<TaskBase> task)
{
    return m_tasks.insert(m_tasks.end(), std::move(task));
}

void Scheduler::taskDone(TaskList::iterator position)
{
    m_tasks.erase(position);
}

void Scheduler::scheduleStep(std::shared_ptr<TaskBase> task)
{
    enqueue({std::move(task), {}});
}

void Scheduler::callSoon(std::function<void()> callback)
{
    enqueue({{}, std::move(callback)});
}

void Scheduler::enqueue(Ready ready)
{
    m_ready.push_back(std::move(ready));
    postTurn();
}

void Scheduler::postTurn()
{
    if (m_turnPosted)
        return;
    m_turnPosted = true;
    QCoreApplication::postEvent(this, new QEvent(turnEvent));
}

void Scheduler::customEvent(QEvent *event) noexcept
{
    if (event->type() == turnEvent) {
        m_turnPosted = false;
        // A round of Qt's event loop costs ten times what a step does, so that short turns share one.
        m_stepsLeft = stepsPerEvent;
        while (!m_ready.empty() && m_stepsLeft > 0)
            runTurn();
    }
    for (auto &callback : m_mailbox->takeAll())
        callSoon(std::move(callback));
}

void Scheduler::runTurn()
{
    // The rest of this turn, too, must go on if a step opens a nested event loop (a modal dialog, say).
    if (m_ready.size() > 1)
        postTurn();
    const std::size_t steps = m_ready.size();
    m_stepsLeft -= std::min(steps, m_stepsLeft);
    for (std::size_t left = steps; left > 0 && !m_ready.empty(); --left)
        runNext();
    fireDueTimers(); // here too, so that a deadline which has passed comes before the next turn
}

void Scheduler::runNext()
{
    const Ready ready = std::move(m_ready.front());
    m_ready.pop_front();
    const auto started = m_slowStepLimit ? Clock::now() : Clock::time_point();
    if (ready.task)
        ready.task->step();
    else
        call(ready.callback);
    if (m_slowStepLimit && Clock::now() - started > *m_slowStepLimit)
        qCWarning(detail::logAsync).noquote()
            << (ready.task ? ready.task->description() : QStringLiteral("A callback"))
            << "kept the event loop from going on for"
            << std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - started).count() << "ms";
}

Scheduler::TimerQueue::iterator Scheduler::startTimer(Clock::time_point when, DeadlineTimer &timer)
{
    // The past is as good as now; as it stands it would get before those that are due already.
    const auto position = m_timers.emplace(std::max(when, Clock::now()), &timer);
    armTimer();
    return position;
}

void Scheduler::stopTimer(TimerQueue::iterator position)
{
    m_timers.erase(position); // the event that comes for nothing is cheaper than arming again
}

void Scheduler::armTimer()
{
    if (m_timers.empty() || m_timers.begin()->first >= m_timerArmedFor)
        return;
    m_timerArmedFor = m_timers.begin()->first;
    const auto delay = std::chrono::ceil<std::chrono::milliseconds>(m_timerArmedFor - Clock::now());
    const auto longest = std::chrono::milliseconds(std::chrono::hours(24));
    const auto clamped = std::clamp(delay, std::chrono::milliseconds(0), longest);
    m_timer.start(int(clamped.count()), Qt::PreciseTimer, this);
}

void Scheduler::timerEvent(QTimerEvent *) noexcept
{
    m_timer.stop();
    m_timerArmedFor = Clock::time_point::max();
    fireDueTimers();
    armTimer();
}

void Scheduler::fireDueTimers()
{
    if (m_timers.empty())
        return;
    const auto now = Clock::now();
    while (!m_timers.empty() && m_timers.begin()->first <= now) {
        DeadlineTimer *const due = m_timers.begin()->second;
        due->stop();
        due->m_callback();
    }
}

LoopReference LoopReference::current()
{
    return LoopReference(Scheduler::current().m_mailbox);
}

bool LoopReference::callSoon(std::function<void()> callback) const
{
    return m_mailbox->put(std::move(callback));
}

DeadlineTimer::DeadlineTimer(std::function<void()> callback) : m_callback(std::move(callback)) {}

DeadlineTimer::~DeadlineTimer()
{
    stop();
}

void DeadlineTimer::start(Clock::time_point when)
{
    stop();
    m_position = Scheduler::current().startTimer(when, *this);
    m_active = true;
}

void DeadlineTimer::stop()
{
    if (!m_active)
        return;
    m_active = false;
    Scheduler::current().stopTimer(m_position);
}

Clock::time_point fromNow(std::chrono::nanoseconds delay)
{
    const auto now = Clock::now();
    return delay < Clock::time_point::max() - now ? now + delay : Clock::time_point::max();
}

} // namespace rollcall::async
