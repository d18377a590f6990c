// SPDX-License-Identifier: MIT
// What changed at a URL, in English sentences of a few words.
#pragma once

#include "core/check/rundifference.h"

#include <QString>

namespace rollcall {

/// What \a change of \a difference is, for example "12345 bytes, 3210 before (-74 %)"; empty where the change
/// says it all. Any thread.
QString englishDetail(const UrlDifference &difference, Change change);

/// All changes at the URL on one line: "another size: 12345 bytes ...; another content". Any thread.
QString englishSummary(const UrlDifference &difference);

} // namespace rollcall
