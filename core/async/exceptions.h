// SPDX-License-Identifier: MIT
// What is behind a std::exception_ptr.
#pragma once

#include <QString>

#include <exception>

namespace rollcall::async::detail {

/// Whether \a exception, which is not null, is Cancelled.
bool isCancellation(const std::exception_ptr &exception);

/// What \a exception says, for a log.
QString describe(const std::exception_ptr &exception);

} // namespace rollcall::async::detail
