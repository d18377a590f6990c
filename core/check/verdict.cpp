// SPDX-License-Identifier: MIT
#include "core/check/verdict.h"

#include "core/check/botwall.h"
#include "core/url/urlparts.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rollcall {

namespace {

using std::chrono::milliseconds;

/// Collects the reasons of one verdict.
class Judge
{
public:
    Judge(const FetchResult &fetch, const Rules &rules) : m_fetch(fetch), m_rules(rules) {}

    void judgeAnswer(const QDateTime &now, const std::optional<PreviousAnswer> &previous);
    Verdict verdict() const;

private:
    void fail(ErrorKind kind, const QString &detail) { m_failures.append(Reason(kind, detail)); }
    void warn(ErrorKind kind, const QString &detail) { m_warnings.append(Reason(kind, detail)); }

    void judgeStatusAndContent();
    void judgeRedirects();
    void judgeTarget(const RedirectTarget &target);
    void judgeTime();
    void judgeCertificate(const QDateTime &now);
    void judgeChange(const PreviousAnswer &previous);

    const FetchResult &m_fetch;
    const Rules &m_rules;
    QList<Reason> m_failures;
    QList<Reason> m_warnings;
};

void Judge::judgeAnswer(const QDateTime &now, const std::optional<PreviousAnswer> &previous)
{
    if (m_fetch.error != ErrorKind::None) {
        fail(m_fetch.error, m_fetch.errorDetail);
        return;
    }
    if (isBotWall(m_fetch)) {
        warn(ErrorKind::BotChallenge, QStringLiteral("HTTP %1").arg(m_fetch.status));
        return;
    }
    judgeStatusAndContent();
    judgeRedirects();
    judgeTime();
    judgeCertificate(now);
    if (previous && m_failures.isEmpty())
        judgeChange(*previous);
}

Verdict Judge::verdict() const
{
    Verdict verdict;
    verdict.reasons = m_failures + m_warnings;
    if (!m_failures.isEmpty())
        verdict.outcome = Outcome::Failed;
    else if (!m_warnings.isEmpty())
        verdict.outcome = Outcome::Warning;
    return verdict;
}

/// The page that comes with an error is not the one that was expected; to say so would say nothing new.
void Judge::judgeStatusAndContent()
{
    const ErrorKind error = judgeStatus(m_fetch.status, m_rules.accept.value_or(StatusRanges()));
    if (error != ErrorKind::None) {
        fail(error, QStringLiteral("HTTP %1").arg(m_fetch.status));
        return;
    }
    if (!m_rules.expectations)
        return;
    for (const Expectation &expectation : *m_rules.expectations) {
        if (const std::optional<Reason> missing = expectation.missingFrom(m_fetch))
            m_failures.append(*missing);
    }
}

void Judge::judgeRedirects()
{
    if (m_rules.target) {
        judgeTarget(*m_rules.target); // a redirect that is wanted is no reason for a warning
        return;
    }
    const RedirectRule rule = m_rules.redirects.value_or(RedirectRule::Ok);
    if (rule == RedirectRule::Ok || m_fetch.redirects.isEmpty())
        return;
    QStringList statuses;
    for (const RedirectHop &hop : m_fetch.redirects)
        statuses.append(QString::number(hop.status));
    const QString detail = QStringLiteral("HTTP %1").arg(statuses.join(QStringLiteral(", ")));
    if (rule == RedirectRule::Error)
        fail(ErrorKind::Redirected, detail);
    else
        warn(ErrorKind::Redirected, detail);
}

/// User names and fragments are no part of what is asked for, and of no redirect that could be wrong.
void Judge::judgeTarget(const RedirectTarget &target)
{
    QStringList details;
    const QByteArray expected = UrlParts(target.url).address();
    if (UrlParts(m_fetch.finalUrl).address() != expected)
        details.append(QStringLiteral("%1 is expected").arg(QString::fromLatin1(expected)));
    const int status = m_fetch.redirects.isEmpty() ? 0 : m_fetch.redirects.first().status;
    if (target.status != 0 && status == 0)
        details.append(QStringLiteral("no redirect, HTTP %1 is expected").arg(target.status));
    else if (target.status != 0 && status != target.status)
        details.append(QStringLiteral("HTTP %1, HTTP %2 is expected").arg(status).arg(target.status));
    if (!details.isEmpty())
        fail(ErrorKind::UnexpectedTarget, details.join(QStringLiteral("; ")));
}

void Judge::judgeTime()
{
    if (!m_fetch.times.total)
        return;
    const auto detail = [this](milliseconds limit) {
        const auto took = std::chrono::duration<double>(*m_fetch.times.total).count();
        return QStringLiteral("%1 s, the limit is %2 s")
            .arg(took, 0, 'f', 3)
            .arg(std::chrono::duration<double>(limit).count());
    };
    const milliseconds error = m_rules.slowError.value_or(Rules::noLimit);
    const milliseconds warning = m_rules.slowWarning.value_or(Rules::noLimit);
    const auto total = std::chrono::floor<milliseconds>(*m_fetch.times.total);
    if (total > error)
        fail(ErrorKind::TooSlow, detail(error));
    else if (total > warning)
        warn(ErrorKind::TooSlow, detail(warning));
}

void Judge::judgeCertificate(const QDateTime &now)
{
    const int daysNeeded = m_rules.certificateDays.value_or(0);
    if (daysNeeded <= 0 || !m_fetch.certificateExpires)
        return;
    constexpr double day = 86'400;
    const auto days = qint64(std::floor(double(now.secsTo(*m_fetch.certificateExpires)) / day));
    if (days >= daysNeeded)
        return;
    const QString date = m_fetch.certificateExpires->toUTC().date().toString(Qt::ISODate);
    warn(ErrorKind::CertificateExpiresSoon,
         days < 0 ? QStringLiteral("it expired on %1").arg(date)
                  : QStringLiteral("on %1, whole days left: %2").arg(date).arg(days));
}

void Judge::judgeChange(const PreviousAnswer &previous)
{
    const int percent = m_rules.sizeChangePercent.value_or(0);
    const double allowed = double(previous.bodyBytes) * percent / 100;
    const auto change = double(std::llabs(m_fetch.bodyBytes - previous.bodyBytes));
    if (percent > 0 && change > allowed)
        warn(ErrorKind::ContentChanged,
             QStringLiteral("%1 bytes, %2 before").arg(m_fetch.bodyBytes).arg(previous.bodyBytes));
    else if (m_rules.contentChange.value_or(false) && !previous.bodySha256.isEmpty() &&
             !m_fetch.bodySha256.isEmpty() && m_fetch.bodySha256 != previous.bodySha256)
        warn(ErrorKind::ContentChanged, QStringLiteral("another SHA-256"));
}

} // namespace

