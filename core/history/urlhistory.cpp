// SPDX-License-Identifier: MIT
#include "core/history/urlhistory.h"

#include "core/history/milliseconds.h"
#include "core/history/seriesbuilder.h"

#include <algorithm>
#include <chrono>

namespace rollcall {

namespace {

using rolluprow::Depth;

constexpr qint64 mostPoints = 10'000;
constexpr qint64 mostDaysOfHours = 7; // longer overviews sum up days

QDateTime moment(qint64 msSinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch, Qt::UTC);
}

} // namespace

Answer<UptimeSummary> UrlHistory::uptime(const QByteArray &url, const QDateTime &now)
{
    struct Period {
        Availability UptimeSummary::*counts;
        RollUpTable &table;
        int days;
    };
    qint64 urlId = 0;
    UptimeSummary summary;
    if (const MaybeProblem problem = m_urls.find(url, urlId))
        return *problem;
    if (urlId == 0)
        return summary;
    const qint64 end = now.toMSecsSinceEpoch() + 1;
    for (const Period &period :
         {Period{&UptimeSummary::day, m_hours, 1}, Period{&UptimeSummary::week, m_hours, 7},
          Period{&UptimeSummary::month, m_days, 30}, Period{&UptimeSummary::year, m_days, 365}}) {
        const qint64 from = period.table.beginning(end - period.days * dayMs);
        Availability &counts = summary.*period.counts;
        if (const MaybeProblem problem = period.table.count(urlId, from, end, counts))
            return *problem;
        LocalOutages outages;
        if (const MaybeProblem problem = outages.load(m_statements, from))
            return *problem;
        if (const MaybeProblem problem = m_results.countRecent(urlId, from, end, outages, counts))
            return *problem;
    }
    return summary;
}

// The period and the points of a chart, in milliseconds.
struct UrlHistory::Chart {
    qint64 from;
    qint64 to;
    qint64 step;
    SeriesBuilder builder;

    static qint64 beginning(qint64 at, qint64 length) { return at - at % length; }
};

// Each result from \a fromMs on: the packed ones and those that are not packed yet.
MaybeProblem UrlHistory::addResults(const NumberedUrl &url, qint64 fromMs, Chart &chart)
{
    LocalOutages outages;
    if (MaybeProblem problem = outages.load(m_statements, chart.from))
        return problem;
    const auto add = [&](HistoryRecord record) {
        record.entry.counts = record.entry.counts && !outages.contain(record.atMs);
        chart.builder.add(Chart::beginning(record.atMs, chart.step), record);
    };
    for (qint64 hour = fromMs; hour < chart.to; hour += hourMs) {
        QList<HistoryRecord> records;
        if (MaybeProblem problem = m_results.readHour(url, hour, records))
            return problem;
        for (HistoryRecord &record : records) {
            if (record.atMs >= chart.from && record.atMs < chart.to)
                add(std::move(record));
        }
    }
    return m_results.visitRecent(url, chart.from, chart.to, add);
}

// The roll-ups that begin before \a toMs.
MaybeProblem UrlHistory::addRollUps(const NumberedUrl &url, qint64 toMs, Chart &chart)
{
    RollUpTable &table = chart.step % dayMs == 0 ? m_days : m_hours;
    RollUps rollUps;
    if (MaybeProblem problem = table.read(url.id, table.beginning(chart.from), toMs, Depth::Whole, rollUps))
        return problem;
    for (const auto &[began, rollUp] : rollUps)
        chart.builder.add(Chart::beginning(began, std::max(chart.step, hourMs)), rollUp);
    return std::nullopt;
}

Answer<QList<SeriesPoint>> UrlHistory::series(const QByteArray &url, const QDateTime &from,
                                              const QDateTime &to, std::chrono::milliseconds resolution)
{
    NumberedUrl numbered(0, url);
    if (const MaybeProblem problem = m_urls.find(url, numbered.id))
        return *problem;
    Chart chart{from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch(), ms(resolution), {}};
    if (numbered.id == 0 || chart.from >= chart.to)
        return QList<SeriesPoint>();
    chart.step = std::max({chart.step, (chart.to - chart.from) / mostPoints, qint64(1)});
    if (chart.step > hourMs)
        chart.step = (chart.step + hourMs - 1) / hourMs * hourMs;

    // Each result where roll-ups are too coarse, and as far back as it is still there.
    qint64 resultsFrom = chart.to;
    if (chart.step < hourMs) {
        std::optional<qint64> first;
        if (const MaybeProblem problem = m_results.firstHour(first))
            return *problem;
        resultsFrom = Chart::beginning(std::max(first.value_or(chart.to), chart.from), hourMs);
    }
    if (const MaybeProblem problem = addResults(numbered, resultsFrom, chart))
        return *problem;
    if (const MaybeProblem problem = addRollUps(numbered, resultsFrom, chart))
        return *problem;
    return chart.builder.points();
}

