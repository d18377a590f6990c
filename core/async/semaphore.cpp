// SPDX-License-Identifier: MIT
#include "core/async/semaphore.h"

#include <QtGlobal>

namespace rollcall::async {

/// The wait for a place.
class Semaphore::Acquire : public detail::QueuedSuspension
{
public:
    explicit Acquire(Semaphore &semaphore) : QueuedSuspension(semaphore.m_waiters), m_semaphore(semaphore) {}
    ~Acquire()
    {
        if (m_hasPlace) // cancelled between being let in and going on
            m_semaphore.giveBack();
    }
    bool await_ready()
    {
        if (m_semaphore.isLocked())
            return false;
        ++m_semaphore.m_held;
        m_hasPlace = true;
        return true;
    }
    Permit await_resume()
    {
        Suspension::await_resume();
        m_hasPlace = false;
        return Permit(m_semaphore);
    }
    void grant() { m_hasPlace = true; }

private:
    Semaphore &m_semaphore;
    bool m_hasPlace = false;
};

Semaphore::Semaphore(int limit) : m_limit(limit)
{
    Q_ASSERT(limit >= 0);
}

Semaphore::~Semaphore()
{
    Q_ASSERT_X(m_waiters.empty(), "Semaphore", "destroyed while somebody waits for it");
}

Coroutine<Semaphore::Permit> Semaphore::acquire()
{
    Acquire place(*this);
    Permit permit = co_await place;
    co_return permit;
}

void Semaphore::setLimit(int limit)
{
    Q_ASSERT(limit >= 0);
    m_limit = limit;
    letIn();
}

void Semaphore::giveBack()
{
    --m_held;
    letIn();
}

void Semaphore::letIn()
{
    while (m_held < m_limit && !m_waiters.empty()) {
        ++m_held;
        static_cast<Acquire *>(detail::QueuedSuspension::wakeFirst(m_waiters))->grant();
    }
}

} // namespace rollcall::async
