// SPDX-License-Identifier: MIT
// EventLoop: running coroutines by hand, from ordinary code.
#pragma once

#include "core/async/task.h"

#include <memory>

namespace rollcall::async {

/// The door from ordinary code into coroutines, held open for as long as wanted: asyncio's Runner. run() is
/// the short form. Makes a QCoreApplication if there is none (outside of the main thread there must be one).
/// One at a time in a thread, and none in a coroutine.
class EventLoop
{
public:
    /// Throws InvalidState in a coroutine, and while another EventLoop of this thread is open.
    EventLoop();
    /// Closes it.
    ~EventLoop();
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    /// Runs the event loop until \a main is done, and gives its value or throws its exception. If the
    /// application or the thread is told to quit, \a main is cancelled. Tasks that \a main started and left
    /// over stay where they are until the next call, or close(). Throws InvalidState once closed, and while
    /// it runs.
    template <class T>
    T runUntilComplete(Coroutine<T> main)
    {
        requireOpen();
        return runUntilComplete(createTask(std::move(main), QStringLiteral("main")));
    }
    /// The same for a task or future of this thread.
    template <TypedFuture F>
    typename F::ResultType runUntilComplete(const F &future)
    {
        runUntilDone(future);
        return detail::takeValue(future);
    }

    /// The same, giving and throwing nothing: ask \a future.
    void runUntilDone(const AnyFuture &future);

    bool isRunning() const { return m_isRunning; }
    bool isClosed() const { return m_isClosed; }

    /// Cancels every task of this thread that is left over and runs the event loop until they have ended;
    /// nothing stays behind. Does nothing when closed already; InvalidState while it runs.
    void close();

private:
    class Application;

    void requireOpen() const;

    std::unique_ptr<Application> m_application;
    bool m_isRunning = false;
    bool m_isClosed = false;
};

} // namespace rollcall::async
