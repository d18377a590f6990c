// SPDX-License-Identifier: MIT
// A watch in one line, for the foot of the window and the tray.
#pragma once

#include "core/monitor/watchstate.h"

#include <QString>

namespace rollcall {

/// "Watching 3 lists, 1 URL down, next check in 2 min" at \a now, UTC; empty where nothing is watched.
QString watchSummary(const WatchState &state, const QDateTime &now);

} // namespace rollcall
