// SPDX-License-Identifier: MIT
#include "core/check/checkresult.h"

#include "core/url/redact.h"

#include <QStringList>

#include <array>

namespace rollcall {

namespace {

constexpr std::array<const char *, 4> outcomeSlugs = {"ok", "warning", "failed", "cancelled"};

} // namespace

const char *slug(Outcome outcome)
{
    return outcomeSlugs[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> outcomeFromSlug(QByteArrayView text)
{
    for (std::size_t i = 0; i < outcomeSlugs.size(); ++i) {
        if (text == QByteArrayView(outcomeSlugs[i]))
            return static_cast<Outcome>(i);
    }
    return std::nullopt;
}

CheckResult CheckResult::neverStarted(QByteArray url)
{
    CheckResult result;
    result.url = std::move(url);
    result.outcome = Outcome::Cancelled;
    result.fetch.error = ErrorKind::Cancelled;
    return result;
}

CheckResult CheckResult::notCalled(QByteArray url, ErrorKind error, int calls)
{
    CheckResult result = neverStarted(std::move(url));
    result.outcome = Outcome::Failed;
    result.fetch.error = error;
    result.fetch.errorDetail = QStringLiteral("not called: %1 calls to this host failed in a row").arg(calls);
    return result;
}

QList<Reason> reasonsOf(const CheckResult &result)
{
    if (result.fetch.error == ErrorKind::None)
        return {};
    return QList<Reason>{Reason(result.fetch.error, result.fetch.errorDetail)} + result.furtherReasons;
}

QString englishMessage(const CheckResult &result)
{
    QStringList sentences;
    for (const Reason &reason : reasonsOf(result)) {
        sentences.append(QString::fromUtf8(errorKindInfo(reason.kind).sentence));
        if (!reason.detail.isEmpty())
            sentences.back() += QStringLiteral(" (%1)").arg(reason.detail);
    }
    return sentences.join(u' ');
}

CheckResult redacted(CheckResult result)
{
    result.url = redacted(result.url);
    FetchResult &fetch = result.fetch;
    fetch.finalUrl = redacted(fetch.finalUrl);
    fetch.errorDetail = redacted(fetch.errorDetail);
    for (qsizetype i = 0; i < fetch.redirects.size(); ++i)
        fetch.redirects[i].url = redacted(fetch.redirects[i].url);
    for (qsizetype i = 0; i < result.furtherReasons.size(); ++i)
        result.furtherReasons[i].detail = redacted(result.furtherReasons[i].detail);
    return result;
}

} // namespace rollcall
