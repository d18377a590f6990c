// SPDX-License-Identifier: MIT
// What changed between two runs, as a terminal shows it to people.
#pragma once

#include "core/check/rundifference.h"

#include <QString>

namespace rollcall::cli {

/// One line a change, the worst first, and a line with the totals. Texts from servers are made printable().
QString diffText(const RunDifference &difference);

} // namespace rollcall::cli
