// SPDX-License-Identifier: MIT
// The order in which futures end.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/futurebase.h"
#include "core/async/scheduler.h"
#include "core/async/waiters.h"

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace rollcall::async::detail {

/// Notes which of \a futures end, in which order, and hands their positions out one at a time.
class Completions final : private DoneListener
{
public:
    /// \a limit is from now. A future that occurs twice counts once.
    Completions(const std::vector<std::shared_ptr<FutureBase>> &futures,
                std::optional<std::chrono::nanoseconds> limit);
    ~Completions();
    Completions(const Completions &) = delete;
    Completions &operator=(const Completions &) = delete;

    /// How many ends nobody has asked for.
    std::size_t unasked() const { return m_unasked; }
    /// Throws InvalidState if nothing is left to ask for.
    void ask();
    /// The position of the one that ends next. Throws TimedOut once the limit has passed and no end is left
    /// over from before. Must be kept alive by the caller.
    Coroutine<std::size_t> next();

private:
    void futureDone(FutureBase &future) override;

    std::map<FutureBase *, std::size_t> m_positions;
    std::vector<std::shared_ptr<FutureBase>> m_futures;
    std::deque<std::size_t> m_ended;
    std::size_t m_unasked;
    bool m_timedOut = false;
    QueuedSuspension::Queue m_waiters;
    DeadlineTimer m_timer;
};

} // namespace rollcall::async::detail
