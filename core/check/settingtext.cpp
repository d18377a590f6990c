// SPDX-License-Identifier: MIT
#include "core/check/settingtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rollcall {

std::optional<qint64> bytesFromText(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]+) ?(?:([KMGT])(I?B)?|B)?\\z"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    bool isNumber = false;
    qint64 bytes = match.captured(1).toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;

    const QString unit = match.captured(2).toUpper();
    const qint64 step = match.captured(3).compare(u"B", Qt::CaseInsensitive) == 0 ? 1000 : 1024;
    const qsizetype steps = unit.isEmpty() ? 0 : QStringView(u"KMGT").indexOf(unit) + 1;
    for (qsizetype i = 0; i < steps; ++i) {
        if (bytes > std::numeric_limits<qint64>::max() / step)
            return std::nullopt;
        bytes *= step;
    }
    return bytes;
}

QString textFromBytes(qint64 bytes)
{
    static constexpr std::array units = {"B", "KiB", "MiB", "GiB", "TiB"};
    constexpr qint64 step = 1024;
    std::size_t unit = 0;
    while (bytes > 0 && bytes % step == 0 && unit + 1 < units.size()) {
        bytes /= step;
        ++unit;
    }
    return QStringLiteral("%1 %2").arg(bytes).arg(QLatin1String(units[unit]));
}

std::optional<std::chrono::milliseconds> secondsFromText(const QString &text)
{
    constexpr double year = 366 * 86'400;
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (!isNumber || !(std::abs(seconds) <= year)) // NaN and infinity are numbers to toDouble()
        return std::nullopt;
    return std::chrono::round<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
}

std::optional<double> rateFromText(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]+(?:\\.[0-9]+)?)(?:/([smh]))?\\z"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const double seconds = unit == u"h" ? 3600 : unit == u"m" ? 60 : 1;
    return match.captured(1).toDouble() / seconds;
}

std::optional<HeaderField> headerFromText(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A([-!#$%&'*+.^_`|~0-9A-Za-z]+):[ \\t]*(.*?)[ \\t]*\\z"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() || !isHeaderValue(match.captured(2)))
        return std::nullopt;
    return HeaderField(match.captured(1).toUtf8(), match.captured(2).toUtf8());
}

bool isHeaderValue(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return (c < QChar(0x20) && c != QLatin1Char('\t')) || c == QChar(0x7f);
    });
}

} // namespace rollcall
