// SPDX-License-Identifier: MIT
#include "core/async/eventloop.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>

#include <algorithm>
#include <vector>

namespace rollcall::async {

namespace {

using Futures = std::vector<std::shared_ptr<FutureBase>>;

thread_local bool isOpenInThisThread = false;

/// The application's own event loop where nobody runs it already, since QCoreApplication::quit() reaches no
/// other; else one more of this thread.
class QtLoop
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
    QuitWhenDone(QtLoop &loop, const Futures &futures) : m_loop(loop), m_futures(futures)
    {
        for (const auto &future : m_futures) {
            if (!future->isDone()) {
                future->addDoneListener(*this);
                ++m_pending;
            }
        }
    }
    ~QuitWhenDone()
    {
        for (const auto &future : m_futures)
            future->removeDoneListener(*this);
    }
    QuitWhenDone(const QuitWhenDone &) = delete;
    QuitWhenDone &operator=(const QuitWhenDone &) = delete;

private:
    void futureDone(FutureBase &) override
    {
        if (--m_pending == 0) {
            m_loop.quit();
            Scheduler::current().giveWay();
        }
    }

    QtLoop &m_loop;
    const Futures &m_futures;
    std::size_t m_pending = 0;
};

bool areDone(const Futures &futures)
{
    return std::all_of(futures.begin(), futures.end(), [](const auto &future) { return future->isDone(); });
}

void cancel(const Futures &futures)
{
    for (const auto &future : futures)
        future->cancel();
}

enum class WhenQuit { Cancel, GoOn };

/// Runs the event loop until all \a futures are done.
void runUntilAllDone(const Futures &futures, WhenQuit whenQuit)
{
    if (areDone(futures))
        return;
    QtLoop loop;
    const QuitWhenDone listener(loop, futures);
    loop.exec();
    if (!areDone(futures) && whenQuit == WhenQuit::Cancel)
        cancel(futures);
    while (!areDone(futures)) // event loops do not run any more once their thread was told to quit
        loop.processEvents();
}

} // namespace

class EventLoop::Application
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

EventLoop::EventLoop()
{
    if (isOpenInThisThread || TaskBase::current())
        throw InvalidState(
            "run() and EventLoop cannot be used in a coroutine or inside each other; await instead");
    if (!QCoreApplication::instance())
        m_application = std::make_unique<Application>();
    isOpenInThisThread = true;
}

EventLoop::~EventLoop()
{
    close();
}

void EventLoop::requireOpen() const
{
    if (m_isClosed)
        throw InvalidState("the event loop is closed");
    if (m_isRunning)
        throw InvalidState("the event loop is running already");
}

void EventLoop::runUntilDone(const AnyFuture &future)
{
    requireOpen();
    m_isRunning = true;
    runUntilAllDone({future.state()}, WhenQuit::Cancel);
    m_isRunning = false;
}

void EventLoop::close()
{
    if (m_isClosed)
        return;
    requireOpen();
    m_isRunning = true;
    const Scheduler::TaskList &live = Scheduler::current().tasks();
    while (!live.empty()) {
        const Futures leftOver(live.begin(), live.end());
        cancel(leftOver);
        runUntilAllDone(leftOver, WhenQuit::GoOn);
    }
    m_isRunning = false;
    m_isClosed = true;
    // What the last steps passed to deleteLater() would wait for another event loop, and there may be none.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_application.reset();
    isOpenInThisThread = false;
}

} // namespace rollcall::async
