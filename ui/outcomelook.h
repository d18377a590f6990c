// SPDX-License-Identifier: MIT
// How an outcome looks: its symbol and the tone of its word.
#pragma once

#include "core/check/checkresult.h"
#include "ui/symbolicon.h"

namespace rollcall {

Tone toneOf(Outcome outcome);
QIcon outcomeIcon(Outcome outcome);

} // namespace rollcall
