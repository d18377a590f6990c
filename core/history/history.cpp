// SPDX-License-Identifier: MIT
#include "core/history/history.h"

#include "core/history/historyworker.h"

namespace rollcall {

History::History(QString path, QObject *parent)
    : QObject(parent),
      m_path(std::move(path)),
      m_worker(new Worker(*this, m_path)),
      m_thread(std::make_unique<QThread>())
{
    m_thread->setObjectName(QStringLiteral("history"));
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

History::~History()
{
    // Behind everything that is pending.
    post([thread = m_thread.get()](Worker &) { thread->quit(); });
    m_thread->wait();
}

template <class Work>
void History::post(Work work)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work = std::move(work)]() mutable { work(*worker); },
        Qt::QueuedConnection);
}

template <class Work>
MaybeProblem History::postAndWait(Work work)
{
    MaybeProblem problem;
    QMetaObject::invokeMethod(
        m_worker, [&] { problem = work(*m_worker); }, Qt::BlockingQueuedConnection);
    return problem;
}

void History::open()
{
    post([this](Worker &worker) {
        if (const MaybeProblem problem = worker.open())
            return worker.report(*problem);
        QMetaObject::invokeMethod(this, &History::opened, Qt::QueuedConnection);
    });
}

MaybeProblem History::openAndWait()
{
    return postAndWait([](Worker &worker) { return worker.open(); });
}

void History::flush()
{
    post([this](Worker &worker) {
        if (const MaybeProblem problem = worker.flush())
            return worker.report(*problem);
        QMetaObject::invokeMethod(this, &History::saved, Qt::QueuedConnection);
    });
}

MaybeProblem History::flushAndWait()
{
    return postAndWait([](Worker &worker) { return worker.flush(); });
}

RunTicket History::beginRun(const RunStart &start)
{
    const RunTicket ticket{++m_lastTicket};
    post([ticket, start](Worker &worker) { worker.beginRun(ticket, start); });
    return ticket;
}

void History::addResults(RunTicket run, QList<HistoryResult> results)
{
    post([run, results = std::move(results)](Worker &worker) { worker.addResults(run, results); });
}

void History::endRun(RunTicket run, const QDateTime &ended, const CheckProgress &counts)
{
    post([run, ended, counts](Worker &worker) { worker.endRun(run, ended, counts); });
}

void History::beginIncident(const Incident &incident)
{
    post([incident](Worker &worker) {
        worker.write([&](HistoryFile &file) { return file.beginIncident(incident); });
    });
}

void History::endIncident(const QByteArray &url, const QDateTime &ended)
{
    post([url, ended](Worker &worker) {
        worker.write([&](HistoryFile &file) { return file.endIncident(url, ended); });
    });
}

void History::noteLocalOutage(const QDateTime &began, const QDateTime &ended)
{
    post([began, ended](Worker &worker) {
        worker.write([&](HistoryFile &file) { return file.noteLocalOutage(began, ended); });
    });
}

void History::setRetention(Retention retention)
{
    Q_ASSERT(retention.isValid());
    post([retention](Worker &worker) {
        worker.write([&](HistoryFile &file) { return file.upkeep().setRetention(retention); });
    });
}

void History::runQuery(std::function<void(HistoryFile *, const StoreProblem &)> query)
{
    post([query = std::move(query)](Worker &worker) { query(worker.file(), worker.notOpen()); });
}

} // namespace rollcall
