// SPDX-License-Identifier: MIT
#include "ui/listdocument.h"

#include <QDateTime>

#include <algorithm>

namespace rollcall {

namespace {

using namespace std::chrono_literals;

// Each save is a transaction that waits for the disk: at most one a second, and no more than a second is
// lost.
constexpr auto saveInterval = 1s;

// Each holds the rows that it added or removed.
constexpr int maximumEdits = 100;

// Ids are never used again, also not those of entries that were removed before the last start.
qint64 firstFreshId()
{
    return QDateTime::currentMSecsSinceEpoch() * 1000;
}

} // namespace

ListDocument::ListDocument(CheckSession &session, Store &store, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_store(store),
      m_nextId(firstFreshId())
{
    m_edits.setUndoLimit(maximumEdits);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveInterval);
    connect(&m_saveTimer, &QTimer::timeout, this, &ListDocument::save);
    connect(&m_store, &Store::loaded, this, &ListDocument::onLoaded);
    connect(&m_store, &Store::failed, this, &ListDocument::setReady);
    connect(&m_store, &Store::answerLoaded, this, &ListDocument::answerReady);
    connect(&m_session, &CheckSession::started, this, &ListDocument::onStarted);
    connect(&m_session, &CheckSession::resultsReady, this, &ListDocument::onResults);
    connect(&m_session, &CheckSession::finished, this, &ListDocument::save);
}

ListDocument::~ListDocument()
{
    save();
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

QList<qint64> ListDocument::ids(Outcome outcome) const
{
    QList<qint64> ids;
    for (int row = 0; row < m_results.rowCount(); ++row) {
        const ResultRow &candidate = m_results.at(row);
        if (candidate.result && candidate.result->outcome() == outcome)
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

void ListDocument::load()
{
    m_store.load();
}

void ListDocument::onLoaded(const QList<StoredEntry> &entries)
{
    m_results.reset(entries);
    if (!entries.isEmpty())
        m_nextId = std::max(m_nextId, entries.last().id + 1);
    setReady();
}

void ListDocument::setReady()
{
    if (std::exchange(m_isReady, true))
        return;
    Q_EMIT ready();
}

void ListDocument::add(const UrlList &entries)
{
    Q_ASSERT(m_isReady);
    if (entries.isEmpty())
        return;
    std::vector<ResultRow> rows;
    rows.reserve(std::size_t(entries.size()));
    for (const UrlEntry &entry : entries)
        rows.emplace_back(m_nextId++, entry);
    m_edits.push(new AddRows(*this, std::move(rows)));
}

void ListDocument::remove(const QList<qint64> &ids)
{
    if (!ids.isEmpty())
        m_edits.push(new RemoveRows(*this, ids));
}

void ListDocument::insertRows(const std::vector<ResultRow> &rows)
{
    QList<StoredEntry> stored;
    stored.reserve(qsizetype(rows.size()));
    for (const ResultRow &row : rows) {
        StoredEntry &entry = stored.emplace_back(row.id, row.entry);
        if (row.result)
            entry.lastResult = std::make_shared<const CheckResult>(resultOf(row));
    }
    m_results.insert(rows);
    m_store.addEntries(std::move(stored));
}

std::vector<ResultRow> ListDocument::takeRows(const QList<qint64> &ids)
{
    std::vector<ResultRow> taken;
    taken.reserve(std::size_t(ids.size()));
    for (const qint64 id : ids) {
        const int position = m_results.rowOf(id);
        if (position < 0)
            continue;
        ResultRow row = m_results.at(position);
        row.state = row.result ? RowState::Done : RowState::Unchecked; // a check that runs passes it over
        taken.push_back(std::move(row));
    }
    std::ranges::sort(taken, {}, &ResultRow::id);
    m_results.remove(ids);
    m_store.removeEntries(ids);
    return taken;
}

void ListDocument::check(const QList<qint64> &ids, const CheckSettings &settings)
{
    if (m_session.isRunning() || ids.isEmpty())
        return;
    const bool comparesAnswers = settings.rules.needPreviousAnswers();
    UrlList list;
    PreviousAnswers previous;
    list.reserve(ids.size());
    m_runIds.clear();
    for (const qint64 id : ids) {
        const int row = m_results.rowOf(id);
        if (row < 0)
            continue;
        m_runIds.append(id);
        const ResultRow &checked = m_results.at(row);
        list.append(checked.entry);
        if (comparesAnswers)
            previous.append(checked.result ? previousAnswerOf(*checked.result) : std::nullopt);
    }
    m_results.setState(m_runIds, RowState::Queued);
    m_session.start(std::move(list), settings, std::move(previous));
}

void ListDocument::onStarted(const QList<qsizetype> &indexes)
{
    QList<qint64> ids;
    for (const qsizetype index : indexes)
        ids.append(m_runIds.at(index));
    m_results.setState(ids, RowState::Running);
}

void ListDocument::onResults(const QList<IndexedResult> &batch)
{
    QList<StoredResult> results;
    QList<qint64> stopped;
    for (const IndexedResult &indexed : batch) {
        const qint64 id = m_runIds.at(indexed.index);
        const int row = m_results.rowOf(id);
        if (row < 0)
            continue; // removed in the meantime
        // A check that was stopped says nothing about the URL: what was known of it stays.
        if (indexed.result.outcome == Outcome::Cancelled && m_results.at(row).result)
            stopped.append(id);
        else
            results.append(StoredResult(id, indexed.result));
    }
    m_results.setResults(results);
    m_results.restoreState(stopped);
    m_unsaved += results;
    if (!m_unsaved.isEmpty() && !m_saveTimer.isActive())
        m_saveTimer.start();
}

void ListDocument::askForAnswer(qint64 id)
{
    save(); // a result that has just come is not in the store yet
    m_store.loadAnswer(id);
}

void ListDocument::save()
{
    m_saveTimer.stop();
    if (!m_unsaved.isEmpty())
        m_store.saveResults(std::exchange(m_unsaved, {}));
}

} // namespace rollcall
