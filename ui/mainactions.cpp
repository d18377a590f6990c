// SPDX-License-Identifier: MIT
#include "ui/mainactions.h"

#include "ui/copyrows.h"
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
    undo = add(window, tr("&Undo"), tr("Take the last edit back"),
               QKeySequence::keyBindings(QKeySequence::Undo), icon("edit-undo", "undo"));
    redo = add(window, tr("Re&do"), tr("Do again what was taken back"),
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
    import = add(window, tr("&Import…"), tr("Add the URLs of a list file"), {QKeySequence::Open},
                 icon("document-open", "import"));
    exportResults = add(window, tr("&Export…"), tr("Write the results to a file"), {Qt::CTRL | Qt::Key_E},
                        icon("document-save-as", "export"));
    quit = add(window, tr("&Quit"), tr("Close the window"), {QKeySequence::Quit});
    quit->setMenuRole(QAction::QuitRole);
    paste = add(window, tr("&Paste URLs"), tr("Add the URLs in the clipboard"),
                QKeySequence::keyBindings(QKeySequence::Paste), icon("edit-paste", "paste"));
    removeAll = add(window, tr("Remove a&ll"), tr("Empty the list"), {});
    filter = add(window, tr("&Filter"), tr("Show only some of the rows"), {QKeySequence::Find},
                 icon("edit-find", "filter"));
    showSidebar = add(window, tr("&Sidebar"), tr("Show the groups of rows at the side"), {Qt::Key_F9});
    showSidebar->setCheckable(true);
    showDetails = add(window, tr("&Details"), tr("Show more about the current row, below the table"), {});
    showDetails->setCheckable(true);
    about = add(window, tr("&About Rollcall"), tr("Version and licence"), {}, applicationIcon());
    about->setMenuRole(QAction::AboutRole);
}

void MainActions::makeRowActions(QMainWindow &window)
{
    copyRows = add(window, tr("&Copy rows"), tr("Copy the selected rows as a table"),
                   QKeySequence::keyBindings(QKeySequence::Copy), icon("edit-copy", "copy"));
    copyUrls = add(window, tr("Copy &URL"), tr("Copy the URLs of the selected rows"),
                   {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    copyCurl = add(window, tr("Copy as c&url"), tr("Copy a curl command that calls the selected URLs"), {},
                   icon("utilities-terminal", "terminal"));
    copyAs = new QMenu(tr("Copy &as"), &window);
    for (const CopyFormat format : copyFormats())
        copyAs->addAction(copyFormatName(format))->setData(int(format));
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
    checkFailed = add(window, tr("&Re-check failed"), tr("Check again what failed"), {Qt::CTRL | Qt::Key_F5},
                      icon("view-refresh", "check-failed"));
    stop = add(window, tr("S&top"), tr("Stop the check; what is done stays"), {Qt::Key_Escape},
               icon("media-playback-stop", "stop"));
}

void MainActions::makeMenus(QMainWindow &window)
{
    file = window.menuBar()->addMenu(tr("&File"));
    file->addActions({import, exportResults});
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
    QMenu *check = window.menuBar()->addMenu(tr("&Check"));
    check->addActions({checkAll, checkSelected, checkFailed, stop});
    check->addSeparator();
    check->addAction(openInBrowser);
    QMenu *help = window.menuBar()->addMenu(tr("&Help"));
    help->addAction(about);
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
    bar->addActions({checkAll, checkSelected, stop});
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
    stop->setEnabled(situation.isRunning);
    exportResults->setEnabled(situation.hasRows);
    removeAll->setEnabled(situation.hasRows);
    selectAll->setEnabled(situation.hasRows);
    filter->setEnabled(situation.hasRows);
    for (QAction *action : {remove, copyRows, copyUrls, copyCurl, copyAs->menuAction(), openInBrowser})
        action->setEnabled(situation.hasSelection);
}

} // namespace rollcall
