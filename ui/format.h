// SPDX-License-Identifier: MIT
// Numbers, sizes and times as people read them, in the form of the default QLocale.
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace rollcall {

/// "1,204".
QString formatCount(qint64 count);
/// \a count as the number that picks a plural form; tr() takes an int only.
int pluralNumber(qint64 count);
/// Short, for a table cell: "812 B", "14 KiB", "1.2 MiB".
QString formatBytes(qint64 bytes);
/// "1,258,291 bytes".
QString formatExactBytes(qint64 bytes);
/// Short, for a table cell: "0.4 ms", "182 ms", "4.1 s", "2 min 5 s".
QString formatDuration(std::chrono::microseconds time);
/// "182.4 ms".
QString formatExactDuration(std::chrono::microseconds time);
/// How long something lasted: "45 s", "12 min", "3 h 20 min", "2 d 4 h".
QString formatSpan(std::chrono::milliseconds time);
/// "99.95 %": a part of all, never rounded up to the whole; unknownValue() for nothing.
QString formatUptime(std::optional<double> part);
/// Day and time of day in the person's own time zone.
QString formatDateTime(const QDateTime &time);
/// "312/s".
QString formatRate(double perSecond);
/// "about 19 s left".
QString formatRemaining(std::chrono::seconds time);
/// What stands where a value should be and none is known.
QString unknownValue();

} // namespace rollcall
