// SPDX-License-Identifier: MIT
// The words that people read on their desktop for what a watch tells.
#pragma once

#include "core/monitor/alertmessage.h"

#include <QString>

namespace rollcall {

/// What alerts of \a kind tell, as one of a choice: "Down".
QString alertKindWords(AlertKind kind);
/// "example.com is down"; of many alerts how many they are.
QString alertTitleWords(const AlertMessage &message);
/// What there is to say beyond the title; of many alerts the titles of the first. May be empty.
QString alertTextWords(const AlertMessage &message);

} // namespace rollcall
