// SPDX-License-Identifier: MIT
// Awaiting a QProcess.
#pragma once

#include "core/async/coroutine.h"

#include <stdexcept>

class QProcess;

namespace rollcall::async {

/// A program could not be started, or crashed.
class ProcessFailed : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Waits until \a process, which was told to start, runs. Throws ProcessFailed with the program's name and
/// the reason if it cannot be started, and SenderDestroyed.
Coroutine<void> startOf(QProcess *process);

/// Waits until \a process, which was told to start, has ended, and gives its exit code. Throws ProcessFailed
/// if it could not be started or crashed, and SenderDestroyed. Cancelling ends the wait; to end the process
/// is left to whoever started it, as in asyncio.
Coroutine<int> finishOf(QProcess *process);

} // namespace rollcall::async
