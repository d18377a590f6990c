// SPDX-License-Identifier: MIT
#include "core/async/exceptiongroup.h"

#include "core/async/exceptions.h"

namespace rollcall::async {

ExceptionGroup::ExceptionGroup(std::vector<std::exception_ptr> exceptions)
    // NOLINTNEXTLINE(bugprone-throw-keyword-missing): it takes a list of exceptions for one
    : m_exceptions(std::move(exceptions)),
      m_what(std::to_string(m_exceptions.size()) +
             (m_exceptions.size() == 1 ? " task failed: " : " tasks failed, the first: ") +
             detail::describe(m_exceptions.front()).toStdString())
{
}

} // namespace rollcall::async
