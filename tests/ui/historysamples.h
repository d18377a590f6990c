// SPDX-License-Identifier: MIT
// A past for the tests of the chart and of what is around it.
#pragma once

#include "ui/urlpast.h"

namespace rollcall::test {

/// 2026-03-10 12:00 UTC, moved by \a offset.
inline QDateTime pastNoon(std::chrono::milliseconds offset = {})
{
    return QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC).addMSecs(offset.count());
}

inline SeriesPoint samplePoint(const QDateTime &began, std::chrono::milliseconds median)
{
    SeriesPoint point;
    point.began = began;
    point.counts.ok = 12;
    point.least = median / 2;
    point.median = median;
    point.percentile95 = median * 2;
    point.greatest = median * 3;
    return point;
}

/// A day until pastNoon() with 24 points, an hour apart. All have a median of 100 ms but for the one with the
/// number 10, which has failed.
inline UrlPast samplePast()
{
    using namespace std::chrono_literals;
    UrlPast past;
    past.range = TimeRange(pastNoon(-24h), pastNoon());
    past.resolution = 5min;
    for (int hour = 0; hour < 24; ++hour)
        past.points.append(samplePoint(pastNoon(-24h + std::chrono::hours(hour)), 100ms));
    constexpr qsizetype failure = 10;
    SeriesPoint failed;
    failed.began = past.points.at(failure).began;
    failed.counts.failed = 3;
    past.points[failure] = failed;
    Incident incident("https://example.com/", failed.began, Reason(ErrorKind::Timeout, {}));
    incident.ended = failed.began.addSecs(1800);
    past.incidents = {incident};
    past.uptime.day.ok = 276;
    past.uptime.day.failed = 3;
    past.uptime.week = past.uptime.month = past.uptime.year = past.uptime.day;
    return past;
}

} // namespace rollcall::test
