// SPDX-License-Identifier: MIT
#include "core/history/seriesbuilder.h"

#include "core/history/historyrecord.h"

#include <algorithm>
#include <cmath>

namespace rollcall {

namespace {

using std::chrono::microseconds;

// Nearest rank, as ResponseTimes has it.
microseconds quantile(const std::vector<microseconds> &sorted, double part)
{
    const auto rank = std::size_t(std::ceil(part * double(sorted.size())));
    return sorted.at(std::max<std::size_t>(rank, 1) - 1);
}

constexpr double middle = 0.5;
constexpr double high = 0.95;

void setTimes(SeriesPoint &point, std::vector<microseconds> &times)
{
    std::ranges::sort(times);
    point.least = times.front();
    point.median = quantile(times, middle);
    point.percentile95 = quantile(times, high);
    point.greatest = times.back();
}

void setTimes(SeriesPoint &point, const ResponseTimes &times)
{
    point.least = times.least();
    point.median = times.quantile(middle);
    point.percentile95 = times.quantile(high);
    point.greatest = times.greatest();
}

} // namespace

void SeriesBuilder::add(qint64 pointMs, const HistoryRecord &record)
{
    RollUp one;
    one.add(record);
    Point &point = m_points[pointMs];
    point.rollUp.counts.add(one.counts);
    if (!one.times.isEmpty())
        point.times.push_back(*record.entry.result.fetch.times.total);
}

QList<SeriesPoint> SeriesBuilder::points()
{
    QList<SeriesPoint> points;
    points.reserve(qsizetype(m_points.size()));
    for (auto &[ms, point] : m_points) {
        SeriesPoint &made = points.emplace_back();
        made.began = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
        made.counts = point.rollUp.counts;
        if (point.rollUp.times.isEmpty() && !point.times.empty()) {
            setTimes(made, point.times);
            continue;
        }
        for (const microseconds time : point.times)
            point.rollUp.times.add(time);
        setTimes(made, point.rollUp.times);
    }
    return points;
}

} // namespace rollcall
