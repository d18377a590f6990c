// SPDX-License-Identifier: MIT
// gather(): runs several coroutines at once and collects what they give, in their order.
#pragma once

#include "core/async/task.h"

#include <tuple>
#include <vector>

namespace rollcall::async {

/// Choose it as gather(list, returnExceptions) or gather(returnExceptions, one(), another()): exceptions are
/// collected like values, as with asyncio's return_exceptions=True.
class ReturnExceptions
{
public:
    explicit constexpr ReturnExceptions() = default;
};
inline constexpr ReturnExceptions returnExceptions;

namespace detail {

enum class UntilWhen { AllDone, FirstException };

/// Waits for the futures. Cancelling it cancels all of them and waits for their ends.
Coroutine<void> awaitFutures(std::vector<std::shared_ptr<FutureBase>> futures, UntilWhen until);

} // namespace detail

/// Waits for all \a awaitables, which run at once, and gives their results in order, exceptions and
/// cancellations among them as Result<T>. Coroutines become tasks when gather() is awaited.
template <Awaitable A>
Coroutine<std::vector<Result<AwaitedType<A>>>> gather(std::vector<A> awaitables, ReturnExceptions)
{
    auto futures = ensureFutures(std::move(awaitables));
    std::vector<std::shared_ptr<FutureBase>> states = detail::statesOf(futures);
    co_await detail::awaitFutures(std::move(states), detail::UntilWhen::AllDone);
    std::vector<Result<AwaitedType<A>>> results;
    results.reserve(futures.size());
    for (const auto &future : futures)
        results.push_back(detail::takeOutcome(future));
    co_return results;
}

/// Waits for all \a awaitables, which run at once, and gives their values in order. The first exception is
/// thrown at once; the others go on running, as in asyncio, and their exceptions count as fetched. Cancelling
/// gather() cancels every one of them, and it ends when they have.
template <Awaitable A>
Coroutine<std::vector<typename Result<AwaitedType<A>>::Value>> gather(std::vector<A> awaitables)
{
    auto futures = ensureFutures(std::move(awaitables));
    std::vector<std::shared_ptr<FutureBase>> states = detail::statesOf(futures);
    co_await detail::awaitFutures(std::move(states), detail::UntilWhen::FirstException);
    std::vector<typename Result<AwaitedType<A>>::Value> values;
    values.reserve(futures.size());
    for (const auto &future : futures)
        values.push_back(std::move(detail::takeOutcome(future).value()));
    co_return values;
}

/// The same for awaitables of different types: gives a tuple of Result<T>.
template <Awaitable... As>
Coroutine<std::tuple<Result<AwaitedType<As>>...>> gather(ReturnExceptions, As... awaitables)
{
    auto futures = std::tuple{ensureFuture(std::move(awaitables))...}; // braces: from left to right
    std::vector<std::shared_ptr<FutureBase>> states = detail::statesOf(futures);
    co_await detail::awaitFutures(std::move(states), detail::UntilWhen::AllDone);
    co_return std::apply([](const auto &...future) { return std::tuple(detail::takeOutcome(future)...); },
                         futures);
}

/// The same for awaitables of different types: gives a tuple of values, with std::monostate for void.
template <Awaitable... As>
Coroutine<std::tuple<typename Result<AwaitedType<As>>::Value...>> gather(As... awaitables)
{
    auto futures = std::tuple{ensureFuture(std::move(awaitables))...};
    std::vector<std::shared_ptr<FutureBase>> states = detail::statesOf(futures);
    co_await detail::awaitFutures(std::move(states), detail::UntilWhen::FirstException);
    co_return std::apply(
        [](const auto &...future) {
            return std::tuple<typename Result<AwaitedType<As>>::Value...>(
                std::move(detail::takeOutcome(future).value())...);
        },
        futures);
}

} // namespace rollcall::async
