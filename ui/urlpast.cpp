// SPDX-License-Identifier: MIT
#include "ui/urlpast.h"

#include "core/history/historyfile.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

constexpr int mostResults = 1'000;

MaybeProblem readIncidents(HistoryFile &file, const UrlPastQuery &query, QList<Incident> &incidents)
{
    const QDateTime always = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    const Answer<QList<Incident>> any = file.incidents().of(query.url, always, query.now, 1);
    if (const auto *problem = std::get_if<StoreProblem>(&any))
        return *problem;
    if (!std::get<QList<Incident>>(any).isEmpty()) {
        const auto noted = file.incidents().of(query.url, query.range.from, query.range.to);
        if (const auto *problem = std::get_if<StoreProblem>(&noted))
            return *problem;
        incidents = std::get<QList<Incident>>(noted);
        return std::nullopt;
    }
    const auto results = file.urls().lastResults(query.url, mostResults);
    if (const auto *problem = std::get_if<StoreProblem>(&results))
        return *problem;
    incidents = incidentsIn(std::get<QList<HistoryResult>>(results));
    incidents.removeIf([&query](const Incident &each) {
        return each.began >= query.range.to || (each.ended && *each.ended <= query.range.from);
    });
    return std::nullopt;
}

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

QList<Incident> incidentsIn(const QList<HistoryResult> &results)
{
    constexpr std::chrono::milliseconds soon = std::chrono::minutes(1);
    QList<Incident> incidents;
    std::optional<Incident> lasting;
    int failures = 0;
    for (const HistoryResult &each : results) {
        const CheckResult &result = each.result;
        if (!each.counts || !result.startedAt)
            continue;
        if (result.outcome == Outcome::Failed) {
            ++failures;
            if (!lasting)
                lasting = Incident(result.url, *result.startedAt,
                                   Reason(result.fetch.error, result.fetch.errorDetail));
        } else if (lasting) {
            lasting->ended = result.startedAt;
            if (failures > 1 || lasting->duration(*result.startedAt) > soon)
                incidents.prepend(*lasting);
            lasting.reset();
            failures = 0;
        }
    }
    if (lasting)
        incidents.prepend(*lasting);
    return incidents;
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
    if (const MaybeProblem problem = readIncidents(file, query, past.incidents))
        return *problem;
    return past;
}

} // namespace rollcall
