// SPDX-License-Identifier: MIT
#include "core/async/futurewait.h"

#include "core/async/errors.h"
#include "core/async/taskbase.h"

namespace rollcall::async::detail {

bool FutureWait::await_ready() const
{
    if (m_future.get() == TaskBase::current())
        throw InvalidState("a task cannot await itself");
    return m_future->isDone();
}

void FutureWait::await_suspend(std::coroutine_handle<> handle)
{
    m_future->addDoneListener(*this);
    if (m_reaction == OnCancel::PassOn)
        onCancel([this] { return m_future->cancel(); });
    Suspension::await_suspend(handle);
}

} // namespace rollcall::async::detail
