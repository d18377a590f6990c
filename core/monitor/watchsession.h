// SPDX-License-Identifier: MIT
// The one facade between the window and the thread that watches.
#pragma once

#include "core/history/storeproblem.h"
#include "core/monitor/alertchannels.h"
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
    /// Ends what is under way, waits a moment for an alert that is being sent, ends the thread.
    ~WatchSession() override;

    /// Watches these lists in place of those before; none: nothing. No URL may be in them twice, and their
    /// settings must be valid. What was checked well a while ago is not checked again before its time.
    void watch(const QList<WatchedList> &lists);
    bool isWatching() const { return m_isWatching; }
    /// Tells of alerts through these channels, from now on and until others are set; at first through none.
    void setChannels(const AlertChannels &channels);
    /// Sends a test through one of \a channels, whether or not they are set; tested() follows.
    void test(AlertWay way, const AlertChannels &channels);

Q_SIGNALS:
    /// What is new of the lists that were given last, at most twice a second. URLs are numbered from 0, list
    /// after list.
    void newsReady(const rollcall::WatchNews &news);
    void stateChanged(const rollcall::WatchState &state);
    /// What the channel AlertWay::Desktop is to show.
    void messageReady(const rollcall::AlertMessage &message);
    void tested(rollcall::AlertWay way, const rollcall::Delivery &delivery);
    /// A message could not be delivered; \a sentence says in English whether it is tried again, and holds no
    /// secret.
    void deliveryFailed(const QString &sentence);
    /// The file cannot be used; the watch goes on, and a restart knows nothing of it.
    void problemFound(const rollcall::StoreProblem &problem);

private:
    void startThread();

    QThread m_thread;
    WatchEngine *m_engine; // deletes itself as the thread ends
    int m_order = 0;       // news of earlier ones is of other numbers
    bool m_isWatching = false;
};

} // namespace rollcall
