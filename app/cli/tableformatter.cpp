// SPDX-License-Identifier: MIT
#include "app/cli/tableformatter.h"

#include "app/cli/plaintext.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace rollcall::cli {

namespace {

constexpr auto bold = "1";
constexpr auto dim = "2";

struct OutcomeLook {
    char16_t mark;
    const char *ansiColor;
};

OutcomeLook lookOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return {u'\u2713', "32"};
    case Outcome::Warning:
        return {u'!', "33"};
    case Outcome::Failed:
        return {u'\u2717', "31"};
    case Outcome::Cancelled:
        return {u'\u2013', dim};
    }
    return {};
}

QString cells(const QString &status, const QString &size, const QString &time)
{
    return QStringLiteral("  %1  %2  %3  ").arg(status, 6).arg(size, 10).arg(time, 8);
}

QString shownUrl(const CheckResult &result)
{
    QString url = printable(QString::fromUtf8(result.url));
    const QByteArray &finalUrl = result.fetch.finalUrl;
    if (finalUrl.isEmpty() || finalUrl == result.url)
        return url;
    return url + QStringLiteral(" \u2192 ") + printable(QString::fromUtf8(finalUrl));
}

/// Why it is no success, in a few words. What to do about it is said once, in the summary.
QString reason(const CheckResult &result)
{
    QStringList words;
    for (const Reason &reason : reasonsOf(result)) {
        if (reason.kind == ErrorKind::Cancelled)
            continue;
        words.append(QString::fromUtf8(errorKindInfo(reason.kind).title));
        if (!reason.detail.isEmpty())
            words.back() += QStringLiteral(": ") + printable(reason.detail);
    }
    return words.join(QStringLiteral("; "));
}

QString countsLine(const CheckProgress &progress)
{
    const std::array<std::pair<qsizetype, const char *>, 4> counts = {
        {{progress.ok, "%1 ok"},
         {progress.warnings, "%1 with a warning"},
         {progress.failed, "%1 failed"},
         {progress.cancelled, "%1 cancelled"}}};
    QStringList parts;
    for (const auto &[count, text] : counts) {
        if (count > 0)
            parts.append(QString::fromUtf8(text).arg(count));
    }
    return counted(progress.total, "URL") + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

} // namespace

void RunSummary::count(const CheckResult &result)
{
    if (result.outcome == Outcome::Warning || result.outcome == Outcome::Failed)
        ++reasons[result.fetch.error];
}

TableFormatter::TableFormatter(bool color) : m_color(color) {}

QString TableFormatter::heading() const
{
    const QString words = QStringLiteral("  OUTCOME  ") +
                          cells(QStringLiteral("STATUS"), QStringLiteral("SIZE"), QStringLiteral("TIME")) +
                          QStringLiteral("URL");
    return painted(bold, words) + QLatin1Char('\n');
}

QString TableFormatter::row(const CheckResult &result) const
{
    const OutcomeLook look = lookOf(result.outcome);
    const FetchResult &fetch = result.fetch;
    const QString unknown = QStringLiteral("-");
    const bool hasAnswer = fetch.status != 0;

    const QString word =
        QStringLiteral("%1 %2").arg(QChar(look.mark)).arg(QLatin1String(slug(result.outcome)), -9);
    QString line = painted(look.ansiColor, word);
    line += cells(hasAnswer ? QString::number(fetch.status) : unknown,
                  hasAnswer ? humanBytes(fetch.bodyBytes) : unknown,
                  fetch.times.total ? humanTime(*fetch.times.total) : unknown);
    line += shownUrl(result);
    const QString why = reason(result);
    if (!why.isEmpty())
        line += QStringLiteral("  ") + painted(look.ansiColor, why);
    return line + QLatin1Char('\n');
}

QString TableFormatter::summary(const RunSummary &summary) const
{
    std::vector<std::pair<ErrorKind, qsizetype>> reasons(summary.reasons.begin(), summary.reasons.end());
    std::ranges::stable_sort(reasons, std::ranges::greater(), &std::pair<ErrorKind, qsizetype>::second);

    QString text = painted(bold, countsLine(summary.progress)) + QLatin1Char('\n');
    for (const auto &[kind, count] : reasons) {
        const ErrorKindInfo &info = errorKindInfo(kind);
        text += QStringLiteral("%1 \u00d7 %2: %3\n")
                    .arg(QString::number(count).rightJustified(5), QString::fromUtf8(info.title),
                         QString::fromUtf8(info.sentence));
    }
    if (!summary.verifiesTls)
        text +=
            painted(lookOf(Outcome::Warning).ansiColor,
                    QStringLiteral("! Certificates were not verified (--insecure): whoever answered may be "
                                   "somebody else.")) +
            QLatin1Char('\n');
    const double seconds = std::chrono::duration<double>(summary.progress.elapsed).count();
    return text + QStringLiteral("Total time: %1 seconds\n").arg(seconds, 0, 'f', 2);
}

QString TableFormatter::painted(const char *ansiColor, const QString &text) const
{
    if (!m_color)
        return text;
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1String(ansiColor), text);
}

} // namespace rollcall::cli
