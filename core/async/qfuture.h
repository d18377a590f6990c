// SPDX-License-Identifier: MIT
// The bridge to Qt's own futures, and back.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/future.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>

namespace rollcall::async {

/// Waits for \a future and gives its first result (moved out if it cannot be copied) or throws its exception
/// (asyncio's wrap_future()). InvalidState if it has finished without a result. If somebody cancels \a
/// future, Cancelled is thrown. Cancelling the wait cancels \a future, and does not wait for its end.
template <class T>
Coroutine<T> wrapFuture(QFuture<T> future)
{
    Suspension suspension;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &watcher, [&suspension] { suspension.wake(); });
    suspension.onCancel([&future] {
        future.cancel();
        return false;
    });
    watcher.setFuture(future);
    co_await suspension;
    future.waitForFinished(); // does not wait any more, but throws the exception
    if (future.isCanceled())
        throw Cancelled();
    if constexpr (!std::is_void_v<T>) {
        if (future.resultCount() == 0)
            throw InvalidState("the QFuture has finished without a result");
        if constexpr (std::is_copy_constructible_v<T>)
            co_return future.result(); // others may hold it, too
        else
            co_return future.takeResult();
    }
}

namespace detail {

template <class T>
class QFutureBridge
{
public:
    explicit QFutureBridge(const Future<T> &source)
    {
        m_promise.start();
        // Weak, since the source keeps this alive: nobody would end a future that is dropped.
        const auto cancelSource = [weak = std::weak_ptr(source.state())] {
            if (const auto state = weak.lock())
                state->cancel();
        };
        QObject::connect(&m_watcher, &QFutureWatcherBase::canceled, &m_watcher, cancelSource);
        m_watcher.setFuture(m_promise.future());
    }
    QFuture<T> future() const { return m_promise.future(); }
    void settle(const Future<T> &source)
    {
        if (source.isCancelled()) {
            m_promise.future().cancel();
        } else if (const std::exception_ptr exception = source.exception()) {
            m_promise.setException(exception);
        } else if constexpr (!std::is_void_v<T>) {
            m_promise.addResult(takeValue(source));
        }
        m_promise.finish();
    }

private:
    QPromise<T> m_promise;
    QFutureWatcher<T> m_watcher;
};

} // namespace detail

/// A QFuture that ends as \a source ends, a Future<T> or Task<T>, for code that knows nothing of coroutines.
/// Cancelling it cancels \a source; dropping a pending \a source cancels it. Belongs to this thread's event
/// loop.
template <TypedFuture F>
QFuture<typename F::ResultType> toQFuture(const F &source)
{
    using T = typename F::ResultType;
    const auto bridge = std::make_shared<detail::QFutureBridge<T>>(source);
    source.addDoneCallback([bridge](const Future<T> &done) { bridge->settle(done); });
    return bridge->future();
}

} // namespace rollcall::async
