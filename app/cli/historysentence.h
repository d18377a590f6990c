// SPDX-License-Identifier: MIT
// What the command line says about a history that cannot be used.
#pragma once

#include "core/history/storeproblem.h"

#include <QString>

namespace rollcall::cli {

/// One English sentence that names the file at \a path.
QString historySentence(const QString &path, const StoreProblem &problem);

} // namespace rollcall::cli
