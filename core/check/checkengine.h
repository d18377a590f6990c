// SPDX-License-Identifier: MIT
// The part of CheckSession that lives on the engine thread: runs checks and sends their results in batches.
#pragma once

#include "core/async/coroutine.h"
#include "core/check/checkprogress.h"
#include "core/check/checkresult.h"
#include "core/check/checksettings.h"
#include "core/check/previousanswer.h"
#include "core/url/urlentry.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace rollcall {

class CheckRun;

/// Runs one check at a time on the thread it lives in. Its signals are those of CheckSession.
class CheckEngine : public QObject
{
    Q_OBJECT
public:
    CheckEngine();
    ~CheckEngine() override;

    void start(const UrlList &list, const CheckSettings &settings, const PreviousAnswers &previous);
    void stop();
    void setLimits(CheckLimits limits);
    void setPaused(bool paused);
    /// Stops what runs, and ends this thread once it has ended.
    void shutDown();

Q_SIGNALS:
    void started(const QList<qsizetype> &indexes);
    void resultsReady(const QList<rollcall::IndexedResult> &batch);
    void progressChanged(const rollcall::CheckProgress &progress);
    void finished(const rollcall::CheckProgress &summary);

private:
    async::Coroutine<void> check();
    void sendSoon();
    void send();

    std::unique_ptr<CheckRun> m_run;
    QTimer m_sendTimer;
    QList<qsizetype> m_started;
    QList<IndexedResult> m_results;
    bool m_isShuttingDown = false;
};

} // namespace rollcall
