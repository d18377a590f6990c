// SPDX-License-Identifier: MIT
#include "ui/rowpasts.h"

#include "core/history/history.h"
#include "ui/resultmodel.h"
#include "ui/resultview.h"

#include <QDateTime>

namespace rollcall {

namespace {

constexpr qsizetype rowsAtOnce = 200;

} // namespace

RowPasts::RowPasts(History &history, ResultModel &results, ResultView &view, QObject *parent)
    : QObject(parent),
      m_history(history),
      m_results(results),
      m_view(view)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RowPasts::begin);
    connect(&m_view, &ResultView::shownColumnsChanged, this, &RowPasts::refresh);
    connect(&m_results, &QAbstractItemModel::modelReset, this, &RowPasts::refresh);
    connect(&m_results, &QAbstractItemModel::rowsInserted, this, &RowPasts::refresh);
    connect(&m_results, &ResultModel::entriesChanged, this, &RowPasts::refresh);
}

void RowPasts::refresh()
{
    m_timer.start();
}

void RowPasts::begin()
{
    const QList<ResultColumn> shown = m_view.shownColumns();
    ++m_round;
    m_lastId = 0;
    m_isAsking = shown.contains(ResultColumn::Uptime) || shown.contains(ResultColumn::Trend);
    if (m_isAsking)
        askForNext();
}

void RowPasts::askForNext()
{
    QList<qint64> ids;
    QByteArrayList urls;
    for (int row = m_results.rowAfter(m_lastId); row < m_results.rowCount() && ids.size() < rowsAtOnce;
         ++row) {
        ids.append(m_results.at(row).id);
        urls.append(m_results.at(row).entry.url);
    }
    m_isAsking = !ids.isEmpty();
    if (!m_isAsking)
        return;
    m_lastId = ids.constLast();
    m_history.ask(
        this,
        [urls, now = QDateTime::currentDateTimeUtc()](HistoryFile &file) {
            return readRowPasts(file, urls, now);
        },
        [this, ids, round = m_round](const Answer<QList<RowPast>> &answer) {
            if (round != m_round)
                return;
            // Why it cannot be read is said where people look at one URL.
            const auto *pasts = std::get_if<QList<RowPast>>(&answer);
            m_isAsking = pasts != nullptr;
            if (pasts)
                take(ids, *pasts);
        });
}

void RowPasts::take(const QList<qint64> &ids, const QList<RowPast> &pasts)
{
    m_results.setPasts(ids, pasts);
    askForNext();
}

} // namespace rollcall
