// SPDX-License-Identifier: MIT
// What `rollcall-cli diff` makes of two runs in a history.
#pragma once

#include "app/cli/diffcommand.h"

#include <QString>

#include <variant>

namespace rollcall::cli {

/// What changed between the two runs that \a command names, or else between the last one and the one before
/// it of the same lists; an English sentence when there are no two runs to compare. Runs that ended early
/// lack URLs, which would be told of as removed: they are passed over, and refused where they are named.
std::variant<RunDifference, QString> compareStoredRuns(const DiffCommand &command);

} // namespace rollcall::cli
