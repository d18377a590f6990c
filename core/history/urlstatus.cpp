// SPDX-License-Identifier: MIT
#include "core/history/urlstatus.h"

#include "core/history/foundincidents.h"
#include "core/history/historyfile.h"

#include <chrono>

namespace rollcall {

namespace {

using namespace std::chrono_literals;

constexpr int resultsWithIncidents = 1'000; // where no watch has noted any

MaybeProblem readDays(HistoryFile &file, const TimeRange &range, UrlStatus &status)
{
    const auto points = file.urls().series(status.url, range.from, range.to, 24h);
    if (const auto *problem = std::get_if<StoreProblem>(&points))
        return *problem;
    for (const SeriesPoint &point : std::get<QList<SeriesPoint>>(points)) {
        const qint64 day = range.from.daysTo(point.began);
        if (day >= 0 && day < status.days.size())
            status.days[day].add(point.counts);
    }
    return std::nullopt;
}

} // namespace

Answer<UrlStatus> readUrlStatus(HistoryFile &file, const QByteArray &url, const QDateTime &now, int days)
{
    UrlStatus status;
    status.url = url;
    status.days.resize(days);
    const QDateTime today(now.toUTC().date(), QTime(0, 0), Qt::UTC);
    const TimeRange range(today.addDays(1 - days), now.addMSecs(1));

    const auto uptime = file.urls().uptime(url, now);
    if (const auto *problem = std::get_if<StoreProblem>(&uptime))
        return *problem;
    status.uptime = std::get<UptimeSummary>(uptime);
    const auto last = file.urls().lastResults(url, 1);
    if (const auto *problem = std::get_if<StoreProblem>(&last))
        return *problem;
    if (const auto &results = std::get<QList<HistoryResult>>(last); !results.isEmpty())
        status.last = results.first();
    if (const MaybeProblem problem = readDays(file, range, status))
        return *problem;
    const auto incidents = readIncidents(file, {url}, range, resultsWithIncidents);
    if (const auto *problem = std::get_if<StoreProblem>(&incidents))
        return *problem;
    status.incidents = std::get<QList<Incident>>(incidents);
    return status;
}

} // namespace rollcall
