// SPDX-License-Identifier: MIT
#include "core/monitor/historyrecorder.h"

#include <utility>

namespace rollcall {

HistoryRecorder::HistoryRecorder(History &history, const Watch &watch, QString list,
                                 std::chrono::milliseconds shortestRound)
    : m_history(history),
      m_watch(watch),
      m_list(std::move(list)),
      m_shortestRound(shortestRound)
{
}

void HistoryRecorder::add(const WatchNews &news, const QDateTime &now)
{
    addResults(news.results, now);
    for (const WatchedChange &change : news.changes)
        addChange(change);
    for (const LocalOutage &outage : news.outages) {
        m_history.noteLocalOutage(outage.began, outage.ended.value_or(now));
        m_outSince = outage.ended ? QDateTime() : outage.began;
    }
    if (m_outSince.isValid()) // as long as it lasts: the history wants to be told soon
        m_history.noteLocalOutage(m_outSince, now);
}

void HistoryRecorder::finish(const QDateTime &now)
{
    if (m_round)
        m_history.endRun(*std::exchange(m_round, {}), now, m_counts);
}

void HistoryRecorder::addResults(const QList<WatchedResult> &results, const QDateTime &now)
{
    QList<HistoryResult> kept;
    for (const WatchedResult &each : results) {
        const bool isOver = m_round && m_inRound.contains(each.url) &&
                            m_roundBegan.msecsTo(now) >= m_shortestRound.count();
        if (isOver) {
            m_history.addResults(*m_round, std::exchange(kept, {}));
            finish(now);
        }
        if (!m_round)
            beginRound(now);
        m_inRound.insert(each.url);
        m_counts.count(each.result.outcome);
        kept.append(HistoryResult(each.url, each.result, each.counts));
    }
    if (!kept.isEmpty())
        m_history.addResults(*m_round, kept);
}

void HistoryRecorder::addChange(const WatchedChange &change)
{
    const QByteArray &url = m_watch.url(change.url).entry().url;
    switch (change.change.to) {
    case Health::Unknown:
    case Health::Paused:
        break;
    case Health::Up:
    case Health::Degraded:
        m_history.endIncident(url, change.change.since);
        break;
    case Health::Down:
        m_history.beginIncident(Incident(url, change.change.since, change.reason));
        break;
    }
}

void HistoryRecorder::beginRound(const QDateTime &now)
{
    m_round = m_history.beginRun(RunStart(RunKind::Scheduled, m_list, now, m_watch.count()));
    m_roundBegan = now;
    m_inRound.clear();
    m_counts = CheckProgress();
    m_counts.total = m_watch.count();
}

} // namespace rollcall
