// SPDX-License-Identifier: MIT
#include "core/check/checksession.h"

#include "core/check/checkengine.h"

namespace rollcall {

CheckSession::CheckSession(QObject *parent) : QObject(parent), m_engine(new CheckEngine)
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_engine, &CheckEngine::started, this, &CheckSession::started);
    connect(m_engine, &CheckEngine::resultsReady, this, &CheckSession::resultsReady);
    connect(m_engine, &CheckEngine::progressChanged, this, &CheckSession::progressChanged);
    connect(m_engine, &CheckEngine::finished, this, [this](const CheckProgress &summary) {
        m_running = false;
        if (std::exchange(m_paused, false))
            Q_EMIT pausedChanged(false);
        Q_EMIT finished(summary);
    });
    m_thread.start();
}

CheckSession::~CheckSession()
{
    QMetaObject::invokeMethod(m_engine, &CheckEngine::shutDown, Qt::QueuedConnection);
    m_thread.wait();
}

bool CheckSession::isRunning() const
{
    return m_running;
}

bool CheckSession::isPaused() const
{
    return m_paused;
}

void CheckSession::start(UrlList list, CheckSettings settings, PreviousAnswers previous)
{
    Q_ASSERT(!validate(settings));
    if (std::exchange(m_running, true))
        return;
    const qsizetype total = list.size();
    QMetaObject::invokeMethod(
        m_engine,
        [engine = m_engine, list = std::move(list), settings = std::move(settings),
         previous = std::move(previous)] { engine->start(list, settings, previous); },
        Qt::QueuedConnection);
    Q_EMIT begun(total);
}

void CheckSession::stop()
{
    QMetaObject::invokeMethod(m_engine, &CheckEngine::stop, Qt::QueuedConnection);
}

void CheckSession::setLimits(CheckLimits limits)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, limits] { engine->setLimits(limits); }, Qt::QueuedConnection);
}

void CheckSession::setPaused(bool paused)
{
    if (!m_running || m_paused == paused)
        return;
    m_paused = paused;
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, paused] { engine->setPaused(paused); }, Qt::QueuedConnection);
    Q_EMIT pausedChanged(paused);
}

} // namespace rollcall
