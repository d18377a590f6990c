// SPDX-License-Identifier: MIT
// How every list is doing: how many URLs are up, when they were checked last, the uptime of a day.
#pragma once

#include "core/check/checkprogress.h"
#include "core/history/historyvalues.h"
#include "core/history/storedlist.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace rollcall {

class CheckSession;
class History;
class ListDocument;
class ListLibrary;
class Store;

/// How one list is doing.
struct ListStatus {
    ListStatus() = default;

    qint64 id = 0;
    QString name;
    CheckProgress counts; ///< of the last results; the total is how many URLs there are
    Availability day;     ///< of the checks that ended in the last 24 hours
    std::optional<QDateTime> lastCheck;
    bool isBeingChecked = false;

    qint64 unchecked() const { return counts.total - counts.ok - counts.warnings - counts.failed; }
    /// The worst outcome; Cancelled as long as no URL has one.
    Outcome worst() const;
    friend bool operator==(const ListStatus &, const ListStatus &) = default;
};

/// What a StatusBoard asks; all borrowed.
struct StatusSources {
    History &history;
    CheckSession &session;
    Store &store;
    ListLibrary &library;
    ListDocument &document;
};

/// Knows the open list as its results come. Of the other lists it asks the store, and of all of them the
/// history, on their threads: at once, and at most every refreshInterval when there is something new.
class StatusBoard : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds refreshInterval{1'000};

    /// What is in \a sources outlives this.
    explicit StatusBoard(const StatusSources &sources, QObject *parent = nullptr);

    /// In the order of the lists.
    QList<ListStatus> lists() const;
    /// Asks anew, soon.
    void refreshSoon();

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void onProgress(const CheckProgress &progress);
    void onSummaries(const SummariesByList &summaries);

    StatusSources m_sources;
    SummariesByList m_summaries;
    QHash<qint64, Availability> m_days;
    QHash<qint64, QDateTime> m_seen; ///< when the last result came, by the id of the list
    QTimer m_timer;
    bool m_isAsking = false; ///< the store
};

} // namespace rollcall
