// SPDX-License-Identifier: MIT
// asCompleted(): the results of several tasks in the order in which they come in.
#pragma once

#include "core/async/completions.h"
#include "core/async/task.h"

#include <chrono>
#include <iterator>
#include <optional>
#include <vector>

namespace rollcall::async {

/// What asCompleted() gives. Use it in a loop:
///
///     for (Coroutine<int> next : asCompleted(std::move(tasks)))
///         total += co_await std::move(next);
///
/// or ask it while hasNext(). Each next() is the result of the future that is done next, value or exception.
template <TypedFuture F>
class AsCompleted
{
public:
    using ResultType = typename F::ResultType;

    AsCompleted(std::vector<F> futures, std::optional<std::chrono::nanoseconds> limit)
        : m_futures(std::make_shared<const std::vector<F>>(std::move(futures))),
          m_completions(std::make_shared<detail::Completions>(detail::statesOf(*m_futures), limit))
    {
    }

    /// Whether there is a result that nobody has asked for.
    bool hasNext() const { return m_completions->unasked() > 0; }
    /// Waits for the next end and gives the future itself, done. Throws TimedOut if the limit passes before;
    /// InvalidState if all have been asked for.
    Coroutine<F> nextFuture()
    {
        m_completions->ask();
        return futureOf(m_futures, m_completions);
    }
    /// The same, for the value or exception of that future.
    Coroutine<ResultType> next()
    {
        m_completions->ask();
        return resultOf(m_futures, m_completions);
    }

    class Iterator
    {
    public:
        using difference_type = std::ptrdiff_t;
        using value_type = Coroutine<ResultType>;

        explicit Iterator(AsCompleted *results = nullptr) : m_results(results) {}
        Coroutine<ResultType> operator*() const { return m_results->next(); }
        Iterator &operator++() { return *this; } // asking is what moves on
        void operator++(int) {}
        friend bool operator==(const Iterator &iterator, std::default_sentinel_t)
        {
            return !iterator.m_results->hasNext();
        }

    private:
        AsCompleted *m_results;
    };

    Iterator begin() { return Iterator(this); }
    std::default_sentinel_t end() const { return {}; }

private:
    using Futures = std::shared_ptr<const std::vector<F>>;
    using Completions = std::shared_ptr<detail::Completions>;

    static Coroutine<F> futureOf(Futures futures, Completions completions)
    {
        Coroutine<std::size_t> ending = completions->next();
        const std::size_t position = co_await std::move(ending);
        co_return futures->at(position);
    }
    static Coroutine<ResultType> resultOf(Futures futures, Completions completions)
    {
        Coroutine<std::size_t> ending = completions->next();
        const std::size_t position = co_await std::move(ending);
        if constexpr (std::is_void_v<ResultType>)
            futures->at(position).result();
        else
            co_return detail::takeValue(futures->at(position));
    }

    Futures m_futures;
    Completions m_completions;
};

/// Runs \a awaitables at once and gives their results as they come in. When \a limit, from now, has passed,
/// each further next() throws TimedOut; what is pending is left running. A future that is in the list twice
/// counts once.
template <Awaitable A>
auto asCompleted(std::vector<A> awaitables, std::optional<std::chrono::nanoseconds> limit = {})
{
    return AsCompleted(ensureFutures(std::move(awaitables)), limit);
}

} // namespace rollcall::async
