// SPDX-License-Identifier: MIT
#include "core/check/retryafter.h"

#include "core/net/fetchresult.h"

#include <QLocale>
#include <QString>

#include <algorithm>

namespace rollcall {

namespace {

constexpr std::chrono::hours year(366 * 24);

/// Without the name of the day, which says nothing new.
QString withoutWeekday(const QString &text)
{
    const qsizetype comma = text.indexOf(u',');
    return text.mid((comma >= 0 ? comma : text.indexOf(u' ')) + 1).trimmed();
}

bool isAllDigits(const QByteArray &text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<QDateTime> httpDate(QByteArrayView text, const QDateTime &now)
{
    const QString date = withoutWeekday(QString::fromLatin1(text).simplified());
    const QString twoDigitYear = QStringLiteral("dd-MMM-yy hh:mm:ss 'GMT'");
    for (const QString &format : {QStringLiteral("dd MMM yyyy hh:mm:ss 'GMT'"), twoDigitYear,
                                  QStringLiteral("MMM d hh:mm:ss yyyy")}) {
        QDateTime moment = QLocale::c().toDateTime(date, format);
        if (!moment.isValid())
            continue;
        moment.setTimeSpec(Qt::UTC);
        // Qt reads 19xx; the rule is the year that is at most 50 ahead.
        if (format == twoDigitYear && moment.addYears(100) <= now.addYears(50))
            moment = moment.addYears(100);
        return moment;
    }
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> retryAfter(const FetchResult &answer, const QDateTime &now)
{
    const QByteArray field = headerValue(answer, "Retry-After");
    std::chrono::milliseconds wait(0);
    if (isAllDigits(field)) {
        bool fits = false;
        const qint64 seconds = field.toLongLong(&fits);
        wait = fits ? std::min<std::chrono::seconds>(std::chrono::seconds(seconds), year) : year;
    } else {
        const std::optional<QDateTime> until = httpDate(field, now);
        if (!until)
            return std::nullopt;
        const QDateTime from = httpDate(headerValue(answer, "Date"), now).value_or(now);
        wait = std::chrono::milliseconds(from.msecsTo(*until));
    }
    return std::clamp<std::chrono::milliseconds>(wait, std::chrono::milliseconds(0), year);
}

} // namespace rollcall
