// SPDX-License-Identifier: MIT
// The log of the coroutine layer.
#pragma once

#include <QLoggingCategory>

namespace rollcall::async::detail {

/// rollcall.async: warnings only, each about a fault in the program that uses coroutines.
const QLoggingCategory &logAsync();

} // namespace rollcall::async::detail
