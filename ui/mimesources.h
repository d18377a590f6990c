// SPDX-License-Identifier: MIT
// What the clipboard or a drop offers to be imported.
#pragma once

#include "ui/importer.h"

#include <QList>
#include <QString>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace rollcall {

/// \a text as a source; one URL a line.
ImportSource pastedText(const QString &text);

/// The files and folders in \a mime, and its links or else its text, with the links of the page that it was
/// copied from. Empty: there is nothing to import. \a mime may be
/// null, as an empty clipboard is on some platforms.
QList<ImportSource> sourcesIn(const QMimeData *mime);

} // namespace rollcall
