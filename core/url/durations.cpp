// SPDX-License-Identifier: MIT
#include "core/url/durations.h"

#include "core/url/ascii.h"

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

struct Unit {
    QStringView name;
    double milliseconds;
};

constexpr std::array units = {Unit{u"ms", 1}, Unit{u"h", 3'600'000}, Unit{u"m", 60'000}, Unit{u"s", 1000},
                              Unit{u"", 1000}};
constexpr double longest = 366.0 * 24 * 3'600'000;

} // namespace

std::optional<std::chrono::milliseconds> durationFromText(QStringView text)
{
    text = text.trimmed();
    double total = 0;
    while (!text.isEmpty()) {
        const auto end =
            std::find_if_not(text.begin(), text.end(), [](QChar c) { return isAsciiDigit(c) || c == u'.'; });
        bool isNumber = false;
        const double number = text.first(end - text.begin()).toDouble(&isNumber);
        text = text.sliced(end - text.begin());
        const auto *unit = std::find_if(units.begin(), units.end(),
                                        [text](const Unit &u) { return text.startsWith(u.name); });
        if (!isNumber || (unit->name.isEmpty() && !text.isEmpty()))
            return std::nullopt;
        total += number * unit->milliseconds;
        text = text.sliced(unit->name.size());
    }
    if (!(total >= 1 && total <= longest))
        return std::nullopt;
    return std::chrono::milliseconds(qRound64(total));
}

QString durationText(std::chrono::milliseconds duration)
{
    const bool whole = duration.count() % 1000 == 0;
    return whole ? QStringLiteral("%1s").arg(duration.count() / 1000)
                 : QStringLiteral("%1ms").arg(duration.count());
}

} // namespace rollcall
