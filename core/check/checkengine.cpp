// SPDX-License-Identifier: MIT
#include "core/check/checkengine.h"

#include "core/async/task.h"
#include "core/check/checkrun.h"

#include <QThread>

#include <chrono>

namespace rollcall {

namespace {

/// As often as a window can usefully repaint.
constexpr std::chrono::milliseconds sendInterval(34);

} // namespace

CheckEngine::CheckEngine() : m_sendTimer(this)
{
    m_sendTimer.setSingleShot(true);
    m_sendTimer.setInterval(sendInterval);
    connect(&m_sendTimer, &QTimer::timeout, this, &CheckEngine::send);
}

CheckEngine::~CheckEngine() = default;

void CheckEngine::start(const UrlList &list, const CheckSettings &settings, const PreviousAnswers &previous)
{
    if (m_run)
        return;
    m_run = std::make_unique<CheckRun>(list, settings, previous);
    m_run->onStarted([this](qsizetype index) {
        m_started.append(index);
        sendSoon();
    });
    m_run->onResult([this](IndexedResult result) {
        m_results.append(std::move(result));
        sendSoon();
    });
    async::createTask(check(), QStringLiteral("check"));
}

async::Coroutine<void> CheckEngine::check()
{
    async::Coroutine<CheckProgress> running = m_run->run();
    const CheckProgress summary = co_await std::move(running);
    m_sendTimer.stop();
    send();
    m_run.reset();
    Q_EMIT finished(summary);
    if (m_isShuttingDown)
        thread()->quit();
}

void CheckEngine::stop()
{
    if (m_run)
        m_run->stop();
}

void CheckEngine::setLimits(CheckLimits limits)
{
    if (m_run)
        m_run->setLimits(limits);
}

void CheckEngine::setPaused(bool paused)
{
    if (!m_run)
        return;
    m_run->setPaused(paused);
    sendSoon(); // so that the pause is seen
}

void CheckEngine::shutDown()
{
    m_isShuttingDown = true;
    if (m_run)
        m_run->stop();
    else
        thread()->quit();
}

void CheckEngine::sendSoon()
{
    if (!m_sendTimer.isActive())
        m_sendTimer.start();
}

void CheckEngine::send()
{
    if (!m_started.isEmpty())
        Q_EMIT started(std::exchange(m_started, {}));
    if (!m_results.isEmpty())
        Q_EMIT resultsReady(std::exchange(m_results, {}));
    Q_EMIT progressChanged(m_run->progress());
}

} // namespace rollcall
