// SPDX-License-Identifier: MIT
#include "ui/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>
#include <limits>

namespace rollcall {

namespace {

class Format
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString decimal(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

// "1.2" but "14": a second digit where it tells something, and never more.
int digitsFor(double value)
{
    return value < 9.95 ? 1 : 0;
}

} // namespace

QString formatCount(qint64 count)
{
    return QLocale().toString(count);
}

int pluralNumber(qint64 count)
{
    // Plural rules look at the last digits only, and at whether the number is small.
    constexpr qint64 large = 1'000'000;
    return int(count < std::numeric_limits<int>::max() ? count : large + count % large);
}

QString formatBytes(qint64 bytes)
{
    constexpr double step = 1024;
    static constexpr std::array units = {
        QT_TRANSLATE_NOOP("Format", "%1 KiB"), QT_TRANSLATE_NOOP("Format", "%1 MiB"),
        QT_TRANSLATE_NOOP("Format", "%1 GiB"), QT_TRANSLATE_NOOP("Format", "%1 TiB"),
        QT_TRANSLATE_NOOP("Format", "%1 PiB"), QT_TRANSLATE_NOOP("Format", "%1 EiB")};
    if (bytes < qint64(step))
        return Format::tr("%1 B").arg(formatCount(bytes));
    double value = double(bytes) / step;
    std::size_t unit = 0;
    while (std::round(value) >= step && unit + 1 < units.size()) {
        value /= step;
        ++unit;
    }
    return Format::tr(units[unit]).arg(decimal(value, digitsFor(value)));
}

QString formatExactBytes(qint64 bytes)
{
    return Format::tr("%1 byte(s)", nullptr, pluralNumber(bytes)).arg(formatCount(bytes));
}

QString formatDuration(std::chrono::microseconds time)
{
    using namespace std::chrono_literals;
    if (time < 9950us)
        return Format::tr("%1 ms").arg(decimal(double(time.count()) / 1e3, 1));
    if (time < 999'500us)
        return Format::tr("%1 ms").arg(formatCount((time.count() + 500) / 1000));
    if (time < 99'950ms)
        return Format::tr("%1 s").arg(decimal(double(time.count()) / 1e6, 1));
    const auto seconds = std::chrono::round<std::chrono::seconds>(time);
    return Format::tr("%1 min %2 s").arg(formatCount(seconds / 1min)).arg((seconds % 1min).count());
}

QString formatExactDuration(std::chrono::microseconds time)
{
    return Format::tr("%1 ms").arg(decimal(double(time.count()) / 1e3, 1));
}

QString formatSpan(std::chrono::milliseconds time)
{
    using namespace std::chrono_literals;
    const auto seconds = std::chrono::round<std::chrono::seconds>(time);
    if (seconds < 60s)
        return Format::tr("%1 s").arg(seconds.count());
    const auto minutes = std::chrono::round<std::chrono::minutes>(time);
    if (minutes < 60min)
        return Format::tr("%1 min").arg(minutes.count());
    const auto two = [](const QString &larger, const QString &smaller, qint64 count) {
        return count == 0 ? larger : larger + QLatin1Char(' ') + smaller.arg(count);
    };
    if (minutes < 24h)
        return two(Format::tr("%1 h").arg(minutes / 1h), Format::tr("%1 min"), (minutes % 1h).count());
    const auto hours = std::chrono::round<std::chrono::hours>(time);
    return two(Format::tr("%1 d").arg(formatCount(hours / 24h)), Format::tr("%1 h"), (hours % 24h).count());
}

QString formatUptime(std::optional<double> part)
{
    if (!part)
        return unknownValue();
    constexpr double hundredths = 100;
    constexpr double noise = 1e-6; // of what the division left
    const double percent = std::floor(*part * 100 * hundredths + noise) / hundredths;
    const bool isWhole = percent >= 100 || percent <= 0;
    return Format::tr("%1 %").arg(decimal(percent, isWhole ? 0 : 2));
}

QString formatDateTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString formatRate(double perSecond)
{
    return Format::tr("%1/s").arg(decimal(perSecond, digitsFor(perSecond)));
}

QString formatRemaining(std::chrono::seconds time)
{
    using namespace std::chrono_literals;
    if (time < 90s)
        return Format::tr("about %1 s left").arg(std::max(time, 1s).count());
    if (time < 90min)
        return Format::tr("about %1 min left").arg(std::chrono::round<std::chrono::minutes>(time).count());
    return Format::tr("about %1 h left").arg(decimal(double(time.count()) / 3600, 1));
}

QString unknownValue()
{
    return QStringLiteral("–");
}

} // namespace rollcall
