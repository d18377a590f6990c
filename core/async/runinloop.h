// SPDX-License-Identifier: MIT
// runInLoop(): has a coroutine run by another thread's event loop, and waits for it.
#pragma once

#include "core/async/future.h"
#include "core/async/scheduler.h"
#include "core/async/task.h"

#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

namespace rollcall::async {

namespace detail {

/// A coroutine on its way to another loop, and the way back of what it gives. Belongs to that loop once it is
/// on its way; whoever drops it before it has reported reports Cancelled.
template <class T, class Function>
class Errand : public std::enable_shared_from_this<Errand<T, Function>>
{
public:
    Errand(Function function, Future<T> future) : m_function(std::move(function)), m_future(std::move(future))
    {
    }
    ~Errand()
    {
        if (!m_isReported)
            m_home.callSoon([future = m_future] { future.cancel(); });
    }
    Errand(const Errand &) = delete;
    Errand &operator=(const Errand &) = delete;

    void start()
    {
        if (!m_isCancelled)
            m_task = createTask(run(this->shared_from_this()));
    }
    void cancel()
    {
        m_isCancelled = true;
        if (m_task.isValid())
            m_task.cancel();
    }

private:
    static Coroutine<void> run(std::shared_ptr<Errand> self)
    {
        try {
            Coroutine<T> work = self->m_function();
            if constexpr (std::is_void_v<T>) {
                co_await std::move(work);
                self->m_result.setValue(std::monostate());
            } else {
                T value = co_await std::move(work);
                self->m_result.setValue(std::move(value));
            }
        } catch (...) {
            self->m_result.setException(std::current_exception());
        }
        self->report();
    }
    void report()
    {
        m_isReported = true;
        m_home.callSoon([self = this->shared_from_this()] {
            if (!self->m_future.isDone()) // it is if the wait was cancelled
                self->m_future.settle(std::move(self->m_result));
        });
    }

    Function m_function;
    Future<T> m_future; // of the loop at home
    LoopReference m_home = LoopReference::current();
    Task<void> m_task;
    Result<T> m_result;
    bool m_isCancelled = false;
    bool m_isReported = false;
};

template <class Awaited>
struct CoroutineResult;
template <class T>
struct CoroutineResult<Coroutine<T>> {
    using Type = T;
};

} // namespace detail

/// Has \a loop, another thread's, call \a function and run the coroutine that it gives; gives that one's
/// value or throws its exception (asyncio's run_coroutine_threadsafe() and wrap_future()). It starts when
/// this is awaited. Cancelling ends the wait at once and has the coroutine there cancelled soon after: give
/// it values, or what outlives the other loop. Throws Cancelled if the other loop has ended, or ends before
/// the coroutine.
///
/// As with toThread(), a function whose captures have destructors goes into a statement of its own.
template <class Function>
std::invoke_result_t<Function &> runInLoop(LoopReference loop, Function function)
{
    using T = typename detail::CoroutineResult<std::invoke_result_t<Function &>>::Type;
    using Errand = detail::Errand<T, Function>;
    const Future<T> future = createFuture<T>();
    auto errand = std::make_shared<Errand>(std::move(function), future);
    const std::weak_ptr<Errand> sent = errand;
    loop.callSoon([errand = std::move(errand)] { errand->start(); });
    const AnyFuture &done = future; // whose wait copies no value
    try {
        co_await done;
    } catch (const Cancelled &) {
        loop.callSoon([sent] {
            if (const std::shared_ptr<Errand> live = sent.lock())
                live->cancel();
        });
        throw;
    }
    if constexpr (!std::is_void_v<T>)
        co_return std::move(future.outcome().value());
}

} // namespace rollcall::async
