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
    if (m_isWatching && !m_thread.isRunning()) {
        m_engine->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
        m_thread.start();
    }
    if (m_thread.isRunning()) {
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, order = m_order, lists] { engine->watch(order, lists); },
            Qt::QueuedConnection);
    }
    if (!m_isWatching)
        Q_EMIT stateChanged(WatchState());
}

} // namespace rollcall
