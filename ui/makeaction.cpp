// SPDX-License-Identifier: MIT
#include "ui/makeaction.h"

#include <QAction>
#include <QMainWindow>

namespace rollcall {

QAction *makeAction(QMainWindow &window, const QString &text, const QString &help,
                    const QList<QKeySequence> &keys, const QIcon &icon)
{
    auto *action = new QAction(icon, text, &window);
    action->setShortcuts(keys);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? help : QStringLiteral("%1 (%2)").arg(help, key));
    return action;
}

} // namespace rollcall
