// SPDX-License-Identifier: MIT
// How gently hosts are treated that ask for fewer calls, fail for the moment, or cannot be reached.
#pragma once

#include <chrono>

namespace rollcall {

/// The settings of a run that are kind to servers, beside the limits that may change while it runs.
struct Politeness {
    Politeness() = default;

    /// Before the second call of a URL, and before a host that is too busy is called again; it doubles with
    /// each further time, up to a quarter of longestPause.
    std::chrono::milliseconds firstPause{500};
    /// However long a server asks to be left alone (Retry-After), its host is held back no longer than this.
    std::chrono::milliseconds longestPause{60'000};
    /// A host that this many calls in a row could not reach, or found too busy, is given up; 0: never.
    int giveUpAfter = 20;
    /// At the end of the run, URLs that failed for the moment are called once more, few at a time.
    bool secondRound = true;

    friend bool operator==(const Politeness &, const Politeness &) = default;
};

} // namespace rollcall
