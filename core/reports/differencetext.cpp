// SPDX-License-Identifier: MIT
#include "core/reports/differencetext.h"

#include <QStringList>

#include <cmath>

namespace rollcall {

namespace {

const CheckResult &known(const std::optional<CheckResult> &result)
{
    static const CheckResult none;
    return result ? *result : none;
}

/// "HTTP 200", "Connection refused", "Client error: HTTP 404".
QString state(const CheckResult &result)
{
    const FetchResult &fetch = result.fetch;
    if (result.outcome == Outcome::Failed)
        return QString::fromUtf8(errorKindInfo(fetch.error).title) +
               (fetch.errorDetail.isEmpty() ? QString() : QStringLiteral(": ") + fetch.errorDetail);
    return fetch.status == 0 ? QString::fromLatin1(slug(result.outcome))
                             : QStringLiteral("HTTP %1").arg(fetch.status);
}

QString nowAndBefore(const QString &after, const QString &before)
{
    return after == before ? after : QStringLiteral("%1, %2 before").arg(after, before);
}

/// " (+12 %)"; nothing where there is nothing to compare with.
QString percentage(double before, double after)
{
    if (before <= 0)
        return {};
    const double percent = (after - before) / before * 100;
    return QStringLiteral(" (%1%2 %)").arg(QLatin1String(percent < 0 ? "" : "+")).arg(std::round(percent));
}

QString milliseconds(std::chrono::microseconds time)
{
    return QStringLiteral("%1 ms").arg(double(time.count()) / 1000, 0, 'f', 1);
}

QString sizes(const FetchResult &before, const FetchResult &after)
{
    return nowAndBefore(QStringLiteral("%1 bytes").arg(after.bodyBytes), QString::number(before.bodyBytes)) +
           percentage(double(before.bodyBytes), double(after.bodyBytes));
}

QString times(const FetchTimes &before, const FetchTimes &after)
{
    const auto unknown = std::chrono::microseconds(0);
    const auto earlier = before.total.value_or(unknown);
    const auto now = after.total.value_or(unknown);
    return nowAndBefore(milliseconds(now), milliseconds(earlier)) +
           percentage(double(earlier.count()), double(now.count()));
}

QString certificate(const FetchResult &fetch)
{
    QStringList words;
    if (!fetch.certificateIssuer.isEmpty())
        words.append(QStringLiteral("by %1").arg(fetch.certificateIssuer));
    if (fetch.certificateExpires)
        words.append(QStringLiteral("until %1").arg(fetch.certificateExpires->toUTC().toString(Qt::ISODate)));
    return words.join(u' ');
}

} // namespace

QString englishDetail(const UrlDifference &difference, Change change)
{
    const CheckResult &before = known(difference.before);
    const CheckResult &after = known(difference.after);
    switch (change) {
    case Change::NewlyBroken:
    case Change::StillBroken:
    case Change::Repaired:
        return nowAndBefore(state(after), state(before));
    case Change::Added:
        return state(after);
    case Change::Removed:
        return QStringLiteral("%1 before").arg(state(before));
    case Change::Size:
        return sizes(before.fetch, after.fetch);
    case Change::Target:
        return nowAndBefore(QString::fromUtf8(after.fetch.finalUrl),
                            QString::fromUtf8(before.fetch.finalUrl));
    case Change::Title:
        return nowAndBefore(u'"' + after.fetch.pageTitle + u'"', u'"' + before.fetch.pageTitle + u'"');
    case Change::Certificate:
        return nowAndBefore(certificate(after.fetch), certificate(before.fetch));
    case Change::Content:
        return {};
    case Change::Slower:
        return times(before.fetch.times, after.fetch.times);
    }
    Q_UNREACHABLE();
}

QString englishSummary(const UrlDifference &difference)
{
    QStringList parts;
    for (const Change change : difference.changes) {
        const QString detail = englishDetail(difference, change);
        const QString name = QString::fromUtf8(title(change));
        parts.append(detail.isEmpty() ? name : QStringLiteral("%1: %2").arg(name, detail));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace rollcall
