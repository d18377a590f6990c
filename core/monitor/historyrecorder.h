// SPDX-License-Identifier: MIT
// Writes what a watch finds out into the history.
#pragma once

#include "core/check/checkprogress.h"
#include "core/history/history.h"
#include "core/monitor/watch.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <chrono>
#include <optional>

namespace rollcall {

/// Records results, incidents and local outages. A history has runs, and a watch has no end, so results are
/// put into rounds: a new one begins when a URL comes again and the round has lasted for a while. A URL that
/// was checked again within a round counts as it was in the end; its further results stand behind those of
/// all URLs. Lives in the thread of the history.
class HistoryRecorder
{
public:
    /// \a history outlives it. \a urls: those of the watch, by their numbers. \a list: what people call what
    /// is watched. \a shortestRound: well below the interval between checks, which come a little earlier and
    /// later. \a listId: of the store's list, if it is one.
    HistoryRecorder(History &history, QList<QByteArray> urls, QString list,
                    std::chrono::milliseconds shortestRound, std::optional<qint64> listId = {});

    /// What was new at \a now, UTC.
    void add(const WatchNews &news, const QDateTime &now);
    /// The watch has ended.
    void finish(const QDateTime &now);

    /// \a shortestRound for a list with this schedule.
    static std::chrono::milliseconds shortestRound(const Schedule &schedule);

private:
    /// Of one URL in the round.
    struct Checks {
        int count = 0;
        Outcome last = Outcome::Ok;
    };

    void addResults(const QList<WatchedResult> &results, const QDateTime &now);
    void addChange(const WatchedChange &change);
    void mendIncident(const WatchedResult &first);
    void note(const QByteArray &url, Health health, const QDateTime &since, const Reason &reason);
    void beginRound(const QDateTime &now);

    History &m_history;
    QList<QByteArray> m_urls;
    QString m_list;
    std::optional<qint64> m_listId;
    std::chrono::milliseconds m_shortestRound;
    std::optional<RunTicket> m_round;
    QDateTime m_roundBegan;
    QHash<int, Checks> m_inRound; // by URL
    QSet<int> m_mended;           // URLs whose incidents are as their states say
    QDateTime m_outSince;         // null: the network is there
};

} // namespace rollcall
