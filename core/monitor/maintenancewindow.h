// SPDX-License-Identifier: MIT
// A time in which nothing is checked and nobody is called down, once or every week.
#pragma once

#include "core/monitor/weekdays.h"

#include <QDateTime>
#include <QList>
#include <QStringView>
#include <QTime>
#include <QTimeZone>

#include <optional>
#include <variant>

namespace rollcall {

/// One maintenance window; its beginning belongs to it, its end does not.
struct MaintenanceWindow {
    /// From one moment to another, once; in UTC.
    struct Once {
        Once() = default;
        Once(QDateTime from, QDateTime until) : begin(std::move(from)), end(std::move(until)) {}
        QDateTime begin;
        QDateTime end;
        friend bool operator==(const Once &, const Once &) = default;
    };
    /// On these days, by the clock on the wall. An end that is not after the beginning is on the next day.
    struct Weekly {
        Weekly() = default;
        Weekly(WeekDays weekDays, QTime from, QTime until, const QTimeZone &timeZone)
            : days(weekDays),
              begin(from),
              end(until),
              zone(timeZone)
        {
        }
        WeekDays days;
        QTime begin;
        QTime end;
        QTimeZone zone = QTimeZone::utc();
        friend bool operator==(const Weekly &, const Weekly &) = default;
    };

    MaintenanceWindow() = default;
    explicit MaintenanceWindow(Once once) : rule(std::move(once)) {}
    explicit MaintenanceWindow(Weekly weekly) : rule(std::move(weekly)) {}

    std::variant<Once, Weekly> rule;

    /// Reads one of
    ///     DAYS TIME-TIME [ZONE]                       sun 02:00-04:00, daily 23:30-00:30 Europe/Berlin
    ///     DATETTIME/DATETTIME [ZONE]                  2026-12-24T18:00/2026-12-26T06:00
    /// with \a zone where none is named. Nothing for what is neither, or ends before it begins.
    static std::optional<MaintenanceWindow> fromText(QStringView text, const QTimeZone &zone);

    /// When the window that \a moment is in ends, in UTC; nothing outside.
    std::optional<QDateTime> endAt(const QDateTime &moment) const;

    friend bool operator==(const MaintenanceWindow &, const MaintenanceWindow &) = default;
};

/// When the maintenance that \a moment is in is over: the end of the last of the windows that meet or
/// overlap. Nothing outside.
std::optional<QDateTime> maintenanceEnd(const QList<MaintenanceWindow> &windows, const QDateTime &moment);

} // namespace rollcall
