// SPDX-License-Identifier: MIT
#include "core/monitor/localtime.h"

#include <algorithm>

namespace rollcall {

QDateTime momentOf(QDate date, QTime time, const QTimeZone &zone)
{
    // QDateTime's own answer to a time that does not exist, or exists twice, depends on the version of Qt.
    const QDateTime asIfUtc(date, time, Qt::UTC);
    const int before = zone.offsetFromUtc(asIfUtc.addDays(-1));
    const int after = zone.offsetFromUtc(asIfUtc.addDays(1));
    for (const int offset : {std::max(before, after), std::min(before, after)}) {
        QDateTime moment = asIfUtc.addSecs(-offset);
        if (zone.offsetFromUtc(moment) == offset)
            return moment;
    }
    return zone.nextTransition(asIfUtc.addDays(-1)).atUtc.toUTC();
}

std::optional<QTime> timeOfDayFromText(QStringView text)
{
    const QTime time = QTime::fromString(text.toString(), QStringLiteral("H:mm"));
    if (!time.isValid())
        return std::nullopt;
    return time;
}

std::optional<QTimeZone> zoneFromText(QStringView text)
{
    const QTimeZone zone(text.toLatin1());
    if (text.isEmpty() || !zone.isValid()) // without a name it is the system's
        return std::nullopt;
    return zone;
}

} // namespace rollcall
