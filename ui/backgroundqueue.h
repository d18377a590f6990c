// SPDX-License-Identifier: MIT
// Work that would hold the window up, done on another thread, one piece after the other.
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <utility>

namespace rollcall {

/// The owner makes it a member and so outlives the work; results of work that is done after the owner's end
/// are dropped.
class BackgroundQueue
{
public:
    /// \a owner is where results are delivered, in its thread.
    explicit BackgroundQueue(QObject &owner) : m_owner(owner) { m_pool.setMaxThreadCount(1); }
    /// Waits for what is being done; what has not begun is dropped.
    ~BackgroundQueue()
    {
        m_pool.clear();
        m_pool.waitForDone();
    }
    BackgroundQueue(const BackgroundQueue &) = delete;
    BackgroundQueue &operator=(const BackgroundQueue &) = delete;

    /// Calls \a work on the queue's thread and then \a done with what it returned, in the owner's thread.
    template <class Work, class Done>
    void run(Work work, Done done)
    {
        m_pool.start([&owner = m_owner, work = std::move(work), done = std::move(done)]() mutable {
            QMetaObject::invokeMethod(
                &owner, [done = std::move(done), result = work()]() mutable { done(std::move(result)); },
                Qt::QueuedConnection);
        });
    }

private:
    QObject &m_owner;
    QThreadPool m_pool;
};

} // namespace rollcall
