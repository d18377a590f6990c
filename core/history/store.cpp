// SPDX-License-Identifier: MIT
#include "core/history/store.h"

#include "core/history/storeworker.h"

#include <QMetaObject>
#include <QStandardPaths>

namespace rollcall {

QString Store::defaultPath()
{
    // Not AppDataLocation, which differs between the window and the command line program.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/rollcall/rollcall.sqlite");
}

Store::Store(QString path, QObject *parent)
    : QObject(parent),
      m_path(std::move(path)),
      m_worker(new Worker(*this, m_path)),
      m_thread(std::make_unique<QThread>())
{
    m_thread->setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

Store::~Store()
{
    // Behind everything that is pending.
    QMetaObject::invokeMethod(
        m_worker, [thread = m_thread.get()] { thread->quit(); }, Qt::QueuedConnection);
    m_thread->wait();
}

void Store::load()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->load(); }, Qt::QueuedConnection);
}

void Store::addEntries(QList<StoredEntry> entries)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, entries = std::move(entries)] { worker->addEntries(entries); },
        Qt::QueuedConnection);
}

void Store::removeEntries(QList<qint64> ids)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, ids = std::move(ids)] { worker->removeEntries(ids); },
        Qt::QueuedConnection);
}

void Store::saveResults(QList<StoredResult> results)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, results = std::move(results)] { worker->saveResults(results); },
        Qt::QueuedConnection);
}

void Store::loadAnswer(qint64 entryId)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, entryId] { worker->loadAnswer(entryId); }, Qt::QueuedConnection);
}

void Store::flush()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->flush(); }, Qt::QueuedConnection);
}

} // namespace rollcall
