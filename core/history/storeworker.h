// SPDX-License-Identifier: MIT
// The part of the store that lives in its thread and talks to the file.
#pragma once

#include "core/history/database.h"
#include "core/history/store.h"

#include <QObject>

#include <memory>

namespace rollcall {

/// Carries out the calls of a Store, which answers them in its own thread.
class Store::Worker : public QObject
{
public:
    Worker(Store &store, QString path);

    void loadLists();
    void load(qint64 listId);
    void loadEntries(qint64 listId);
    void countLists();
    void summarizeLists();
    void addList(const StoredList &list);
    void duplicateList(qint64 from, const StoredList &copy, qint64 firstEntryId);
    void changeList(const StoredList &list);
    void orderLists(const QList<qint64> &ids);
    void setListRemoved(qint64 id, bool isRemoved);
    void purgeLists();
    void addEntries(const QList<StoredEntry> &entries, qint64 listId);
    void replaceEntries(const QList<StoredEntry> &entries);
    void changeDetails(const QList<StoredEntry> &entries);
    void moveEntries(const QList<qint64> &ids, qint64 listId);
    void removeEntries(const QList<qint64> &ids);
    void saveResults(const QList<StoredResult> &results);
    void beginCheck(qint64 listId, const QList<qint64> &ids, qint64 total);
    void endCheck();
    void loadAnswer(qint64 entryId);
    void flush();

private:
    bool open();
    template <class Signal>
    void answer(Signal signal);
    template <class Body>
    void write(Body body);
    void giveUp(const StoreProblem &problem);
    void report(const StoreProblem &problem);

    Store &m_store; // outlives the thread
    const QString m_path;
    std::unique_ptr<Database> m_database;
    StoreProblem m_notOpen; // why there is no m_database
    MaybeProblem m_unsaved; // why something asked for since the last flush() is not in the file
};

} // namespace rollcall
