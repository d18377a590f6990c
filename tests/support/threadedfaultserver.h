// SPDX-License-Identifier: MIT
// A fault server in a thread of its own, for tests whose own thread blocks.
#pragma once

#include "tests/support/faultserver.h"

#include <QMetaObject>
#include <QThread>

#include <type_traits>

namespace rollcall::test {

/// Owns a FaultServer that lives in another thread, and calls into it.
class ThreadedFaultServer
{
public:
    /// Starts the thread; call() prepares the server and makes it listen.
    ThreadedFaultServer();
    ~ThreadedFaultServer();
    ThreadedFaultServer(const ThreadedFaultServer &) = delete;
    ThreadedFaultServer &operator=(const ThreadedFaultServer &) = delete;

    /// Calls \a function(FaultServer &) in the server's thread and waits for what it returns.
    template <class Function>
    std::invoke_result_t<Function, FaultServer &> call(Function function)
    {
        using Result = std::invoke_result_t<Function, FaultServer &>;
        const auto bound = [this, &function]() -> Result { return function(*m_server); };
        if constexpr (std::is_void_v<Result>) {
            QMetaObject::invokeMethod(m_server, bound, Qt::BlockingQueuedConnection);
        } else {
            Result result{};
            QMetaObject::invokeMethod(m_server, bound, Qt::BlockingQueuedConnection, &result);
            return result;
        }
    }

private:
    QThread m_thread;
    FaultServer *m_server = nullptr; // lives and is deleted in m_thread
};

} // namespace rollcall::test
