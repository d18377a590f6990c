// SPDX-License-Identifier: MIT
#include "ui/mainactions.h"

#include "ui/copyrows.h"
#include "ui/limitsbar.h"
#include "ui/makeaction.h"
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

QIcon icon(const char *themeName, const char *symbol)
{
    return themeIcon(QLatin1String(themeName), QLatin1String(symbol));
}

} // namespace

MainActions::MainActions(QMainWindow &window, const QUndoStack &edits) : QObject(&window)
{
    makeEditActions(window, edits);
    makeListActions(window);
    makeRowActions(window);
    makeCheckActions(window);
    makeMenus(window);
}

void MainActions::makeEditActions(QMainWindow &window, const QUndoStack &edits)
{
    undo = makeAction(window, tr("&Undo"), tr("Take the last edit back"),
                      QKeySequence::keyBindings(QKeySequence::Undo), icon("edit-undo", "undo"));
    redo = makeAction(window, tr("Re&do"), tr("Do again what was taken back"),
                      QKeySequence::keyBindings(QKeySequence::Redo), icon("edit-redo", "redo"));
    // Not the actions that the stack makes: the list that an edit concerns is to be opened before.
    const auto follow = [](QAction *action, const QString &name, const QString &step, bool isPossible) {
        action->setText(step.isEmpty() ? name : name + QLatin1Char(' ') + step);
        action->setEnabled(isPossible);
    };
    const auto followBoth = [this, follow, &edits] {
        follow(undo, tr("&Undo"), edits.undoText(), edits.canUndo());
        follow(redo, tr("Re&do"), edits.redoText(), edits.canRedo());
    };
    for (const auto signal : {&QUndoStack::undoTextChanged, &QUndoStack::redoTextChanged})
        connect(&edits, signal, this, followBoth);
    for (const auto signal : {&QUndoStack::canUndoChanged, &QUndoStack::canRedoChanged})
        connect(&edits, signal, this, followBoth);
    followBoth();
}

void MainActions::makeListActions(QMainWindow &window)
{
    import = makeAction(window, tr("&Import…"), tr("Add the URLs of a list file"), {QKeySequence::Open},
                        icon("document-open", "import"));
    exportResults = makeAction(window, tr("&Export…"), tr("Write the results to a file"),
                               {Qt::CTRL | Qt::Key_E}, icon("document-save-as", "export"));
    quit = makeAction(window, tr("&Quit"), tr("Close the window"), {QKeySequence::Quit});
    quit->setMenuRole(QAction::QuitRole);
    paste = makeAction(window, tr("&Paste URLs"), tr("Add the URLs in the clipboard"),
                       QKeySequence::keyBindings(QKeySequence::Paste), icon("edit-paste", "paste"));
    removeAll =
        makeAction(window, tr("Remove a&ll"), tr("Empty the list"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete});
    filter = makeAction(window, tr("&Filter"), tr("Show only some of the rows"), {QKeySequence::Find},
                        icon("edit-find", "filter"));
    showSidebar = makeAction(window, tr("&Sidebar"), tr("Show the groups of rows at the side"), {Qt::Key_F9});
    showSidebar->setCheckable(true);
    showDetails = makeAction(window, tr("&Details"), tr("Show more about the current row, below the table"),
                             {Qt::Key_F8});
    showDetails->setCheckable(true);
    showStatus = makeAction(window, tr("Status &overview"), tr("Show from afar how every list is doing"),
                            {Qt::Key_F11}, icon("view-grid", "status"));
    settings = makeAction(window, tr("&Settings…"), tr("How lists are checked, and how the program behaves"),
                          {Qt::CTRL | Qt::Key_Comma}, icon("preferences-system", "settings"));
    settings->setMenuRole(QAction::PreferencesRole);
    shortcuts = makeAction(window, tr("&Keyboard shortcuts"), tr("The keys of all commands"),
                           {QKeySequence::HelpContents}, icon("help-keyboard-shortcuts", "info"));
    about = makeAction(window, tr("&About Rollcall"), tr("Version and licence"), {Qt::CTRL | Qt::Key_F1},
                       applicationIcon());
    about->setMenuRole(QAction::AboutRole);
}

