// SPDX-License-Identifier: MIT
#include "core/check/previousanswer.h"

#include "core/check/checkresult.h"

namespace rollcall {

std::optional<PreviousAnswer> previousAnswerOf(const CheckResult &result)
{
    const bool isGood = result.outcome == Outcome::Ok || result.outcome == Outcome::Warning;
    const FetchResult &fetch = result.fetch;
    if (!isGood || fetch.error == ErrorKind::BotChallenge || fetch.bodySha256.isEmpty())
        return std::nullopt;
    return PreviousAnswer(fetch.bodyBytes, fetch.bodySha256);
}

} // namespace rollcall
