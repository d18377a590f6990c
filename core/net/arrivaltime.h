// SPDX-License-Identifier: MIT
// When the data that a socket holds arrived, which is not when somebody gets round to reading it.
#pragma once

#include "core/async/scheduler.h"

namespace rollcall {

/// Has the kernel note when data arrives at \a socket, from now on. Without effect where it cannot.
void keepArrivalTimes(qintptr socket);

/// When the first byte that waits in \a socket arrived; where nothing tells, now. Reads nothing. Never later
/// than now; a change of the system's time between arrival and call makes it wrong by as much.
async::Clock::time_point arrivalTime(qintptr socket);

} // namespace rollcall
