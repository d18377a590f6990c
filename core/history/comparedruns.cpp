// SPDX-License-Identifier: MIT
#include "core/history/comparedruns.h"

#include "core/history/historyfile.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace rollcall {

bool isWhole(const StoredRun &run)
{
    const CheckProgress &counts = run.counts;
    return run.ended && counts.ok + counts.warnings + counts.failed >= counts.total;
}

Answer<QList<StoredRun>> wholeRuns(HistoryFile &file, int most)
{
    Answer<QList<StoredRun>> answer = file.runs().latest(most);
    if (auto *runs = std::get_if<QList<StoredRun>>(&answer))
        runs->removeIf([](const StoredRun &run) { return !isWhole(run); });
    return answer;
}

std::optional<std::pair<qint64, qint64>> lastPair(const QList<StoredRun> &runs)
{
    qsizetype largest = 0;
    for (const StoredRun &run : runs)
        largest = std::max(largest, run.start.total);
    const auto isOfTheList = [largest](const StoredRun &run) { return run.start.total * 2 >= largest; };
    const auto last = std::find_if(runs.begin(), runs.end(), isOfTheList);
    if (last == runs.end())
        return std::nullopt;
    const auto before = std::find_if(last + 1, runs.end(), isOfTheList);
    if (before == runs.end())
        return std::nullopt;
    return std::pair(before->id, last->id);
}

Answer<QList<CheckResult>> resultsByPlace(HistoryFile &file, qint64 run)
{
    const Answer<std::optional<StoredRun>> found = file.runs().find(run);
    if (const auto *problem = std::get_if<StoreProblem>(&found))
        return *problem;
    const auto &stored = std::get<std::optional<StoredRun>>(found);
    if (!stored)
        return QList<CheckResult>();
    QMap<qint64, CheckResult> byPlace;
    const auto visited = file.visitRun(run, [&](const HistoryResult &each) {
        // What a watch checked again within a round stands behind all URLs of the list.
        byPlace.insert(each.position % std::max(stored->start.total, qsizetype(1)), each.result);
        return true;
    });
    if (const auto *problem = std::get_if<StoreProblem>(&visited))
        return *problem;
    return byPlace.values();
}

Answer<QByteArrayList> urlsOfRun(HistoryFile &file, qint64 run)
{
    QByteArrayList urls;
    QSet<QByteArray> known;
    const auto visited = file.visitRun(run, [&](const HistoryResult &each) {
        const QByteArray &url = each.result.url;
        if (!known.contains(url)) {
            known.insert(url);
            urls.append(url);
        }
        return true;
    });
    if (const auto *problem = std::get_if<StoreProblem>(&visited))
        return *problem;
    return urls;
}

Answer<RunDifference> compareKeptRuns(HistoryFile &file, qint64 before, qint64 after,
                                      const DifferenceThresholds &thresholds)
{
    const Answer<QList<CheckResult>> earlier = resultsByPlace(file, before);
    if (const auto *problem = std::get_if<StoreProblem>(&earlier))
        return *problem;
    const Answer<QList<CheckResult>> later = resultsByPlace(file, after);
    if (const auto *problem = std::get_if<StoreProblem>(&later))
        return *problem;
    return compareRuns(std::get<QList<CheckResult>>(earlier), std::get<QList<CheckResult>>(later),
                       thresholds);
}

} // namespace rollcall
