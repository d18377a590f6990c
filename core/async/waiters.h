// SPDX-License-Identifier: MIT
// The queue of those who wait at a lock of any kind, first come, first served.
#pragma once

#include "core/async/suspension.h"

#include <list>

namespace rollcall::async::detail {

/// A wait in a queue. Leaves the queue when it is woken by wakeFirst(), and when it ends in any other way.
class QueuedSuspension : public Suspension
{
public:
    using Queue = std::list<QueuedSuspension *>;

    explicit QueuedSuspension(Queue &queue) : m_queue(queue) {}
    ~QueuedSuspension() { leave(); }

    void await_suspend(std::coroutine_handle<> handle)
    {
        m_position = m_queue.insert(m_queue.end(), this);
        m_isQueued = true;
        Suspension::await_suspend(handle);
    }

    /// Takes the first waiter out of \a queue and wakes it.
    static QueuedSuspension *wakeFirst(Queue &queue)
    {
        QueuedSuspension *const first = queue.front();
        first->leave();
        first->m_isChosen = true;
        first->wake();
        return first;
    }
    static void wakeAll(Queue &queue)
    {
        while (!queue.empty())
            wakeFirst(queue);
    }

protected:
    Queue &queue() const { return m_queue; }
    /// It was woken by wakeFirst().
    bool isChosen() const { return m_isChosen; }

private:
    void leave()
    {
        if (m_isQueued)
            m_queue.erase(m_position);
        m_isQueued = false;
    }

    Queue &m_queue;
    Queue::iterator m_position;
    bool m_isQueued = false;
    bool m_isChosen = false;
};

/// A wait for what only one of the waiters gets: if the one that was woken is cancelled before it goes on,
/// the next in the queue is woken in its place.
class TurnWait : public QueuedSuspension
{
public:
    explicit TurnWait(Queue &queue) : QueuedSuspension(queue) {}
    ~TurnWait()
    {
        if (isChosen() && !m_isTaken && !queue().empty())
            wakeFirst(queue());
    }
    void await_resume()
    {
        Suspension::await_resume();
        m_isTaken = true;
    }

private:
    bool m_isTaken = false;
};

} // namespace rollcall::async::detail
