// SPDX-License-Identifier: MIT
// The one facade between the window and the engine thread.
#pragma once

#include "core/check/checkprogress.h"
#include "core/check/checkresult.h"
#include "core/check/checksettings.h"
#include "core/check/previousanswer.h"
#include "core/url/urlentry.h"

#include <QList>
#include <QObject>
#include <QThread>

namespace rollcall {

class CheckEngine;

/// Checks lists on an engine thread of its own. Lives in, and signals in, the thread that made it; every
/// call returns at once. Results arrive in batches, at most 30 a second. What is virtual is so for those who
/// stand in for it to measure the window alone.
class CheckSession : public QObject
{
    Q_OBJECT
public:
    /// Starts the engine thread, which idles until start().
    explicit CheckSession(QObject *parent = nullptr);
    /// Cancels a running check, waits for the engine to put its connections away, ends the thread.
    ~CheckSession() override;

    /// Between start() and finished().
    virtual bool isRunning() const;
    /// Since setPaused(true), until it is resumed or ends.
    virtual bool isPaused() const;

    /// Checks \a list under \a settings, which must be valid; \a previous is for the rules that compare
    /// answers. Ignored while a check is running.
    virtual void start(UrlList list, CheckSettings settings, PreviousAnswers previous = {});
    /// Cancels the running check: what was not done arrives as Outcome::Cancelled, then finished() follows.
    virtual void stop();
    /// Changes the limits of the running check with effect at once; lowering them lets what is in flight end.
    virtual void setLimits(CheckLimits limits);
    /// While it is paused the running check begins no call; what is in flight ends. Ignored without a check.
    virtual void setPaused(bool paused);

Q_SIGNALS:
    /// A check of this many URLs has begun.
    void begun(qsizetype total);
    /// These positions of the list have left the queue.
    void started(const QList<qsizetype> &indexes);
    /// Each position arrives exactly once between start() and finished().
    void resultsReady(const QList<rollcall::IndexedResult> &batch);
    void progressChanged(const rollcall::CheckProgress &progress);
    void pausedChanged(bool paused);
    /// All results have been delivered; \a summary has running == 0 and done() == total.
    void finished(const rollcall::CheckProgress &summary);

private:
    QThread m_thread;
    CheckEngine *m_engine; // deletes itself as the thread ends
    bool m_running = false;
    bool m_paused = false;
};

} // namespace rollcall
