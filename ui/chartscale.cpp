// SPDX-License-Identifier: MIT
#include "ui/chartscale.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace rollcall {

namespace {

using std::chrono::milliseconds;

class ChartScaleText
{
    Q_DECLARE_TR_FUNCTIONS(ChartScaleText)
};

constexpr milliseconds aDay = std::chrono::hours(24);

QString labelOf(const QDateTime &local, milliseconds step)
{
    if (step < std::chrono::minutes(1))
        return QLocale().toString(local.time(), QStringLiteral("HH:mm:ss"));
    if (step < aDay && local.time().msecsSinceStartOfDay() != 0)
        return QLocale().toString(local.time(), QLocale::ShortFormat);
    //: Day and month below a chart, as QDateTime::toString() takes it
    return QLocale().toString(local.date(), ChartScaleText::tr("d MMM"));
}

/// The first multiple of \a step since midnight that is not before \a local.
QDateTime firstMark(const QDateTime &local, milliseconds step)
{
    if (step >= aDay) {
        QDateTime midnight = local.date().startOfDay();
        return midnight < local ? local.date().addDays(1).startOfDay() : midnight;
    }
    const qint64 length = step.count();
    const qint64 since = local.time().msecsSinceStartOfDay();
    return local.addMSecs((length - since % length) % length);
}

QDateTime nextMark(const QDateTime &mark, milliseconds step)
{
    // A day need not have 24 hours.
    return step >= aDay ? mark.date().addDays(step / aDay).startOfDay() : mark.addMSecs(step.count());
}

} // namespace

int ChartScale::xOf(const QDateTime &moment) const
{
    const auto length = std::max<qint64>(range.length().count(), 1);
    return area.left() + int(std::lround(double(range.from.msecsTo(moment)) / double(length) * area.width()));
}

int ChartScale::yOf(std::chrono::microseconds time) const
{
    const auto length = std::max<qint64>(top.count(), 1);
    return area.bottom() - int(std::lround(double(time.count()) / double(length) * (area.height() - 1)));
}

QDateTime ChartScale::momentAt(int x) const
{
    const double part = double(x - area.left()) / double(std::max(area.width(), 1));
    return range.from.addMSecs(std::llround(part * double(range.length().count())));
}

QList<TimeMark> timeMarks(const TimeRange &range, int most)
{
    using namespace std::chrono_literals;
    constexpr std::array<milliseconds, 18> steps = {1s,    5s,  15s,     1min,     5min,     15min,
                                                    30min, 1h,  2h,      3h,       6h,       12h,
                                                    24h,   48h, 7 * 24h, 14 * 24h, 30 * 24h, 91 * 24h};
    if (range.isEmpty() || most < 1)
        return {};
    const auto fits =
        std::ranges::find_if(steps, [&](milliseconds each) { return range.length() <= each * most; });
    const milliseconds step = fits == steps.end() ? range.length() : *fits;
    QList<TimeMark> marks;
    for (QDateTime mark = firstMark(range.from.toLocalTime(), step); mark < range.to;
         mark = nextMark(mark, step))
        marks.append(TimeMark(mark, labelOf(mark, step)));
    return marks;
}

std::chrono::microseconds roundDuration(std::chrono::microseconds greatest)
{
    using namespace std::chrono_literals;
    for (std::chrono::microseconds unit = 4us;; unit *= 10) {
        for (const int factor : {1, 2, 5}) {
            if (unit * factor >= greatest)
                return unit * factor;
        }
    }
}

} // namespace rollcall
