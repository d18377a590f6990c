// SPDX-License-Identifier: MIT
// The result of checking one URL of a list, as a plain value.
#pragma once

#include "core/check/reason.h"
#include "core/net/fetchresult.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace rollcall {

/// The verdict on one URL.
enum class Outcome : quint8 {
    Ok,
    Warning,
    Failed,
    Cancelled, ///< stopped, or never started
};

/// The word for \a outcome in CSV and JSON: "ok", "warning", "failed", "cancelled".
const char *slug(Outcome outcome);
/// The outcome with this slug.
std::optional<Outcome> outcomeFromSlug(QByteArrayView slug);

/// What is known about one URL after a check.
struct CheckResult {
    CheckResult() = default;

    /// The result of a URL whose check never began.
    static CheckResult neverStarted(QByteArray url);
    /// The result of a URL whose host was given up, because \a calls in a row failed, the last one with \a
    /// error.
    static CheckResult notCalled(QByteArray url, ErrorKind error, int calls);

    QByteArray url; ///< the entry's
    Outcome outcome = Outcome::Cancelled;
    int attempts = 0;                                   ///< calls made, retries included; 0: never started
    std::optional<std::chrono::microseconds> queueTime; ///< the wait for a slot, not part of any other time
    std::optional<QDateTime> startedAt;                 ///< UTC, when it left the queue
    FetchResult fetch;                                  ///< its error is the first reason for the outcome
    QList<Reason> furtherReasons;                       ///< if there is more than one

    friend bool operator==(const CheckResult &, const CheckResult &) = default;
};

/// All reasons for the outcome; none for Ok. Any thread.
QList<Reason> reasonsOf(const CheckResult &result);
/// The plain sentences for people, in English: each reason's sentence with its detail; empty for a result
/// without a reason. Any thread.
QString englishMessage(const CheckResult &result);
/// \a result as it may be shown: without the secrets in its URLs and details (see core/url/redact.h). Any
/// thread.
CheckResult redacted(CheckResult result);

/// A result and the position in the started list that it belongs to.
struct IndexedResult {
    IndexedResult() = default;
    IndexedResult(qsizetype entryIndex, CheckResult checkResult)
        : index(entryIndex),
          result(std::move(checkResult))
    {
    }

    qsizetype index = -1;
    CheckResult result;

    friend bool operator==(const IndexedResult &, const IndexedResult &) = default;
};

} // namespace rollcall
