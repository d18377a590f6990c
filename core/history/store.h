// SPDX-License-Identifier: MIT
// Keeps what a person would miss, the lists and their last results, in one SQLite file on a thread of its
// own.
#pragma once

#include "core/check/checkresult.h"
#include "core/history/storedanswer.h"
#include "core/history/storedlist.h"
#include "core/history/storeproblem.h"
#include "core/url/urlentry.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QThread>

#include <memory>

namespace rollcall {

/// An entry as it is kept. Ids are given by the caller and are unique in the file; only an entry that comes
/// back has one again.
struct StoredEntry {
    StoredEntry() = default;
    StoredEntry(qint64 entryId, UrlEntry urlEntry) : id(entryId), entry(std::move(urlEntry)) {}

    qint64 id = 0;
    UrlEntry entry;
    /// Null: none. On the heap, since a result is large, and a million entries may have none.
    std::shared_ptr<const CheckResult> lastResult;

    friend bool operator==(const StoredEntry &a, const StoredEntry &b)
    {
        const bool isSameResult =
            a.lastResult && b.lastResult ? *a.lastResult == *b.lastResult : a.lastResult == b.lastResult;
        return a.id == b.id && a.entry == b.entry && isSameResult;
    }
};

/// The last result of the entry with this id.
struct StoredResult {
    StoredResult() = default;
    StoredResult(qint64 entryId, CheckResult checkResult) : id(entryId), result(std::move(checkResult)) {}

    qint64 id = 0;
    CheckResult result;
};

/// The store. Lives in the window's thread; every call returns at once and is carried out in order on the
/// store's own thread; each write is one transaction. After a failure to open, writes are dropped. A failure
/// to write is said once, and again only after the next flush().
class Store : public QObject
{
    Q_OBJECT
public:
    /// The file in the application's data folder.
    static QString defaultPath();

    /// Nothing is opened before load() or loadLists().
    explicit Store(QString path, QObject *parent = nullptr);
    /// Carries out what is pending, then closes the file.
    ~Store() override;

    /// Opens (and creates) the file, mode 0600, and answers with listsLoaded() or failed().
    void loadLists();
    /// Answers with the entries of a list, loaded(), or with failed(). Opens the file as loadLists() does.
    void load(qint64 listId = StoredList::firstId);
    /// Answers with the entries of a list, entriesLoaded(), after everything asked for before; not after a
    /// failure.
    void loadEntries(qint64 listId);
    /// Answers with listsCounted(), after everything asked for before.
    void countLists();
    /// Answers with listsSummarized(), after everything asked for before; with nothing if the file is not
    /// open. Takes a second for a million results.
    void summarizeLists();

    /// Adds an empty list behind all others.
    void addList(StoredList list);
    /// Adds a list with the settings and the entries of the list \a from, but without their results. The ids
    /// of the entries ascend from \a firstEntryId; there are to be enough that are free.
    void duplicateList(qint64 from, StoredList copy, qint64 firstEntryId);
    /// Sets the name, the settings and the plan of the list with this id.
    void changeList(StoredList list);
    /// Puts all lists in this order.
    void orderLists(QList<qint64> ids);
    /// Hides a list. It is deleted by purgeLists(), until when restoreList() brings it back.
    void removeList(qint64 id);
    void restoreList(qint64 id);
    void purgeLists();

    /// Adds \a entries, with their last results where they have one. The order of a list is that of the
    /// ids. An entry that was removed since the file was opened, and comes back with the result that it had,
    /// has its answer again.
    void addEntries(QList<StoredEntry> entries, qint64 listId = StoredList::firstId);
    /// Sets the URLs and the details of the entries with these ids, and their last results: an entry without
    /// one loses it.
    void replaceEntries(QList<StoredEntry> entries);
    /// Sets the details of the entries with these ids, and nothing else.
    void changeDetails(QList<StoredEntry> entries);
    /// Puts the entries with these ids into another list, with their results.
    void moveEntries(QList<qint64> ids, qint64 listId);
    /// Removes the entries with these ids and their results.
    void removeEntries(QList<qint64> ids);
    /// Sets the last results of these entries; ids that are no longer there are passed over.
    void saveResults(QList<StoredResult> results);
    /// Notes that a check of these entries begins: until endCheck(), those that saveResults() has given no
    /// result but Outcome::Cancelled are left, and the next listsLoaded() says so. \a total is how many there
    /// were at first, more than \a ids where an interrupted check goes on.
    void beginCheck(qint64 listId, QList<qint64> ids, qint64 total);
    void endCheck();
    /// Answers with answerLoaded(), after everything asked for before; with an empty answer if there is none.
    void loadAnswer(qint64 entryId);
    /// Answers with saved() once everything asked for before is on disk, or with failed() where something of
    /// it is not.
    void flush();

Q_SIGNALS:
    void listsLoaded(const rollcall::StoredLists &lists);
    void listsCounted(const rollcall::TotalsByList &totals);
    void listsSummarized(const rollcall::SummariesByList &summaries);
    void loaded(const QList<rollcall::StoredEntry> &entries, qint64 listId);
    void entriesLoaded(const QList<rollcall::StoredEntry> &entries, qint64 listId);
    void answerLoaded(qint64 entryId, const rollcall::StoredAnswer &answer);
    void saved();
    /// \a detail is the system's or SQLite's own reason, in English.
    void failed(rollcall::StoreFailure failure, const QString &detail);

private:
    class Worker;
    template <class Work>
    void post(Work work);

    QString m_path;
    Worker *m_worker = nullptr;
    std::unique_ptr<QThread> m_thread;
};

} // namespace rollcall
