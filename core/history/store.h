// SPDX-License-Identifier: MIT
// Keeps what a person would miss, the list and its last results, in one SQLite file on a thread of its own.
#pragma once

#include "core/check/checkresult.h"
#include "core/history/storeproblem.h"
#include "core/url/urlentry.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QThread>

#include <memory>
#include <optional>

namespace rollcall {

/// An entry as it is kept. Ids are given by the caller and are unique in the file; only an entry that comes
/// back has one again.
struct StoredEntry {
    StoredEntry() = default;
    StoredEntry(qint64 entryId, UrlEntry urlEntry) : id(entryId), entry(std::move(urlEntry)) {}

    qint64 id = 0;
    UrlEntry entry;
    std::optional<CheckResult> lastResult;

    friend bool operator==(const StoredEntry &, const StoredEntry &) = default;
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

    /// Nothing is opened before load().
    explicit Store(QString path, QObject *parent = nullptr);
    /// Carries out what is pending, then closes the file.
    ~Store() override;

    const QString &path() const { return m_path; }

    /// Opens (and creates) the file, mode 0600, and answers with loaded() or failed().
    void load();
    /// Adds \a entries, with their last results where they have one. The order of the list is that of the
    /// ids.
    void addEntries(QList<StoredEntry> entries);
    /// Removes the entries with these ids and their results.
    void removeEntries(QList<qint64> ids);
    /// Sets the last results of these entries; ids that are no longer there are passed over.
    void saveResults(QList<StoredResult> results);
    /// Answers with saved() once everything asked for before is on disk, or with failed() where something of
    /// it is not.
    void flush();

Q_SIGNALS:
    void loaded(const QList<rollcall::StoredEntry> &entries);
    void saved();
    /// \a detail is the system's or SQLite's own reason, in English.
    void failed(rollcall::StoreFailure failure, const QString &detail);

private:
    class Worker;
    QString m_path;
    Worker *m_worker = nullptr;
    std::unique_ptr<QThread> m_thread;
};

} // namespace rollcall
