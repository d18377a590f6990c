// SPDX-License-Identifier: MIT
// Reads the entries of a list out of JSON of any size.
#pragma once

#include "core/lists/listbuilder.h"
#include "core/lists/recordbuilder.h"

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// Reads \a device as one JSON document and feeds \a records. Strings longer than any URL are cut. Notes in
/// \a list where and why it could not read on.
void readJson(QIODevice &device, const QString &sourceName, RecordBuilder &records, ListBuilder &list);

/// The same for one document a line. A line that is no JSON is rejected, and the next one is read.
void readJsonLines(QIODevice &device, const QString &sourceName, RecordBuilder &records, ListBuilder &list);

/// What kind of JSON a text begins with, if it is JSON at all.
bool looksLikeJson(const QString &text);
bool looksLikeJsonLines(const QString &text);

} // namespace rollcall
