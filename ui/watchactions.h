// SPDX-License-Identifier: MIT
// Watching the open list: the commands with their words.
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QMenu;
QT_END_NAMESPACE

namespace rollcall {

class ListLibrary;

/// The commands, connected to the lists.
class WatchActions : public QObject
{
    Q_OBJECT
public:
    /// Makes the commands as children of \a window. \a library is borrowed and outlives this.
    WatchActions(QMainWindow &window, ListLibrary &library);

    /// Puts the commands into \a menu, before \a next.
    void fillInto(QMenu &menu, QAction *next) const;

    QAction *watch; ///< checked while the open list is watched
    QAction *schedule;

private:
    void showSchedule();

    QMainWindow &m_window;
    ListLibrary &m_library;
};

} // namespace rollcall
