// SPDX-License-Identifier: MIT
// The tables of the store's file, and the numbered steps that lead from any earlier version to the present
// one.
#pragma once

#include "core/history/database.h"

#include <QSqlDatabase>

#include <span>

namespace rollcall::schema {

/// SQLite's application_id of our files: "Rlcl".
inline constexpr int applicationId = 0x526c'636c;

/// What leads from version - 1 to \a version: statements, carried out in one transaction.
struct Step {
    int version;
    std::span<const char *const> statements;
};

/// All steps, in order, without a gap; a published one is never changed.
std::span<const Step> steps();
/// The version that the last of the steps leads to.
int latestVersion();

/// Whether the file is ours to use: Damaged when it is no database or another program's, TooNew when a later
/// version wrote it. Writes nothing.
MaybeProblem inspect(const QSqlDatabase &connection);
/// Brings the file up to date by those of \a todo that it has not seen yet. Where one fails, the file stays
/// at the version before that step.
MaybeProblem migrate(const QSqlDatabase &connection, std::span<const Step> todo = steps());

} // namespace rollcall::schema
