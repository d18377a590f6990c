// SPDX-License-Identifier: MIT
// ExceptionGroup: several exceptions thrown as one.
#pragma once

#include <exception>
#include <string>
#include <vector>

namespace rollcall::async {

/// What a TaskGroup throws: the exceptions of its tasks, in the order in which they came.
class ExceptionGroup : public std::exception
{
public:
    /// \a exceptions is not empty, and holds no Cancelled.
    explicit ExceptionGroup(std::vector<std::exception_ptr> exceptions);

    const std::vector<std::exception_ptr> &exceptions() const { return m_exceptions; }
    /// Says how many there are, and what the first one says.
    const char *what() const noexcept override { return m_what.c_str(); }

private:
    std::vector<std::exception_ptr> m_exceptions;
    std::string m_what;
};

} // namespace rollcall::async
