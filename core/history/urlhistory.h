// SPDX-License-Identifier: MIT
// What the history tells of single URLs: uptime, response times, last results.
#pragma once

#include "core/history/historyvalues.h"
#include "core/history/resulttable.h"
#include "core/history/rolluptable.h"

#include <QByteArrayList>
#include <QList>

namespace rollcall {

/// A URL that the history does not know has nothing to tell: counts of 0, empty lists.
class UrlHistory
{
public:
    UrlHistory(Statements &statements, UrlIds &urls, ResultTable &results, RollUpTable &hours,
               RollUpTable &days)
        : m_statements(statements),
          m_urls(urls),
          m_results(results),
          m_hours(hours),
          m_days(days)
    {
    }

    Answer<UptimeSummary> uptime(const QByteArray &url, const QDateTime &now);

    /// The points of a chart from \a from to \a to, those without a check left out. They begin at multiples
    /// of \a resolution since 1970, UTC. Finer than an hour there are points only where each result is still
    /// kept; before that they are an hour long. A resolution that would give more than 10,000 points is
    /// raised.
    Answer<QList<SeriesPoint>> series(const QByteArray &url, const QDateTime &from, const QDateTime &to,
                                      std::chrono::milliseconds resolution);

    /// The last results, at most \a most, in the order of time.
    Answer<QList<HistoryResult>> lastResults(const QByteArray &url, int most);

    /// One line for each of \a urls, with the counts since the hour (up to 7 days) or the day in UTC that
    /// \a from lies in.
    Answer<QList<UrlOverview>> overview(const QByteArrayList &urls, const QDateTime &from,
                                        const QDateTime &now);

private:
    struct Chart;

    MaybeProblem addResults(const NumberedUrl &url, qint64 fromMs, Chart &chart);
    MaybeProblem addRollUps(const NumberedUrl &url, qint64 toMs, Chart &chart);
    MaybeProblem readLast(const NumberedUrl &url, int most, QList<HistoryRecord> &records);
    MaybeProblem readLast(const NumberedUrl &url, std::optional<HistoryResult> &last);
    MaybeProblem lineOf(const QByteArray &url, qint64 fromMs, qint64 nowMs, const LocalOutages &outages,
                        UrlOverview &line);

    Statements &m_statements;
    UrlIds &m_urls;
    ResultTable &m_results;
    RollUpTable &m_hours;
    RollUpTable &m_days;
};

} // namespace rollcall
