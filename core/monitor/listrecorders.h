// SPDX-License-Identifier: MIT
// Writes what a watch of several lists finds out into the history, each list under its own name.
#pragma once

#include "core/monitor/historyrecorder.h"
#include "core/monitor/watchsettings.h"

#include <deque>

namespace rollcall {

/// A HistoryRecorder for each list. Lives in the thread of the history.
class ListRecorders
{
public:
    /// \a history outlives it. \a lists are those of the watch, and \a listIds their numbers in the store.
    ListRecorders(History &history, const QList<WatchedList> &lists, const QList<qint64> &listIds);

    /// What was new at \a now, UTC.
    void add(const WatchNews &news, const QDateTime &now);
    /// The watch has ended.
    void finish(const QDateTime &now);

private:
    struct Part {
        Part(int firstUrl, int urlCount, HistoryRecorder listRecorder)
            : first(firstUrl),
              count(urlCount),
              recorder(std::move(listRecorder))
        {
        }
        int first; // of its URLs in the watch
        int count;
        HistoryRecorder recorder;
    };

    static WatchNews newsOf(const Part &part, const WatchNews &news);

    std::deque<Part> m_parts;
};

} // namespace rollcall
