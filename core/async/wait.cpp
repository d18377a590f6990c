// SPDX-License-Identifier: MIT
#include "core/async/wait.h"

#include "core/async/suspension.h"

#include <stdexcept>

namespace rollcall::async::detail {

namespace {

/// Wakes \a suspension as soon as enough futures are done.
class EndWatcher final : public DoneListener
{
public:
    EndWatcher(const std::vector<std::shared_ptr<FutureBase>> &futures, ReturnWhen returnWhen,
               Suspension &suspension)
        : m_futures(futures),
          m_returnWhen(returnWhen),
          m_suspension(suspension),
          m_pending(futures.size())
    {
        for (const auto &future : m_futures) {
            if (future->isDone())
                futureDone(*future);
            else
                future->addDoneListener(*this);
        }
    }
    ~EndWatcher()
    {
        for (const auto &future : m_futures)
            future->removeDoneListener(*this);
    }
    EndWatcher(const EndWatcher &) = delete;
    EndWatcher &operator=(const EndWatcher &) = delete;

private:
    void futureDone(FutureBase &future) override
    {
        --m_pending;
        if (m_pending == 0 || m_returnWhen == ReturnWhen::FirstCompleted ||
            (m_returnWhen == ReturnWhen::FirstException && future.hasFailed()))
            m_suspension.wake();
    }

    const std::vector<std::shared_ptr<FutureBase>> &m_futures;
    ReturnWhen m_returnWhen;
    Suspension &m_suspension;
    std::size_t m_pending;
};

} // namespace

Coroutine<void> waitUntilDone(std::vector<std::shared_ptr<FutureBase>> futures, ReturnWhen returnWhen,
                              std::optional<std::chrono::nanoseconds> limit)
{
    if (futures.empty())
        throw std::invalid_argument("wait() needs at least one future or task");
    Suspension suspension;
    const EndWatcher watcher(futures, returnWhen, suspension);
    DeadlineTimer timer([&suspension] { suspension.wake(); });
    if (limit)
        timer.start(fromNow(*limit));
    co_await suspension;
}

} // namespace rollcall::async::detail
