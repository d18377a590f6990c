// SPDX-License-Identifier: MIT
// The two axes of a chart of durations over time: where a value is, and where the round ones are.
#pragma once

#include "ui/urlpast.h"

#include <QList>
#include <QRect>
#include <QString>

#include <chrono>

namespace rollcall {

/// Where in a widget what is.
struct ChartScale {
    ChartScale(QRect place, TimeRange time, std::chrono::microseconds highest)
        : area(place),
          range(std::move(time)),
          top(highest)
    {
    }

    QRect area;
    TimeRange range;               ///< from the left to the right of the area
    std::chrono::microseconds top; ///< at its upper edge; 0 is at the lower one

    int xOf(const QDateTime &moment) const;
    int yOf(std::chrono::microseconds time) const;
    QDateTime momentAt(int x) const;
};

struct TimeMark {
    TimeMark(QDateTime moment, QString text) : at(std::move(moment)), label(std::move(text)) {}

    QDateTime at;
    QString label; ///< a time of day, or a day

    friend bool operator==(const TimeMark &, const TimeMark &) = default;
};

/// Marks within \a range, at round times in the person's own time zone, about \a most of them at most.
QList<TimeMark> timeMarks(const TimeRange &range, int most);

/// The round duration that four equal steps lead to, and that is not shorter than \a greatest.
std::chrono::microseconds roundDuration(std::chrono::microseconds greatest);

} // namespace rollcall