void MainActions::makeRowActions(QMainWindow &window)
{
    copyRows = makeAction(window, tr("&Copy rows"), tr("Copy the selected rows as a table"),
                          QKeySequence::keyBindings(QKeySequence::Copy), icon("edit-copy", "copy"));
    copyUrls = makeAction(window, tr("Copy &URL"), tr("Copy the URLs of the selected rows"),
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    copyCurl = makeAction(window, tr("Copy as c&url"), tr("Copy a curl command that calls the selected URLs"),
                          {}, icon("utilities-terminal", "terminal"));
    copyAs = new QMenu(tr("Copy &as"), &window);
    for (const CopyFormat format : copyFormats())
        copyAs->addAction(copyFormatName(format))->setData(int(format));
    openInBrowser = makeAction(
        window, tr("&Open in browser"), tr("Open the selected URLs in the web browser"),
        {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, icon("internet-web-browser", "browser"));
    remove = makeAction(window, tr("&Remove"), tr("Remove the selected rows from the list"),
                        {QKeySequence::Delete}, icon("edit-delete", "remove"));
    selectAll = makeAction(window, tr("&Select all"), tr("Select every row that is shown"),
                           {QKeySequence::SelectAll});
}

void MainActions::makeCheckActions(QMainWindow &window)
{
    checkAll = makeAction(window, tr("&Check all"), tr("Check every URL of the list"), {Qt::Key_F5},
                          icon("media-playback-start", "check"));
    checkSelected = makeAction(window, tr("Check &selected"), tr("Check the selected URLs"),
                               {Qt::SHIFT | Qt::Key_F5}, symbolIcon(QStringLiteral("check-selected")));
    checkVisible = makeAction(window, tr("Check &visible"),
                              tr("Check the URLs that the filter and the groups leave in sight"),
                              {Qt::CTRL | Qt::SHIFT | Qt::Key_F5}, symbolIcon(QStringLiteral("filter")));
    checkFailed = makeAction(window, tr("&Re-check failed"), tr("Check again what failed"),
                             {Qt::CTRL | Qt::Key_F5}, icon("view-refresh", "check-failed"));
    pause = makeAction(window, tr("&Pause"), tr("Begin no further call; what is running ends"),
                       {Qt::CTRL | Qt::Key_P, Qt::Key_Pause}, icon("media-playback-pause", "pause"));
    compareRuns = makeAction(window, tr("Compare r&uns…"),
                             tr("Show what has changed from one check of the list to another"),
                             {Qt::CTRL | Qt::Key_D}, icon("vcs-diff", "compare"));
    incidents = makeAction(window, tr("&Incidents…"), tr("List when which URLs of the list were down"),
                           {Qt::CTRL | Qt::Key_I}, icon("view-calendar-timeline", "incidents"));
    stop = makeAction(window, tr("S&top"), tr("Stop the check; what is done stays"), {Qt::Key_Escape},
                      icon("media-playback-stop", "stop"));
}

void MainActions::makeMenus(QMainWindow &window)
{
    file = window.menuBar()->addMenu(tr("&File"));
    file->addAction(import);
    recent = file->addMenu(tr("&Recent files"));
    file->addAction(exportResults);
    file->addSeparator();
    file->addAction(quit);
    edit = window.menuBar()->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({paste, copyRows, copyUrls});
    edit->addMenu(copyAs);
    edit->addSeparator();
    edit->addActions({selectAll, remove, removeAll});
    edit->addSeparator();
    edit->addAction(filter);
    view = window.menuBar()->addMenu(tr("&View"));
    columns = view->addMenu(tr("&Columns"));
    sorting = view->addMenu(tr("Sort &by"));
    view->addActions({showSidebar, showDetails});
    view->addSeparator();
    view->addAction(showStatus);
    check = window.menuBar()->addMenu(tr("&Check"));
    check->addActions({checkAll, checkSelected, checkVisible, checkFailed});
    check->addSeparator();
    check->addActions({pause, stop});
    check->addSeparator();
    check->addActions({compareRuns, incidents, openInBrowser});
    QMenu *tools = window.menuBar()->addMenu(tr("&Tools"));
    tools->addAction(settings);
    QMenu *help = window.menuBar()->addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
}

QToolBar *MainActions::makeToolBar(QMainWindow &window, LimitsBar *limits, QMenu *exports) const
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
    auto *exportButton = qobject_cast<QToolButton *>(bar->widgetForAction(exportResults));
    exportButton->setMenu(exports);
    exportButton->setPopupMode(QToolButton::MenuButtonPopup);
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
    const QString pauseText = situation.isPaused ? tr("Resu&me") : tr("&Pause");
    if (pause->text() != pauseText) {
        pause->setText(pauseText);
        pause->setIcon(situation.isPaused ? icon("media-playback-start", "check")
                                          : icon("media-playback-pause", "pause"));
    }
    stop->setEnabled(situation.isRunning);
    exportResults->setEnabled(situation.hasRows);
    removeAll->setEnabled(situation.hasRows);
    selectAll->setEnabled(situation.hasRows);
    filter->setEnabled(situation.hasRows);
    incidents->setEnabled(situation.hasRows);
    for (QAction *action : {remove, copyRows, copyUrls, copyCurl, copyAs->menuAction(), openInBrowser})
        action->setEnabled(situation.hasSelection);
}

} // namespace rollcall
