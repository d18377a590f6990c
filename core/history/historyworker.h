// SPDX-License-Identifier: MIT
// The part of the history that lives in its thread and talks to the file.
#pragma once

#include "core/history/history.h"
#include "core/history/historyfile.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace rollcall {

/// Carries out the calls of a History, which answers them in its own thread.
class History::Worker : public QObject
{
public:
    Worker(History &history, QString path);

    MaybeProblem open();
    /// What could not be written since the last flush(), if anything.
    MaybeProblem flush();
    void beginRun(RunTicket ticket, const RunStart &start);
    void addResults(RunTicket ticket, const QList<HistoryResult> &results);
    void endRun(RunTicket ticket, const QDateTime &ended, const CheckProgress &counts);
    /// Calls body(HistoryFile &), which returns a MaybeProblem.
    template <class Body>
    void write(Body body);

    /// Null while it is not open.
    HistoryFile *file() const { return m_file.get(); }
    const StoreProblem &notOpen() const { return m_notOpen; }
    void report(const StoreProblem &problem);

private:
    struct OpenRun {
        qint64 id = 0;
        QDateTime began;
    };

    void giveUp(const StoreProblem &problem);
    void keepInOrder();

    History &m_history; // outlives the thread
    const QString m_path;
    std::unique_ptr<HistoryFile> m_file;
    StoreProblem m_notOpen; // why there is no m_file
    MaybeProblem m_unsaved; // why something asked for since the last flush() is not in the file
    QHash<RunTicket, OpenRun> m_runs;
    QTimer *m_upkeepTimer; // a child, so that it moves to the thread, too
};

// Further failures before the next flush() are not reported again: on a full disk each write would fail.
template <class Body>
void History::Worker::write(Body body)
{
    if (!m_file)
        return;
    const MaybeProblem problem = body(*m_file);
    if (!problem)
        return;
    if (problem->failure == StoreFailure::Damaged)
        return giveUp(*problem);
    if (!m_unsaved)
        report(*problem);
    m_unsaved = problem;
}

} // namespace rollcall
