// SPDX-License-Identifier: MIT
#include "core/check/checksettings.h"

namespace rollcall {

namespace {

template <class T>
QString rangeText(Range<T> range)
{
    return QStringLiteral("%1 to %2").arg(range.minimum).arg(range.maximum);
}

QString rangeText(Range<std::chrono::milliseconds> range)
{
    const auto seconds = [](std::chrono::milliseconds time) {
        return QString::number(double(time.count()) / 1000);
    };
    return QStringLiteral("%1 to %2 seconds").arg(seconds(range.minimum), seconds(range.maximum));
}

QString rangeText(Range<double> range)
{
    return QStringLiteral("%1 to %2 per second").arg(range.minimum).arg(range.maximum);
}

} // namespace

std::optional<SettingsProblem> validate(const CheckSettings &settings)
{
    std::optional<SettingsProblem> problem;
    const auto check = [&problem](const char *name, auto value, auto range) {
        if (!problem && !range.contains(value))
            problem = SettingsProblem{name, rangeText(range)};
    };
    check("concurrency", settings.limits.concurrency, allowed::concurrency);
    check("per-host", settings.limits.perHost, allowed::perHost);
    check("timeout", settings.timeout, allowed::timeout);
    check("connect-timeout", settings.connectTimeout, allowed::connectTimeout);
    if (settings.firstByteTimeout)
        check("first-byte-timeout", *settings.firstByteTimeout, allowed::firstByteTimeout);
    if (settings.idleTimeout)
        check("idle-timeout", *settings.idleTimeout, allowed::idleTimeout);
    check("max-redirects", settings.maxRedirects, allowed::maxRedirects);
    check("max-body", settings.maxBodyBytes, allowed::maxBodyBytes);
    check("retries", settings.retries, allowed::retries);
    if (settings.limits.rate)
        check("rate", *settings.limits.rate, allowed::rate);
    if (settings.limits.ratePerHost)
        check("rate-per-host", *settings.limits.ratePerHost, allowed::rate);
    check("give-up-after", settings.politeness.giveUpAfter, allowed::giveUpAfter);
    check("longest-pause", settings.politeness.longestPause, allowed::longestPause);
    return problem;
}

} // namespace rollcall
