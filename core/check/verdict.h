// SPDX-License-Identifier: MIT
// The verdict on an answer: a pure function of what was measured and what was asked for.
#pragma once

#include "core/check/checkresult.h"
#include "core/check/previousanswer.h"
#include "core/check/rules.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace rollcall {

/// An outcome with its reasons, failures before warnings; none for Ok.
struct Verdict {
    Verdict() = default;
    Verdict(Outcome verdictOutcome, QList<Reason> verdictReasons)
        : outcome(verdictOutcome),
          reasons(std::move(verdictReasons))
    {
    }

    Outcome outcome = Outcome::Ok;
    QList<Reason> reasons;

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// Judges what a call gave. A failure of the call itself is the only reason then; so is a bot wall, which is
/// a warning: nothing is known about the page behind it. \a now: for certificates. Without a \a previous
/// answer nothing has changed; what failed is not compared with it. Any thread.
Verdict judge(const FetchResult &fetch, const Rules &rules, const QDateTime &now,
              const std::optional<PreviousAnswer> &previous = {});

/// Writes \a verdict into \a result, whose fetch.error and errorDetail are the first reason.
void apply(Verdict verdict, CheckResult &result);

/// The verdict on an HTTP status: None for one of \a accept.
ErrorKind judgeStatus(int status, const StatusRanges &accept);

} // namespace rollcall
