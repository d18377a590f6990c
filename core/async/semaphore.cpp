// SPDX-License-Identifier: MIT
#include "core/async/semaphore.h"

#include <QtGlobal>

namespace rollcall::async {

Semaphore::Semaphore(int limit) : m_limit(limit)
{
    Q_ASSERT(limit >= 0);
}

Semaphore::~Semaphore()
{
    Q_ASSERT_X(m_waiters.empty(), "Semaphore", "destroyed while somebody waits for it");
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
