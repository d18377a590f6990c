// SPDX-License-Identifier: MIT
#include "core/monitor/weekdays.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

constexpr int daysInWeek = 7;
constexpr std::array<QStringView, daysInWeek> names = {u"mon", u"tue", u"wed", u"thu",
                                                       u"fri", u"sat", u"sun"};

std::optional<int> dayFromText(QStringView text)
{
    const auto *name = std::find_if(names.begin(), names.end(), [text](QStringView each) {
        return each.compare(text, Qt::CaseInsensitive) == 0;
    });
    if (name == names.end())
        return std::nullopt;
    return int(name - names.begin()) + 1;
}

} // namespace

WeekDays WeekDays::all()
{
    WeekDays days;
    for (int day = 1; day <= daysInWeek; ++day)
        days.add(day);
    return days;
}

std::optional<WeekDays> WeekDays::fromText(QStringView text)
{
    if (text.compare(u"daily", Qt::CaseInsensitive) == 0)
        return all();
    WeekDays days;
    const QList<QStringView> parts = text.split(u',');
    for (const QStringView part : parts) {
        const qsizetype dash = part.indexOf(u'-');
        const std::optional<int> first = dayFromText(dash < 0 ? part : part.first(dash));
        const std::optional<int> last = dash < 0 ? first : dayFromText(part.sliced(dash + 1));
        if (!first || !last)
            return std::nullopt;
        for (int day = *first; day != *last; day = day % daysInWeek + 1)
            days.add(day);
        days.add(*last);
    }
    return days;
}

QString WeekDays::text() const
{
    if (*this == all())
        return QStringLiteral("daily");
    QStringList days;
    for (int day = 1; day <= daysInWeek; ++day) {
        if (contains(day))
            days.append(names[std::size_t(day) - 1].toString());
    }
    return days.join(u',');
}

} // namespace rollcall
