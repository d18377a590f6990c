// SPDX-License-Identifier: MIT
#include "ui/listrun.h"

#include <algorithm>
#include <utility>

namespace rollcall {

namespace {

using namespace std::chrono_literals;

// Each save is a transaction that waits for the disk: at most one a second, and no more than a second is
// lost.
constexpr auto saveInterval = 1s;
/// No more wait for that: they are large, with their headers, and what is lost if the program is killed.
constexpr qsizetype mostUnsaved = 5'000;

} // namespace

ListRun::ListRun(CheckSession &session, Store &store, ResultModel &results, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_store(store),
      m_results(results)
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveInterval);
    connect(&m_saveTimer, &QTimer::timeout, this, &ListRun::save);
    connect(&m_session, &CheckSession::started, this, &ListRun::onStarted);
    connect(&m_session, &CheckSession::resultsReady, this, &ListRun::onResults);
    connect(&m_session, &CheckSession::finished, this, &ListRun::onFinished);
}

ListRun::~ListRun()
{
    save();
}

void ListRun::start(qint64 listId, const std::vector<ResultRow> &rows, const CheckSettings &settings,
                    qint64 total)
{
    if (m_session.isRunning() || rows.empty())
        return;
    m_listId = listId;
    m_isInterrupted = false;
    m_entries.clear();
    m_entries.reserve(rows.size());
    const bool comparesAnswers = settings.rules.needPreviousAnswers();
    UrlList list;
    PreviousAnswers previous;
    list.reserve(qsizetype(rows.size()));
    for (const ResultRow &row : rows) {
        m_entries.emplace_back(row.id, row.result != nullptr);
        list.append(row.entry);
        if (comparesAnswers)
            previous.append(row.result ? previousAnswerOf(resultOf(row)) : std::nullopt);
    }
    const QList<qint64> ids = idsIn(RowState::Queued);
    m_results.setState(ids, RowState::Queued);
    m_store.beginCheck(listId, ids, std::max(total, qint64(ids.size())));
    m_session.start(std::move(list), settings, std::move(previous));
}

void ListRun::setLimits(qint64 listId, const CheckLimits &limits)
{
    if (listId == m_listId)
        m_session.setLimits(limits);
}

void ListRun::stop()
{
    m_session.stop();
}

void ListRun::interrupt()
{
    m_isInterrupted = m_session.isRunning();
    m_session.stop();
}

QList<qint64> ListRun::idsIn(RowState state) const
{
    QList<qint64> ids;
    for (const Entry &entry : m_entries) {
        if (entry.state == state && entry.id != 0)
            ids.append(entry.id);
    }
    return ids;
}

void ListRun::forget(qint64 id)
{
    const auto entry = std::ranges::find(m_entries, id, &Entry::id);
    if (entry != m_entries.end())
        entry->id = 0;
}

void ListRun::leaveList()
{
    save(); // before the list is loaded again
    m_isEntered = false;
    m_late.clear();
}

void ListRun::enterList(qint64 listId)
{
    m_shownList = listId;
    m_isEntered = true;
    const QList<StoredResult> late = std::exchange(m_late, {});
    if (!isShown())
        return;
    m_results.setResults(late);
    if (!m_session.isRunning())
        return;
    m_results.setState(idsIn(RowState::Queued), RowState::Queued);
    m_results.setState(idsIn(RowState::Running), RowState::Running);
}

void ListRun::onStarted(const QList<qsizetype> &indexes)
{
    QList<qint64> ids;
    for (const qsizetype index : indexes) {
        Entry &entry = m_entries[std::size_t(index)];
        entry.state = RowState::Running;
        ids.append(entry.id);
    }
    if (isShown())
        m_results.setState(ids, RowState::Running);
}

void ListRun::onResults(const QList<IndexedResult> &batch)
{
    QList<StoredResult> results;
    QList<qint64> stopped;
    for (const IndexedResult &indexed : batch) {
        Entry &entry = m_entries[std::size_t(indexed.index)];
        entry.state = RowState::Done;
        const bool isGone = entry.id == 0 || (isShown() && m_results.rowOf(entry.id) < 0);
        if (isGone)
            continue;
        // A check that was stopped says nothing about the URL: what was known of it stays. One that was
        // interrupted has not been told to stop.
        const bool saysNothing =
            indexed.result.outcome == Outcome::Cancelled && (entry.hadResult || m_isInterrupted);
        if (saysNothing)
            stopped.append(entry.id);
        else
            results.append(StoredResult(entry.id, indexed.result));
    }
    if (isShown()) {
        m_results.setResults(results);
        m_results.restoreState(stopped);
    } else if (!m_isEntered) {
        m_late += results;
    }
    m_unsaved += results;
    if (m_unsaved.size() >= mostUnsaved)
        save();
    else if (!m_unsaved.isEmpty() && !m_saveTimer.isActive())
        m_saveTimer.start();
}

void ListRun::onFinished()
{
    save();
    if (!m_isInterrupted)
        m_store.endCheck();
}

void ListRun::save()
{
    m_saveTimer.stop();
    if (m_unsaved.isEmpty())
        return;
    m_store.saveResults(std::exchange(m_unsaved, {}));
    if (!isShown())
        Q_EMIT savedElsewhere();
}

} // namespace rollcall
