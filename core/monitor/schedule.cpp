// SPDX-License-Identifier: MIT
#include "core/monitor/schedule.h"

#include "core/monitor/localtime.h"
#include "core/url/durations.h"

#include <QStringList>

#include <algorithm>

namespace rollcall {

namespace {

std::optional<Schedule> intervalFromText(QStringView text)
{
    const std::optional<std::chrono::milliseconds> interval = durationFromText(text);
    if (!interval || *interval < Schedule::shortestInterval)
        return std::nullopt;
    return Schedule(*interval);
}

std::optional<QList<QTime>> timesFromText(QStringView text)
{
    QList<QTime> times;
    const QList<QStringView> parts = text.split(u',');
    for (const QStringView part : parts) {
        const std::optional<QTime> time = timeOfDayFromText(part);
        if (!time)
            return std::nullopt;
        times.append(*time);
    }
    return times;
}

} // namespace

TimesOfDay::TimesOfDay(WeekDays weekDays, QList<QTime> timesOfDay, const QTimeZone &timeZone)
    : days(weekDays),
      times(std::move(timesOfDay)),
      zone(timeZone)
{
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
}

QDateTime TimesOfDay::nextAfter(const QDateTime &moment) const
{
    Q_ASSERT(!days.isEmpty() && !times.isEmpty());
    // From the day before: a moment of the change may be on the next day in UTC.
    QDate date = moment.toTimeZone(zone).date().addDays(-1);
    for (;; date = date.addDays(1)) {
        if (!days.contains(date.dayOfWeek()))
            continue;
        for (const QTime time : times) {
            QDateTime candidate = momentOf(date, time, zone);
            if (candidate > moment)
                return candidate;
        }
    }
}

std::optional<Schedule> Schedule::fromText(QStringView text, const QTimeZone &zone)
{
    const QList<QStringView> words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() == 1)
        return intervalFromText(words[0]);
    if (words.size() == 2 && words[0] == u"every")
        return intervalFromText(words[1]);
    if (words.size() < 2 || words.size() > 3)
        return std::nullopt;
    const std::optional<WeekDays> days = WeekDays::fromText(words[0]);
    const std::optional<QList<QTime>> times = timesFromText(words[1]);
    const std::optional<QTimeZone> named = words.size() == 3 ? zoneFromText(words[2]) : zone;
    if (!days || !times || !named)
        return std::nullopt;
    return Schedule(TimesOfDay(*days, *times, *named));
}

QString Schedule::text() const
{
    if (const auto *interval = std::get_if<std::chrono::milliseconds>(&rule))
        return QStringLiteral("every %1").arg(durationText(*interval));
    const auto &ofDay = std::get<TimesOfDay>(rule);
    QStringList times;
    for (const QTime time : ofDay.times)
        times.append(time.toString(QStringLiteral("HH:mm")));
    return QStringLiteral("%1 %2 %3")
        .arg(ofDay.days.text(), times.join(u','), QString::fromLatin1(ofDay.zone.id()));
}

} // namespace rollcall
