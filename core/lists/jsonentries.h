// SPDX-License-Identifier: MIT
// Takes entries out of JSON whose form is not known beforehand.
#pragma once

#include "core/lists/listbuilder.h"
#include "core/lists/recordbuilder.h"

namespace rollcall {

/// What takes the URLs and the objects with URLs that stand at \a places. \a list outlives it.
RecordBuilder jsonEntries(QList<RecordPath> places, ListBuilder &list);

} // namespace rollcall
