// SPDX-License-Identifier: MIT
// Moves a file that cannot be used out of the way.
#pragma once

#include "core/history/storeproblem.h"

#include <QDateTime>
#include <QString>

namespace rollcall {

/// Renames the file at \a path, and those beside it that belong to it, by adding ".damaged-" and \a now in
/// UTC, as in "rollcall.sqlite.damaged-20261124T153000Z". Nothing is deleted or overwritten. Refuses while a
/// store of another process holds the file. The answer is the new name of the file. Blocks.
Answer<QString> setAside(const QString &path, const QDateTime &now);

} // namespace rollcall
