// SPDX-License-Identifier: MIT
// What changed at a URL between two runs, as people read it.
#pragma once

#include "core/check/rundifference.h"

#include <QString>

namespace rollcall {

/// "Newly broken", "Other bytes", ...
QString changeWord(Change change);
/// What was, and what is, in a few words for a table cell each.
QString beforeWords(const UrlDifference &difference, Change change);
QString nowWords(const UrlDifference &difference, Change change);
/// The exact figures of both, or what to try; empty where the cells say it all.
QString exactChange(const UrlDifference &difference, Change change);

} // namespace rollcall
