// SPDX-License-Identifier: MIT
// Reads the entries of a list out of YAML.
#pragma once

#include "core/lists/listbuilder.h"
#include "core/lists/recordbuilder.h"

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// Reads \a device as YAML and feeds \a records; scalars are texts, and null. Anchors and aliases are
/// followed, and the merge key "<<" is resolved in the entries by \a mergedRecord(). Notes in \a list where
/// and why it could not read on.
void readYaml(QIODevice &device, const QString &sourceName, RecordBuilder &records, ListBuilder &list);

/// \a record with the members of what its "<<" refers to that it does not have itself. It is made in \a
/// merged where there are any.
ValueView mergedRecord(ValueView record, ValueTree &merged);

} // namespace rollcall
