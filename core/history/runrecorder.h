// SPDX-License-Identifier: MIT
// Hands a run that is under way to the history, result by result.
#pragma once

#include "core/history/history.h"

#include <QObject>
#include <QTimer>

namespace rollcall {

class CheckSession;

/// Gathers results and hands them over once a second, since each write waits for the disk: no more than a
/// second is lost in a crash. A failure of this computer's own network does not count. Needs an event loop.
class RunRecorder : public QObject
{
    Q_OBJECT
public:
    /// \a history is borrowed and outlives this.
    explicit RunRecorder(History &history, QObject *parent = nullptr);
    /// Hands over what is left. A run that has not ended stays one.
    ~RunRecorder() override;

    /// Records every check of \a session, in whose thread this lives, from now on.
    void follow(CheckSession &session);
    /// What the runs of follow() are called: the list that is checked, and its number in the store.
    void setList(const QString &name, std::optional<qint64> id);

    /// Begins a run; one that has not ended is ended first, as far as it came.
    void begin(const RunStart &start);
    /// Outside of a run nothing is recorded.
    void add(const QList<IndexedResult> &results);
    void end(const CheckProgress &summary);

Q_SIGNALS:
    /// The history was given results, or the end of a run: what it is asked from now on, it answers with
    /// them.
    void handedOver();

private:
    void handOver();

    History &m_history;
    QString m_listName;
    std::optional<qint64> m_listId;
    std::optional<RunTicket> m_run;
    CheckProgress m_counts; ///< of what was added
    QList<HistoryResult> m_pending;
    QTimer m_timer;
};

} // namespace rollcall
