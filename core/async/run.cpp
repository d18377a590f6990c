// SPDX-License-Identifier: MIT
#include "core/async/run.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>

#include <algorithm>
#include <vector>

namespace rollcall::async::detail {

namespace {

using Tasks = std::vector<std::shared_ptr<TaskBase>>;

thread_local bool runsInThisThread = false;

/// The application's own event loop where nobody runs it already, since QCoreApplication::quit() reaches no
/// other; else one more of this thread.
class EventLoop
{
public:
    EventLoop()
        : m_isApplications(QCoreApplication::instance()->thread() == QThread::currentThread() &&
                           QThread::currentThread()->loopLevel() == 0)
    {
    }
    /// Returns after quit(), or when the application or the thread is told to quit.
    void exec() { m_isApplications ? QCoreApplication::exec() : m_loop.exec(); }
    void quit() { m_isApplications ? QCoreApplication::exit() : m_loop.exit(); }

private:
    bool m_isApplications;
    QEventLoop m_loop;
};

class QuitWhenDone final : public DoneListener
{
public:
    QuitWhenDone(EventLoop &loop, const Tasks &tasks) : m_loop(loop), m_tasks(tasks)
    {
        for (const auto &task : m_tasks) {
            if (!task->isDone()) {
                task->addDoneListener(*this);
                ++m_pending;
            }
        }
    }
    ~QuitWhenDone()
    {
        for (const auto &task : m_tasks)
            task->removeDoneListener(*this);
    }
    QuitWhenDone(const QuitWhenDone &) = delete;
    QuitWhenDone &operator=(const QuitWhenDone &) = delete;

private:
    void taskDone(TaskBase &) override
    {
        if (--m_pending == 0)
            m_loop.quit();
    }

    EventLoop &m_loop;
    const Tasks &m_tasks;
    std::size_t m_pending = 0;
};

bool areDone(const Tasks &tasks)
{
    return std::all_of(tasks.begin(), tasks.end(), [](const auto &task) { return task->isDone(); });
}

/// Runs the event loop until all \a tasks are done or the application is told to quit.
void runEventLoop(const Tasks &tasks)
{
    if (areDone(tasks))
        return;
    EventLoop loop;
    const QuitWhenDone listener(loop, tasks);
    loop.exec();
}

/// Once told to quit, event loops do not run any more: what is to end must be driven by hand.
void processEventsUntilDone(const Tasks &tasks)
{
    while (!areDone(tasks))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace

class RunScope::Application
{
public:
    Application() : m_application(m_argumentCount, m_arguments) {}

private:
    // QCoreApplication keeps references to both.
    int m_argumentCount = 1;
    char m_name[9] = "rollcall";
    char *m_arguments[2] = {m_name, nullptr};
    QCoreApplication m_application;
};

RunScope::RunScope()
{
    if (runsInThisThread || TaskBase::current())
        throw InvalidState("run() cannot be called from a coroutine or another run(); await instead");
    if (!QCoreApplication::instance())
        m_application = std::make_unique<Application>();
    runsInThisThread = true;
}

RunScope::~RunScope()
{
    // What the last steps passed to deleteLater() would wait for another event loop, and there may be none.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    runsInThisThread = false;
}

void runUntilDone(TaskBase &task)
{
    const Tasks tasks{task.shared_from_this()};
    runEventLoop(tasks);
    if (!task.isDone())
        task.cancel();
    processEventsUntilDone(tasks);
}

void cancelLeftOverTasks()
{
    const Scheduler::TaskList &live = Scheduler::current().tasks();
    while (!live.empty()) {
        const Tasks leftOver(live.begin(), live.end());
        for (const auto &task : leftOver)
            task->cancel();
        runEventLoop(leftOver);
        processEventsUntilDone(leftOver);
    }
}

} // namespace rollcall::async::detail
