// SPDX-License-Identifier: MIT
#include "core/history/runrecorder.h"

#include "core/check/checksession.h"

#include <QDateTime>
#include <QSignalBlocker>

#include <utility>

namespace rollcall {

namespace {

using namespace std::chrono_literals;

constexpr auto handOverInterval = 1s;

/// Whether \a result tells something about the site, and not about the network of this computer.
bool saysSomething(const CheckResult &result)
{
    return result.fetch.error != ErrorKind::LocalNetwork;
}

} // namespace

RunRecorder::RunRecorder(History &history, QObject *parent) : QObject(parent), m_history(history)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(handOverInterval);
    connect(&m_timer, &QTimer::timeout, this, &RunRecorder::handOver);
}

RunRecorder::~RunRecorder()
{
    const QSignalBlocker silence(this); // who would hear of it may be about to go, too
    handOver();
}

void RunRecorder::follow(CheckSession &session)
{
    connect(&session, &CheckSession::begun, this, [this](qsizetype total) {
        RunStart start(RunKind::Window, m_listName, QDateTime::currentDateTimeUtc(), total);
        start.listId = m_listId;
        begin(start);
    });
    connect(&session, &CheckSession::resultsReady, this, &RunRecorder::add);
    connect(&session, &CheckSession::finished, this, &RunRecorder::end);
}

void RunRecorder::setList(const QString &name, std::optional<qint64> id)
{
    m_listName = name;
    m_listId = id;
}

void RunRecorder::begin(const RunStart &start)
{
    if (m_run)
        end(m_counts);
    m_counts = {};
    m_counts.total = start.total;
    m_run = m_history.beginRun(start);
}

void RunRecorder::add(const QList<IndexedResult> &results)
{
    if (!m_run)
        return;
    for (const IndexedResult &each : results) {
        m_counts.count(each.result.outcome);
        if (each.result.outcome != Outcome::Cancelled)
            m_pending.append(HistoryResult(each.index, each.result, saysSomething(each.result)));
    }
    if (!m_pending.isEmpty() && !m_timer.isActive())
        m_timer.start();
}

void RunRecorder::end(const CheckProgress &summary)
{
    if (!m_run)
        return;
    handOver();
    m_history.endRun(*std::exchange(m_run, std::nullopt), QDateTime::currentDateTimeUtc(), summary);
    Q_EMIT handedOver();
}

void RunRecorder::handOver()
{
    m_timer.stop();
    if (!m_run || m_pending.isEmpty())
        return;
    m_history.addResults(*m_run, std::exchange(m_pending, {}));
    Q_EMIT handedOver();
}

} // namespace rollcall
