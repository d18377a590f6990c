// SPDX-License-Identifier: MIT
// Future<T>: the eventual result of an operation, the bridge from callbacks to coroutines.
#pragma once

#include "core/async/errors.h"
#include "core/async/futurewait.h"

#include <concepts>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace rollcall::async {

/// A handle on a future or task of any type; copies share it. What Future<T> and Task<T> can do without
/// knowing their value. Bound to the thread that made it, except that handles may be copied, moved and
/// destroyed anywhere.
class AnyFuture
{
public:
    using CallbackId = FutureBase::CallbackId;

    /// No future; only assignment, comparison and destruction are of use.
    AnyFuture() = default;
    explicit AnyFuture(std::shared_ptr<FutureBase> state) : m_state(std::move(state)) {}

    bool isValid() const { return m_state != nullptr; }
    bool isDone() const { return m_state->isDone(); }
    /// Done, and it ended by Cancelled.
    bool isCancelled() const { return m_state->isCancelled(); }
    /// Ends a future by Cancelled at once, and asks a task to end (TaskBase::cancel()). Returns false if it
    /// was done.
    bool cancel() const { return m_state->cancel(); }
    /// The exception, Cancelled included, or null; InvalidState until it is done. Counts as fetched.
    std::exception_ptr exception() const
    {
        requireDone();
        return m_state->exception();
    }

    /// Takes a done callback back. False if there is none of that name, or its call is on the way already.
    bool removeDoneCallback(CallbackId id) const { return m_state->removeDoneCallback(id); }

    /// Waits for the end, and throws the exception if it ended by one. Cancelling the waiting task cancels
    /// this, and waits for its end, as in asyncio; see shield().
    auto operator co_await() const { return Awaiter(m_state); }

    friend bool operator==(const AnyFuture &, const AnyFuture &) = default;

    const std::shared_ptr<FutureBase> &state() const { return m_state; }

protected:
    void requireDone() const
    {
        if (!isDone())
            throw InvalidState("the result is not there yet");
    }

private:
    class Awaiter final : public detail::FutureWait
    {
    public:
        explicit Awaiter(std::shared_ptr<FutureBase> state) : FutureWait(std::move(state)) {}
        void await_resume()
        {
            FutureWait::await_resume();
            if (const std::exception_ptr exception = state().exception())
                std::rethrow_exception(exception);
        }
    };

    std::shared_ptr<FutureBase> m_state;
};

/// The state of a future that is no task.
template <class T>
class FutureState final : public WithResult<T, FutureBase>
{
public:
    FutureState() = default;
    bool cancel() override
    {
        if (this->isDone())
            return false;
        Result<T> cancelled;
        cancelled.setException(std::make_exception_ptr(Cancelled()));
        settle(std::move(cancelled));
        return true;
    }
    /// Only once.
    void settle(Result<T> result)
    {
        this->result() = std::move(result);
        this->setDone();
    }
};

/// A result that will be there later; copies share it. Made by createFuture() and set by whoever has the
/// result, once. An exception that nobody fetches is logged.
///
/// All calls belong to the thread that created it. To set it from another thread, send the call home:
///
///     const LoopReference loop = LoopReference::current();
///     std::thread([loop, future] { loop.callSoon([future] { future.setResult(42); }); });
template <class T = void>
class Future : public AnyFuture
{
public:
    using ResultType = T;

    Future() = default;
    /// \a result belongs to \a state.
    Future(std::shared_ptr<FutureBase> state, Result<T> *result)
        : AnyFuture(std::move(state)),
          m_result(result)
    {
    }

    /// How it ended; InvalidState until it is done. Counts as fetched.
    Result<T> &outcome() const
    {
        requireDone();
        state()->markFetched();
        return *m_result;
    }
    /// A copy of the value; throws the exception, Cancelled included; InvalidState until it is done.
    T result() const
    {
        if constexpr (std::is_void_v<T>)
            outcome().value();
        else
            return outcome().value();
    }

