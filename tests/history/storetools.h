// SPDX-License-Identifier: MIT
// What the tests of the store share: results to store, a store to wait for, a look at the file from outside.
#pragma once

#include "core/history/store.h"

#include <QByteArray>
#include <QSignalSpy>
#include <QString>
#include <QVariant>

namespace rollcall::test {

/// How many entries the program storewriter adds in one write.
inline constexpr qint64 storewriterBatch = 20;

/// A result in which every field has a value of its own that depends on \a seed.
CheckResult fullResult(const QByteArray &url, int seed = 0);
/// The bytes of a file.
QByteArray contentOf(const QString &path);
/// The first value that \a statement gives, on a connection to the file at \a path of its own; what went
/// wrong otherwise.
QVariant ask(const QString &path, const QString &statement);

/// A store with an ear on its signals; its calls wait for the answer.
class WatchedStore
{
public:
    explicit WatchedStore(const QString &path);

    /// Loads a list, and gives what was loaded; on failure nothing, and failure() says why.
    QList<StoredEntry> load(qint64 listId = StoredList::firstId);
    /// The same for the lists themselves.
    StoredLists loadLists();
    /// Flushes; whether saved() was the answer.
    bool flush();
    /// The last failure since the last call, if any.
    std::optional<StoreFailure> failure();
    /// How often failed() came.
    qsizetype failureCount() const { return m_failed.size(); }
    const QString &detail() const { return m_detail; }

    Store store;

private:
    bool isAnswered(const QSignalSpy &good, qsizetype failuresBefore) const;

    QSignalSpy m_loaded;
    QSignalSpy m_listsLoaded;
    QSignalSpy m_saved;
    QSignalSpy m_failed;
    qsizetype m_failuresSeen = 0;
    QString m_detail;
};

} // namespace rollcall::test
