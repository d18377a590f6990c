// SPDX-License-Identifier: MIT
#include "core/reports/reportcolumns.h"

#include <QDateTime>

#include <optional>

namespace rollcall {

namespace {

ReportValue text(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return {};
    return validUtf8(bytes);
}

ReportValue duration(std::optional<std::chrono::microseconds> time)
{
    if (!time)
        return {};
    return *time;
}

ReportValue time(const std::optional<QDateTime> &moment)
{
    if (!moment)
        return {};
    return text(moment->toUTC().toString(Qt::ISODateWithMs).toLatin1());
}

ReportValue numberIf(bool known, qint64 number)
{
    if (!known)
        return {};
    return number;
}

/// Without an answer there is neither a status nor a body to count.
bool hasAnswer(const CheckResult &result)
{
    return result.fetch.status != 0;
}

constexpr ReportColumn columns[] = {
    {"url", [](const CheckResult &r) { return text(r.url); }},
    {"final_url", [](const CheckResult &r) { return text(r.fetch.finalUrl); }},
    {"outcome", [](const CheckResult &r) { return text(slug(r.outcome)); }},
    {"status", [](const CheckResult &r) { return numberIf(hasAnswer(r), r.fetch.status); }},
    {"error", [](const CheckResult &r) { return text(errorKindInfo(r.fetch.error).slug); }},
    {"message", [](const CheckResult &r) { return text(englishMessage(r).toUtf8()); }},
    {"body_bytes", [](const CheckResult &r) { return numberIf(hasAnswer(r), r.fetch.bodyBytes); }},
    {"wire_bytes",
     [](const CheckResult &r) {
         return numberIf(r.fetch.wireBytes.has_value(), r.fetch.wireBytes.value_or(0));
     }},
    {"content_type", [](const CheckResult &r) { return text(r.fetch.contentType); }},
    {"redirects", [](const CheckResult &r) { return ReportValue(r.fetch.redirects); }},
    {"http_version", [](const CheckResult &r) { return text(r.fetch.httpVersion); }},
    {"attempts", [](const CheckResult &r) { return ReportValue(qint64(r.attempts)); }},
    {"queue_ms", [](const CheckResult &r) { return duration(r.queueTime); }},
    {"dns_ms", [](const CheckResult &r) { return duration(r.fetch.times.dns); }},
    {"connect_ms", [](const CheckResult &r) { return duration(r.fetch.times.connect); }},
    {"tls_ms", [](const CheckResult &r) { return duration(r.fetch.times.tls); }},
    {"first_byte_ms", [](const CheckResult &r) { return duration(r.fetch.times.firstByte); }},
    {"total_ms", [](const CheckResult &r) { return duration(r.fetch.times.total); }},
    {"remote_ip", [](const CheckResult &r) { return text(r.fetch.remoteIp); }},
    {"tls_version", [](const CheckResult &r) { return text(r.fetch.tlsVersion); }},
    {"certificate_expires", [](const CheckResult &r) { return time(r.fetch.certificateExpires); }},
    {"body_sha256", [](const CheckResult &r) { return text(r.fetch.bodySha256); }},
    {"started_at", [](const CheckResult &r) { return time(r.startedAt); }},
};

} // namespace

std::span<const ReportColumn> reportColumns()
{
    return columns;
}

QByteArray validUtf8(const QByteArray &bytes)
{
    if (QByteArrayView(bytes).isValidUtf8())
        return bytes;
    return QString::fromUtf8(bytes).toUtf8();
}

QByteArray millisecondsText(std::chrono::microseconds time)
{
    const qint64 tenths = (time.count() + 50) / 100;
    return QByteArray::number(tenths / 10) + '.' + QByteArray::number(tenths % 10);
}

} // namespace rollcall
