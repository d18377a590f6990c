// SPDX-License-Identifier: MIT
// Writing what changed between two runs, and the registry of the formats for it.
#pragma once

#include "core/check/rundifference.h"
#include "core/reports/resultwriter.h"

#include <QByteArrayView>
#include <QString>

#include <span>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

/// One format: one line of the registry. Tables have a row for each URL at which something changed: `change`
/// (the slugs, separated by blanks), `url`, and what was known before and is known now, as `status_before`
/// and `status`.
struct DifferenceFormat {
    const char *id;     ///< the command line's word, as in ReportFormat
    const char *title;  ///< English
    const char *suffix; ///< without the dot
    /// Null: this build lacks what \a needs names. Writes all of it to \a device, which is open for writing.
    /// Returns why it could not, in English without a full stop; empty: it could.
    QString (*write)(QIODevice &device, const RunDifference &difference, const ReportOptions &options);
    const char *needs = nullptr; ///< the library without which the format is not built in

    bool isBuiltIn() const { return write != nullptr; }
};

/// All formats, also those that are not built in.
std::span<const DifferenceFormat> differenceFormats();
/// The format with this id, or null.
const DifferenceFormat *differenceFormat(QByteArrayView id);

} // namespace rollcall
