// SPDX-License-Identifier: MIT
// Reads the values that people write for settings: byte counts, seconds, header fields.
#pragma once

#include "core/check/checksettings.h"

#include <QString>

#include <chrono>
#include <optional>

namespace rollcall {

/// A number of bytes: "512", "64M", "64MiB" (powers of 1024), "64MB" (powers of 1000); K, M, G, T, in either
/// case. Nothing for what is none, or does not fit.
std::optional<qint64> bytesFromText(const QString &text);
/// \a bytes, zero or more, exactly, with the largest unit that fits: "64 MiB", "1025 B".
QString textFromBytes(qint64 bytes);

/// A time in seconds, with decimals: "30", "0.5". Nothing for what is none, or beyond a year.
std::optional<std::chrono::milliseconds> secondsFromText(const QString &text);

/// A rate as a number a second: "5", "0.5/s", "30/m", "1000/h". Nothing for what is none.
std::optional<double> rateFromText(const QString &text);

/// A request header "Name: value" (RFC 9110, 5.1 and 5.5). Nothing for what is none.
std::optional<HeaderField> headerFromText(const QString &text);

} // namespace rollcall
