// SPDX-License-Identifier: MIT
#include "ui/statusboard.h"

#include "core/check/checksession.h"
#include "core/history/history.h"
#include "core/history/historyfile.h"
#include "ui/listdocument.h"
#include "ui/listlibrary.h"

#include <algorithm>

namespace rollcall {

Outcome ListStatus::worst() const
{
    if (counts.failed > 0)
        return Outcome::Failed;
    if (counts.warnings > 0)
        return Outcome::Warning;
    return counts.ok > 0 ? Outcome::Ok : Outcome::Cancelled;
}

StatusBoard::StatusBoard(const StatusSources &sources, QObject *parent) : QObject(parent), m_sources(sources)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshInterval);
    connect(&m_timer, &QTimer::timeout, this, &StatusBoard::refresh);
    connect(&m_sources.store, &Store::listsSummarized, this, &StatusBoard::onSummaries);

    const ListsModel *lists = &m_sources.library.model();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(lists, signal, this, &StatusBoard::changed);
    connect(lists, &QAbstractItemModel::rowsMoved, this, &StatusBoard::changed);
    connect(lists, &QAbstractItemModel::modelReset, this, &StatusBoard::changed);
    connect(lists, &QAbstractItemModel::dataChanged, this, &StatusBoard::changed);
    connect(lists, &QAbstractItemModel::rowsInserted, this, &StatusBoard::refreshSoon);
    connect(&m_sources.library, &ListLibrary::currentChanged, this, &StatusBoard::refreshSoon);

    connect(&m_sources.document, &ListDocument::ready, this, &StatusBoard::changed);
    connect(&m_sources.document, &ListDocument::otherListChanged, this, &StatusBoard::refreshSoon);
    connect(&m_sources.document.run(), &ListRun::savedElsewhere, this, &StatusBoard::refreshSoon);
    connect(&m_sources.document.results(), &ResultModel::countsChanged, this, &StatusBoard::changed);

    connect(&m_sources.session, &CheckSession::begun, this, &StatusBoard::changed);
    connect(&m_sources.session, &CheckSession::progressChanged, this, &StatusBoard::onProgress);
    connect(&m_sources.session, &CheckSession::finished, this, &StatusBoard::onProgress);
    connect(&m_sources.session, &CheckSession::finished, this, &StatusBoard::refreshSoon);
    refresh();
}

QList<ListStatus> StatusBoard::lists() const
{
    const ListsModel &model = m_sources.library.model();
    const ListDocument &document = m_sources.document;
    QList<ListStatus> lists;
    for (int row = 0; row < model.rowCount(); ++row) {
        const qint64 id = model.at(row).id;
        const ListSummary summary = m_summaries.value(id);
        ListStatus &list = lists.emplace_back();
        list.id = id;
        list.name = shownName(model.at(row));
        list.counts = document.isReady() && document.listId() == id ? document.totals() : summary.counts;
        list.day = m_days.value(id);
        list.lastCheck = summary.lastCheck;
        if (const auto seen = m_seen.constFind(id); seen != m_seen.cend())
            list.lastCheck = std::max(*seen, list.lastCheck.value_or(*seen));
        list.isBeingChecked = m_sources.session.isRunning() && m_sources.document.run().listId() == id;
    }
    return lists;
}

void StatusBoard::refreshSoon()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void StatusBoard::refresh()
{
    if (m_isAsking)
        return refreshSoon(); // a store of a million results takes longer than the interval
    m_isAsking = true;
    m_sources.store.summarizeLists();
    m_sources.history.ask(
        this,
        [from = QDateTime::currentDateTimeUtc().addDays(-1)](HistoryFile &file) {
            return file.runs().countsByList(from);
        },
        [this](const Answer<QHash<qint64, Availability>> &answer) {
            // Why it cannot be read is said where people look at one URL.
            if (const auto *days = std::get_if<QHash<qint64, Availability>>(&answer)) {
                m_days = *days;
                Q_EMIT changed();
            }
        });
}

void StatusBoard::onSummaries(const SummariesByList &summaries)
{
    m_isAsking = false;
    m_summaries = summaries;
    Q_EMIT changed();
}

void StatusBoard::onProgress(const CheckProgress &progress)
{
    if (progress.ok + progress.warnings + progress.failed > 0)
        m_seen.insert(m_sources.document.run().listId(), QDateTime::currentDateTimeUtc());
    Q_EMIT changed();
}

} // namespace rollcall
