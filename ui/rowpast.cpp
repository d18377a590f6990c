// SPDX-License-Identifier: MIT
#include "ui/rowpast.h"

#include "core/history/historyfile.h"

#include <algorithm>
#include <limits>

namespace rollcall {

namespace {

constexpr int checksInATrend = 30;
constexpr int daysOfUptime = 30;

int timeInATrend(const CheckResult &result)
{
    constexpr qint64 most = std::numeric_limits<int>::max();
    const auto &time = result.fetch.times.total;
    if (result.outcome == Outcome::Failed || !time)
        return RowPast::failedCheck;
    return int(std::min<qint64>(time->count(), most));
}

} // namespace

std::optional<qint64> RowPast::slowdown() const
{
    if (times.isEmpty() || times.constLast() == failedCheck)
        return std::nullopt;
    QList<int> others = times;
    others.removeLast();
    others.removeAll(failedCheck);
    if (others.isEmpty())
        return std::nullopt;
    const auto middle = others.begin() + others.size() / 2;
    std::nth_element(others.begin(), middle, others.end());
    return qint64(times.constLast()) - *middle;
}

Answer<QList<RowPast>> readRowPasts(HistoryFile &file, const QByteArrayList &urls, const QDateTime &now)
{
    const auto overview = file.urls().overview(urls, now.addDays(-daysOfUptime), now);
    if (const auto *problem = std::get_if<StoreProblem>(&overview))
        return *problem;
    QList<RowPast> pasts;
    pasts.reserve(urls.size());
    for (const UrlOverview &line : std::get<QList<UrlOverview>>(overview)) {
        RowPast &past = pasts.emplace_back();
        past.month = line.counts;
        if (!line.last)
            continue;
        const auto results = file.urls().lastResults(line.url, checksInATrend);
        if (const auto *problem = std::get_if<StoreProblem>(&results))
            return *problem;
        for (const HistoryResult &each : std::get<QList<HistoryResult>>(results)) {
            if (each.counts)
                past.times.append(timeInATrend(each.result));
        }
    }
    return pasts;
}

} // namespace rollcall
