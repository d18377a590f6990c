// SPDX-License-Identifier: MIT
#include "core/history/storeworker.h"

#include "core/history/answerrows.h"
#include "core/history/resultrow.h"
#include "core/url/entryjson.h"

#include <QJsonDocument>
#include <QMetaObject>
#include <QSqlError>
#include <QSqlQuery>

#include <utility>

namespace rollcall {

namespace {

constexpr int defaultList = 1;

// \a select, from "entries e", confined to the one list that there is today.
QString inDefaultList(const QString &select)
{
    return select + QStringLiteral(" WHERE e.list_id = %1").arg(defaultList);
}

MaybeProblem prepare(QSqlQuery &query, const QString &statement)
{
    if (query.prepare(statement))
        return std::nullopt;
    return problemOf(query.lastError(), StoreFailure::CannotWrite);
}

MaybeProblem readEntries(const QSqlDatabase &connection, QList<StoredEntry> &entries)
{
    constexpr int idColumn = 0;
    constexpr int urlColumn = 1;
    constexpr int detailsColumn = 2;
    constexpr int resultIdColumn = 3;
    constexpr int firstResultColumn = 4;
    qint64 count = 0;
    if (MaybeProblem problem =
            askNumber(connection, inDefaultList(QStringLiteral("SELECT count(*) FROM entries e")), count))
        return problem;
    entries.reserve(count);

    QSqlQuery query(connection);
    query.setForwardOnly(true);
    const QString statement =
        inDefaultList(QStringLiteral("SELECT e.id, e.url, e.details, r.entry_id, %1 FROM entries e "
                                     "LEFT JOIN last_results r ON r.entry_id = e.id")
                          .arg(resultrow::selectColumns())) +
        QStringLiteral(" ORDER BY e.position");
    if (!query.exec(statement))
        return problemOf(query.lastError(), StoreFailure::CannotOpen);
    while (query.next()) {
        StoredEntry entry(query.value(idColumn).toLongLong(), UrlEntry(query.value(urlColumn).toByteArray()));
        if (!query.isNull(detailsColumn)) {
            const QByteArray details = query.value(detailsColumn).toString().toUtf8();
            entry.entry.setDetails(detailsInJson(QJsonDocument::fromJson(details).object()));
        }
        if (!query.isNull(resultIdColumn))
            entry.lastResult = std::make_shared<const CheckResult>(resultrow::read(query, firstResultColumn));
        entries.append(std::move(entry));
    }
    // A row that cannot be read looks like the end of the rows.
    if (query.lastError().isValid())
        return problemOf(query.lastError(), StoreFailure::CannotOpen);
    return std::nullopt;
}

QVariant detailsOf(const UrlEntry &entry)
{
    if (entry.details() == EntryDetails())
        return {};
    return QString::fromUtf8(QJsonDocument(entryToJson(entry)).toJson(QJsonDocument::Compact));
}

MaybeProblem insertEntries(const QSqlDatabase &connection, const QList<StoredEntry> &entries)
{
    QSqlQuery insert(connection);
    if (MaybeProblem problem =
            prepare(insert, QStringLiteral("INSERT INTO entries (id, list_id, position, url, details) "
                                           "VALUES (?, ?, ?, COALESCE(?, x''), ?)")))
        return problem;
    for (const StoredEntry &entry : entries) {
        insert.bindValue(0, entry.id);
        insert.bindValue(1, defaultList);
        insert.bindValue(2, entry.id); // the order of a list is that of its ids
        insert.bindValue(3, entry.entry.url);
        insert.bindValue(4, detailsOf(entry.entry));
        if (MaybeProblem problem = execute(insert, StoreFailure::CannotWrite))
            return problem;
    }
    return std::nullopt;
}

MaybeProblem deleteEntries(const QSqlDatabase &connection, const QList<qint64> &ids)
{
    QSqlQuery remove(connection);
    if (MaybeProblem problem = prepare(remove, QStringLiteral("DELETE FROM entries WHERE id = ?")))
        return problem;
    for (const qint64 id : ids) {
        remove.bindValue(0, id);
        if (MaybeProblem problem = execute(remove, StoreFailure::CannotWrite))
            return problem;
    }
    return std::nullopt;
}

MaybeProblem insertResults(const QSqlDatabase &connection, const QList<StoredResult> &results)
{
    QSqlQuery insert(connection);
    if (MaybeProblem problem = prepare(insert, resultrow::insertStatement()))
        return problem;
    answerrows::Writer answers(connection);
    if (MaybeProblem problem = answers.prepare())
        return problem;
    for (const StoredResult &each : results) {
        resultrow::bind(insert, each.result, each.id);
        if (MaybeProblem problem = execute(insert, StoreFailure::CannotWrite))
            return problem;
        if (MaybeProblem problem = answers.write(each.id, StoredAnswer(each.result.fetch)))
            return problem;
    }
    return std::nullopt;
}

} // namespace

Store::Worker::Worker(Store &store, QString path)
    : m_store(store),
      m_path(std::move(path)),
      m_notOpen(StoreFailure::CannotOpen, QStringLiteral("the file was not loaded"))
{
}

void Store::Worker::load()
{
    if (!m_database) {
        m_database = std::make_unique<Database>(m_path, Database::Sharing::Alone);
        if (const MaybeProblem problem = m_database->open())
            return giveUp(*problem);
    }
    QList<StoredEntry> entries;
    if (const MaybeProblem problem = readEntries(m_database->connection(), entries))
        return giveUp(*problem);
    QMetaObject::invokeMethod(
        &m_store, [&store = m_store, entries = std::move(entries)] { Q_EMIT store.loaded(entries); },
        Qt::QueuedConnection);
}

void Store::Worker::addEntries(const QList<StoredEntry> &entries)
{
    QList<StoredResult> results;
    for (const StoredEntry &entry : entries) {
        if (entry.lastResult)
            results.append(StoredResult(entry.id, *entry.lastResult));
    }
    write([&entries, &results](const QSqlDatabase &connection) {
        const MaybeProblem problem = insertEntries(connection, entries);
        return problem ? problem : insertResults(connection, results);
    });
}

void Store::Worker::removeEntries(const QList<qint64> &ids)
{
    write([&ids](const QSqlDatabase &connection) { return deleteEntries(connection, ids); });
}

void Store::Worker::saveResults(const QList<StoredResult> &results)
{
    write([&results](const QSqlDatabase &connection) { return insertResults(connection, results); });
}

void Store::Worker::loadAnswer(qint64 entryId)
{
    StoredAnswer answer;
    if (m_database) {
        if (const MaybeProblem problem = answerrows::read(m_database->connection(), entryId, answer))
            return report(*problem);
    }
    QMetaObject::invokeMethod(
        &m_store, [&store = m_store, entryId, answer] { Q_EMIT store.answerLoaded(entryId, answer); },
        Qt::QueuedConnection);
}

void Store::Worker::flush()
{
    if (!m_database)
        return report(m_notOpen);
    if (const MaybeProblem unsaved = std::exchange(m_unsaved, std::nullopt))
        return report(*unsaved);
    // A commit survives the end of the process; a checkpoint also makes the system write it out.
    if (const MaybeProblem problem = execute(
            m_database->connection(), QStringLiteral("PRAGMA wal_checkpoint"), StoreFailure::CannotWrite))
        return report(*problem);
    QMetaObject::invokeMethod(
        &m_store, [&store = m_store] { Q_EMIT store.saved(); }, Qt::QueuedConnection);
}

// Runs body(connection) in one transaction. Further failures before the next flush() are not reported again:
// on a full disk each batch of results would fail.
template <class Body>
void Store::Worker::write(Body body)
{
    if (!m_database)
        return;
    const MaybeProblem problem = inTransaction(m_database->connection(), body);
    if (!problem)
        return;
    if (problem->failure == StoreFailure::Damaged)
        return giveUp(*problem);
    if (!m_unsaved)
        report(*problem);
    m_unsaved = problem;
}

// Leaves the file as it is from now on.
void Store::Worker::giveUp(const StoreProblem &problem)
{
    m_database.reset();
    m_notOpen = problem;
    report(problem);
}

void Store::Worker::report(const StoreProblem &problem)
{
    QMetaObject::invokeMethod(
        &m_store, [&store = m_store, problem] { Q_EMIT store.failed(problem.failure, problem.detail); },
        Qt::QueuedConnection);
}

} // namespace rollcall
