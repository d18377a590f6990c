// SPDX-License-Identifier: MIT
// Reads and writes lengths of time as configuration files have them: "30s", "1m30s", "500ms".
#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace rollcall {

/// Reads numbers with their units h, m, s or ms, as Go writes durations; a lone number is one of seconds.
/// Nothing for what is none, is not above zero, or is beyond a year.
std::optional<std::chrono::milliseconds> durationFromText(QStringView text);

/// In the same form, in seconds or milliseconds.
QString durationText(std::chrono::milliseconds duration);

} // namespace rollcall
