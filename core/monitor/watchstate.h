// SPDX-License-Identifier: MIT
// How a watch stands, in few numbers.
#pragma once

#include <QDateTime>

namespace rollcall {

struct WatchState {
    WatchState() = default;

    int lists = 0; ///< 0: nothing is watched
    int urls = 0;
    int down = 0;       ///< of these
    bool isOut = false; ///< the own network is out: nobody is called down meanwhile
    QDateTime next;     ///< UTC, when something is due; null: never

    friend bool operator==(const WatchState &, const WatchState &) = default;
};

} // namespace rollcall
