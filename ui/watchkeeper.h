// SPDX-License-Identifier: MIT
// Has the lists watched that are to be, and brings what is found out to the rows, the store and the history.
#pragma once

#include "core/history/store.h"
#include "core/monitor/listrecorders.h"
#include "core/monitor/watchsession.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace rollcall {

class History;
class ListDocument;
class ListLibrary;
class MessageBar;

/// What a watch is kept with; all borrowed.
struct WatchTools {
    WatchSession &session;
    Store &store;
    History &history;
    ListLibrary &library;
    ListDocument &document;
    MessageBar &message;
};

/// Follows the lists: their plans, names, settings and entries. A URL that is in several of them is watched
/// in the first; those that are disabled are not watched.
class WatchKeeper : public QObject
{
    Q_OBJECT
public:
    /// What is in \a tools outlives this.
    explicit WatchKeeper(const WatchTools &tools, QObject *parent = nullptr);
    /// Ends what is recorded in the history.
    ~WatchKeeper() override;

    /// How the watch stands, in one line; empty where nothing is watched.
    const QString &summary() const { return m_summary; }
    /// Tells of alerts through these channels.
    void setChannels(const AlertChannels &channels);

Q_SIGNALS:
    void summaryChanged(const QString &summary);
    /// There is more in the history.
    void recorded();
    /// An alert for a message of the desktop.
    void alertReady(const QString &title, const QString &text);

private:
    /// Where the results of a URL belong.
    struct Place {
        Place(qint64 list, qint64 entry) : listId(list), entryId(entry) {}
        qint64 listId;
        qint64 entryId;
        friend bool operator==(const Place &, const Place &) = default;
    };
    /// What is watched.
    struct Subject {
        Subject() = default;
        QList<WatchedList> lists;
        QList<qint64> listIds;     ///< of these lists
        std::vector<Place> places; ///< by the number of the URL in the watch
        friend bool operator==(const Subject &, const Subject &) = default;
    };

    void gather();
    void onEntries(const QList<StoredEntry> &entries, qint64 listId);
    Subject subject() const;
    void watch(Subject subject);
    void onNews(const WatchNews &news);
    void passResults(const QList<WatchedResult> &results);
    void sayOutage(const LocalOutage &outage);
    void sayUndelivered(const QString &sentence);
    void showState();

    WatchTools m_tools;
    QTimer m_gatherTimer;                        ///< several edits at once are one change
    QTimer m_showTimer;                          ///< time goes on
    int m_awaited = 0;                           ///< answers of the store
    QHash<qint64, QList<StoredEntry>> m_entries; ///< while they are gathered, by list
    Subject m_subject;
    std::optional<ListRecorders> m_recorders;
    WatchState m_state;
    QString m_summary;
    bool m_saidUndelivered = false; ///< each attempt may fail again
};

} // namespace rollcall
