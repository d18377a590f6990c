// SPDX-License-Identifier: MIT
#include "ui/urlpast.h"

#include "core/history/historyfile.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

constexpr int mostResults = 1'000; // of one URL

MaybeProblem addIncidents(HistoryFile &file, const QByteArray &url, const TimeRange &range, int most,
                          QList<Incident> &incidents)
{
    constexpr int aLifetime = 100; // in years
    const QDateTime always = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    const auto any = file.incidents().of(url, always, range.to.addYears(aLifetime), 1);
    if (const auto *problem = std::get_if<StoreProblem>(&any))
        return *problem;
    if (!std::get<QList<Incident>>(any).isEmpty()) {
        const auto noted = file.incidents().of(url, range.from, range.to);
        if (const auto *problem = std::get_if<StoreProblem>(&noted))
            return *problem;
        incidents += std::get<QList<Incident>>(noted);
        return std::nullopt;
    }
    const auto results = file.urls().lastResults(url, most);
    if (const auto *problem = std::get_if<StoreProblem>(&results))
        return *problem;
    for (const Incident &each : incidentsIn(std::get<QList<HistoryResult>>(results))) {
        if (each.began < range.to && (!each.ended || *each.ended > range.from))
            incidents.append(each);
    }
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

Answer<QList<Incident>> readIncidents(HistoryFile &file, const QByteArrayList &urls, const TimeRange &range,
                                      int mostResults)
{
    QList<Incident> incidents;
    for (const QByteArray &url : urls) {
        const MaybeProblem problem = addIncidents(file, url, range, mostResults, incidents);
        if (problem)
            return *problem;
    }
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
    const MaybeProblem problem = addIncidents(file, query.url, query.range, mostResults, past.incidents);
    if (problem)
        return *problem;
    return past;
}

} // namespace rollcall
