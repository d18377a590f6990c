// SPDX-License-Identifier: MIT
#include "core/history/entryrows.h"

#include "core/history/answerrows.h"
#include "core/history/resultrow.h"
#include "core/url/entryjson.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

namespace rollcall::entryrows {

namespace {

// \a select, from "entries e", confined to one list.
QString inList(const QString &select, qint64 listId)
{
    return select + QStringLiteral(" WHERE e.list_id = %1").arg(listId);
}

QVariant detailsOf(const UrlEntry &entry)
{
    if (entry.details() == EntryDetails())
        return {};
    return QString::fromUtf8(QJsonDocument(entryToJson(entry)).toJson(QJsonDocument::Compact));
}

MaybeProblem insert(const QSqlDatabase &connection, const QList<StoredEntry> &entries, qint64 listId)
{
    QSqlQuery insert(connection);
    if (MaybeProblem problem =
            prepare(insert, QStringLiteral("INSERT INTO entries (id, list_id, position, url, details) "
                                           "VALUES (?, ?, ?, COALESCE(?, x''), ?)")))
        return problem;
    for (const StoredEntry &entry : entries) {
        insert.bindValue(0, entry.id);
        insert.bindValue(1, listId);
        insert.bindValue(2, entry.id); // the order of a list is that of its ids
        insert.bindValue(3, entry.entry.url);
        insert.bindValue(4, detailsOf(entry.entry));
        if (MaybeProblem problem = execute(insert, StoreFailure::CannotWrite))
            return problem;
    }
    return std::nullopt;
}

MaybeProblem removeResults(const QSqlDatabase &connection, const QList<qint64> &ids)
{
    if (MaybeProblem problem =
            executeForEach(connection, QStringLiteral("DELETE FROM last_answers WHERE entry_id = ?"), ids))
        return problem;
    return executeForEach(connection, QStringLiteral("DELETE FROM last_results WHERE entry_id = ?"), ids);
}

QList<qint64> idsOf(const QList<StoredEntry> &entries)
{
    QList<qint64> ids;
    ids.reserve(entries.size());
    for (const StoredEntry &entry : entries)
        ids.append(entry.id);
    return ids;
}

QList<StoredResult> resultsOf(const QList<StoredEntry> &entries)
{
    QList<StoredResult> results;
    for (const StoredEntry &entry : entries) {
        if (entry.lastResult)
            results.append(StoredResult(entry.id, *entry.lastResult));
    }
    return results;
}

} // namespace

MaybeProblem read(const QSqlDatabase &connection, qint64 listId, QList<StoredEntry> &entries)
{
    constexpr int idColumn = 0;
    constexpr int urlColumn = 1;
    constexpr int detailsColumn = 2;
    constexpr int resultIdColumn = 3;
    constexpr int firstResultColumn = 4;
    qint64 count = 0;
    if (MaybeProblem problem =
            askNumber(connection, inList(QStringLiteral("SELECT count(*) FROM entries e"), listId), count))
        return problem;
    entries.reserve(count);

    QSqlQuery query(connection);
    query.setForwardOnly(true);
    const QString statement =
        inList(QStringLiteral("SELECT e.id, e.url, e.details, r.entry_id, %1 FROM entries e "
                              "LEFT JOIN last_results r ON r.entry_id = e.id")
                   .arg(resultrow::selectColumns()),
               listId) +
        QStringLiteral(" ORDER BY e.position");
    if (!query.exec(statement))
        return problemOf(query.lastError(), StoreFailure::CannotOpen);
    while (query.next()) {
        StoredEntry entry(query.value(idColumn).toLongLong(), UrlEntry(query.value(urlColumn).toByteArray()));
        if (!query.isNull(detailsColumn)) {
            const QByteArray details = query.value(detailsColumn).toString().toUtf8();
            const ValueTree object(QJsonDocument::fromJson(details).object());
            entry.entry.setDetails(detailsInJson(object.root()));
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

MaybeProblem update(const QSqlDatabase &connection, const QList<StoredEntry> &entries)
{
    QSqlQuery update(connection);
    if (MaybeProblem problem = prepare(
            update, QStringLiteral("UPDATE entries SET url = COALESCE(?, x''), details = ? WHERE id = ?")))
        return problem;
    for (const StoredEntry &entry : entries) {
        update.bindValue(0, entry.entry.url);
        update.bindValue(1, detailsOf(entry.entry));
        update.bindValue(2, entry.id);
        if (MaybeProblem problem = execute(update, StoreFailure::CannotWrite))
            return problem;
    }
    return std::nullopt;
}

MaybeProblem add(const QSqlDatabase &connection, const QList<StoredEntry> &entries, qint64 listId)
{
    if (MaybeProblem problem = insert(connection, entries, listId))
        return problem;
    if (MaybeProblem problem = insertResults(connection, resultsOf(entries)))
        return problem;
    return answerrows::restore(connection, idsOf(entries));
}

MaybeProblem replace(const QSqlDatabase &connection, const QList<StoredEntry> &entries)
{
    const QList<qint64> ids = idsOf(entries);
    if (MaybeProblem problem = answerrows::setAside(connection, ids))
        return problem;
    if (MaybeProblem problem = update(connection, entries))
        return problem;
    if (MaybeProblem problem = removeResults(connection, ids))
        return problem;
    if (MaybeProblem problem = insertResults(connection, resultsOf(entries)))
        return problem;
    return answerrows::restore(connection, ids);
}

MaybeProblem remove(const QSqlDatabase &connection, const QList<qint64> &ids)
{
    if (MaybeProblem problem = answerrows::setAside(connection, ids))
        return problem;
    return executeForEach(connection, QStringLiteral("DELETE FROM entries WHERE id = ?"), ids);
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

} // namespace rollcall::entryrows
