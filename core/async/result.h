// SPDX-License-Identifier: MIT
// A value or the exception that came in its place.
#pragma once

#include <exception>
#include <utility>
#include <variant>

namespace rollcall::async {

/// How a coroutine ended: with a value of type \a T, or with an exception. Empty until then.
template <class T>
class Result
{
public:
    /// The stored type: std::monostate stands for void.
    using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

    Result() = default;

    template <class U = Value>
    void setValue(U &&value)
    {
        m_content.template emplace<valueIndex>(std::forward<U>(value));
    }
    void setException(std::exception_ptr exception)
    {
        m_content.template emplace<exceptionIndex>(std::move(exception));
    }

    bool isEmpty() const { return m_content.index() == emptyIndex; }
    bool hasValue() const { return m_content.index() == valueIndex; }
    bool hasException() const { return m_content.index() == exceptionIndex; }

    /// The exception, or null.
    std::exception_ptr exception() const
    {
        return hasException() ? std::get<exceptionIndex>(m_content) : std::exception_ptr();
    }
    /// The value; throws the exception if there is one. Not to be called when empty.
    Value &value()
    {
        rethrow();
        return std::get<valueIndex>(m_content);
    }
    const Value &value() const
    {
        rethrow();
        return std::get<valueIndex>(m_content);
    }

private:
    static constexpr std::size_t emptyIndex = 0;
    static constexpr std::size_t valueIndex = 1;
    static constexpr std::size_t exceptionIndex = 2;

    void rethrow() const
    {
        if (hasException())
            std::rethrow_exception(std::get<exceptionIndex>(m_content));
    }

    std::variant<std::monostate, Value, std::exception_ptr> m_content;
};

} // namespace rollcall::async
