// SPDX-License-Identifier: MIT
// The statements about the entries of lists and their last results. Each is for a transaction of the
// caller's.
#pragma once

#include "core/history/database.h"
#include "core/history/store.h"

namespace rollcall::entryrows {

/// Appends the entries of a list, in their order, to \a entries.
MaybeProblem read(const QSqlDatabase &connection, qint64 listId, QList<StoredEntry> &entries);

/// Adds \a entries to a list, with the results that they have; one that comes back has its answer again.
MaybeProblem add(const QSqlDatabase &connection, const QList<StoredEntry> &entries, qint64 listId);
/// Sets the URLs, the details and the results of the entries with these ids. A result that comes back has its
/// answer again.
MaybeProblem replace(const QSqlDatabase &connection, const QList<StoredEntry> &entries);
/// Sets the URLs and the details of the entries with these ids.
MaybeProblem update(const QSqlDatabase &connection, const QList<StoredEntry> &entries);
MaybeProblem remove(const QSqlDatabase &connection, const QList<qint64> &ids);
MaybeProblem insertResults(const QSqlDatabase &connection, const QList<StoredResult> &results);

} // namespace rollcall::entryrows
