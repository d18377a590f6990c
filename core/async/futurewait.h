// SPDX-License-Identifier: MIT
// The wait for the end of a future or task.
#pragma once

#include "core/async/futurebase.h"
#include "core/async/suspension.h"

namespace rollcall::async::detail {

/// Parks the running task until \a future is done.
class FutureWait : public Suspension, private DoneListener
{
public:
    enum class OnCancel {
        PassOn, ///< cancels the future, and goes on waiting for its end
        Shield, ///< ends the wait, and leaves the future alone
    };

    explicit FutureWait(std::shared_ptr<FutureBase> future, OnCancel reaction = OnCancel::PassOn)
        : m_future(std::move(future)),
          m_reaction(reaction)
    {
    }
    ~FutureWait() { m_future->removeDoneListener(*this); }

    bool await_ready() const;
    void await_suspend(std::coroutine_handle<> handle);

protected:
    FutureBase &state() const { return *m_future; }

private:
    void futureDone(FutureBase &) override { wake(); }

    std::shared_ptr<FutureBase> m_future;
    OnCancel m_reaction;
};

} // namespace rollcall::async::detail
