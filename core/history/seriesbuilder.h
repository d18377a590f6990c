// SPDX-License-Identifier: MIT
// Makes the points of a chart out of results and roll-ups.
#pragma once

#include "core/history/rollup.h"

#include <QList>

#include <map>
#include <vector>

namespace rollcall {

struct HistoryRecord;

/// Moments are milliseconds since 1970, UTC.
class SeriesBuilder
{
public:
    void add(qint64 pointMs, const RollUp &rollUp) { m_points[pointMs].rollUp.merge(rollUp); }
    void add(qint64 pointMs, const HistoryRecord &record);
    QList<SeriesPoint> points();

private:
    struct Point {
        RollUp rollUp;
        std::vector<std::chrono::microseconds> times; // of each result, where the roll-up has none of it
    };

    std::map<qint64, Point> m_points;
};

} // namespace rollcall
