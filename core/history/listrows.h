// SPDX-License-Identifier: MIT
// The statements about lists, what they hold, and the check that is under way. Each is for a transaction of
// the caller's.
#pragma once

#include "core/history/database.h"
#include "core/history/storedlist.h"

namespace rollcall::listrows {

MaybeProblem read(const QSqlDatabase &connection, StoredLists &lists);
MaybeProblem count(const QSqlDatabase &connection, TotalsByList &totals);
/// Looks at every last result.
MaybeProblem summarize(const QSqlDatabase &connection, SummariesByList &summaries);

/// Adds \a list behind all others.
MaybeProblem add(const QSqlDatabase &connection, const StoredList &list);
/// Sets the name, the settings and the plan of the list with the id of \a list.
MaybeProblem change(const QSqlDatabase &connection, const StoredList &list);
/// Lists that are not in \a ids keep their position.
MaybeProblem order(const QSqlDatabase &connection, const QList<qint64> &ids);
MaybeProblem setRemoved(const QSqlDatabase &connection, qint64 id, bool isRemoved);
/// Deletes the lists that are marked as removed, with all they hold.
MaybeProblem purge(const QSqlDatabase &connection);
/// Copies the entries of one list to another, with new ids that ascend from \a firstEntryId.
MaybeProblem copyEntries(const QSqlDatabase &connection, qint64 from, qint64 to, qint64 firstEntryId);
MaybeProblem moveEntries(const QSqlDatabase &connection, const QList<qint64> &ids, qint64 to);

/// Notes that these entries are to be checked, in place of what was noted before.
MaybeProblem beginCheck(const QSqlDatabase &connection, qint64 listId, const QList<qint64> &ids,
                        qint64 total);
/// Notes that these need no check any more.
MaybeProblem noteChecked(const QSqlDatabase &connection, const QList<qint64> &ids);
MaybeProblem endCheck(const QSqlDatabase &connection);

} // namespace rollcall::listrows
