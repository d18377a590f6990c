// SPDX-License-Identifier: MIT
#include "ui/listactions.h"

#include "ui/format.h"
#include "ui/listlibrary.h"
#include "ui/listsview.h"
#include "ui/messagebar.h"
#include "ui/symbolicon.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

namespace rollcall {

namespace {

QAction *add(QMainWindow &window, const QString &text, const QString &help)
{
    auto *action = new QAction(text, &window);
    action->setToolTip(help);
    return action;
}

} // namespace

ListActions::ListActions(QMainWindow &window, ListLibrary &library, MessageBar &message)
    : QObject(&window),
      // F2 and Delete belong to whichever table has the focus; the menu only names them.
      newList(add(window, tr("&New list"), tr("Make an empty list (Ctrl+N)"))),
      rename(add(window, tr("Rena&me list"), tr("Give the open list another name (F2 in the lists)"))),
      duplicate(add(window, tr("D&uplicate list"), tr("Make a list with the same URLs and settings"))),
      remove(add(window, tr("De&lete list"), tr("Delete the open list with its URLs (Del in the lists)"))),
      m_library(library),
      m_message(message)
{
    newList->setShortcuts(QKeySequence::New);
    newList->setIcon(themeIcon(QStringLiteral("list-add"), QStringLiteral("add")));
    connect(newList, &QAction::triggered, this, [this] {
        m_library.create(tr("New list"));
        rename->trigger();
    });
    connect(duplicate, &QAction::triggered, &m_library, &ListLibrary::duplicate);
    connect(remove, &QAction::triggered, this, &ListActions::removeList);
    connect(&m_library, &ListLibrary::currentChanged, this, &ListActions::update);
    update();
}

void ListActions::serve(ListsView &view)
{
    auto *separator = new QAction(&view);
    separator->setSeparator(true);
    view.addActions({newList, separator, rename, duplicate, remove});
    connect(rename, &QAction::triggered, &view, [this, &view] {
        Q_EMIT aboutToRename();
        view.renameOpenList();
    });
    connect(&view, &ListsView::removeWanted, remove, &QAction::trigger);
    connect(&view, &ListsView::listChosen, &m_library, &ListLibrary::open);
    connect(&m_library, &ListLibrary::currentChanged, &view,
            [this, &view] { view.setOpenList(m_library.current().id); });
    view.setOpenList(m_library.current().id);
}

void ListActions::fillInto(QMenu &menu, QAction *next) const
{
    menu.insertActions(next, {newList, rename, duplicate, remove});
    menu.insertSeparator(next);
}

void ListActions::update()
{
    remove->setEnabled(m_library.canRemove());
}

void ListActions::removeList()
{
    const ListsModel &lists = m_library.model();
    const qint64 count = lists.totalsAt(lists.rowOf(m_library.current().id)).entries;
    const QString text = tr("The list “%1” with %2 URL(s) was deleted.", nullptr, pluralNumber(count))
                             .arg(shownName(m_library.current()), formatCount(count));
    m_library.remove();
    m_message.say(MessageBar::Kind::Information, text, tr("Undo"), [this] {
        m_message.hide();
        m_library.undo();
    });
}

} // namespace rollcall
