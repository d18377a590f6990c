// SPDX-License-Identifier: MIT
// Where a sub-command writes what it has made as a whole: a file, or standard output.
#pragma once

#include "core/reports/savefile.h"

#include <QString>

namespace rollcall::cli {

/// Lets \a write write to the file \a path, or to standard output if that is empty or "-". An existing file
/// is replaced whole or not touched; a device or a pipe is written to directly. Returns an English sentence
/// that names the place when it failed, else an empty one. That nobody reads standard output any more is no
/// failure.
QString writeOutput(const QString &path, const WriteTo &write);

/// Whether both are, or would be, one file.
bool isSameFile(const QString &path, const QString &other);

} // namespace rollcall::cli
