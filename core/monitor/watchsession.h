// SPDX-License-Identifier: MIT
// The one facade between the window and the thread that watches.
#pragma once

#include "core/history/storeproblem.h"
#include "core/monitor/watch.h"
#include "core/monitor/watchsettings.h"
#include "core/monitor/watchstate.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QThread>

namespace rollcall {

class WatchEngine;

/// Watches lists on a thread of its own, with one Monitor for all of them: whether the network is out shows
/// in all that is watched. Lives in, and signals in, the thread that made it; every call returns at once.
class WatchSession : public QObject
{
    Q_OBJECT
public:
    /// What a watch has to know after a restart, its alerts on their way included, is kept in the file \a
    /// path, which may be that of the store; empty: nowhere. Nothing is opened, and no thread started, before
    /// something is watched.
    explicit WatchSession(QString path, WatchSettings settings = {}, QObject *parent = nullptr);
    /// Ends what is under way, waits a moment for alerts on their way, ends the thread.
    ~WatchSession() override;

    /// Watches these lists in place of those before; none: nothing. No URL may be in them twice, and their
    /// settings must be valid. What was checked well a while ago is not checked again before its time.
    void watch(const QList<WatchedList> &lists);
    bool isWatching() const { return m_isWatching; }

Q_SIGNALS:
    /// What is new of the lists that were given last, at most twice a second. URLs are numbered from 0, list
    /// after list.
    void newsReady(const rollcall::WatchNews &news);
    void stateChanged(const rollcall::WatchState &state);
    /// The file cannot be used; the watch goes on, and a restart knows nothing of it.
    void problemFound(const rollcall::StoreProblem &problem);

private:
    QThread m_thread;
    WatchEngine *m_engine; // deletes itself as the thread ends
    int m_order = 0;       // news of earlier ones is of other numbers
    bool m_isWatching = false;
};

} // namespace rollcall
