// SPDX-License-Identifier: MIT
// shield(): waits for a task without passing a cancellation on to it.
#pragma once

#include "core/async/task.h"

namespace rollcall::async {

namespace detail {

/// The end of a future, without its value; cancelling it leaves the future alone.
Coroutine<void> shieldedEnd(std::shared_ptr<FutureBase> future);

template <TypedFuture F>
Coroutine<typename F::ResultType> shielded(F future)
{
    co_await shieldedEnd(future.state());
    if constexpr (std::is_void_v<typename F::ResultType>)
        future.result();
    else
        co_return takeValue(future);
}

} // namespace detail

/// Waits for \a awaitable and gives its value or throws its exception. If the wait is cancelled it ends by
/// Cancelled, while \a awaitable goes on. A coroutine becomes a task inside this call. Keep a handle on what
/// must not be cut short: whoever starts a task awaits or cancels it.
template <Awaitable A>
Coroutine<AwaitedType<A>> shield(A awaitable)
{
    return detail::shielded(ensureFuture(std::move(awaitable)));
}

} // namespace rollcall::async
