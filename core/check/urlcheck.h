// SPDX-License-Identifier: MIT
// Calls one URL of a list and gives the verdict.
#pragma once

#include "core/async/coroutine.h"
#include "core/check/checkresult.h"
#include "core/check/checksettings.h"
#include "core/check/rules.h"

namespace rollcall {

class Fetcher;

/// How one URL is to be checked, beside the settings.
struct UrlCheckContext {
    UrlCheckContext() = default;
    UrlCheckContext(int laneNumber, bool hostHasMore, Rules urlRules)
        : lane(laneNumber),
          keepConnection(hostHasMore),
          rules(std::move(urlRules))
    {
    }

    int lane = 0;
    bool keepConnection = false;
    Rules rules;
};

/// Calls result->url once through \a fetcher, within settings.timeout from now, and completes \a result,
/// which outlives it; its queueTime is left to the caller. Throws Cancelled when cancelled, nothing else:
/// what was known by then stays in the result.
async::Coroutine<void> checkUrl(Fetcher *fetcher, CheckSettings settings, UrlCheckContext context,
                                CheckResult *result);

/// Whether another call may well succeed: the failure, judged already, is one of the moment, not of the URL.
bool isTransient(const FetchResult &result);
/// Of these, whether it is worth a call at the end of the run. Not where nobody answered at all within a
/// time-out: a list with many dead hosts would take hours.
bool deservesSecondRound(const FetchResult &result);

} // namespace rollcall
