// SPDX-License-Identifier: MIT
// Coroutine<T>: a lazy function that can pause, owned by whoever awaits it.
#pragma once

#include "core/async/errors.h"
#include "core/async/result.h"

#include <coroutine>
#include <utility>

namespace rollcall::async {

template <class T>
class Coroutine;

namespace detail {

/// Makes the running step of the current task go on with \a handle once the coroutine that runs now has
/// returned. Ending coroutines hand over in this way instead of resuming their caller themselves, so that the
/// stack does not grow with the depth of the chain: GCC 12 makes no tail call of symmetric transfer below -O2
/// or under sanitizers.
void continueStepWith(std::coroutine_handle<> handle) noexcept;

class FinalAwaiter
{
public:
    explicit FinalAwaiter(std::coroutine_handle<> continuation) noexcept : m_continuation(continuation) {}
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept
    {
        if (m_continuation)
            continueStepWith(m_continuation);
    }
    void await_resume() const noexcept {}

private:
    std::coroutine_handle<> m_continuation;
};

template <class T>
class PromiseBase
{
public:
    std::suspend_always initial_suspend() const noexcept { return {}; }
    FinalAwaiter final_suspend() const noexcept { return FinalAwaiter(m_continuation); }
    void unhandled_exception() { m_result.setException(std::current_exception()); }

    void setContinuation(std::coroutine_handle<> continuation) noexcept { m_continuation = continuation; }
    Result<T> &result() noexcept { return m_result; }

private:
    std::coroutine_handle<> m_continuation;
    Result<T> m_result;
};

template <class T>
class Promise : public PromiseBase<T>
{
public:
    Coroutine<T> get_return_object() noexcept;
    template <class U = T>
    void return_value(U &&value)
    {
        this->result().setValue(std::forward<U>(value));
    }
};

template <>
class Promise<void> : public PromiseBase<void>
{
public:
    Coroutine<void> get_return_object() noexcept;
    void return_void() { result().setValue(std::monostate()); }
};

} // namespace detail

/// A function that can pause at a `co_await`. Calling it makes a Coroutine and runs nothing; awaiting it, or
/// handing it to createTask(), gather() or run(), starts it. Destroying it destroys its frame and, in reverse
/// order, all that lives in it. Bound to the thread that runs it.
///
/// Take parameters by value, and do not write one as a lambda with captures: both would dangle, since the
/// body runs later than the call.
template <class T = void>
class [[nodiscard]] Coroutine
{
public:
    using promise_type = detail::Promise<T>;

    Coroutine(Coroutine &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
    Coroutine &operator=(Coroutine &&other) noexcept
    {
        Coroutine(std::move(other)).swap(*this);
        return *this;
    }
    ~Coroutine()
    {
        if (m_handle)
            m_handle.destroy();
    }
    void swap(Coroutine &other) noexcept { std::swap(m_handle, other.m_handle); }

    /// Runs the coroutine in the awaiting task, once. Gives its value or throws its exception; its frame ends
    /// with the statement that awaits it.
    auto operator co_await() &&noexcept { return Awaiter(std::exchange(m_handle, {})); }

private:
    friend promise_type;
    template <class>
    friend class TaskState;
    using Handle = std::coroutine_handle<promise_type>;

    class Awaiter
    {
    public:
        explicit Awaiter(Handle child) noexcept : m_child(child) {}
        ~Awaiter()
        {
            if (m_child)
                m_child.destroy();
        }
        Awaiter(const Awaiter &) = delete;
        Awaiter &operator=(const Awaiter &) = delete;

        bool await_ready() const
        {
            if (!m_child)
                throw InvalidState("the coroutine has been awaited or moved away already");
            return false;
        }
        bool await_suspend(std::coroutine_handle<> parent)
        {
            m_child.resume();
            if (m_child.done())
                return false; // it never paused: no hand-over, no stack
            m_child.promise().setContinuation(parent);
            return true;
        }
        T await_resume()
        {
            if constexpr (std::is_void_v<T>)
                m_child.promise().result().value();
            else
                return std::move(m_child.promise().result().value());
        }

    private:
        Handle m_child;
    };

    explicit Coroutine(Handle handle) noexcept : m_handle(handle) {}

    Handle m_handle;
};

template <class T>
Coroutine<T> detail::Promise<T>::get_return_object() noexcept
{
    return Coroutine<T>(std::coroutine_handle<Promise<T>>::from_promise(*this));
}

inline Coroutine<void> detail::Promise<void>::get_return_object() noexcept
{
    return Coroutine<void>(std::coroutine_handle<Promise<void>>::from_promise(*this));
}

} // namespace rollcall::async
