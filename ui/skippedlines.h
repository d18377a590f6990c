// SPDX-License-Identifier: MIT
// The window that lists which lines of an import were not taken, and why.
#pragma once

#include "ui/importer.h"

#include <QDialog>

namespace rollcall {

/// Not modal; deletes itself when it is closed.
class SkippedLinesWindow : public QDialog
{
    Q_OBJECT
public:
    /// Of \a total skipped lines, \a lines are known one by one.
    SkippedLinesWindow(const QList<SkippedLine> &lines, qint64 total, QWidget *parent);
};

} // namespace rollcall
