// SPDX-License-Identifier: MIT
// Rows as text for the clipboard, in the forms that other programs take.
#pragma once

#include "core/check/checksettings.h"
#include "ui/resultcolumns.h"

#include <QByteArrayList>
#include <QList>
#include <QString>

#include <span>
#include <vector>

namespace rollcall {

enum class CopyFormat {
    Text, ///< what the table shows, with tabs between the cells
    Tsv,  ///< this and the next three: exact figures, with a head, as the reports have them
    Csv,
    Markdown,
    Json, ///< one array of objects
    Curl, ///< a command for each URL, without secrets
};

/// All formats, in the order of the menu.
std::span<const CopyFormat> copyFormats();
/// "CSV" and the like.
QString copyFormatName(CopyFormat format);

/// \a rows in this form, of \a columns those that it has. \a settings are those of a check, for Curl.
QString rowsAs(CopyFormat format, const std::vector<ResultRow> &rows, const QList<ResultColumn> &columns,
               const CheckSettings &settings);

/// The names of \a columns in reports, without those that reports do not have.
QByteArrayList reportColumnNames(const QList<ResultColumn> &columns);

} // namespace rollcall
