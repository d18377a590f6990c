// SPDX-License-Identifier: MIT
// Moments and durations as the history's tables have them: milliseconds, as whole numbers.
#pragma once

#include <QtGlobal>

#include <chrono>

namespace rollcall {

constexpr qint64 ms(std::chrono::milliseconds duration)
{
    return duration.count();
}

constexpr qint64 hourMs = ms(std::chrono::hours(1));
constexpr qint64 dayMs = ms(std::chrono::hours(24));

} // namespace rollcall
