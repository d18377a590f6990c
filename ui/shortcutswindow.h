// SPDX-License-Identifier: MIT
// The page that lists the keys of all commands.
#pragma once

#include "ui/shortcutlist.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QMainWindow;
class QTreeWidget;
QT_END_NAMESPACE

namespace rollcall {

/// A list in groups with a box that looks for a command or a key. Not modal.
class ShortcutsWindow : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsWindow(const QList<ShortcutGroup> &groups, QWidget *parent = nullptr);

private:
    void fill(const QList<ShortcutGroup> &groups);
    void showOnly(const QString &text);

    QTreeWidget *m_list;
};

/// Shows the keys of \a window's commands as they are now.
void showShortcuts(QMainWindow &window);

} // namespace rollcall
