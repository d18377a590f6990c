// SPDX-License-Identifier: MIT
// The bridge to Qt's own futures, and back.
#pragma once

#include "core/async/future.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>

namespace rollcall::async {

/// Waits for \a future and gives its first result or throws its exception (asyncio's wrap_future()). If
/// somebody cancels \a future, Cancelled is thrown. Cancelling the wait cancels \a future, and does not wait
/// for its end.
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
    if constexpr (!std::is_void_v<T>)
        co_return future.takeResult();
}

namespace detail {

template <class T>
class QFutureBridge
{
public:
    explicit QFutureBridge(const Future<T> &source)
    {
        m_promise.start();
        QObject::connect(&m_watcher, &QFutureWatcherBase::canceled, &m_watcher,
                         [source] { source.cancel(); });
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
/// Cancelling it cancels \a source. Belongs to this thread's event loop.
template <TypedFuture F>
QFuture<typename F::ResultType> toQFuture(const F &source)
{
    using T = typename F::ResultType;
    const auto bridge = std::make_shared<detail::QFutureBridge<T>>(source);
    source.addDoneCallback([bridge](const Future<T> &done) { bridge->settle(done); });
    return bridge->future();
}

} // namespace rollcall::async
