// SPDX-License-Identifier: MIT
#include "ui/resultfacts.h"

#include "core/url/redact.h"
#include "ui/format.h"
#include "ui/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

using std::chrono::microseconds;

class Facts
{
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

bool isAboutCertificates(ErrorKind kind)
{
    constexpr std::array kinds = {ErrorKind::TlsHandshake,           ErrorKind::CertificateExpired,
                                  ErrorKind::CertificateNotYetValid, ErrorKind::CertificateHostnameMismatch,
                                  ErrorKind::CertificateUntrusted,   ErrorKind::CertificateSelfSigned,
                                  ErrorKind::CertificateWeak,        ErrorKind::CertificateExpiresSoon};
    return std::ranges::find(kinds, kind) != kinds.end();
}

QString expiry(const QDateTime &expires, const QDateTime &now)
{
    const qint64 days = now.daysTo(expires);
    const int number = pluralNumber(qAbs(days));
    const QString distance = expires < now ? Facts::tr("%n day(s) ago", nullptr, number)
                                           : Facts::tr("%n day(s) left", nullptr, number);
    return QStringLiteral("%1 (%2)").arg(formatDateTime(expires), distance);
}

QStringList certificateLine(const QString &role, const CertificateFacts &certificate)
{
    QString text = Facts::tr("%1, signed by %2")
                       .arg(certificate.subject.isEmpty() ? unknownValue() : certificate.subject,
                            certificate.issuer.isEmpty() ? unknownValue() : certificate.issuer);
    if (certificate.validFrom && certificate.expires) {
        text += Facts::tr(", valid from %1 to %2")
                    .arg(formatDateTime(*certificate.validFrom), formatDateTime(*certificate.expires));
    }
    return {role, text};
}

} // namespace

QString situationSentence(const ResultRow &row)
{
    switch (row.state) {
    case RowState::Unchecked:
        return Facts::tr("Not checked yet. “Check selected” calls it now.");
    case RowState::Queued:
        return Facts::tr("Waits for a free place.");
    case RowState::Running:
        return Facts::tr("Is being checked.");
    case RowState::Done:
        break;
    }
    const CheckResult result = resultOf(row);
    if (result.fetch.error != ErrorKind::None)
        return QStringLiteral("%1: %2").arg(errorTitle(result.fetch.error), errorSentence(result));
    QString answer = Facts::tr("Answered with status %1 and %2 in %3.")
                         .arg(result.fetch.status)
                         .arg(formatBytes(result.fetch.bodyBytes),
                              formatDuration(result.fetch.times.total.value_or(microseconds(0))));
    if (result.fetch.redirects.isEmpty())
        return answer;
    return QStringLiteral("%1 %2").arg(
        answer, Facts::tr("It was redirected %n time(s).", nullptr, int(result.fetch.redirects.size())));
}

QList<QStringList> redirectLines(const CheckResult &result)
{
    const FetchResult &fetch = result.fetch;
    if (fetch.redirects.isEmpty())
        return {};
    QList<QStringList> lines;
    microseconds spent(0);
    for (const RedirectHop &hop : fetch.redirects) {
        lines.append(
            {QString::number(hop.status), formatDuration(hop.time), QString::fromUtf8(redacted(hop.url))});
        spent += hop.time;
    }
    const bool isKnown = fetch.times.total && *fetch.times.total >= spent;
    lines.append({fetch.status != 0 ? QString::number(fetch.status) : unknownValue(),
                  isKnown ? formatDuration(*fetch.times.total - spent) : unknownValue(),
                  QString::fromUtf8(redacted(fetch.finalUrl))});
    return lines;
}

QList<QStringList> headerLines(const QList<HeaderField> &headers)
{
    QList<QStringList> lines;
    for (const auto &[name, value] : headers)
        lines.append({QString::fromUtf8(name), QString::fromUtf8(value)});
    return lines;
}

QList<QStringList> certificateLines(const CheckResult &result, const QList<CertificateFacts> &certificates,
                                    const QDateTime &now)
{
    const FetchResult &fetch = result.fetch;
    QList<QStringList> lines;
    if (isAboutCertificates(fetch.error))
        lines.append({Facts::tr("Problem"), errorSentence(result)});
    if (!fetch.tlsVersion.isEmpty())
        lines.append({Facts::tr("Version"), QStringLiteral("TLS ") + QString::fromUtf8(fetch.tlsVersion)});
    if (fetch.certificateExpires)
        lines.append({Facts::tr("Expires"), expiry(*fetch.certificateExpires, now)});
    if (!fetch.certificateIssuer.isEmpty())
        lines.append({Facts::tr("Issuer"), fetch.certificateIssuer});
    if (certificates.isEmpty())
        return lines;
    if (!certificates.constFirst().names.isEmpty()) {
        lines.append({Facts::tr("Valid for"), certificates.constFirst().names.join(QStringLiteral(", "))});
    }
    for (qsizetype i = 0; i < certificates.size(); ++i) {
        const QString role = i == 0 ? Facts::tr("Server's certificate") : Facts::tr("Sent with it");
        lines.append(certificateLine(role, certificates.at(i)));
    }
    return lines;
}

} // namespace rollcall