    /// Ends it with \a value. InvalidState if it is done, or is a task.
    template <class U = typename Result<T>::Value>
    requires(!std::is_void_v<T>) void setResult(U &&value) const
    {
        Result<T> result;
        result.setValue(std::forward<U>(value));
        settle(std::move(result));
    }
    void setResult() const requires std::is_void_v<T>
    {
        Result<T> result;
        result.setValue(std::monostate());
        settle(std::move(result));
    }
    /// Ends it with \a exception, which may be Cancelled. InvalidState if it is done, or is a task;
    /// std::invalid_argument if \a exception is null.
    void setException(std::exception_ptr exception) const
    {
        if (!exception)
            throw std::invalid_argument("setException() needs an exception");
        Result<T> result;
        result.setException(std::move(exception));
        settle(std::move(result));
    }
    template <class Exception>
    requires(!std::same_as<std::decay_t<Exception>, std::exception_ptr>) void setException(
        Exception &&exception) const
    {
        setException(std::make_exception_ptr(std::forward<Exception>(exception)));
    }
    /// Ends it with \a result, value or exception. InvalidState if it is done, or is a task.
    void settle(Result<T> result) const
    {
        auto *const own = dynamic_cast<FutureState<T> *>(state().get());
        if (!own)
            throw InvalidState("a task sets its own result");
        if (own->isDone())
            throw InvalidState("the future is done already");
        own->settle(std::move(result));
    }

    /// Has \a callback called with this future, from the event loop, once it is done. An exception thrown by
    /// it is logged.
    template <std::invocable<Future<T>> Callback>
    CallbackId addDoneCallback(Callback callback) const
    {
        return state()->addDoneCallback(
            [callback = std::move(callback), result = m_result](const std::shared_ptr<FutureBase> &done) {
                callback(Future(done, result));
            });
    }

    /// Waits for the end and gives the value (moved out if it cannot be copied) or throws the exception.
    /// Cancelling the waiting task cancels this, and waits for its end, as in asyncio; see shield().
    auto operator co_await() const { return Awaiter(*this); }

private:
    class Awaiter final : public detail::FutureWait
    {
    public:
        explicit Awaiter(const Future &future) : FutureWait(future.state()), m_result(future.m_result) {}
        T await_resume()
        {
            FutureWait::await_resume();
            state().markFetched();
            if constexpr (std::is_void_v<T>)
                m_result->value();
            else if constexpr (std::is_copy_constructible_v<T>)
                return m_result->value();
            else
                return std::move(m_result->value());
        }

    private:
        Result<T> *m_result;
    };

    Result<T> *m_result = nullptr;
};

/// A future that is not done yet, for the calling thread's event loop.
template <class T = void>
Future<T> createFuture()
{
    const auto state = std::make_shared<FutureState<T>>();
    return Future<T>(state, &state->result());
}

/// Future<T>, Task<T>, AnyFuture and AnyTask: what wait() takes a list of.
template <class F>
concept FutureHandle = std::derived_from<F, AnyFuture>;

/// Future<T> and Task<T>.
template <class F>
concept TypedFuture = FutureHandle<F> && std::derived_from<F, Future<typename F::ResultType>>;

namespace detail {

/// The result of \a future, moved out of it if nobody else can ask for it, or if it cannot be copied.
template <TypedFuture F>
Result<typename F::ResultType> takeOutcome(const F &future)
{
    Result<typename F::ResultType> &outcome = future.outcome();
    if constexpr (std::is_copy_constructible_v<typename Result<typename F::ResultType>::Value>) {
        if (future.state().use_count() > 1)
            return outcome;
    }
    return std::move(outcome);
}

/// The value of \a future, taken in the same way, or its exception.
template <TypedFuture F>
typename F::ResultType takeValue(const F &future)
{
    if constexpr (std::is_void_v<typename F::ResultType>)
        future.outcome().value();
    else
        return std::move(takeOutcome(future).value());
}

template <FutureHandle F>
std::vector<std::shared_ptr<FutureBase>> statesOf(const std::vector<F> &futures)
{
    std::vector<std::shared_ptr<FutureBase>> states;
    states.reserve(futures.size());
    for (const F &future : futures)
        states.push_back(future.state());
    return states;
}

template <FutureHandle... Fs>
std::vector<std::shared_ptr<FutureBase>> statesOf(const std::tuple<Fs...> &futures)
{
    return std::apply(
        [](const Fs &...future) { return std::vector<std::shared_ptr<FutureBase>>{future.state()...}; },
        futures);
}

} // namespace detail

} // namespace rollcall::async
