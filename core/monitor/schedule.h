// SPDX-License-Identifier: MIT
// When something is to be checked: at intervals, or at times of day.
#pragma once

#include "core/monitor/weekdays.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringView>
#include <QTime>
#include <QTimeZone>

#include <chrono>
#include <optional>
#include <variant>

namespace rollcall {

/// Times that the clock on the wall shows. A time that is passed over when clocks are put forward comes at
/// the moment of the change; one that comes twice when they are put back counts once, the first time.
struct TimesOfDay {
    TimesOfDay() = default;
    TimesOfDay(WeekDays weekDays, QList<QTime> timesOfDay, const QTimeZone &timeZone);

    WeekDays days;
    QList<QTime> times; ///< in ascending order, each once
    QTimeZone zone = QTimeZone::utc();

    /// The first of these moments after \a moment, in UTC.
    QDateTime nextAfter(const QDateTime &moment) const;

    friend bool operator==(const TimesOfDay &, const TimesOfDay &) = default;
};

/// An interval, or times of day.
struct Schedule {
    static constexpr std::chrono::milliseconds shortestInterval{10'000};
    static constexpr std::chrono::milliseconds defaultInterval{300'000};

    Schedule() = default;
    explicit Schedule(std::chrono::milliseconds interval) : rule(interval) {}
    explicit Schedule(TimesOfDay times) : rule(std::move(times)) {}

    std::variant<std::chrono::milliseconds, TimesOfDay> rule = defaultInterval;

    /// Reads one of
    ///     [every] DURATION                 every 5m, 90s (10 s to 366 days)
    ///     DAYS TIME[,TIME...] [ZONE]       daily 06:30, mon-fri 06:30,18:00 Europe/Berlin
    /// with DURATION as in durationFromText(), DAYS as in WeekDays::fromText(), and \a zone where none is
    /// named. Nothing for what is neither.
    static std::optional<Schedule> fromText(QStringView text, const QTimeZone &zone);
    /// What fromText() reads back.
    QString text() const;

    friend bool operator==(const Schedule &, const Schedule &) = default;
};

} // namespace rollcall
