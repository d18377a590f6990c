// SPDX-License-Identifier: MIT
#include "core/monitor/historyrecorder.h"

#include "core/url/redact.h"

#include <utility>

namespace rollcall {

HistoryRecorder::HistoryRecorder(History &history, QList<QByteArray> urls, QString list,
                                 std::chrono::milliseconds shortestRound, std::optional<qint64> listId)
    : m_history(history),
      m_urls(std::move(urls)),
      m_list(std::move(list)),
      m_listId(listId),
      m_shortestRound(shortestRound)
{
}

void HistoryRecorder::add(const WatchNews &news, const QDateTime &now)
{
    addResults(news.results, now);
    for (const WatchedResult &each : news.results)
        mendIncident(each); // before the changes: later ones may be in the same news
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
    if (!m_round)
        return;
    CheckProgress counts;
    counts.total = m_urls.size();
    for (const Checks &checks : std::as_const(m_inRound))
        counts.count(checks.last);
    counts.elapsed = std::chrono::milliseconds(m_roundBegan.msecsTo(now));
    m_history.endRun(*std::exchange(m_round, {}), now, counts);
}

// Checks come a little earlier and later, since answers take their time.
std::chrono::milliseconds HistoryRecorder::shortestRound(const Schedule &schedule)
{
    const auto *interval = std::get_if<std::chrono::milliseconds>(&schedule.rule);
    return (interval != nullptr ? *interval : Schedule::defaultInterval) / 2;
}

void HistoryRecorder::addResults(const QList<WatchedResult> &results, const QDateTime &now)
{
    QList<HistoryResult> kept;
    for (const WatchedResult &each : results) {
        if (m_round && m_inRound.contains(each.url) && m_roundBegan.msecsTo(now) >= m_shortestRound.count()) {
            m_history.addResults(*m_round, std::exchange(kept, {}));
            finish(now);
        }
        if (!m_round)
            beginRound(now);
        Checks &checks = m_inRound[each.url];
        // A run has one result at a place.
        const qint64 place = m_urls.size() * checks.count++ + each.url;
        checks.last = each.result.outcome;
        kept.append(HistoryResult(place, each.result, each.counts));
    }
    if (!kept.isEmpty())
        m_history.addResults(*m_round, kept);
}

void HistoryRecorder::addChange(const WatchedChange &change)
{
    note(m_urls.at(change.url), change.change.to, change.change.since, change.reason);
}

/// A watch that was killed may have kept a state and not its incident: they are written by two threads.
void HistoryRecorder::mendIncident(const WatchedResult &first)
{
    if (m_mended.contains(first.url))
        return;
    m_mended.insert(first.url);
    const FetchResult &fetch = first.result.fetch;
    note(m_urls.at(first.url), first.health, first.since, Reason(fetch.error, redacted(fetch.errorDetail)));
}

/// \a health holds \a since then. What is known already changes nothing.
void HistoryRecorder::note(const QByteArray &url, Health health, const QDateTime &since, const Reason &reason)
{
    switch (health) {
    case Health::Unknown:
    case Health::Paused:
        break;
    case Health::Up:
    case Health::Degraded:
        m_history.endIncident(url, since);
        break;
    case Health::Down:
        m_history.beginIncident(Incident(url, since, reason));
        break;
    }
}

void HistoryRecorder::beginRound(const QDateTime &now)
{
    RunStart start(RunKind::Scheduled, m_list, now, m_urls.size());
    start.listId = m_listId;
    m_round = m_history.beginRun(start);
    m_roundBegan = now;
    m_inRound.clear();
}

} // namespace rollcall
