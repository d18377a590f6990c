// SPDX-License-Identifier: MIT
#include "core/history/foundincidents.h"

#include "core/history/historyfile.h"

#include <optional>

namespace rollcall {

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

namespace {

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

} // namespace rollcall
