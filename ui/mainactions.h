// SPDX-License-Identifier: MIT
// What the window can do: every command with its words, keys and icon, and the menus and tool bar that offer
// it.
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QMenu;
class QToolBar;
class QUndoStack;
QT_END_NAMESPACE

namespace rollcall {

class LimitsBar;

/// When which command can be used.
struct Situation {
    bool isRunning = false;
    bool hasRows = false;
    bool hasSelection = false;
    bool hasFailures = false;
    bool hasVisible = false; ///< rows that the filter and the groups leave
    bool isPaused = false;
};

/// The commands. The window connects them.
class MainActions : public QObject
{
    Q_OBJECT
public:
    /// Makes the commands as children of \a window and fills its menu bar. Undo and redo say what \a edits
    /// would undo and do again.
    MainActions(QMainWindow &window, const QUndoStack &edits);

    /// A tool bar with the commands of the main job and \a limits between them. \a exports is the menu beside
    /// "Export…".
    QToolBar *makeToolBar(QMainWindow &window, LimitsBar *limits, QMenu *exports) const;
    /// Enables what makes sense.
    void update(const Situation &situation);

    QAction *import = nullptr;
    QAction *exportResults = nullptr;
    QAction *quit = nullptr;
    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *paste = nullptr;
    QAction *copyRows = nullptr;
    QAction *copyUrls = nullptr;
    QAction *copyCurl = nullptr;
    QAction *remove = nullptr;
    QAction *removeAll = nullptr;
    QAction *selectAll = nullptr;
    QAction *filter = nullptr;
    QAction *showSidebar = nullptr;
    QAction *showDetails = nullptr;
    QAction *showStatus = nullptr;
    QAction *checkAll = nullptr;
    QAction *checkSelected = nullptr;
    QAction *checkVisible = nullptr;
    QAction *checkFailed = nullptr;
    QAction *pause = nullptr; ///< is called "Resume" during a pause
    QAction *stop = nullptr;
    QAction *compareRuns = nullptr;
    QAction *incidents = nullptr;
    QAction *openInBrowser = nullptr;
    QAction *settings = nullptr;
    QAction *shortcuts = nullptr;
    QAction *about = nullptr;
    QMenu *file = nullptr;
    QMenu *edit = nullptr;
    QMenu *view = nullptr;
    QMenu *check = nullptr;
    QMenu *recent = nullptr;
    QMenu *columns = nullptr; ///< filled by the window as it opens
    QMenu *copyAs = nullptr;  ///< an entry for each CopyFormat, which is its data()
    QMenu *sorting = nullptr; ///< filled by the window as it opens

private:
    void makeEditActions(QMainWindow &window, const QUndoStack &edits);
    void makeListActions(QMainWindow &window);
    void makeRowActions(QMainWindow &window);
    void makeCheckActions(QMainWindow &window);
    void makeMenus(QMainWindow &window);
};

} // namespace rollcall
