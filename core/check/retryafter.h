// SPDX-License-Identifier: MIT
// Reads how long a server asks to be left alone.
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace rollcall {

struct FetchResult;

/// An HTTP-date in any of its three forms (RFC 9110, section 5.6.7), in UTC. \a now decides the century of
/// two-digit years. Nothing for what is none.
std::optional<QDateTime> httpDate(QByteArrayView text, const QDateTime &now);

/// How long the answer's Retry-After (RFC 9110, section 10.2.3) asks to wait: its seconds, or the time from
/// the answer's own Date, else from \a now, to its date. Zero for a date that has passed, at most a year.
/// Nothing without the field, or when it breaks the rules.
std::optional<std::chrono::milliseconds> retryAfter(const FetchResult &answer, const QDateTime &now);

} // namespace rollcall
