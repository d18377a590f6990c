// SPDX-License-Identifier: MIT
// run(): the door from ordinary code into coroutines, asyncio.run.
#pragma once

#include "core/async/task.h"

namespace rollcall::async {

namespace detail {

/// Runs an event loop until \a task is done.
void runUntilDone(TaskBase &task);
/// Cancels every task of this thread that is left over and runs the event loop until they have ended.
void cancelLeftOverTasks();

/// What run() needs around it: that no other run() is under way in this thread, and an application.
class RunScope
{
public:
    RunScope();
    ~RunScope();
    RunScope(const RunScope &) = delete;
    RunScope &operator=(const RunScope &) = delete;

private:
    class Application;
    std::unique_ptr<Application> m_application;
};

} // namespace detail

/// Runs \a main on this thread's event loop, making a QCoreApplication if there is none (outside of the main
/// thread there must be one), and gives its value or throws its exception. Tasks that are left over when it
/// ends are cancelled and awaited, so nothing stays behind; it can be called again. Throws InvalidState when
/// called from a coroutine or inside another run() of the same thread: await instead. If the application or
/// the thread is told to quit, \a main is cancelled.
template <class T>
T run(Coroutine<T> main)
{
    const detail::RunScope scope;
    const Task<T> task = createTask(std::move(main), QStringLiteral("main"));
    detail::runUntilDone(*task.state());
    detail::cancelLeftOverTasks();
    if constexpr (std::is_void_v<T>)
        task.result();
    else
        return std::move(task.state()->result().value());
}

} // namespace rollcall::async
