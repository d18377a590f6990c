// SPDX-License-Identifier: MIT
#include "app/cli/difftext.h"

#include "app/cli/plaintext.h"
#include "core/reports/differencetext.h"

#include <QStringList>

#include <algorithm>

namespace rollcall::cli {

namespace {

QString changeLine(const UrlDifference &difference, Change change)
{
    constexpr int titleWidth = -20;
    const QString detail = englishDetail(difference, change);
    const QString line = QStringLiteral("%1 %2")
                             .arg(QString::fromLatin1(title(change)), titleWidth)
                             .arg(printable(QString::fromUtf8(difference.url)));
    return (detail.isEmpty() ? line : line + QStringLiteral("  ") + printable(detail)) + QLatin1Char('\n');
}

QString totals(const RunDifference &difference)
{
    QStringList parts;
    for (std::size_t i = 0; i < changeCount; ++i) {
        if (difference.counts[i] > 0)
            parts.append(
                QStringLiteral("%1 %2").arg(difference.counts[i]).arg(QLatin1String(title(Change(i)))));
    }
    parts.append(QStringLiteral("%1 unchanged").arg(difference.unchanged));
    if (difference.unknown > 0)
        parts.append(QStringLiteral("%1 not known").arg(difference.unknown));
    const qsizetype all = difference.urls.size() + difference.unchanged + difference.unknown;
    return counted(all, "URL") + QStringLiteral(": ") + parts.join(QStringLiteral(", ")) + QLatin1Char('\n');
}

} // namespace

QString diffText(const RunDifference &difference)
{
    QString text;
    for (std::size_t i = 0; i < changeCount; ++i) {
        const auto change = Change(i);
        for (const UrlDifference &each : difference.urls) {
            if (std::ranges::find(each.changes, change) != each.changes.end())
                text += changeLine(each, change);
        }
    }
    return text + (text.isEmpty() ? QString() : QStringLiteral("\n")) + totals(difference);
}

} // namespace rollcall::cli
