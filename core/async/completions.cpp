// SPDX-License-Identifier: MIT
#include "core/async/completions.h"

namespace rollcall::async::detail {

Completions::Completions(const std::vector<std::shared_ptr<FutureBase>> &futures,
                         std::optional<std::chrono::nanoseconds> limit)
    : m_futures(futures),
      m_timer([this] {
          m_timedOut = true;
          QueuedSuspension::wakeAll(m_waiters);
      })
{
    for (std::size_t i = 0; i < m_futures.size(); ++i) {
        FutureBase &future = *m_futures[i];
        if (!m_positions.emplace(&future, i).second)
            continue;
        if (future.isDone())
            futureDone(future);
        else
            future.addDoneListener(*this);
    }
    m_unasked = m_positions.size();
    if (limit)
        m_timer.start(fromNow(*limit));
}

Completions::~Completions()
{
    for (const auto &future : m_futures)
        future->removeDoneListener(*this);
}

void Completions::ask()
{
    if (m_unasked == 0)
        throw InvalidState("asCompleted() has handed out all results");
    --m_unasked;
}

Coroutine<std::size_t> Completions::next()
{
    while (m_ended.empty() && !m_timedOut) {
        TurnWait wait(m_waiters);
        co_await wait;
    }
    if (m_ended.empty())
        throw TimedOut();
    const std::size_t position = m_ended.front();
    m_ended.pop_front();
    co_return position;
}

void Completions::futureDone(FutureBase &future)
{
    m_ended.push_back(m_positions.at(&future));
    if (!m_waiters.empty())
        QueuedSuspension::wakeFirst(m_waiters);
}

} // namespace rollcall::async::detail
