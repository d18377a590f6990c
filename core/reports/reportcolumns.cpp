// SPDX-License-Identifier: MIT
#include "core/reports/reportcolumns.h"

#include "core/reports/reporttext.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>

namespace rollcall {

namespace {

using std::chrono::microseconds;

QByteArray staticText(const char *text)
{
    return QByteArray::fromRawData(text, qsizetype(std::strlen(text)));
}

// --- one pair of functions for each type of field
// -----------------------------------------------------------

ReportValue toValue(const QByteArray &text)
{
    return text.isEmpty() ? ReportValue() : validUtf8(text);
}

bool fromValue(const ReportValue &value, QByteArray &text)
{
    const auto *read = std::get_if<QByteArray>(&value);
    text = read ? *read : QByteArray();
    return read || std::holds_alternative<std::monostate>(value);
}

ReportValue toValue(const QString &text)
{
    return toValue(text.toUtf8());
}

bool fromValue(const ReportValue &value, QString &text)
{
    QByteArray utf8;
    const bool isText = fromValue(value, utf8);
    text = QString::fromUtf8(utf8);
    return isText;
}

/// "yes" or "no": the formats have numbers and texts alone.
ReportValue toValue(const std::optional<bool> &answer)
{
    return answer ? staticText(*answer ? "yes" : "no") : ReportValue();
}

bool fromValue(const ReportValue &value, std::optional<bool> &answer)
{
    QByteArray text;
    if (!fromValue(value, text))
        return false;
    answer.reset();
    if (!text.isEmpty())
        answer = text == "yes";
    return text.isEmpty() || text == "yes" || text == "no";
}

ReportValue toValue(int number)
{
    return qint64(number);
}

template <class Number>
bool fromNumber(const ReportValue &value, Number &number)
{
    const auto *read = std::get_if<qint64>(&value);
    if (read && (*read < 0 || *read > std::numeric_limits<Number>::max()))
        return false;
    number = read ? Number(*read) : 0;
    return read || std::holds_alternative<std::monostate>(value);
}

bool fromValue(const ReportValue &value, int &number)
{
    return fromNumber(value, number);
}

ReportValue toValue(const std::optional<qint64> &number)
{
    return number ? ReportValue(*number) : ReportValue();
}

bool fromValue(const ReportValue &value, std::optional<qint64> &number)
{
    number.reset();
    return std::holds_alternative<std::monostate>(value) || fromNumber(value, number.emplace());
}

ReportValue toValue(const std::optional<microseconds> &time)
{
    return time ? ReportValue(*time) : ReportValue();
}

bool fromValue(const ReportValue &value, std::optional<microseconds> &time)
{
    time.reset();
    if (const auto *number = std::get_if<qint64>(&value))
        time = std::chrono::milliseconds(*number);
    else if (const auto *read = std::get_if<microseconds>(&value))
        time = *read;
    return std::holds_alternative<std::monostate>(value) || (time && *time >= microseconds(0));
}

ReportValue toValue(const std::optional<QDateTime> &moment)
{
    // In milliseconds since 1970: asking a QDateTime for its year takes longer than writing all of it.
    constexpr qint64 beginningOfYear0 = -62'167'219'200'000;
    constexpr qint64 endOfYear9999 = 253'402'300'800'000;
    if (!moment || moment->toMSecsSinceEpoch() < beginningOfYear0 ||
        moment->toMSecsSinceEpoch() >= endOfYear9999)
        return {};
    return *moment;
}

bool fromValue(const ReportValue &value, std::optional<QDateTime> &moment)
{
    moment.reset();
    if (const auto *text = std::get_if<QByteArray>(&value))
        moment = QDateTime::fromString(QString::fromUtf8(*text), Qt::ISODateWithMs).toUTC();
    return std::holds_alternative<std::monostate>(value) || (moment && moment->isValid());
}

ReportValue toValue(Outcome outcome)
{
    return staticText(slug(outcome));
}

bool fromValue(const ReportValue &value, Outcome &outcome)
{
    const auto *text = std::get_if<QByteArray>(&value);
    const std::optional<Outcome> read = text ? outcomeFromSlug(*text) : std::nullopt;
    outcome = read.value_or(Outcome::Cancelled);
    return read.has_value();
}

ReportValue toValue(ErrorKind kind)
{
    return kind == ErrorKind::None ? ReportValue() : staticText(errorKindInfo(kind).slug);
}

bool fromValue(const ReportValue &value, ErrorKind &kind)
{
    QByteArray text;
    if (!fromValue(value, text))
        return false;
    const std::optional<ErrorKind> read = errorKindFromSlug(text);
    kind = read.value_or(ErrorKind::Internal);
    return read.has_value();
}

ReportValue toValue(const QList<RedirectHop> &hops)
{
    return hops;
}

bool fromValue(const ReportValue &value, QList<RedirectHop> &hops)
{
    const auto *read = std::get_if<QList<RedirectHop>>(&value);
    hops = read ? *read : QList<RedirectHop>();
    return read || std::holds_alternative<std::monostate>(value);
}

// --- columns that are more than one field
// -------------------------------------------------------------------

/// Without an answer there is neither a status nor a body to count.
bool hasAnswer(const CheckResult &result)
{
    return result.fetch.status != 0;
}

ReportValue message(const CheckResult &result)
{
    if (result.fetch.error == ErrorKind::None)
        return {};
    if (result.fetch.errorDetail.isEmpty() && result.furtherReasons.isEmpty())
        return staticText(errorKindInfo(result.fetch.error).sentence);
    return toValue(englishMessage(result).toUtf8());
}

/// Takes the detail out of "Sentence (detail)". The sentence may be another version's: then all is detail.
bool assignMessage(CheckResult &result, const ReportValue &value)
{
    QByteArray text;
    if (!fromValue(value, text))
        return false;
    const QByteArray sentence = staticText(errorKindInfo(result.fetch.error).sentence);
    if (text.startsWith(sentence))
        text = text.sliced(sentence.size()).trimmed();
    if (text.startsWith('(') && text.endsWith(')'))
        text = text.sliced(1, text.size() - 2);
    result.fetch.errorDetail = QString::fromUtf8(text);
    return true;
}

// --- the table
// ----------------------------------------------------------------------------------------------

/// The column of the field that \a Access refers to.
template <class Access>
constexpr ReportColumn column(const char *name, Access)
{
    return {name, [](const CheckResult &result) { return toValue(Access()(result)); },
            [](CheckResult &result, const ReportValue &value) { return fromValue(value, Access()(result)); }};
}

// clang-format off
constexpr ReportColumn columns[] = {
    column("url", [](auto &r) -> auto & { return r.url; }),
    column("final_url", [](auto &r) -> auto & { return r.fetch.finalUrl; }),
    column("outcome", [](auto &r) -> auto & { return r.outcome; }),
    {"status",
     [](const CheckResult &r) { return hasAnswer(r) ? toValue(r.fetch.status) : ReportValue(); },
     [](CheckResult &r, const ReportValue &value) { return fromValue(value, r.fetch.status); }},
    column("error", [](auto &r) -> auto & { return r.fetch.error; }),
    {"message", message, assignMessage},
    {"body_bytes",
     [](const CheckResult &r) { return hasAnswer(r) ? ReportValue(r.fetch.bodyBytes) : ReportValue(); },
     [](CheckResult &r, const ReportValue &value) { return fromNumber(value, r.fetch.bodyBytes); }},
    column("wire_bytes", [](auto &r) -> auto & { return r.fetch.wireBytes; }),
    column("content_type", [](auto &r) -> auto & { return r.fetch.contentType; }),
    column("redirects", [](auto &r) -> auto & { return r.fetch.redirects; }),
    column("http_version", [](auto &r) -> auto & { return r.fetch.httpVersion; }),
    column("attempts", [](auto &r) -> auto & { return r.attempts; }),
    column("queue_ms", [](auto &r) -> auto & { return r.queueTime; }),
    column("dns_ms", [](auto &r) -> auto & { return r.fetch.times.dns; }),
    column("connect_ms", [](auto &r) -> auto & { return r.fetch.times.connect; }),
    column("tls_ms", [](auto &r) -> auto & { return r.fetch.times.tls; }),
    column("first_byte_ms", [](auto &r) -> auto & { return r.fetch.times.firstByte; }),
    column("total_ms", [](auto &r) -> auto & { return r.fetch.times.total; }),
    column("remote_ip", [](auto &r) -> auto & { return r.fetch.remoteIp; }),
    column("tls_version", [](auto &r) -> auto & { return r.fetch.tlsVersion; }),
    column("certificate_expires", [](auto &r) -> auto & { return r.fetch.certificateExpires; }),
    column("body_sha256", [](auto &r) -> auto & { return r.fetch.bodySha256; }),
    column("started_at", [](auto &r) -> auto & { return r.startedAt; }),
    column("connection_reused", [](auto &r) -> auto & { return r.fetch.reusedConnection; }),
    column("certificate_issuer", [](auto &r) -> auto & { return r.fetch.certificateIssuer; }),
    column("page_title", [](auto &r) -> auto & { return r.fetch.pageTitle; }),
};
// clang-format on

} // namespace

std::span<const ReportColumn> reportColumns()
{
    return columns;
}

const ReportColumn *reportColumn(QByteArrayView name)
{
    const auto *found =
        std::ranges::find(columns, name, [](const ReportColumn &c) { return QByteArrayView(c.name); });
    return found == std::end(columns) ? nullptr : found;
}

std::vector<const ReportColumn *> chosenColumns(const QByteArrayList &names)
{
    std::vector<const ReportColumn *> chosen;
    for (const QByteArray &name : names) {
        if (const ReportColumn *found = reportColumn(name))
            chosen.push_back(found);
    }
    if (names.isEmpty()) {
        for (const ReportColumn &each : columns)
            chosen.push_back(&each);
    }
    return chosen;
}

} // namespace rollcall
