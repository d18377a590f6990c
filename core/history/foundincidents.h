// SPDX-License-Identifier: MIT
// When URLs were down: as a watch has noted it, or as their results tell it.
#pragma once

#include "core/history/historyvalues.h"
#include "core/history/storeproblem.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QList>

#include <chrono>

namespace rollcall {

class HistoryFile;

/// A piece of time, in UTC: from \a from on, before \a to.
struct TimeRange {
    TimeRange() = default;
    TimeRange(QDateTime beginning, QDateTime end) : from(std::move(beginning)), to(std::move(end)) {}

    QDateTime from;
    QDateTime to;

    bool isEmpty() const { return !from.isValid() || from >= to; }
    std::chrono::milliseconds length() const { return std::chrono::milliseconds(from.msecsTo(to)); }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// The incidents in \a results of one URL, which are in the order of time; the last one first. Each begins
/// with the first check that failed and ends with the next one that did not. A failure that a check within a
/// minute did not confirm is none.
QList<Incident> incidentsIn(const QList<HistoryResult> &results);

/// Those of \a urls that touch \a range, URL by URL: what a watch has noted, and of a URL that no watch has
/// noted any of, those in its last \a mostResults results. In the thread of \a file; blocks.
Answer<QList<Incident>> readIncidents(HistoryFile &file, const QByteArrayList &urls, const TimeRange &range,
                                      int mostResults);

} // namespace rollcall
