// SPDX-License-Identifier: MIT
// toThread(): runs a blocking function in another thread while the event loop goes on.
#pragma once

#include "core/async/future.h"
#include "core/async/scheduler.h"

#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace rollcall::async {

namespace detail {

/// Runs \a function in a thread of \a pool, and sets \a future, of this thread, with what it gave.
template <class T, class Function>
void startInThread(Future<T> future, Function function, QThreadPool *pool)
{
    struct Work {
        Work(Function body, Future<T> toBeSet) : function(std::move(body)), future(std::move(toBeSet)) {}
        Function function;
        Future<T> future;
        Result<T> result;
        LoopReference home = LoopReference::current();
    };
    // Shared, since std::function wants to copy what it holds, and the function may be movable only.
    auto work = std::make_shared<Work>(std::move(function), std::move(future));
    pool->start([work = std::move(work)]() mutable {
        try {
            if constexpr (std::is_void_v<T>) {
                work->function();
                work->result.setValue(std::monostate());
            } else {
                work->result.setValue(work->function());
            }
        } catch (...) {
            work->result.setException(std::current_exception());
        }
        const LoopReference home = work->home;
        home.callSoon([work = std::move(work)] {
            if (!work->future.isDone()) // it is if the wait was cancelled
                work->future.settle(std::move(work->result));
        });
    });
}

} // namespace detail

/// Runs \a function in a thread of \a pool (by default the global one) and gives its value or throws its
/// exception. It starts when this is awaited. Cancelling ends the wait at once, while the function runs on
/// unobserved, since a thread cannot be stopped: give it values, not references to what the caller owns.
///
/// GCC 12 destroys a lambda beside a `co_await` twice. One whose captures have destructors goes into a
/// statement of its own:
///
///     Coroutine<int> counting = toThread([path] { return countLines(path); });
///     const int lines = co_await std::move(counting);
template <class Function>
Coroutine<std::invoke_result_t<Function>> toThread(Function function, QThreadPool *pool = nullptr)
{
    using T = std::invoke_result_t<Function>;
    const Future<T> future = createFuture<T>();
    detail::startInThread(future, std::move(function), pool ? pool : QThreadPool::globalInstance());
    if constexpr (std::is_void_v<T>) {
        co_await future;
    } else {
        T value = co_await future;
        co_return value;
    }
}

} // namespace rollcall::async
