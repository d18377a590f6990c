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
    /// Returns after quit(), or when the application or the thread is told to quit.
    void exec()
    {
        const QThread *const thread = QThread::currentThread();
        m_isApplications = QCoreApplication::instance()->thread() == thread && thread->loopLevel() == 0;
        m_isApplications ? QCoreApplication::exec() : m_loop.exec();
        m_isApplications = false;
    }
    /// Does what exec() would do next, also after the thread was told to quit.
    void processEvents() { m_loop.processEvents(QEventLoop::WaitForMoreEvents); }
    void quit() { m_isApplications ? QCoreApplication::exit() : m_loop.exit(); }

private:
    bool m_isApplications = false;
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

void cancel(const Tasks &tasks)
{
    for (const auto &task : tasks)
        task->cancel();
}

enum class WhenQuit { Cancel, GoOn };

/// Runs the event loop until all \a tasks are done.
void runUntilAllDone(const Tasks &tasks, WhenQuit whenQuit)
{
    if (areDone(tasks))
        return;
    EventLoop loop;
    const QuitWhenDone listener(loop, tasks);
    loop.exec();
    if (!areDone(tasks) && whenQuit == WhenQuit::Cancel)
        cancel(tasks);
    while (!areDone(tasks)) // event loops do not run any more once their thread was told to quit
        loop.processEvents();
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
    runUntilAllDone({task.shared_from_this()}, WhenQuit::Cancel);
}

void cancelLeftOverTasks()
{
    const Scheduler::TaskList &live = Scheduler::current().tasks();
    while (!live.empty()) {
        const Tasks leftOver(live.begin(), live.end());
        cancel(leftOver);
        runUntilAllDone(leftOver, WhenQuit::GoOn);
    }
}

} // namespace rollcall::async::detail
