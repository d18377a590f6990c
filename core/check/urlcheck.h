// SPDX-License-Identifier: MIT
// Checks one URL: calls it, again if that is worth it, and gives the verdict.
#pragma once

#include "core/async/coroutine.h"
#include "core/check/checkresult.h"
#include "core/check/checksettings.h"

namespace rollcall {

class Fetcher;

/// How one URL is to be checked, beside the settings.
struct UrlCheckContext {
    UrlCheckContext() = default;
    UrlCheckContext(int laneNumber, bool hostHasMore) : lane(laneNumber), keepConnection(hostHasMore) {}

    int lane = 0;
    bool keepConnection = false;
};

/// Checks result->url with calls through \a fetcher, within settings.timeout from now, and completes \a
/// result, which outlives it; its queueTime is left to the caller. Throws Cancelled when cancelled, nothing
/// else: what was known by then stays in the result.
async::Coroutine<void> checkUrl(Fetcher *fetcher, CheckSettings settings, UrlCheckContext context,
                                CheckResult *result);

/// The verdict on an HTTP status: None for an accepted one.
ErrorKind judgeStatus(int status);
/// Whether another call may well succeed: a failure of the moment, not of the URL.
bool isTransient(const FetchResult &result);

} // namespace rollcall
