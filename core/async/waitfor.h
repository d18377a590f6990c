// SPDX-License-Identifier: MIT
// waitFor(): a time limit on one awaitable.
#pragma once

#include "core/async/task.h"
#include "core/async/timeout.h"
#include "core/async/wait.h"

namespace rollcall::async {

namespace detail {

template <TypedFuture F>
Coroutine<typename F::ResultType> endOf(F future)
{
    if constexpr (std::is_void_v<typename F::ResultType>) {
        co_await future;
    } else {
        typename F::ResultType value = co_await future;
        co_return value;
    }
}

/// Cancels \a future and waits for its end; throws TimedOut if it ended by Cancelled.
template <TypedFuture F>
Coroutine<void> cutShort(F future)
{
    future.cancel();
    std::vector<std::shared_ptr<FutureBase>> states(1, future.state());
    Coroutine<void> end = waitUntilDone(std::move(states), ReturnWhen::AllCompleted, {});
    co_await std::move(end);
    if (future.isCancelled())
        throw TimedOut();
}

} // namespace detail

/// Waits for \a body, at most \a limit; then it is cancelled, and TimedOut thrown when it has ended. Without
/// a limit it just waits. A limit of zero or less does not start the coroutine.
template <class T>
Coroutine<T> waitFor(Coroutine<T> body, std::optional<std::chrono::nanoseconds> limit)
{
    if (limit && *limit <= std::chrono::nanoseconds::zero())
        throw TimedOut();
    Timeout scope(limit);
    Coroutine<T> limited = scope.run(std::move(body));
    if constexpr (std::is_void_v<T>) {
        co_await std::move(limited);
    } else {
        T value = co_await std::move(limited);
        co_return value;
    }
}

/// The same for a task or future. One that is done already gives its result whatever the limit; a limit of
/// zero or less cancels any other at once.
template <TypedFuture F>
Coroutine<typename F::ResultType> waitFor(F future, std::optional<std::chrono::nanoseconds> limit)
{
    if (limit && *limit <= std::chrono::nanoseconds::zero() && !future.isDone()) {
        Coroutine<void> end = detail::cutShort(future);
        co_await std::move(end);
    }
    Timeout scope(future.isDone() ? std::nullopt : limit);
    Coroutine<typename F::ResultType> end = detail::endOf(std::move(future));
    Coroutine<typename F::ResultType> limited = scope.run(std::move(end));
    if constexpr (std::is_void_v<typename F::ResultType>) {
        co_await std::move(limited);
    } else {
        typename F::ResultType value = co_await std::move(limited);
        co_return value;
    }
}

} // namespace rollcall::async
