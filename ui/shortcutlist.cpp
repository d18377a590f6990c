// SPDX-License-Identifier: MIT
#include "ui/shortcutlist.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

namespace rollcall {

namespace {

class Shortcuts
{
    Q_DECLARE_TR_FUNCTIONS(Shortcuts)
};

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

/// Adds what is in \a menu and in its sub-menus.
void addMenu(const QMenu &menu, QList<Shortcut> &shortcuts, QSet<const QAction *> &known)
{
    for (const QAction *action : menu.actions()) {
        if (action->menu())
            addMenu(*action->menu(), shortcuts, known);
        else if (!action->shortcuts().isEmpty() && !known.contains(action))
            shortcuts.append(
                Shortcut{action->iconText(),
                         QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
        known.insert(action);
    }
}

} // namespace

QList<ShortcutGroup> shortcutsOf(const QMainWindow &window)
{
    QList<ShortcutGroup> groups;
    QSet<const QAction *> known;
    for (const QAction *title : window.menuBar()->actions()) {
        if (!title->menu())
            continue;
        ShortcutGroup group{withoutMnemonic(title->text()), {}};
        addMenu(*title->menu(), group.shortcuts, known);
        if (!group.shortcuts.isEmpty())
            groups.append(group);
    }
    ShortcutGroup others{Shortcuts::tr("Elsewhere"), {}};
    for (const QAction *action : window.findChildren<QAction *>()) {
        if (known.contains(action) || action->shortcuts().isEmpty() || action->iconText().isEmpty())
            continue;
        others.shortcuts.append(Shortcut{
            action->iconText(), QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
    }
    if (!others.shortcuts.isEmpty())
        groups.append(others);
    return groups;
}

} // namespace rollcall
