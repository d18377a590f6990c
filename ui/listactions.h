// SPDX-License-Identifier: MIT
// What can be done with lists: the commands with their words and keys.
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QMenu;
QT_END_NAMESPACE

namespace rollcall {

class ListLibrary;
class ListsView;
class MessageBar;

/// The commands, connected to the lists.
class ListActions : public QObject
{
    Q_OBJECT
public:
    /// Makes the commands as children of \a window. The others are borrowed and outlive this.
    ListActions(QMainWindow &window, ListLibrary &library, MessageBar &message);

    /// Gives \a view the commands for its lists.
    void serve(ListsView &view);
    /// Puts the commands into \a menu, before \a next.
    void fillInto(QMenu &menu, QAction *next) const;

    QAction *newList;
    QAction *rename;
    QAction *duplicate;
    QAction *remove;

Q_SIGNALS:
    /// The person begins to name the open list: it is to be in sight.
    void aboutToRename();

private:
    void update();
    void removeList();

    ListLibrary &m_library;
    MessageBar &m_message;
};

} // namespace rollcall
