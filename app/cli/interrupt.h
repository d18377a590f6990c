// SPDX-License-Identifier: MIT
// Turns Ctrl+C and its relatives into a call on the event loop. POSIX signals, with a portable fallback.
#pragma once

#include <functional>
#include <memory>

namespace rollcall::cli {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP calls \a handler from the event loop of this thread,
/// and a second one ends the process at once. Signals that were ignored when the program started
/// (nohup, a background job) stay ignored. One at a time.
class Interrupt
{
public:
    explicit Interrupt(std::function<void()> handler);
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace rollcall::cli
