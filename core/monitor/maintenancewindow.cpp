// SPDX-License-Identifier: MIT
#include "core/monitor/maintenancewindow.h"

#include "core/monitor/localtime.h"

namespace rollcall {

namespace {

std::optional<QDateTime> endOf(const MaintenanceWindow::Once &once, const QDateTime &moment)
{
    if (moment < once.begin || moment >= once.end)
        return std::nullopt;
    return once.end;
}

std::optional<QDateTime> endOf(const MaintenanceWindow::Weekly &weekly, const QDateTime &moment)
{
    const QDate today = moment.toTimeZone(weekly.zone).date();
    for (const QDate date : {today.addDays(-1), today}) {
        if (!weekly.days.contains(date.dayOfWeek()))
            continue;
        const QDate lastDate = weekly.end > weekly.begin ? date : date.addDays(1);
        const QDateTime begin = momentOf(date, weekly.begin, weekly.zone);
        const QDateTime end = momentOf(lastDate, weekly.end, weekly.zone);
        if (moment >= begin && moment < end)
            return end;
    }
    return std::nullopt;
}

std::optional<QDateTime> momentFromText(QStringView text, const QTimeZone &zone)
{
    const QDateTime shown = QDateTime::fromString(text.toString(), QStringLiteral("yyyy-MM-dd'T'HH:mm"));
    if (!shown.isValid())
        return std::nullopt;
    return momentOf(shown.date(), shown.time(), zone);
}

std::optional<MaintenanceWindow> onceFromText(QStringView text, const QTimeZone &zone)
{
    const QList<QStringView> parts = text.split(u'/');
    if (parts.size() != 2)
        return std::nullopt;
    const std::optional<QDateTime> begin = momentFromText(parts[0], zone);
    const std::optional<QDateTime> end = momentFromText(parts[1], zone);
    if (!begin || !end || *begin >= *end)
        return std::nullopt;
    return MaintenanceWindow(MaintenanceWindow::Once(*begin, *end));
}

std::optional<MaintenanceWindow> weeklyFromText(QStringView days, QStringView times, const QTimeZone &zone)
{
    const QList<QStringView> parts = times.split(u'-');
    const std::optional<WeekDays> weekDays = WeekDays::fromText(days);
    if (!weekDays || parts.size() != 2)
        return std::nullopt;
    const std::optional<QTime> begin = timeOfDayFromText(parts[0]);
    const std::optional<QTime> end = timeOfDayFromText(parts[1]);
    if (!begin || !end)
        return std::nullopt;
    return MaintenanceWindow(MaintenanceWindow::Weekly(*weekDays, *begin, *end, zone));
}

} // namespace

std::optional<MaintenanceWindow> MaintenanceWindow::fromText(QStringView text, const QTimeZone &zone)
{
    QList<QStringView> words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    const qsizetype wordsOfRule = words[0].contains(u'/') ? 1 : 2;
    if (words.size() < wordsOfRule || words.size() > wordsOfRule + 1)
        return std::nullopt;
    const std::optional<QTimeZone> named = words.size() > wordsOfRule ? zoneFromText(words.last()) : zone;
    if (!named)
        return std::nullopt;
    return wordsOfRule == 1 ? onceFromText(words[0], *named) : weeklyFromText(words[0], words[1], *named);
}

std::optional<QDateTime> MaintenanceWindow::endAt(const QDateTime &moment) const
{
    return std::visit([&moment](const auto &each) { return endOf(each, moment); }, rule);
}

std::optional<QDateTime> maintenanceEnd(const QList<MaintenanceWindow> &windows, const QDateTime &moment)
{
    // Windows that follow each other without an end ("daily 00:00-12:00", "daily 12:00-00:00") never end;
    // so far ahead it does not matter when.
    constexpr int furthest = 32;
    std::optional<QDateTime> end;
    for (int i = 0; i < furthest; ++i) {
        const QDateTime from = end.value_or(moment);
        std::optional<QDateTime> next;
        for (const MaintenanceWindow &window : windows) {
            const std::optional<QDateTime> each = window.endAt(from);
            if (each && (!next || *each > *next))
                next = each;
        }
        if (!next)
            break;
        end = next;
    }
    return end;
}

} // namespace rollcall
