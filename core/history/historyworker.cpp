// SPDX-License-Identifier: MIT
#include "core/history/historyworker.h"

#include <utility>

namespace rollcall {

namespace {

using namespace std::chrono_literals;

// What is to be done comes up by the minute; each round has its price, and nobody waits for it.
constexpr auto upkeepInterval = 5min;

} // namespace

History::Worker::Worker(History &history, QString path)
    : m_history(history),
      m_path(std::move(path)),
      m_notOpen(StoreFailure::CannotOpen, QStringLiteral("the file was not opened")),
      m_upkeepTimer(new QTimer(this))
{
    m_upkeepTimer->setInterval(upkeepInterval);
    connect(m_upkeepTimer, &QTimer::timeout, this, &Worker::keepInOrder);
}

MaybeProblem History::Worker::open()
{
    if (m_file)
        return std::nullopt;
    auto file = std::make_unique<HistoryFile>(m_path);
    if (MaybeProblem problem = file->open()) {
        m_notOpen = *problem;
        return problem;
    }
    m_file = std::move(file);
    m_upkeepTimer->start();
    QMetaObject::invokeMethod(this, &Worker::keepInOrder, Qt::QueuedConnection);
    return std::nullopt;
}

MaybeProblem History::Worker::flush()
{
    if (!m_file)
        return m_notOpen;
    if (MaybeProblem unsaved = std::exchange(m_unsaved, std::nullopt))
        return unsaved;
    return m_file->flush();
}

void History::Worker::beginRun(RunTicket ticket, const RunStart &start)
{
    write([&](HistoryFile &file) {
        OpenRun run{0, start.began};
        MaybeProblem problem = file.beginRun(start, run.id);
        if (!problem)
            m_runs.insert(ticket, run);
        return problem;
    });
}

void History::Worker::addResults(RunTicket ticket, const QList<HistoryResult> &results)
{
    const auto run = m_runs.constFind(ticket);
    if (run == m_runs.cend())
        return; // its beginning could not be written, which was said
    write([&](HistoryFile &file) { return file.addResults(run->id, run->began, results); });
}

void History::Worker::endRun(RunTicket ticket, const QDateTime &ended, const CheckProgress &counts)
{
    const OpenRun run = m_runs.take(ticket);
    if (run.id == 0)
        return;
    write([&](HistoryFile &file) { return file.endRun(run.id, ended, counts); });
}

// A slice a turn of the event loop, so that queries and writes come in between. A failure is that of the
// disk, of which the next write tells, and what is left undone is done the next time.
void History::Worker::keepInOrder()
{
    if (!m_file)
        return;
    const Answer<bool> hasMore = m_file->upkeep().step(QDateTime::currentDateTimeUtc());
    if (const auto *problem = std::get_if<StoreProblem>(&hasMore)) {
        if (problem->failure == StoreFailure::Damaged)
            giveUp(*problem);
        return;
    }
    if (std::get<bool>(hasMore))
        QMetaObject::invokeMethod(this, &Worker::keepInOrder, Qt::QueuedConnection);
}

// Leaves the file as it is from now on.
void History::Worker::giveUp(const StoreProblem &problem)
{
    m_upkeepTimer->stop();
    m_file.reset();
    m_runs.clear();
    m_notOpen = problem;
    report(problem);
}

void History::Worker::report(const StoreProblem &problem)
{
    QMetaObject::invokeMethod(
        &m_history,
        [&history = m_history, problem] { Q_EMIT history.failed(problem.failure, problem.detail); },
        Qt::QueuedConnection);
}

} // namespace rollcall
