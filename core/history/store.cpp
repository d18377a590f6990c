// SPDX-License-Identifier: MIT
#include "core/history/store.h"

#include "core/history/storeworker.h"

#include <QMetaObject>
#include <QStandardPaths>

#include <utility>

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

/// Calls \a work(worker) on the store's thread, behind everything asked for before.
template <class Work>
void Store::post(Work work)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work = std::move(work)] { work(*worker); }, Qt::QueuedConnection);
}

void Store::loadLists()
{
    post([](Worker &worker) { worker.loadLists(); });
}

void Store::load(qint64 listId)
{
    post([listId](Worker &worker) { worker.load(listId); });
}

void Store::loadEntries(qint64 listId)
{
    post([listId](Worker &worker) { worker.loadEntries(listId); });
}

void Store::countLists()
{
    post([](Worker &worker) { worker.countLists(); });
}

void Store::summarizeLists()
{
    post([](Worker &worker) { worker.summarizeLists(); });
}

void Store::addList(StoredList list)
{
    post([list = std::move(list)](Worker &worker) { worker.addList(list); });
}

void Store::duplicateList(qint64 from, StoredList copy, qint64 firstEntryId)
{
    post([from, copy = std::move(copy), firstEntryId](Worker &worker) {
        worker.duplicateList(from, copy, firstEntryId);
    });
}

void Store::changeList(StoredList list)
{
    post([list = std::move(list)](Worker &worker) { worker.changeList(list); });
}

void Store::orderLists(QList<qint64> ids)
{
    post([ids = std::move(ids)](Worker &worker) { worker.orderLists(ids); });
}

void Store::removeList(qint64 id)
{
    post([id](Worker &worker) { worker.setListRemoved(id, true); });
}

void Store::restoreList(qint64 id)
{
    post([id](Worker &worker) { worker.setListRemoved(id, false); });
}

void Store::purgeLists()
{
    post([](Worker &worker) { worker.purgeLists(); });
}

void Store::addEntries(QList<StoredEntry> entries, qint64 listId)
{
    post([entries = std::move(entries), listId](Worker &worker) { worker.addEntries(entries, listId); });
}

void Store::replaceEntries(QList<StoredEntry> entries)
{
    post([entries = std::move(entries)](Worker &worker) { worker.replaceEntries(entries); });
}

void Store::changeDetails(QList<StoredEntry> entries)
{
    post([entries = std::move(entries)](Worker &worker) { worker.changeDetails(entries); });
}

void Store::moveEntries(QList<qint64> ids, qint64 listId)
{
    post([ids = std::move(ids), listId](Worker &worker) { worker.moveEntries(ids, listId); });
}

void Store::removeEntries(QList<qint64> ids)
{
    post([ids = std::move(ids)](Worker &worker) { worker.removeEntries(ids); });
}

void Store::saveResults(QList<StoredResult> results)
{
    post([results = std::move(results)](Worker &worker) { worker.saveResults(results); });
}

void Store::beginCheck(qint64 listId, QList<qint64> ids, qint64 total)
{
    post([listId, ids = std::move(ids), total](Worker &worker) { worker.beginCheck(listId, ids, total); });
}

void Store::endCheck()
{
    post([](Worker &worker) { worker.endCheck(); });
}

void Store::loadAnswer(qint64 entryId)
{
    post([entryId](Worker &worker) { worker.loadAnswer(entryId); });
}

void Store::flush()
{
    post([](Worker &worker) { worker.flush(); });
}

} // namespace rollcall