MaybeProblem UrlHistory::readLast(const NumberedUrl &url, int most, QList<HistoryRecord> &records)
{
    if (MaybeProblem problem = m_results.readLatest(url, most, records))
        return problem;
    MaybeProblem unread;
    MaybeProblem unvisited = m_hours.visitLatest(url.id, [&](qint64 hour) {
        if (records.size() >= most)
            return false;
        const qsizetype before = records.size();
        unread = m_results.readHour(url, hour, records);
        return !unread && records.size() > before; // else no result is kept of this hour or an earlier one
    });
    std::ranges::stable_sort(records, {}, &HistoryRecord::atMs);
    if (records.size() > most)
        records.remove(0, records.size() - most);
    return unread ? unread : unvisited;
}

// Only the last result of an hour is unpacked: the overview of a list that was last checked yesterday shall
// not read sixty of each URL.
MaybeProblem UrlHistory::readLast(const NumberedUrl &url, std::optional<HistoryResult> &last)
{
    QList<HistoryRecord> newest;
    if (MaybeProblem problem = m_results.readLatest(url, 1, newest))
        return problem;
    if (!newest.isEmpty()) {
        last = std::move(newest.first().entry);
        return std::nullopt;
    }
    MaybeProblem unread;
    MaybeProblem unvisited = m_hours.visitLatest(url.id, [&](qint64 hour) {
        unread = m_results.readLastOfHour(url, hour, last);
        return false;
    });
    return unread ? unread : unvisited;
}

Answer<QList<HistoryResult>> UrlHistory::lastResults(const QByteArray &url, int most)
{
    NumberedUrl numbered(0, url);
    if (const MaybeProblem problem = m_urls.find(url, numbered.id))
        return *problem;
    QList<HistoryRecord> records;
    if (const MaybeProblem problem = readLast(numbered, most, records))
        return *problem;
    QList<HistoryResult> results;
    results.reserve(records.size());
    for (HistoryRecord &record : records)
        results.append(std::move(record.entry));
    return results;
}

MaybeProblem UrlHistory::lineOf(const QByteArray &url, qint64 fromMs, qint64 nowMs,
                                const LocalOutages &outages, UrlOverview &line)
{
    line.url = url;
    NumberedUrl numbered(0, url);
    if (MaybeProblem problem = m_urls.find(url, numbered.id); problem || numbered.id == 0)
        return problem;
    RollUpTable &table = nowMs - fromMs <= mostDaysOfHours * dayMs ? m_hours : m_days;
    if (MaybeProblem problem = table.count(numbered.id, table.beginning(fromMs), nowMs + 1, line.counts))
        return problem;
    if (MaybeProblem problem = m_results.countRecent(numbered.id, fromMs, nowMs + 1, outages, line.counts))
        return problem;
    return readLast(numbered, line.last);
}

Answer<QList<UrlOverview>> UrlHistory::overview(const QByteArrayList &urls, const QDateTime &from,
                                                const QDateTime &now)
{
    // One view of the file for all URLs: to begin one for each statement takes longer than most of them do.
    Transaction view(m_statements.connection());
    if (const MaybeProblem problem = view.beginReading())
        return *problem;
    QHash<QByteArray, QDateTime> downSince;
    Rows rows = m_statements.rows("SELECT u.url, i.began_ms FROM incidents i JOIN urls u ON u.id = i.url_id "
                                  "WHERE i.ended_ms IS NULL");
    while (rows.next())
        downSince.insert(rows.bytes(0), moment(rows.number(1)));
    if (rows.problem())
        return *rows.problem();
    LocalOutages outages;
    if (const MaybeProblem problem = outages.load(m_statements, from.toMSecsSinceEpoch()))
        return *problem;

    QList<UrlOverview> lines;
    lines.reserve(urls.size());
    for (const QByteArray &url : urls) {
        UrlOverview &line = lines.emplace_back();
        if (const MaybeProblem problem =
                lineOf(url, from.toMSecsSinceEpoch(), now.toMSecsSinceEpoch(), outages, line))
            return *problem;
        if (const auto down = downSince.constFind(url); down != downSince.cend())
            line.downSince = *down;
    }
    return lines;
}

} // namespace rollcall
