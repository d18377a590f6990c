// SPDX-License-Identifier: MIT
// The statements about the entries of lists and their last results. Each is for a transaction of the
// caller's.
#pragma once

#include "core/history/database.h"
#include "core/history/store.h"

namespace rollcall::entryrows {

/// Appends the entries of a list, in their order, to \a entries.
MaybeProblem read(const QSqlDatabase &connection, qint64 listId, QList<StoredEntry> &entries);

/// Adds \a entries to a list, without their results.
MaybeProblem insert(const QSqlDatabase &connection, const QList<StoredEntry> &entries, qint64 listId);
/// Sets the URLs and the details of the entries with these ids.
MaybeProblem update(const QSqlDatabase &connection, const QList<StoredEntry> &entries);
MaybeProblem remove(const QSqlDatabase &connection, const QList<qint64> &ids);

/// The results that \a entries have.
QList<StoredResult> resultsOf(const QList<StoredEntry> &entries);
MaybeProblem insertResults(const QSqlDatabase &connection, const QList<StoredResult> &results);
MaybeProblem removeResults(const QSqlDatabase &connection, const QList<StoredEntry> &entries);

} // namespace rollcall::entryrows
