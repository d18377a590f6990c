// SPDX-License-Identifier: MIT
#include "ui/urlpast.h"

#include "core/history/historyfile.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

constexpr int mostResults = 1'000; // of one URL

} // namespace

QDateTime UrlPast::middleOf(qsizetype point) const
{
    return std::clamp(points.at(point).began.addMSecs(resolution.count() / 2), range.from, range.to);
}

std::chrono::milliseconds chartResolution(std::chrono::milliseconds length)
{
    using namespace std::chrono_literals;
    constexpr int mostPoints = 370; // a year of days
    constexpr std::array<std::chrono::milliseconds, 11> steps = {1s, 10s, 1min, 5min, 15min, 1h,
                                                                 6h, 24h, 48h,  96h,  192h};
    const auto step = std::ranges::find_if(steps, [=](auto each) { return length <= each * mostPoints; });
    return step == steps.end() ? steps.back() : *step;
}

Answer<UrlPast> readUrlPast(HistoryFile &file, const UrlPastQuery &query)
{
    UrlPast past;
    past.range = query.range;
    past.resolution = chartResolution(query.range.length());
    const auto uptime = file.urls().uptime(query.url, query.now);
    if (const auto *problem = std::get_if<StoreProblem>(&uptime))
        return *problem;
    past.uptime = std::get<UptimeSummary>(uptime);
    auto points = file.urls().series(query.url, query.range.from, query.range.to, past.resolution);
    if (const auto *problem = std::get_if<StoreProblem>(&points))
        return *problem;
    past.points = std::get<QList<SeriesPoint>>(std::move(points));
    const auto incidents = readIncidents(file, {query.url}, query.range, mostResults);
    if (const auto *problem = std::get_if<StoreProblem>(&incidents))
        return *problem;
    past.incidents = std::get<QList<Incident>>(incidents);
    return past;
}

} // namespace rollcall
