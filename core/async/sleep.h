// SPDX-License-Identifier: MIT
// sleep(): pauses the running task.
#pragma once

#include "core/async/coroutine.h"

#include <chrono>

namespace rollcall::async {

/// Pauses for \a delay, never less; zero and less give the other tasks one turn. Resolution: a millisecond.
Coroutine<void> sleep(std::chrono::nanoseconds delay);

} // namespace rollcall::async
