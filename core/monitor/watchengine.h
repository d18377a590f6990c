// SPDX-License-Identifier: MIT
// The part of WatchSession that lives on the thread that watches.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/task.h"
#include "core/history/storeproblem.h"
#include "core/monitor/alertchannels.h"
#include "core/monitor/alertstore.h"
#include "core/monitor/watch.h"
#include "core/monitor/watchstate.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <unordered_map>

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
    /// As WatchSession's. A watch that runs goes on with the others.
    void setChannels(const AlertChannels &channels);
    void test(AlertWay way, const AlertChannels &channels);
    /// Ends what runs, and this thread once it has ended.
    void shutDown();

Q_SIGNALS:
    void newsReady(int order, const rollcall::WatchNews &news, const rollcall::WatchState &state);
    void messageReady(const rollcall::AlertMessage &message);
    void tested(rollcall::AlertWay way, const rollcall::Delivery &delivery);
    void deliveryFailed(const QString &sentence);
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
    class Notifier;

    async::Coroutine<void> serve();
    async::Coroutine<void> carryOut();
    async::Coroutine<void> sendTest(AlertWay way, AlertChannels channels);
    void quitWhenDone();
    void openStore();
    void note(const WatchNews &news);
    void noteTimes(const WatchNews &news);
    void send();
    WatchState state() const;

    const QString m_path;
    const WatchSettings m_settings;
    const std::unique_ptr<Notifier> m_notifier;
    AlertChannels m_channels;
    std::unique_ptr<AlertStore> m_store; // null before the first watch
    std::optional<Order> m_next;
    std::unique_ptr<Running> m_running;                     // null: nothing is watched
    QHash<QByteArray, std::chrono::milliseconds> m_checked; // URLs that were well, on Moment::elapsed
    std::unordered_map<int, async::Task<void>> m_tests;
    int m_lastTest = 0;
    WatchNews m_unsent;
    QTimer m_sendTimer;
    bool m_isServing = false;
    bool m_isShuttingDown = false;
};

} // namespace rollcall
