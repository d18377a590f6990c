// SPDX-License-Identifier: MIT
// A CheckResult as a row of the table last_results: which fact goes into which column.
#pragma once

#include "core/check/checkresult.h"

#include <QSqlQuery>
#include <QString>

namespace rollcall::resultrow {

/// The statement that sets the last result of one entry, if that is still there. Its parameters are those of
/// bind().
QString insertStatement();
/// The columns, in order, of a SELECT from "entries e" joined with "last_results r".
QString selectColumns();

/// Sets the parameters of insertStatement().
void bind(QSqlQuery &query, const CheckResult &result, qint64 entryId);
/// Reads the columns of selectColumns(), the first of which is at \a first in the current row of \a query.
/// Every field comes back exactly as bind() got it.
CheckResult read(const QSqlQuery &query, int first);

} // namespace rollcall::resultrow
