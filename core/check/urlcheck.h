// SPDX-License-Identifier: MIT
// Calls one URL of a list and gives the verdict.
#pragma once

#include "core/async/coroutine.h"
#include "core/check/checkresult.h"
#include "core/check/checksettings.h"
#include "core/check/previousanswer.h"
#include "core/check/rules.h"
#include "core/url/urlentry.h"

#include <optional>

namespace rollcall {

class UrlFetcher;

/// How one URL is to be checked, beside the settings.
struct UrlCheckContext {
    UrlCheckContext() = default;
    UrlCheckContext(UrlEntry urlEntry, int laneNumber, bool hostHasMore)
        : entry(std::move(urlEntry)),
          lane(laneNumber),
          keepConnection(hostHasMore)
    {
    }

    UrlEntry entry; ///< what it says of its method, headers, body, statuses and time limit comes first
    int lane = 0;
    bool keepConnection = false;
    std::optional<PreviousAnswer> previous;
};

/// The method that \a entry is called with.
QByteArray methodFor(const UrlEntry &entry, const CheckSettings &settings);

/// What a check under \a settings asks of the URL of \a entry.
FetchRequest requestFor(const UrlEntry &entry, const CheckSettings &settings);

/// Calls context.entry once through \a fetcher, within its time limit from now, and completes \a result; what
/// the pointers refer to outlives it. The result's queueTime is left to the caller. Throws Cancelled when
/// cancelled, nothing else: what was known by then stays in the result.
async::Coroutine<void> checkUrl(UrlFetcher *fetcher, const CheckSettings *settings, UrlCheckContext context,
                                CheckResult *result);

/// Whether another call may well succeed: the failure, judged already, is one of the moment, not of the URL.
bool isTransient(const FetchResult &result);
/// Of these, whether it is worth a call at the end of the run. Not where nobody answered at all within a
/// time-out: a list with many dead hosts would take hours.
bool deservesSecondRound(const FetchResult &result);

} // namespace rollcall
