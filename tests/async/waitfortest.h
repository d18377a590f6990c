// SPDX-License-Identifier: MIT
// The coroutines that the tests of waitFor() wait for.
#pragma once

#include "asynctest.h"

#include "core/async/waitfor.h"

namespace rollcall::async::test {

inline constexpr std::chrono::milliseconds soon(5);
using Limit = std::optional<std::chrono::nanoseconds>;

/// How waitFor() ends, and the one that it waited for.
template <class T>
Coroutine<void> endsOf(QStringList *log, Task<T> task, Limit limit)
{
    const QString end = co_await endOf(waitFor(task, limit));
    log->append(end);
    log->append(u"task "_s + stateOf(task));
}

inline Coroutine<void> logRequests(QStringList *log)
{
    log->append(u"%1 requests"_s.arg(currentTask().cancelRequests()));
    co_await turns(1); // nothing is left to be thrown here
}

inline Coroutine<int> slowlyCleanUp(QStringList *log)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(u"cleans up"_s);
    }
    co_await turns(3);
    log->append(u"cleaned up"_s);
    throw Cancelled();
}

inline Coroutine<int> valueWhenCancelled(QStringList *log)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(u"swallowed"_s);
    }
    co_return 42;
}

} // namespace rollcall::async::test
