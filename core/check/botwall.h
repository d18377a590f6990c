// SPDX-License-Identifier: MIT
// Tells the page of a bot protection from the answer of the site behind it.
#pragma once

#include <QtGlobal>

namespace rollcall {

struct FetchResult;

/// How much of the body of an error answer is kept to be looked at.
inline constexpr qint64 botWallBytes = qint64(16) * 1024;

/// Whether the answer is a challenge that only a browser passes: by the header fields with which some
/// protections mark it, else, for the statuses that such pages come with, by what their pages load.
bool isBotWall(const FetchResult &answer);

} // namespace rollcall