Verdict judge(const FetchResult &fetch, const Rules &rules, const QDateTime &now,
              const std::optional<PreviousAnswer> &previous)
{
    Judge judge(fetch, rules);
    judge.judgeAnswer(now, previous);
    return judge.verdict();
}

void apply(Verdict verdict, CheckResult &result)
{
    result.outcome = verdict.outcome;
    const Reason first = verdict.reasons.isEmpty() ? Reason() : verdict.reasons.takeFirst();
    result.fetch.error = first.kind;
    result.fetch.errorDetail = first.detail;
    result.furtherReasons = std::move(verdict.reasons);
}

ErrorKind judgeStatus(int status, const StatusRanges &accept)
{
    const StatusRanges accepted = accept.isEmpty() ? StatusRanges{usualStatuses} : accept;
    const auto holds = [status](const StatusRange &range) {
        return status >= range.first && status <= range.last;
    };
    if (std::any_of(accepted.begin(), accepted.end(), holds))
        return ErrorKind::None;
    if (status == 429)
        return ErrorKind::RateLimited;
    if (status >= 400 && status <= 499)
        return ErrorKind::HttpClientError;
    if (status >= 500 && status <= 599)
        return ErrorKind::HttpServerError;
    return ErrorKind::HttpUnexpectedStatus;
}

} // namespace rollcall
