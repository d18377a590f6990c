// SPDX-License-Identifier: MIT
// The exceptions of the coroutine layer.
#pragma once

#include <stdexcept>

namespace rollcall::async {

/// Thrown into a coroutine at the point where it waits when its task is cancelled. Like Python's
/// CancelledError it stands outside the usual hierarchy, so that `catch (const std::exception &)` does not
/// swallow it. Clean up and rethrow.
class Cancelled
{
public:
    Cancelled() = default; // no aggregate, see tests/async/tst_hazards.cpp
};

/// A time limit ran out (asyncio's TimeoutError).
class TimedOut : public std::runtime_error
{
public:
    TimedOut() : std::runtime_error("timed out") {}
};

/// A task or coroutine was used in a state that does not allow it (asyncio's InvalidStateError and
/// RuntimeError).
class InvalidState : public std::logic_error
{
public:
    using std::logic_error::logic_error;
};

/// The object whose signal was awaited has been destroyed without emitting it.
class SenderDestroyed : public std::runtime_error
{
public:
    SenderDestroyed() : std::runtime_error("the object was destroyed before it emitted the awaited signal") {}
};

} // namespace rollcall::async
