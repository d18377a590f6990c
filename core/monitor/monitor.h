// SPDX-License-Identifier: MIT
// Watches lists in real time: the thin part between Watch, which knows what is due, and those who do it.
#pragma once

#include "core/async/event.h"
#include "core/async/task.h"
#include "core/monitor/alertdispatcher.h"
#include "core/monitor/alertstore.h"
#include "core/monitor/urlchecker.h"
#include "core/monitor/watch.h"

#include <functional>
#include <unordered_map>

namespace rollcall {

/// Runs a Watch: has its URLs checked when they are due, tells the observer what is new, keeps what must not
/// be lost, and hands alerts to the dispatcher once they are kept. Lives in one thread.
class Monitor
{
public:
    /// What \a checker, \a store and \a dispatcher refer to outlives it. \a clock: for tests.
    Monitor(WatchSettings settings, const QList<WatchedList> &lists, UrlChecker &checker, AlertStore &store,
            AlertDispatcher &dispatcher, std::function<Moment()> clock = currentMoment);
    Monitor(const Monitor &) = delete;
    Monitor &operator=(const Monitor &) = delete;

    /// Is told everything that is new, in order, before it is kept.
    void onNews(std::function<void(const WatchNews &news)> observer);

    /// As Watch::goOnFrom(). Before run().
    void goOnFrom(const QHash<QByteArray, std::chrono::milliseconds> &checked);
    /// Watches until stop(), then ends what is under way. Once. Cancelling it does the same, and throws
    /// Cancelled at the end.
    async::Coroutine<void> run();
    /// Safe at any moment, and twice.
    void stop();

    const Watch &watch() const { return m_watch; }
    void checkNow(int url);
    void checkAllNow();
    void pause(int url);
    void resume(int url);

private:
    async::Coroutine<void> begin();
    async::Coroutine<void> watchOn();
    async::Coroutine<void> check(int url);
    async::Coroutine<void> endChecks();
    async::Coroutine<void> tellNews();
    void startDue();

    Watch m_watch;
    UrlChecker &m_checker;
    AlertStore &m_store;
    AlertDispatcher &m_dispatcher;
    std::function<Moment()> m_clock;
    std::function<void(const WatchNews &)> m_onNews = [](const WatchNews &) {};
    std::unordered_map<int, async::Task<void>> m_checks;
    async::Event m_changed;
    bool m_isStopped = false;
};

} // namespace rollcall
