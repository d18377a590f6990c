// SPDX-License-Identifier: MIT
// Writes what a watch finds out into the history.
#pragma once

#include "core/check/checkprogress.h"
#include "core/history/history.h"
#include "core/monitor/watch.h"

#include <QDateTime>
#include <QSet>
#include <QString>

#include <chrono>
#include <optional>

namespace rollcall {

/// Records results, incidents and local outages. A history has runs, and a watch has no end, so results are put
/// into rounds: a new one begins when a URL comes again and the round has lasted for a while.
class HistoryRecorder
{
public:
    /// What is referred to outlives it. \a list: what people call what is watched. \a shortestRound: usually the
    /// interval between checks.
    HistoryRecorder(History &history, const Watch &watch, QString list, std::chrono::milliseconds shortestRound);

    /// What was new at \a now, UTC.
    void add(const WatchNews &news, const QDateTime &now);
    /// The watch has ended.
    void finish(const QDateTime &now);

private:
    void addResults(const QList<WatchedResult> &results, const QDateTime &now);
    void addChange(const WatchedChange &change);
    void beginRound(const QDateTime &now);

    History &m_history;
    const Watch &m_watch;
    QString m_list;
    std::chrono::milliseconds m_shortestRound;
    std::optional<RunTicket> m_round;
    QDateTime m_roundBegan;
    QSet<int> m_inRound;
    CheckProgress m_counts; // of the round
    QDateTime m_outSince;   // null: the network is there
};

} // namespace rollcall
