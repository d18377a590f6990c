// SPDX-License-Identifier: MIT
#include "core/history/answerrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlError>
#include <QVariant>

namespace rollcall::answerrows {

namespace {

constexpr QLatin1String headersKey("headers");
constexpr QLatin1String certificatesKey("certificates");
constexpr QLatin1String subjectKey("subject");
constexpr QLatin1String issuerKey("issuer");
constexpr QLatin1String namesKey("names");
constexpr QLatin1String validFromKey("validFrom");
constexpr QLatin1String expiresKey("expires");

QJsonValue toJson(const std::optional<QDateTime> &moment)
{
    return moment ? QJsonValue(moment->toMSecsSinceEpoch()) : QJsonValue();
}

std::optional<QDateTime> momentIn(const QJsonValue &json)
{
    return json.isDouble() ? std::optional(QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC))
                           : std::nullopt;
}

QJsonObject toJson(const CertificateFacts &certificate)
{
    return {{subjectKey, certificate.subject},
            {issuerKey, certificate.issuer},
            {namesKey, QJsonArray::fromStringList(certificate.names)},
            {validFromKey, toJson(certificate.validFrom)},
            {expiresKey, toJson(certificate.expires)}};
}

CertificateFacts certificateIn(const QJsonObject &json)
{
    CertificateFacts certificate;
    certificate.subject = json[subjectKey].toString();
    certificate.issuer = json[issuerKey].toString();
    for (const auto &name : json[namesKey].toArray())
        certificate.names.append(name.toString());
    certificate.validFrom = momentIn(json[validFromKey]);
    certificate.expires = momentIn(json[expiresKey]);
    return certificate;
}

// Latin-1 takes every byte there and back, and leaves ASCII readable.
QByteArray toBytes(const StoredAnswer &answer)
{
    QJsonArray headers;
    for (const auto &[name, value] : answer.responseHeaders)
        headers.append(QJsonArray{QString::fromLatin1(name), QString::fromLatin1(value)});
    QJsonArray certificates;
    for (const CertificateFacts &certificate : answer.certificates)
        certificates.append(toJson(certificate));
    return QJsonDocument(QJsonObject{{headersKey, headers}, {certificatesKey, certificates}})
        .toJson(QJsonDocument::Compact);
}

StoredAnswer fromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    StoredAnswer answer;
    for (const auto &item : json[headersKey].toArray()) {
        const QJsonArray field = item.toArray();
        answer.responseHeaders.append({field.at(0).toString().toLatin1(), field.at(1).toString().toLatin1()});
    }
    for (const auto &item : json[certificatesKey].toArray())
        answer.certificates.append(certificateIn(item.toObject()));
    return answer;
}

} // namespace

Writer::Writer(const QSqlDatabase &connection) : m_insert(connection), m_remove(connection) {}

MaybeProblem Writer::prepare()
{
    if (MaybeProblem problem = rollcall::prepare(
            m_insert, QStringLiteral("INSERT OR REPLACE INTO last_answers (entry_id, answer) "
                                     "SELECT e.id, ? FROM entries e WHERE e.id = ?")))
        return problem;
    return rollcall::prepare(m_remove, QStringLiteral("DELETE FROM last_answers WHERE entry_id = ?"));
}

MaybeProblem Writer::write(qint64 entryId, const StoredAnswer &answer)
{
    if (answer.isEmpty()) {
        m_remove.bindValue(0, entryId);
        return execute(m_remove, StoreFailure::CannotWrite);
    }
    m_insert.bindValue(0, qCompress(toBytes(answer)));
    m_insert.bindValue(1, entryId);
    return execute(m_insert, StoreFailure::CannotWrite);
}

MaybeProblem setAside(const QSqlDatabase &connection, const QList<qint64> &ids)
{
    if (MaybeProblem problem =
            execute(connection,
                    QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS answers_aside ("
                                   "entry_id INTEGER, started_ms INTEGER, answer BLOB NOT NULL, "
                                   "UNIQUE (entry_id, started_ms))"),
                    StoreFailure::CannotWrite))
        return problem;
    return executeForEach(
        connection,
        QStringLiteral("INSERT OR REPLACE INTO temp.answers_aside (entry_id, started_ms, answer) "
                       "SELECT a.entry_id, r.started_ms, a.answer FROM last_answers a "
                       "JOIN last_results r ON r.entry_id = a.entry_id WHERE a.entry_id = ?"),
        ids);
}

MaybeProblem restore(const QSqlDatabase &connection, const QList<qint64> &ids)
{
    qint64 hasAside = 0;
    if (MaybeProblem problem = askNumber(
            connection,
            QStringLiteral("SELECT count(*) FROM temp.sqlite_master WHERE name = 'answers_aside'"), hasAside))
        return problem;
    if (hasAside == 0)
        return std::nullopt;
    return executeForEach(connection,
                          QStringLiteral("INSERT OR REPLACE INTO last_answers (entry_id, answer) "
                                         "SELECT r.entry_id, k.answer FROM last_results r "
                                         "JOIN temp.answers_aside k ON k.entry_id = r.entry_id "
                                         "AND k.started_ms IS r.started_ms WHERE r.entry_id = ?"),
                          ids);
}

MaybeProblem read(const QSqlDatabase &connection, qint64 entryId, StoredAnswer &answer)
{
    QSqlQuery query(connection);
    if (MaybeProblem problem =
            prepare(query, QStringLiteral("SELECT answer FROM last_answers WHERE entry_id = ?")))
        return problem;
    query.bindValue(0, entryId);
    if (!query.exec())
        return problemOf(query.lastError(), StoreFailure::CannotOpen);
    if (query.next())
        answer = fromBytes(qUncompress(query.value(0).toByteArray()));
    return std::nullopt;
}

} // namespace rollcall::answerrows
