// SPDX-License-Identifier: MIT
// run(): the door from ordinary code into coroutines, asyncio.run.
#pragma once

#include "core/async/eventloop.h"

namespace rollcall::async {

/// Runs \a main on this thread's event loop, making a QCoreApplication if there is none (outside of the main
/// thread there must be one), and gives its value or throws its exception. Tasks that are left over when it
/// ends are cancelled and awaited, so nothing stays behind; it can be called again. Throws InvalidState when
/// called from a coroutine or inside another run() of the same thread: await instead. If the application or
/// the thread is told to quit, \a main is cancelled.
template <class T>
T run(Coroutine<T> main)
{
    EventLoop loop;
    const Task<T> task = createTask(std::move(main), QStringLiteral("main"));
    loop.runUntilDone(task);
    loop.close();
    return detail::takeValue(task);
}

} // namespace rollcall::async
