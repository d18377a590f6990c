// SPDX-License-Identifier: MIT
// The keys of the window's commands, as the commands themselves have them.
#pragma once

#include <QList>
#include <QString>

QT_BEGIN_NAMESPACE
class QMainWindow;
QT_END_NAMESPACE

namespace rollcall {

/// A command and its keys, as a person reads them.
struct Shortcut {
    QString command;
    QString keys;

    friend bool operator==(const Shortcut &, const Shortcut &) = default;
};

struct ShortcutGroup {
    QString title; ///< of the menu
    QList<Shortcut> shortcuts;
};

/// All commands of \a window that have a key: those in its menus, in their order, then those that are in
/// none.
QList<ShortcutGroup> shortcutsOf(const QMainWindow &window);

} // namespace rollcall
