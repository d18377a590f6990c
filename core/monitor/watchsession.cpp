// SPDX-License-Identifier: MIT
#include "core/monitor/watchsession.h"

#include "core/monitor/watchengine.h"

#include <utility>

namespace rollcall {

WatchSession::WatchSession(QString path, WatchSettings settings, QObject *parent)
    : QObject(parent),
      m_engine(new WatchEngine(std::move(path), std::move(settings)))
{
    m_thread.setObjectName(QStringLiteral("watch"));
    connect(m_engine, &WatchEngine::newsReady, this,
            [this](int order, const WatchNews &news, const WatchState &state) {
                if (order != m_order)
                    return;
                if (!news.isEmpty())
                    Q_EMIT newsReady(news);
                Q_EMIT stateChanged(state);
            });
    connect(m_engine, &WatchEngine::messageReady, this, &WatchSession::messageReady);
    connect(m_engine, &WatchEngine::tested, this, &WatchSession::tested);
    connect(m_engine, &WatchEngine::deliveryFailed, this, &WatchSession::deliveryFailed);
    connect(m_engine, &WatchEngine::problemFound, this, &WatchSession::problemFound);
}

WatchSession::~WatchSession()
{
    if (!m_thread.isRunning()) {
        delete m_engine;
        return;
    }
    QMetaObject::invokeMethod(m_engine, &WatchEngine::shutDown, Qt::QueuedConnection);
    m_thread.wait();
}

void WatchSession::watch(const QList<WatchedList> &lists)
{
    m_isWatching = !lists.isEmpty();
    ++m_order;
    if (m_isWatching)
        startThread();
    if (m_thread.isRunning()) {
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, order = m_order, lists] { engine->watch(order, lists); },
            Qt::QueuedConnection);
    }
    if (!m_isWatching)
        Q_EMIT stateChanged(WatchState());
}

void WatchSession::setChannels(const AlertChannels &channels)
{
    if (!m_thread.isRunning()) {
        m_engine->setChannels(channels);
        return;
    }
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, channels] { engine->setChannels(channels); }, Qt::QueuedConnection);
}

void WatchSession::test(AlertWay way, const AlertChannels &channels)
{
    startThread();
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, way, channels] { engine->test(way, channels); }, Qt::QueuedConnection);
}

void WatchSession::startThread()
{
    if (m_thread.isRunning())
        return;
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    m_thread.start();
}

} // namespace rollcall
