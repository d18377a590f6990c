// SPDX-License-Identifier: MIT
// Translates between accepted statuses and the conditions of Gatus.
#pragma once

#include "core/url/statusranges.h"

#include <QStringList>

namespace rollcall {

/// The statuses that meet all of \a conditions that are about the status, as in "[STATUS] == any(200, 204)"
/// or
/// "[STATUS] < 300"; empty when none is.
StatusRanges statusesOfConditions(const QStringList &conditions);

/// Conditions that exactly \a statuses meet; the usual ones when it is empty.
QStringList conditionsOfStatuses(const StatusRanges &statuses);

} // namespace rollcall
