// SPDX-License-Identifier: MIT
#include "ui/listdocument.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace rollcall {

namespace {

// Each holds the rows that it added or removed.
constexpr int maximumEdits = 100;

// Ids are never used again, also not those of entries that were removed before the last start.
qint64 firstFreshId()
{
    return QDateTime::currentMSecsSinceEpoch() * 1000;
}

QList<StoredEntry> storedEntries(const std::vector<ResultRow> &rows)
{
    QList<StoredEntry> stored;
    stored.reserve(qsizetype(rows.size()));
    for (const ResultRow &row : rows) {
        StoredEntry &entry = stored.emplace_back(row.id, row.entry);
        if (row.result)
            entry.lastResult = std::make_shared<const CheckResult>(resultOf(row));
    }
    return stored;
}

} // namespace

ListDocument::ListDocument(CheckSession &session, Store &store, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_run(session, store, m_results),
      m_nextId(firstFreshId())
{
    m_edits.setUndoLimit(maximumEdits);
    connect(&m_store, &Store::loaded, this, &ListDocument::onLoaded);
    connect(&m_store, &Store::failed, this, &ListDocument::setReady);
    connect(&m_store, &Store::answerLoaded, this, &ListDocument::answerReady);
}

UrlList ListDocument::entries() const
{
    UrlList entries;
    entries.reserve(m_results.rowCount());
    for (int row = 0; row < m_results.rowCount(); ++row)
        entries.append(m_results.at(row).entry);
    return entries;
}

QList<qint64> ListDocument::ids() const
{
    QList<qint64> ids;
    ids.reserve(m_results.rowCount());
    for (int row = 0; row < m_results.rowCount(); ++row)
        ids.append(m_results.at(row).id);
    return ids;
}

QList<qint64> ListDocument::idsToCheck() const
{
    QList<qint64> ids;
    ids.reserve(m_results.rowCount());
    for (int row = 0; row < m_results.rowCount(); ++row) {
        if (!m_results.at(row).entry.details().isDisabled)
            ids.append(m_results.at(row).id);
    }
    return ids;
}

QList<qint64> ListDocument::idsToCheck(Outcome outcome) const
{
    QList<qint64> ids;
    for (int row = 0; row < m_results.rowCount(); ++row) {
        const ResultRow &candidate = m_results.at(row);
        if (candidate.result && candidate.result->outcome() == outcome &&
            !candidate.entry.details().isDisabled)
            ids.append(candidate.id);
    }
    return ids;
}

CheckProgress ListDocument::totals() const
{
    CheckProgress totals;
    totals.total = m_results.rowCount();
    totals.ok = m_results.count(Outcome::Ok);
    totals.warnings = m_results.count(Outcome::Warning);
    totals.failed = m_results.count(Outcome::Failed);
    totals.cancelled = m_results.count(Outcome::Cancelled);
    return totals;
}

void ListDocument::open(qint64 listId)
{
    m_run.leaveList();
    m_listId = listId;
    m_isReady = false;
    m_isLoading = true;
    m_late.clear();
    m_results.reset({});
    m_store.load(listId);
}

void ListDocument::onLoaded(const QList<StoredEntry> &entries, qint64 listId)
{
    if (listId != m_listId || !std::exchange(m_isLoading, false))
        return; // another one has been opened since
    m_results.reset(entries);
    if (!entries.isEmpty())
        skipIdsTo(entries.last().id);
    m_run.enterList(listId);
    m_results.setResults(std::exchange(m_late, {}));
    setReady();
}

void ListDocument::setReady()
{
    if (std::exchange(m_isReady, true))
        return;
    Q_EMIT ready();
}

qint64 ListDocument::takeIds(qint64 count)
{
    return std::exchange(m_nextId, m_nextId + count);
}

void ListDocument::skipIdsTo(qint64 id)
{
    m_nextId = std::max(m_nextId, id + 1);
}

void ListDocument::add(const UrlList &entries)
{
    Q_ASSERT(m_isReady);
    if (entries.isEmpty())
        return;
    std::vector<ResultRow> rows;
    rows.reserve(std::size_t(entries.size()));
    qint64 id = takeIds(entries.size());
    for (const UrlEntry &entry : entries)
        rows.emplace_back(id++, entry);
    m_edits.push(new AddRows(*this, m_listId, std::move(rows)));
}

void ListDocument::remove(const QList<qint64> &ids)
{
    if (!ids.isEmpty())
        m_edits.push(new RemoveRows(*this, m_listId, ids));
}

void ListDocument::moveTo(qint64 to, const QString &name, const QList<qint64> &ids)
{
    if (!ids.isEmpty() && to != m_listId)
        m_edits.push(new MoveRows(*this, m_listId, ids, to, name));
}

void ListDocument::copyTo(qint64 to, const QString &name, const QList<qint64> &ids)
{
    std::vector<ResultRow> copies = copiesOf(ids);
    if (copies.empty() || to == m_listId)
        return;
    qint64 id = takeIds(qint64(copies.size()));
    for (ResultRow &copy : copies)
        copy.id = id++;
    m_edits.push(new CopyRows(*this, m_listId, std::move(copies), to, name));
}

void ListDocument::setUrl(qint64 id, const QByteArray &url)
{
    const int row = m_results.rowOf(id);
    if (row >= 0 && m_results.at(row).entry.url != url)
        m_edits.push(new ChangeUrl(*this, m_listId, m_results.at(row), url));
}

void ListDocument::changeDetails(const QList<qint64> &ids, const std::function<void(EntryDetails &)> &change,
                                 const QString &text)
{
    QList<StoredEntry> before;
    QList<StoredEntry> after;
    for (const ResultRow &row : copiesOf(ids)) {
        EntryDetails details = row.entry.details();
        change(details);
        if (details == row.entry.details())
            continue;
        before.append(StoredEntry(row.id, row.entry));
        after.append(StoredEntry(row.id, UrlEntry(row.entry.url, std::move(details))));
    }
    if (!after.isEmpty())
        m_edits.push(new ChangeDetails(*this, m_listId, std::move(before), std::move(after), text));
}

void ListDocument::check(const QList<qint64> &ids, const CheckSettings &settings, qint64 total)
{
    m_run.start(m_listId, copiesOf(ids), settings, total);
}

void ListDocument::addResults(qint64 listId, const QList<StoredResult> &results)
{
    m_store.saveResults(results);
    if (listId != m_listId) {
        Q_EMIT otherListChanged();
        return;
    }
    if (m_isLoading)
        m_late += results; // what is being loaded may be older
    m_results.setResults(results);
}

/// In the order of the list, as they are while no check touches them.
std::vector<ResultRow> ListDocument::copiesOf(const QList<qint64> &ids) const
{
    std::vector<ResultRow> copies;
    copies.reserve(std::size_t(ids.size()));
    for (const qint64 id : ids) {
        const int position = m_results.rowOf(id);
        if (position < 0)
            continue;
        ResultRow &row = copies.emplace_back(m_results.at(position));
        row.state = row.result ? RowState::Done : RowState::Unchecked; // a check that runs passes it over
    }
    std::ranges::sort(copies, {}, &ResultRow::id);
    return copies;
}

void ListDocument::insertRows(const std::vector<ResultRow> &rows)
{
    m_results.insert(rows);
    m_store.addEntries(storedEntries(rows), m_listId);
}

std::vector<ResultRow> ListDocument::takeRows(const QList<qint64> &ids)
{
    std::vector<ResultRow> taken = copiesOf(ids);
    m_results.remove(ids);
    m_store.removeEntries(ids);
    return taken;
}

std::vector<ResultRow> ListDocument::moveRowsTo(qint64 listId, const QList<qint64> &ids)
{
    std::vector<ResultRow> taken = copiesOf(ids);
    m_results.remove(ids);
    m_store.moveEntries(ids, listId);
    Q_EMIT otherListChanged();
    return taken;
}

void ListDocument::moveRowsHere(const std::vector<ResultRow> &rows)
{
    QList<qint64> ids;
    for (const ResultRow &row : rows)
        ids.append(row.id);
    m_results.insert(rows);
    m_store.moveEntries(ids, m_listId);
    Q_EMIT otherListChanged();
}

void ListDocument::addRowsTo(qint64 listId, const std::vector<ResultRow> &rows)
{
    m_store.addEntries(storedEntries(rows), listId);
    Q_EMIT otherListChanged();
}

void ListDocument::removeRowsFrom(qint64, const QList<qint64> &ids)
{
    m_store.removeEntries(ids);
    Q_EMIT otherListChanged();
}

void ListDocument::changeDetails(const QList<StoredEntry> &entries)
{
    m_results.setEntries(entries);
    m_store.changeDetails(entries);
}

void ListDocument::askForAnswer(qint64 id)
{
    m_run.save(); // a result that has just come is not in the store yet
    m_store.loadAnswer(id);
}

void ListDocument::replaceRow(const ResultRow &row)
{
    m_run.forget(row.id);
    m_results.replace(row);
    m_store.replaceEntries(storedEntries({row}));
}

} // namespace rollcall
