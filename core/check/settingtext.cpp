// SPDX-License-Identifier: MIT
#include "core/check/settingtext.h"

#include "core/url/httptoken.h"

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
    const QByteArray line = text.toUtf8();
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return std::nullopt;
    const QByteArray name = line.first(colon);
    const QByteArray value = line.sliced(colon + 1);
    if (!isHttpToken(name) || !isFieldValue(value))
        return std::nullopt;
    return HeaderField(name, value.trimmed());
}

} // namespace rollcall
