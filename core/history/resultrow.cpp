// SPDX-License-Identifier: MIT
#include "core/history/resultrow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>
#include <QVariant>

#include <array>

namespace rollcall::resultrow {

namespace {

using std::chrono::microseconds;

// One overload pair a type of field. An empty array of bytes is an empty blob and not NULL.
QVariant toSql(int value)
{
    return value;
}

void fromSql(const QVariant &sql, int &value)
{
    value = sql.toInt();
}

QVariant toSql(bool value)
{
    return int(value);
}

void fromSql(const QVariant &sql, bool &value)
{
    value = sql.toInt() != 0;
}

QVariant toSql(qint64 value)
{
    return value;
}

void fromSql(const QVariant &sql, qint64 &value)
{
    value = sql.toLongLong();
}

QVariant toSql(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

void fromSql(const QVariant &sql, QByteArray &value)
{
    value = sql.toByteArray();
}

QVariant toSql(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

void fromSql(const QVariant &sql, QString &value)
{
    value = sql.toString();
}

QVariant toSql(Outcome value)
{
    return QString::fromLatin1(slug(value));
}

void fromSql(const QVariant &sql, Outcome &value)
{
    value = outcomeFromSlug(sql.toByteArray()).value_or(Outcome::Failed);
}

QVariant toSql(ErrorKind value)
{
    return QString::fromLatin1(errorKindInfo(value).slug);
}

void fromSql(const QVariant &sql, ErrorKind &value)
{
    value = errorKindFromSlug(sql.toByteArray()).value_or(ErrorKind::Internal);
}

QVariant toSql(microseconds value)
{
    return qint64(value.count());
}

void fromSql(const QVariant &sql, microseconds &value)
{
    value = microseconds(sql.toLongLong());
}

QVariant toSql(const QDateTime &value)
{
    return value.toMSecsSinceEpoch();
}

void fromSql(const QVariant &sql, QDateTime &value)
{
    value = QDateTime::fromMSecsSinceEpoch(sql.toLongLong(), Qt::UTC);
}

template <class T>
QVariant toSql(const std::optional<T> &value)
{
    return value ? toSql(*value) : QVariant();
}

template <class T>
void fromSql(const QVariant &sql, std::optional<T> &value)
{
    if (!sql.isNull())
        fromSql(sql, value.emplace());
}

// A list of [url, status, microseconds]. Latin-1 takes every byte there and back, and leaves ASCII readable.
QVariant toSql(const QList<RedirectHop> &hops)
{
    if (hops.isEmpty())
        return {};
    QJsonArray array;
    for (const RedirectHop &hop : hops)
        array.append(QJsonArray{QString::fromLatin1(hop.url), hop.status, qint64(hop.time.count())});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

void fromSql(const QVariant &sql, QList<RedirectHop> &hops)
{
    if (sql.isNull())
        return;
    const QJsonArray array = QJsonDocument::fromJson(sql.toString().toUtf8()).array();
    for (const auto &item : array) {
        const QJsonArray hop = item.toArray();
        hops.append(RedirectHop(hop.at(0).toString().toLatin1(), hop.at(1).toInt(),
                                microseconds(hop.at(2).toInteger())));
    }
}

// A list of [slug, detail].
QVariant toSql(const QList<Reason> &reasons)
{
    if (reasons.isEmpty())
        return {};
    QJsonArray array;
    for (const Reason &reason : reasons)
        array.append(QJsonArray{QString::fromLatin1(errorKindInfo(reason.kind).slug), reason.detail});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

void fromSql(const QVariant &sql, QList<Reason> &reasons)
{
    if (sql.isNull())
        return;
    const QJsonArray array = QJsonDocument::fromJson(sql.toString().toUtf8()).array();
    for (const auto &item : array) {
        const QJsonArray reason = item.toArray();
        const QByteArray slug = reason.at(0).toString().toLatin1();
        reasons.append(
            Reason(errorKindFromSlug(slug).value_or(ErrorKind::Internal), reason.at(1).toString()));
    }
}

struct Column {
    const char *name;
    const char *writing; // the expression that a parameter is stored through
    const char *reading; // the expression that it is read through; null: the column itself
    QVariant (*value)(const CheckResult &);
    void (*assign)(const QVariant &, CheckResult &);
};

// A column for the field that \a Access refers to.
template <class Access>
constexpr Column column(const char *name, Access, const char *writing = "?", const char *reading = nullptr)
{
    return {name, writing, reading, [](const CheckResult &result) { return toSql(Access()(result)); },
            [](const QVariant &sql, CheckResult &result) { fromSql(sql, Access()(result)); }};
}

constexpr std::array columns = {
    column(
        "url", [](auto &r) -> auto & { return r.url; }, "NULLIF(?, e.url)", "COALESCE(r.url, e.url)"),
    column(
        "final_url", [](auto &r) -> auto & { return r.fetch.finalUrl; }, "NULLIF(?, e.url)",
        "COALESCE(r.final_url, e.url)"),
    column(
        "outcome", [](auto &r) -> auto & { return r.outcome; }),
    column(
        "status", [](auto &r) -> auto & { return r.fetch.status; }),
    column(
        "error", [](auto &r) -> auto & { return r.fetch.error; }),
    column(
        "error_detail", [](auto &r) -> auto & { return r.fetch.errorDetail; }),
    column(
        "body_bytes", [](auto &r) -> auto & { return r.fetch.bodyBytes; }),
    column(
        "wire_bytes", [](auto &r) -> auto & { return r.fetch.wireBytes; }),
    column(
        "content_type", [](auto &r) -> auto & { return r.fetch.contentType; }),
    column(
        "redirects", [](auto &r) -> auto & { return r.fetch.redirects; }),
    column(
        "http_version", [](auto &r) -> auto & { return r.fetch.httpVersion; }),
    column(
        "attempts", [](auto &r) -> auto & { return r.attempts; }),
    column(
        "queue_us", [](auto &r) -> auto & { return r.queueTime; }),
    column(
        "dns_us", [](auto &r) -> auto & { return r.fetch.times.dns; }),
    column(
        "connect_us", [](auto &r) -> auto & { return r.fetch.times.connect; }),
    column(
        "tls_us", [](auto &r) -> auto & { return r.fetch.times.tls; }),
    column(
        "first_byte_us", [](auto &r) -> auto & { return r.fetch.times.firstByte; }),
    column(
        "total_us", [](auto &r) -> auto & { return r.fetch.times.total; }),
    column(
        "remote_ip", [](auto &r) -> auto & { return r.fetch.remoteIp; }),
    column(
        "tls_version", [](auto &r) -> auto & { return r.fetch.tlsVersion; }),
    column(
        "certificate_expires_ms", [](auto &r) -> auto & { return r.fetch.certificateExpires; }),
    column(
        "body_sha256", [](auto &r) -> auto & { return r.fetch.bodySha256; }),
    column(
        "started_ms", [](auto &r) -> auto & { return r.startedAt; }),
    column(
        "reused_connection", [](auto &r) -> auto & { return r.fetch.reusedConnection; }),
    column(
        "certificate_issuer", [](auto &r) -> auto & { return r.fetch.certificateIssuer; }),
    column(
        "page_title", [](auto &r) -> auto & { return r.fetch.pageTitle; }),
    column(
        "further_reasons", [](auto &r) -> auto & { return r.furtherReasons; }),
};

template <class Text>
QString joined(Text text)
{
    QStringList list;
    for (const Column &each : columns)
        list.append(text(each));
    return list.join(u',');
}

} // namespace

QString insertStatement()
{
    return QStringLiteral("INSERT OR REPLACE INTO last_results (entry_id, %1) "
                          "SELECT e.id, %2 FROM entries e WHERE e.id = ?")
        .arg(joined([](const Column &each) { return QString::fromLatin1(each.name); }),
             joined([](const Column &each) { return QString::fromLatin1(each.writing); }));
}

QString selectColumns()
{
    return joined([](const Column &each) {
        return each.reading != nullptr ? QString::fromLatin1(each.reading)
                                       : QStringLiteral("r.%1").arg(QLatin1String(each.name));
    });
}

void bind(QSqlQuery &query, const CheckResult &result, qint64 entryId)
{
    int position = 0;
    for (const Column &each : columns)
        query.bindValue(position++, each.value(result));
    query.bindValue(position, entryId);
}

CheckResult read(const QSqlQuery &query, int first)
{
    CheckResult result;
    int position = first;
    for (const Column &each : columns)
        each.assign(query.value(position++), result);
    return result;
}

} // namespace rollcall::resultrow
