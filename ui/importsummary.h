// SPDX-License-Identifier: MIT
// What an import gave, as a sentence or two.
#pragma once

#include "ui/importer.h"

#include <QString>

namespace rollcall {

/// "1,204 URLs added, 3 duplicates and 2 lines skipped." and a sentence for each source that could not be
/// read.
QString importSummary(const ImportOutcome &outcome);

/// "1,204 new, 3 duplicates, 2 lines that are no URLs." for before it is imported, likewise.
QString importPreviewSummary(const ImportOutcome &outcome);

} // namespace rollcall
