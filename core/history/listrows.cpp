// SPDX-License-Identifier: MIT
#include "core/history/listrows.h"

#include "core/check/settingsjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace rollcall::listrows {

namespace {

using Values = QVariantList;

MaybeProblem run(QSqlQuery &query, const Values &values)
{
    for (int position = 0; position < values.size(); ++position)
        query.bindValue(position, values.at(position));
    return execute(query, StoreFailure::CannotWrite);
}

MaybeProblem run(const QSqlDatabase &connection, const QString &statement, const Values &values = {})
{
    QSqlQuery query(connection);
    if (MaybeProblem problem = prepare(query, statement))
        return problem;
    return run(query, values);
}

/// Calls \a take(query) for each row that \a statement gives.
template <class Take>
MaybeProblem ask(const QSqlDatabase &connection, const QString &statement, Take take)
{
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return problemOf(query.lastError(), StoreFailure::CannotOpen);
    while (query.next())
        take(query);
    // A row that cannot be read looks like the end of the rows.
    if (query.lastError().isValid())
        return problemOf(query.lastError(), StoreFailure::CannotOpen);
    return std::nullopt;
}

const QString watchKey = QStringLiteral("watch");
const QString isOnKey = QStringLiteral("on");
const QString scheduleKey = QStringLiteral("schedule");
const QString maintenanceKey = QStringLiteral("maintenance");

QJsonObject watchToJson(const WatchPlan &plan)
{
    QJsonObject object;
    if (plan.isOn)
        object.insert(isOnKey, true);
    if (!plan.schedule.isEmpty())
        object.insert(scheduleKey, plan.schedule);
    if (!plan.maintenance.isEmpty())
        object.insert(maintenanceKey, QJsonArray::fromStringList(plan.maintenance));
    return object;
}

WatchPlan watchFromJson(const QJsonObject &object)
{
    WatchPlan plan;
    plan.isOn = object.value(isOnKey).toBool();
    plan.schedule = object.value(scheduleKey).toString();
    for (const auto &window : object.value(maintenanceKey).toArray())
        plan.maintenance.append(window.toString());
    return plan;
}

/// How the list is checked, and beside it when it is watched.
QVariant settingsText(const StoredList &list)
{
    QJsonObject object = settingsToJson(list.settings);
    if (const QJsonObject watch = watchToJson(list.watch); !watch.isEmpty())
        object.insert(watchKey, watch);
    if (object.isEmpty())
        return QVariant(QMetaType::fromType<QString>());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

StoredList listFrom(const QSqlQuery &query)
{
    const QJsonObject object = QJsonDocument::fromJson(query.value(2).toString().toUtf8()).object();
    StoredList list(query.value(0).toLongLong(), query.value(1).toString(), settingsFromJson(object));
    list.watch = watchFromJson(object.value(watchKey).toObject());
    return list;
}

// An empty text, not NULL, whichever of the two Qt has made of it.
QString nameOf(const StoredList &list)
{
    return list.name.isNull() ? QStringLiteral("") : list.name;
}

void setCount(CheckProgress &counts, Outcome outcome, qint64 count)
{
    switch (outcome) {
    case Outcome::Ok:
        counts.ok = count;
        break;
    case Outcome::Warning:
        counts.warnings = count;
        break;
    case Outcome::Failed:
        counts.failed = count;
        break;
    case Outcome::Cancelled:
        counts.cancelled = count;
        break;
    }
}

MaybeProblem readInterrupted(const QSqlDatabase &connection, InterruptedCheck &check)
{
    if (MaybeProblem problem = ask(connection, QStringLiteral("SELECT list_id, total FROM current_check"),
                                   [&check](auto &query) {
                                       check.listId = query.value(0).toLongLong();
                                       check.total = query.value(1).toLongLong();
                                   }))
        return problem;
    return ask(connection, QStringLiteral("SELECT entry_id FROM pending_entries ORDER BY entry_id"),
               [&check](auto &query) { check.left.append(query.value(0).toLongLong()); });
}

} // namespace

MaybeProblem read(const QSqlDatabase &connection, StoredLists &lists)
{
    if (MaybeProblem problem = ask(
            connection,
            QStringLiteral("SELECT id, name, settings FROM lists WHERE removed = 0 ORDER BY position, id"),
            [&lists](auto &query) { lists.lists.append(listFrom(query)); }))
        return problem;
    if (MaybeProblem problem = count(connection, lists.totals))
        return problem;
    if (MaybeProblem problem = readInterrupted(connection, lists.interrupted))
        return problem;
    return askNumber(connection, QStringLiteral("SELECT COALESCE(max(id), 0) FROM entries"),
                     lists.lastEntryId);
}

MaybeProblem count(const QSqlDatabase &connection, TotalsByList &totals)
{
    if (MaybeProblem problem =
            ask(connection, QStringLiteral("SELECT id FROM lists WHERE removed = 0"),
                [&totals](auto &query) { totals.insert(query.value(0).toLongLong(), ListTotals()); }))
        return problem;
    const auto set = [&totals](const QSqlQuery &query, qint64 ListTotals::*number) {
        if (const auto found = totals.find(query.value(0).toLongLong()); found != totals.end())
            *found.*number = query.value(1).toLongLong();
    };
    if (MaybeProblem problem =
            ask(connection, QStringLiteral("SELECT list_id, count(*) FROM entries GROUP BY list_id"),
                [&set](auto &query) { set(query, &ListTotals::entries); }))
        return problem;
    return ask(connection,
               QStringLiteral("SELECT e.list_id, count(*) FROM last_results r INDEXED BY failed_results "
                              "JOIN entries e ON e.id = r.entry_id "
                              "WHERE r.outcome = 'failed' GROUP BY e.list_id"),
               [&set](auto &query) { set(query, &ListTotals::failed); });
}

MaybeProblem summarize(const QSqlDatabase &connection, SummariesByList &summaries)
{
    TotalsByList totals;
    if (MaybeProblem problem = count(connection, totals))
        return problem;
    for (auto total = totals.cbegin(); total != totals.cend(); ++total)
        summaries[total.key()].counts.total = total->entries;
    return ask(connection,
               QStringLiteral("SELECT e.list_id, r.outcome, count(*), max(r.started_ms) FROM last_results r "
                              "JOIN entries e ON e.id = r.entry_id GROUP BY e.list_id, r.outcome"),
               [&summaries](auto &query) {
                   const auto summary = summaries.find(query.value(0).toLongLong());
                   const auto outcome = outcomeFromSlug(query.value(1).toString().toLatin1());
                   if (summary == summaries.end() || !outcome)
                       return;
                   setCount(summary->counts, *outcome, query.value(2).toLongLong());
                   if (*outcome == Outcome::Cancelled || query.isNull(3))
                       return;
                   const auto began = QDateTime::fromMSecsSinceEpoch(query.value(3).toLongLong(), Qt::UTC);
                   summary->lastCheck = std::max(began, summary->lastCheck.value_or(began));
               });
}

MaybeProblem add(const QSqlDatabase &connection, const StoredList &list)
{
    return run(connection,
               QStringLiteral("INSERT INTO lists (id, position, name, settings) "
                              "SELECT ?, COALESCE(max(position), 0) + 1, ?, ? FROM lists"),
               {list.id, nameOf(list), settingsText(list)});
}

MaybeProblem change(const QSqlDatabase &connection, const StoredList &list)
{
    return run(connection, QStringLiteral("UPDATE lists SET name = ?, settings = ? WHERE id = ?"),
               {nameOf(list), settingsText(list), list.id});
}

MaybeProblem order(const QSqlDatabase &connection, const QList<qint64> &ids)
{
    QSqlQuery query(connection);
    if (MaybeProblem problem = prepare(query, QStringLiteral("UPDATE lists SET position = ? WHERE id = ?")))
        return problem;
    for (qsizetype position = 0; position < ids.size(); ++position) {
        if (MaybeProblem problem = run(query, {position, ids.at(position)}))
            return problem;
    }
    return std::nullopt;
}

MaybeProblem setRemoved(const QSqlDatabase &connection, qint64 id, bool isRemoved)
{
    return run(connection, QStringLiteral("UPDATE lists SET removed = ? WHERE id = ?"), {int(isRemoved), id});
}

MaybeProblem purge(const QSqlDatabase &connection)
{
    return run(connection, QStringLiteral("DELETE FROM lists WHERE removed = 1"));
}

MaybeProblem copyEntries(const QSqlDatabase &connection, qint64 from, qint64 to, qint64 firstEntryId)
{
    return run(connection,
               QStringLiteral("INSERT INTO entries (id, list_id, position, url, details) "
                              "SELECT fresh, ?, fresh, url, details FROM ("
                              "  SELECT row_number() OVER (ORDER BY position) - 1 + ? AS fresh, url, details"
                              "  FROM entries WHERE list_id = ?)"),
               {to, firstEntryId, from});
}

MaybeProblem moveEntries(const QSqlDatabase &connection, const QList<qint64> &ids, qint64 to)
{
    return executeForEach(connection, QStringLiteral("UPDATE entries SET list_id = ? WHERE id = ?"), ids,
                          {to});
}

MaybeProblem beginCheck(const QSqlDatabase &connection, qint64 listId, const QList<qint64> &ids, qint64 total)
{
    if (MaybeProblem problem = endCheck(connection))
        return problem;
    if (MaybeProblem problem =
            run(connection, QStringLiteral("INSERT INTO current_check (list_id, total) VALUES (?, ?)"),
                {listId, total}))
        return problem;
    // An entry that is no more needs no check.
    return executeForEach(
        connection, QStringLiteral("INSERT INTO pending_entries SELECT id FROM entries WHERE id = ?"), ids);
}

MaybeProblem noteChecked(const QSqlDatabase &connection, const QList<qint64> &ids)
{
    return executeForEach(connection, QStringLiteral("DELETE FROM pending_entries WHERE entry_id = ?"), ids);
}

MaybeProblem endCheck(const QSqlDatabase &connection)
{
    if (MaybeProblem problem = run(connection, QStringLiteral("DELETE FROM pending_entries")))
        return problem;
    return run(connection, QStringLiteral("DELETE FROM current_check"));
}

} // namespace rollcall::listrows
