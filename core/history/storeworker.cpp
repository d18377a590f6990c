// SPDX-License-Identifier: MIT
#include "core/history/storeworker.h"

#include "core/history/answerrows.h"
#include "core/history/entryrows.h"
#include "core/history/listrows.h"

#include <QMetaObject>

#include <utility>

namespace rollcall {

Store::Worker::Worker(Store &store, QString path)
    : m_store(store),
      m_path(std::move(path)),
      m_notOpen(StoreFailure::CannotOpen, QStringLiteral("the file was not loaded"))
{
}

bool Store::Worker::open()
{
    if (m_database)
        return true;
    m_database = std::make_unique<Database>(m_path, Database::Sharing::Alone);
    if (const MaybeProblem problem = m_database->open())
        giveUp(*problem);
    return m_database != nullptr;
}

/// Calls \a signal(store) in the store's own thread.
template <class Signal>
void Store::Worker::answer(Signal signal)
{
    QMetaObject::invokeMethod(
        &m_store, [&store = m_store, signal = std::move(signal)] { signal(store); }, Qt::QueuedConnection);
}

void Store::Worker::loadLists()
{
    if (!open())
        return;
    StoredLists lists;
    if (const MaybeProblem problem = listrows::read(m_database->connection(), lists))
        return giveUp(*problem);
    answer([lists = std::move(lists)](Store &store) { Q_EMIT store.listsLoaded(lists); });
}

void Store::Worker::load(qint64 listId)
{
    if (!open())
        return;
    QList<StoredEntry> entries;
    if (const MaybeProblem problem = entryrows::read(m_database->connection(), listId, entries))
        return giveUp(*problem);
    answer([entries = std::move(entries), listId](Store &store) { Q_EMIT store.loaded(entries, listId); });
}

void Store::Worker::loadEntries(qint64 listId)
{
    if (!m_database)
        return;
    QList<StoredEntry> entries;
    if (const MaybeProblem problem = entryrows::read(m_database->connection(), listId, entries))
        return report(*problem);
    answer([entries = std::move(entries), listId](Store &store) {
        Q_EMIT store.entriesLoaded(entries, listId);
    });
}

void Store::Worker::countLists()
{
    if (!m_database)
        return;
    TotalsByList totals;
    if (const MaybeProblem problem = listrows::count(m_database->connection(), totals))
        return report(*problem);
    answer([totals = std::move(totals)](Store &store) { Q_EMIT store.listsCounted(totals); });
}

void Store::Worker::summarizeLists()
{
    SummariesByList summaries;
    if (m_database) {
        if (const MaybeProblem problem = listrows::summarize(m_database->connection(), summaries))
            report(*problem);
    }
    answer([summaries = std::move(summaries)](Store &store) { Q_EMIT store.listsSummarized(summaries); });
}

void Store::Worker::addList(const StoredList &list)
{
    write([&list](const QSqlDatabase &connection) { return listrows::add(connection, list); });
}

void Store::Worker::duplicateList(qint64 from, const StoredList &copy, qint64 firstEntryId)
{
    write([&](const QSqlDatabase &connection) {
        MaybeProblem problem = listrows::add(connection, copy);
        return problem ? problem : listrows::copyEntries(connection, from, copy.id, firstEntryId);
    });
}

void Store::Worker::changeList(const StoredList &list)
{
    write([&list](const QSqlDatabase &connection) { return listrows::change(connection, list); });
}

void Store::Worker::orderLists(const QList<qint64> &ids)
{
    write([&ids](const QSqlDatabase &connection) { return listrows::order(connection, ids); });
}

void Store::Worker::setListRemoved(qint64 id, bool isRemoved)
{
    write([id, isRemoved](const QSqlDatabase &connection) {
        return listrows::setRemoved(connection, id, isRemoved);
    });
}

void Store::Worker::purgeLists()
{
    write([](const QSqlDatabase &connection) { return listrows::purge(connection); });
}

void Store::Worker::addEntries(const QList<StoredEntry> &entries, qint64 listId)
{
    write([&entries, listId](const QSqlDatabase &connection) {
        return entryrows::add(connection, entries, listId);
    });
}

void Store::Worker::replaceEntries(const QList<StoredEntry> &entries)
{
    write([&entries](const QSqlDatabase &connection) { return entryrows::replace(connection, entries); });
}

void Store::Worker::changeDetails(const QList<StoredEntry> &entries)
{
    write([&entries](const QSqlDatabase &connection) { return entryrows::update(connection, entries); });
}

void Store::Worker::moveEntries(const QList<qint64> &ids, qint64 listId)
{
    write([&ids, listId](const QSqlDatabase &connection) {
        return listrows::moveEntries(connection, ids, listId);
    });
}

void Store::Worker::removeEntries(const QList<qint64> &ids)
{
    write([&ids](const QSqlDatabase &connection) { return entryrows::remove(connection, ids); });
}

void Store::Worker::saveResults(const QList<StoredResult> &results)
{
    QList<qint64> checked;
    for (const StoredResult &each : results) {
        if (each.result.outcome != Outcome::Cancelled)
            checked.append(each.id);
    }
    write([&results, &checked](const QSqlDatabase &connection) {
        MaybeProblem problem = entryrows::insertResults(connection, results);
        return problem ? problem : listrows::noteChecked(connection, checked);
    });
}

void Store::Worker::beginCheck(qint64 listId, const QList<qint64> &ids, qint64 total)
{
    write([&ids, listId, total](const QSqlDatabase &connection) {
        return listrows::beginCheck(connection, listId, ids, total);
    });
}

void Store::Worker::endCheck()
{
    write([](const QSqlDatabase &connection) { return listrows::endCheck(connection); });
}

void Store::Worker::loadAnswer(qint64 entryId)
{
    StoredAnswer stored;
    if (m_database) {
        if (const MaybeProblem problem = answerrows::read(m_database->connection(), entryId, stored))
            return report(*problem);
    }
    answer([entryId, stored](Store &store) { Q_EMIT store.answerLoaded(entryId, stored); });
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
    answer([](Store &store) { Q_EMIT store.saved(); });
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
    answer([problem](Store &store) { Q_EMIT store.failed(problem.failure, problem.detail); });
}

} // namespace rollcall
