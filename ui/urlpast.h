// SPDX-License-Identifier: MIT
// What the history tells of one URL in one answer: uptime, response times, incidents.
#pragma once

#include "core/history/foundincidents.h"
#include "core/history/historyvalues.h"
#include "core/history/storeproblem.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <chrono>

namespace rollcall {

class HistoryFile;

/// What is asked.
struct UrlPastQuery {
    UrlPastQuery() = default;
    UrlPastQuery(QByteArray address, TimeRange shown, QDateTime moment)
        : url(std::move(address)),
          range(std::move(shown)),
          now(std::move(moment))
    {
    }

    QByteArray url;
    TimeRange range; ///< of points and incidents
    QDateTime now;   ///< UTC; where the periods of the uptime end

    friend bool operator==(const UrlPastQuery &, const UrlPastQuery &) = default;
};

/// What is answered.
struct UrlPast {
    UrlPast() = default;

    TimeRange range;
    std::chrono::milliseconds resolution{
        0}; ///< of the points; where the history is coarser, an hour or a day
    UptimeSummary uptime;
    QList<SeriesPoint> points; ///< in the order of time
    QList<Incident> incidents; ///< the last one first

    /// Where the point with this number stands in a chart: in the middle of its time, within the range.
    QDateTime middleOf(qsizetype point) const;
    friend bool operator==(const UrlPast &, const UrlPast &) = default;
};

/// How fine the points of a chart are that shows so much time: a few hundred of them, each as long as people
/// count in.
std::chrono::milliseconds chartResolution(std::chrono::milliseconds length);

/// Reads the answer. The incidents are those of readIncidents(), with 1,000 results. In the history's thread;
/// blocks.
Answer<UrlPast> readUrlPast(HistoryFile &file, const UrlPastQuery &query);

} // namespace rollcall
