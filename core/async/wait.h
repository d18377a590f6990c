// SPDX-License-Identifier: MIT
// wait(): waits for some or all of several tasks, and hands back what is pending.
#pragma once

#include "core/async/task.h"

#include <chrono>
#include <optional>
#include <set>
#include <vector>

namespace rollcall::async {

enum class ReturnWhen {
    FirstCompleted, ///< one is done, in whatever way
    FirstException, ///< one ended by an exception other than Cancelled; else as AllCompleted
    AllCompleted,
};

/// What wait() gives: each future that it was given is in one of the two, once, in the order given.
template <FutureHandle F>
class WaitResult
{
public:
    WaitResult() = default;

    std::vector<F> done;
    std::vector<F> pending;
};

namespace detail {

/// Throws std::invalid_argument if \a futures is empty.
Coroutine<void> waitUntilDone(std::vector<std::shared_ptr<FutureBase>> futures, ReturnWhen returnWhen,
                              std::optional<std::chrono::nanoseconds> limit);

} // namespace detail

/// Waits until \a returnWhen, or until \a limit has passed. Throws nothing that the tasks throw: ask those
/// that are done. What is pending is left running, also when wait() is cancelled. Throws
/// std::invalid_argument if \a futures is empty.
template <FutureHandle F>
Coroutine<WaitResult<F>> wait(std::vector<F> futures, ReturnWhen returnWhen = ReturnWhen::AllCompleted,
                              std::optional<std::chrono::nanoseconds> limit = {})
{
    std::vector<std::shared_ptr<FutureBase>> states = detail::statesOf(futures);
    co_await detail::waitUntilDone(std::move(states), returnWhen, limit);
    WaitResult<F> result;
    std::set<FutureBase *> seen;
    for (F &future : futures) {
        if (seen.insert(future.state().get()).second)
            (future.isDone() ? result.done : result.pending).push_back(std::move(future));
    }
    co_return result;
}

/// The same, with a time limit and until all are done.
template <FutureHandle F>
Coroutine<WaitResult<F>> wait(std::vector<F> futures, std::chrono::nanoseconds limit)
{
    return wait(std::move(futures), ReturnWhen::AllCompleted, limit);
}

} // namespace rollcall::async
