// SPDX-License-Identifier: MIT
#include "ui/historykeeper.h"

#include "core/check/checksession.h"
#include "core/history/store.h"
#include "ui/comparedialog.h"
#include "ui/incidentsdialog.h"
#include "ui/listdocument.h"
#include "ui/listlibrary.h"
#include "ui/messagebar.h"
#include "ui/rowpasts.h"
#include "ui/statusoverview.h"
#include "ui/wording.h"

#include <utility>

namespace rollcall {

HistoryKeeper::HistoryKeeper(History &history, const HistorySources &sources, QObject *parent)
    : QObject(parent),
      m_history(history),
      m_sources(sources),
      m_recorder(history),
      m_rowPasts(new RowPasts(history, sources.document.results(), sources.view, this))
{
    connect(&m_sources.store, &Store::listsLoaded, this, &HistoryKeeper::open);
    connect(&m_sources.store, &Store::failed, this, [this] {
        m_hasStoreFailed = m_hasStoreFailed || !m_isAsked;
        open();
    });
    connect(&m_history, &History::opened, this, [this] {
        m_isOpen = true;
        Q_EMIT changed();
    });
    connect(&m_history, &History::failed, this,
            [this](StoreFailure failure, const QString &detail) { onFailed(StoreProblem(failure, detail)); });
    CheckSession &session = m_sources.session;
    // Before the recorder hears of the run, and after it has heard of its end.
    connect(&session, &CheckSession::begun, this, &HistoryKeeper::nameRun);
    m_recorder.follow(session);
    connect(&session, &CheckSession::finished, &m_history, &History::flush);
    connect(&m_recorder, &RunRecorder::handedOver, this, &HistoryKeeper::changed);
    connect(this, &HistoryKeeper::changed, m_rowPasts, [this] {
        if (!m_sources.session.isRunning()) // else there is more in a second
            m_rowPasts->refresh();
    });
}

void HistoryKeeper::open()
{
    if (!std::exchange(m_isAsked, true))
        m_history.open();
}

void HistoryKeeper::nameRun()
{
    const qint64 id = m_sources.document.run().listId();
    const ListsModel &lists = m_sources.library.model();
    const int row = lists.rowOf(id);
    m_recorder.setList(row < 0 ? QString() : shownName(lists.at(row)), id);
}

// One at a time: who goes through a table row by row is interested in the last one.
void HistoryKeeper::askForPast(const UrlPastQuery &query)
{
    m_next = query;
    if (m_isReading)
        return;
    m_isReading = true;
    m_history.ask(
        this, [query](HistoryFile &file) { return readUrlPast(file, query); },
        [this, query](const Answer<UrlPast> &answer) {
            m_isReading = false;
            if (m_next != query)
                askForPast(*m_next);
            Q_EMIT pastReady(query, answer);
        });
}

void HistoryKeeper::showComparison(QWidget *window)
{
    const StoredList &list = m_sources.library.current();
    auto *dialog = new CompareDialog(m_history, list.id, shownName(list), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void HistoryKeeper::showIncidents(QWidget *window)
{
    const ResultModel &rows = m_sources.document.results();
    QByteArrayList urls;
    urls.reserve(rows.rowCount());
    for (int row = 0; row < rows.rowCount(); ++row)
        urls.append(rows.at(row).entry.url);
    const StoredList &list = m_sources.library.current();
    auto *dialog = new IncidentsDialog(m_history, urls, shownName(list), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IncidentsDialog::urlWanted, this, [this, id = list.id](const QByteArray &url) {
        m_sources.library.whenOpen(id, [this, url] { Q_EMIT urlWanted(url); });
    });
    dialog->show();
}

void HistoryKeeper::showStatus(QWidget *window)
{
    auto *overview = window->findChild<StatusOverview *>();
    if (!overview) {
        overview = new StatusOverview(
            {m_history, m_sources.session, m_sources.store, m_sources.library, m_sources.document}, window);
        overview->setAttribute(Qt::WA_DeleteOnClose);
        connect(this, &HistoryKeeper::changed, overview, &StatusOverview::refreshSoon);
        connect(overview, &StatusOverview::listWanted, this, [this, window](qint64 id) {
            if (id != m_sources.library.current().id)
                m_sources.library.open(id);
            window->activateWindow();
        });
    }
    overview->show();
    overview->raise();
    overview->activateWindow();
}

void HistoryKeeper::onFailed(const StoreProblem &problem)
{
    if (m_isOpen || !m_hasStoreFailed)
        m_sources.message.say(MessageBar::Kind::Problem, historyProblemSentence(problem));
}

} // namespace rollcall
