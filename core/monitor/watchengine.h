// SPDX-License-Identifier: MIT
// The part of WatchSession that lives on the thread that watches.
#pragma once

#include "core/async/coroutine.h"
#include "core/history/storeproblem.h"
#include "core/monitor/alertstore.h"
#include "core/monitor/watch.h"
#include "core/monitor/watchstate.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace rollcall {

/// Runs one watch at a time on the thread it lives in.
class WatchEngine : public QObject
{
    Q_OBJECT
public:
    /// As WatchSession's.
    WatchEngine(QString path, WatchSettings settings);
    ~WatchEngine() override;

    /// Ends the watch that runs and begins this one, number \a order; with no lists there is none.
    void watch(int order, const QList<WatchedList> &lists);
    /// Ends what runs, and this thread once it has ended.
    void shutDown();

Q_SIGNALS:
    void newsReady(int order, const rollcall::WatchNews &news, const rollcall::WatchState &state);
    void problemFound(const rollcall::StoreProblem &problem);

private:
    struct Order {
        Order(int orderNumber, QList<WatchedList> watchedLists)
            : number(orderNumber),
              lists(std::move(watchedLists))
        {
        }
        int number;
        QList<WatchedList> lists;
    };
    struct Running;

    async::Coroutine<void> serve();
    async::Coroutine<void> carryOut();
    void openStore();
    void note(const WatchNews &news);
    void noteTimes(const WatchNews &news);
    void send();
    WatchState state() const;

    const QString m_path;
    const WatchSettings m_settings;
    std::unique_ptr<AlertStore> m_store; // null before the first watch
    std::optional<Order> m_next;
    std::unique_ptr<Running> m_running;                     // null: nothing is watched
    QHash<QByteArray, std::chrono::milliseconds> m_checked; // URLs that were well, on Moment::elapsed
    WatchNews m_unsent;
    QTimer m_sendTimer;
    bool m_isServing = false;
    bool m_isShuttingDown = false;
};

} // namespace rollcall
