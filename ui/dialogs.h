// SPDX-License-Identifier: MIT
// The few dialogs of the window, made ready to be opened. Each deletes itself when it is closed.
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QDialog;
class QFileDialog;
class QWidget;
QT_END_NAMESPACE

namespace rollcall {

/// Asks for list files.
QFileDialog *makeImportDialog(QWidget *parent);
/// Asks where to write the results; adds the suffix of the chosen format.
QFileDialog *makeExportDialog(QWidget *parent);
/// Not modal.
QDialog *makeAboutBox(QWidget *parent);

} // namespace rollcall
