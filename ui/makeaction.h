// SPDX-License-Identifier: MIT
// Makes a command of the window with its words, keys and icon.
#pragma once

#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QString>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
QT_END_NAMESPACE

namespace rollcall {

/// A child of \a window. Its tool tip is \a help with the first of \a keys.
QAction *makeAction(QMainWindow &window, const QString &text, const QString &help,
                    const QList<QKeySequence> &keys, const QIcon &icon = {});

} // namespace rollcall
