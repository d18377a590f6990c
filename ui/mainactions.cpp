// SPDX-License-Identifier: MIT
#include "ui/mainactions.h"

#include "ui/limitsbar.h"
#include "ui/symbolicon.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

namespace rollcall {

namespace {

using Keys = QList<QKeySequence>;

QAction *add(QMainWindow &window, const QString &text, const QString &help, const Keys &keys,
             const QIcon &icon = {})
{
    auto *action = new QAction(icon, text, &window);
    action->setShortcuts(keys);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? help : QStringLiteral("%1 (%2)").arg(help, key));
    return action;
}

QIcon icon(const char *themeName, const char *symbol)
{
    return themeIcon(QLatin1String(themeName), QLatin1String(symbol));
}

} // namespace

MainActions::MainActions(QMainWindow &window, QUndoStack &edits) : QObject(&window)
{
    makeEditActions(window, edits);
    makeListActions(window);
    makeRowActions(window);
    makeCheckActions(window);
    makeMenus(window);
}

void MainActions::makeEditActions(QMainWindow &window, QUndoStack &edits)
{
    undo = edits.createUndoAction(&window, tr("&Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    undo->setIcon(QIcon::fromTheme(QStringLiteral("edit-undo")));
    redo = edits.createRedoAction(&window, tr("Re&do"));
    redo->setShortcuts(QKeySequence::Redo);
    redo->setIcon(QIcon::fromTheme(QStringLiteral("edit-redo")));
}

void MainActions::makeListActions(QMainWindow &window)
{
    import = add(window, tr("&Import…"), tr("Add the URLs of a list file"), {QKeySequence::Open},
                 icon("document-open", "import"));
    exportResults = add(window, tr("&Export…"), tr("Write the results to a file"), {Qt::CTRL | Qt::Key_E},
                        icon("document-save-as", "export"));
    quit = add(window, tr("&Quit"), tr("Close the window"), {QKeySequence::Quit});
    quit->setMenuRole(QAction::QuitRole);
    paste = add(window, tr("&Paste URLs"), tr("Add the URLs in the clipboard"),
                QKeySequence::keyBindings(QKeySequence::Paste), icon("edit-paste", "paste"));
    removeAll = add(window, tr("Remove a&ll"), tr("Empty the list"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete});
    filter = add(window, tr("&Filter"), tr("Show only some of the rows"), {QKeySequence::Find},
                 icon("edit-find", "filter"));
    showSidebar = add(window, tr("&Sidebar"), tr("Show the groups of rows at the side"), {Qt::Key_F9});
    showSidebar->setCheckable(true);
    showDetails =
        add(window, tr("&Details"), tr("Show more about the current row, below the table"), {Qt::Key_F8});
    showDetails->setCheckable(true);
    settings = add(window, tr("&Settings…"), tr("How lists are checked, and how the program behaves"),
                   {Qt::CTRL | Qt::Key_Comma}, icon("preferences-system", "settings"));
    settings->setMenuRole(QAction::PreferencesRole);
    shortcuts = add(window, tr("&Keyboard shortcuts"), tr("The keys of all commands"),
                    {QKeySequence::HelpContents}, icon("help-keyboard-shortcuts", "info"));
    about = add(window, tr("&About Rollcall"), tr("Version and licence"), {Qt::CTRL | Qt::Key_F1},
                applicationIcon());
    about->setMenuRole(QAction::AboutRole);
}

void MainActions::makeRowActions(QMainWindow &window)
{
    copyRows = add(window, tr("&Copy rows"), tr("Copy the selected rows as a table"),
                   QKeySequence::keyBindings(QKeySequence::Copy), icon("edit-copy", "copy"));
    copyUrls = add(window, tr("Copy &URL"), tr("Copy the URLs of the selected rows"),
                   {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    openInBrowser =
        add(window, tr("&Open in browser"), tr("Open the selected URLs in the web browser"),
            {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, icon("internet-web-browser", "browser"));
    remove = add(window, tr("&Remove"), tr("Remove the selected rows from the list"), {QKeySequence::Delete},
                 icon("edit-delete", "remove"));
    selectAll =
        add(window, tr("&Select all"), tr("Select every row that is shown"), {QKeySequence::SelectAll});
}

void MainActions::makeCheckActions(QMainWindow &window)
{
    checkAll = add(window, tr("&Check all"), tr("Check every URL of the list"), {Qt::Key_F5},
                   icon("media-playback-start", "check"));
    checkSelected = add(window, tr("Check &selected"), tr("Check the selected URLs"),
                        {Qt::SHIFT | Qt::Key_F5}, symbolIcon(QStringLiteral("check-selected")));
    checkVisible =
        add(window, tr("Check &visible"), tr("Check the URLs that the filter and the groups leave in sight"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_F5}, symbolIcon(QStringLiteral("filter")));
    checkFailed = add(window, tr("&Re-check failed"), tr("Check again what failed"), {Qt::CTRL | Qt::Key_F5},
                      icon("view-refresh", "check-failed"));
    pause = add(window, tr("&Pause"), tr("Begin no further call; what is running ends"),
                {Qt::CTRL | Qt::Key_P, Qt::Key_Pause}, icon("media-playback-pause", "pause"));
    stop = add(window, tr("S&top"), tr("Stop the check; what is done stays"), {Qt::Key_Escape},
               icon("media-playback-stop", "stop"));
}

void MainActions::makeMenus(QMainWindow &window)
{
    QMenu *file = window.menuBar()->addMenu(tr("&File"));
    file->addAction(import);
    recent = file->addMenu(tr("&Recent files"));
    file->addAction(exportResults);
    file->addSeparator();
    file->addAction(quit);
    QMenu *edit = window.menuBar()->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({paste, copyRows, copyUrls});
    edit->addSeparator();
    edit->addActions({selectAll, remove, removeAll});
    edit->addSeparator();
    edit->addAction(filter);
    QMenu *view = window.menuBar()->addMenu(tr("&View"));
    columns = view->addMenu(tr("&Columns"));
    view->addActions({showSidebar, showDetails});
    QMenu *check = window.menuBar()->addMenu(tr("&Check"));
    check->addActions({checkAll, checkSelected, checkVisible, checkFailed});
    check->addSeparator();
    check->addActions({pause, stop});
    check->addSeparator();
    check->addAction(openInBrowser);
    QMenu *tools = window.menuBar()->addMenu(tr("&Tools"));
    tools->addAction(settings);
    QMenu *help = window.menuBar()->addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
}

QToolBar *MainActions::makeToolBar(QMainWindow &window, LimitsBar *limits) const
{
    auto *bar = new QToolBar(tr("Tool bar"), &window);
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(16, 16)); // beside words, symbols need not be larger
    bar->addAction(import);
    bar->addSeparator();
    bar->addActions({checkAll, checkSelected, pause, stop});
    auto *checkButton = qobject_cast<QToolButton *>(bar->widgetForAction(checkAll));
    auto *checkMenu = new QMenu(checkButton);
    checkMenu->addActions({checkAll, checkSelected, checkVisible, checkFailed});
    checkButton->setMenu(checkMenu);
    checkButton->setPopupMode(QToolButton::MenuButtonPopup);
    bar->addSeparator();
    bar->addWidget(limits);
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    bar->addAction(exportResults);
    // Qt leaves the buttons of a tool bar out of the tab order.
    for (auto *button : bar->findChildren<QToolButton *>()) {
        if (button->defaultAction())
            button->setFocusPolicy(Qt::TabFocus);
    }
    return bar;
}

void MainActions::update(const Situation &situation)
{
    const bool canCheck = !situation.isRunning;
    checkAll->setEnabled(canCheck && situation.hasRows);
    checkSelected->setEnabled(canCheck && situation.hasSelection);
    checkFailed->setEnabled(canCheck && situation.hasFailures);
    checkVisible->setEnabled(canCheck && situation.hasVisible);
    pause->setEnabled(situation.isRunning);
    pause->setText(situation.isPaused ? tr("Resu&me") : tr("&Pause"));
    pause->setIcon(situation.isPaused ? icon("media-playback-start", "check")
                                      : icon("media-playback-pause", "pause"));
    stop->setEnabled(situation.isRunning);
    exportResults->setEnabled(situation.hasRows);
    removeAll->setEnabled(situation.hasRows);
    selectAll->setEnabled(situation.hasRows);
    filter->setEnabled(situation.hasRows);
    for (QAction *action : {remove, copyRows, copyUrls, openInBrowser})
        action->setEnabled(situation.hasSelection);
}

} // namespace rollcall
