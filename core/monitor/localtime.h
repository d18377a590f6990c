// SPDX-License-Identifier: MIT
// What a clock on the wall of a time zone shows, as a moment: daylight saving has one rule here.
#pragma once

#include <QDateTime>
#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace rollcall {

/// The moment, in UTC, at which clocks in \a zone show \a time on \a date. Of two such moments (clocks were
/// put back) it is the first; if there is none (clocks were put forward past it), it is the moment of the
/// change.
QDateTime momentOf(QDate date, QTime time, const QTimeZone &zone);

/// A time of day as people write it, "6:30" or "06:30"; "24:00" is none.
std::optional<QTime> timeOfDayFromText(QStringView text);

/// The zone with this IANA name, for example "Europe/Berlin" or "UTC", if the system knows it.
std::optional<QTimeZone> zoneFromText(QStringView text);

} // namespace rollcall
