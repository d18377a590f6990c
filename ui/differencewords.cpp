// SPDX-License-Identifier: MIT
#include "ui/differencewords.h"

#include "core/url/redact.h"
#include "ui/format.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace rollcall {

namespace {

class DifferenceWords
{
    Q_DECLARE_TR_FUNCTIONS(DifferenceWords)
};

using Microseconds = std::chrono::microseconds;

Microseconds timeOf(const CheckResult &result)
{
    return result.fetch.times.total.value_or(Microseconds(0));
}

QString stateOf(const CheckResult &result)
{
    if (result.outcome == Outcome::Failed)
        return errorTitle(result.fetch.error);
    return result.fetch.status == 0 ? outcomeWord(result.outcome)
                                    : DifferenceWords::tr("HTTP %1").arg(result.fetch.status);
}

QString certificateOf(const FetchResult &fetch)
{
    QStringList words;
    if (!fetch.certificateIssuer.isEmpty())
        words.append(fetch.certificateIssuer);
    if (fetch.certificateExpires)
        words.append(DifferenceWords::tr("until %1").arg(formatDateTime(*fetch.certificateExpires)));
    return words.join(QStringLiteral(", "));
}

/// What a table shows of a SHA-256.
QString beginningOf(const QByteArray &hash)
{
    constexpr qsizetype shown = 12;
    return QString::fromLatin1(hash.left(shown));
}

QString wordsOf(const std::optional<CheckResult> &result, Change change)
{
    if (!result)
        return {};
    const FetchResult &fetch = result->fetch;
    switch (change) {
    case Change::NewlyBroken:
    case Change::StillBroken:
    case Change::Repaired:
    case Change::Added:
    case Change::Removed:
        return stateOf(*result);
    case Change::Size:
        return formatBytes(fetch.bodyBytes);
    case Change::Target:
        return QString::fromUtf8(redacted(fetch.finalUrl));
    case Change::Title:
        return fetch.pageTitle.simplified();
    case Change::Certificate:
        return certificateOf(fetch);
    case Change::Content:
        return beginningOf(fetch.bodySha256);
    case Change::Slower:
        return formatDuration(timeOf(*result));
    }
    Q_UNREACHABLE();
}

/// " (+12 %)"; nothing where there is nothing to compare with.
QString percentage(double before, double now)
{
    if (before <= 0)
        return {};
    const double percent = std::round((now - before) / before * 100);
    return DifferenceWords::tr(" (%1 %)", "by how much more or less")
        .arg((percent < 0 ? QString() : QStringLiteral("+")) + QLocale().toString(percent, 'f', 0));
}

} // namespace

QString changeWord(Change change)
{
    switch (change) {
    case Change::NewlyBroken:
        return DifferenceWords::tr("Newly broken");
    case Change::StillBroken:
        return DifferenceWords::tr("Still broken");
    case Change::Repaired:
        return DifferenceWords::tr("Repaired");
    case Change::Added:
        return DifferenceWords::tr("Added");
    case Change::Removed:
        return DifferenceWords::tr("Removed");
    case Change::Size:
        return DifferenceWords::tr("Other bytes");
    case Change::Target:
        return DifferenceWords::tr("Other target");
    case Change::Title:
        return DifferenceWords::tr("Other title");
    case Change::Certificate:
        return DifferenceWords::tr("Other certificate");
    case Change::Content:
        return DifferenceWords::tr("Other content");
    case Change::Slower:
        return DifferenceWords::tr("Slower");
    }
    Q_UNREACHABLE();
}

QString beforeWords(const UrlDifference &difference, Change change)
{
    return wordsOf(difference.before, change);
}

QString nowWords(const UrlDifference &difference, Change change)
{
    QString words = wordsOf(difference.after, change);
    if (!difference.before || !difference.after)
        return words;
    const CheckResult &before = *difference.before;
    const CheckResult &now = *difference.after;
    if (change == Change::Size)
        return words + percentage(double(before.fetch.bodyBytes), double(now.fetch.bodyBytes));
    if (change == Change::Slower)
        return words + percentage(double(timeOf(before).count()), double(timeOf(now).count()));
    return words;
}

QString exactChange(const UrlDifference &difference, Change change)
{
    if (!difference.before || !difference.after)
        return {};
    const CheckResult &before = *difference.before;
    const CheckResult &now = *difference.after;
    const auto both = [](const QString &earlier, const QString &later) {
        return DifferenceWords::tr("%1 before, %2 now").arg(earlier, later);
    };
    switch (change) {
    case Change::Size:
        return both(formatExactBytes(before.fetch.bodyBytes), formatExactBytes(now.fetch.bodyBytes));
    case Change::Slower:
        return both(formatExactDuration(timeOf(before)), formatExactDuration(timeOf(now)));
    case Change::Content:
        return both(QString::fromLatin1(before.fetch.bodySha256), QString::fromLatin1(now.fetch.bodySha256));
    case Change::NewlyBroken:
    case Change::StillBroken:
        return errorSentence(now);
    case Change::Repaired:
        return errorSentence(before);
    case Change::Added:
    case Change::Removed:
    case Change::Target:
    case Change::Title:
    case Change::Certificate:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace rollcall
