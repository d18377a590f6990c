// SPDX-License-Identifier: MIT
// Where a check stands, in numbers.
#pragma once

#include "core/check/checkresult.h"

#include <QtGlobal>

#include <chrono>

namespace rollcall {

/// Where a running check stands, or how it ended.
struct CheckProgress {
    CheckProgress() = default;

    qsizetype total = 0;
    qsizetype running = 0;
    qsizetype ok = 0;
    qsizetype warnings = 0;
    qsizetype failed = 0;
    qsizetype cancelled = 0;
    std::chrono::milliseconds elapsed{0}; ///< without the time for which the check was paused
    bool isPaused = false;                ///< no call begins; what is in flight ends

    /// URLs that have their result.
    qsizetype done() const { return ok + warnings + failed + cancelled; }
    /// Counts one more result.
    void count(Outcome outcome);

    friend bool operator==(const CheckProgress &, const CheckProgress &) = default;
};

} // namespace rollcall
