// SPDX-License-Identifier: MIT
#include "core/monitor/listrecorders.h"

#include <utility>

namespace rollcall {

ListRecorders::ListRecorders(History &history, const QList<WatchedList> &lists, const QList<qint64> &listIds)
{
    Q_ASSERT(lists.size() == listIds.size());
    int first = 0;
    for (qsizetype i = 0; i < lists.size(); ++i) {
        const WatchedList &list = lists.at(i);
        QList<QByteArray> urls;
        for (const UrlEntry &entry : list.entries)
            urls.append(entry.url);
        const int count = int(urls.size());
        m_parts.emplace_back(first, count,
                             HistoryRecorder(history, std::move(urls), list.name,
                                             HistoryRecorder::shortestRound(list.schedule), listIds.at(i)));
        first += count;
    }
}

void ListRecorders::add(const WatchNews &news, const QDateTime &now)
{
    for (Part &part : m_parts)
        part.recorder.add(newsOf(part, news), now);
}

void ListRecorders::finish(const QDateTime &now)
{
    for (Part &part : m_parts)
        part.recorder.finish(now);
}

/// Those of one list, whose numbers begin at 0. An outage concerns all; telling of it twice changes nothing.
WatchNews ListRecorders::newsOf(const Part &part, const WatchNews &news)
{
    WatchNews own;
    own.outages = news.outages;
    const auto isOwn = [&part](int url) { return url >= part.first && url < part.first + part.count; };
    for (const WatchedResult &each : news.results) {
        if (isOwn(each.url))
            own.results.emplace_back(each).url -= part.first;
    }
    for (const WatchedChange &each : news.changes) {
        if (isOwn(each.url))
            own.changes.emplace_back(each).url -= part.first;
    }
    return own;
}

} // namespace rollcall
