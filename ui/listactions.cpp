// SPDX-License-Identifier: MIT
#include "ui/listactions.h"

#include "ui/format.h"
#include "ui/listlibrary.h"
#include "ui/listsview.h"
#include "ui/makeaction.h"
#include "ui/messagebar.h"
#include "ui/symbolicon.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

namespace rollcall {

ListActions::ListActions(QMainWindow &window, ListLibrary &library, MessageBar &message)
    : QObject(&window),
      // F2 and Delete alone belong to whichever table has the focus.
      newList(makeAction(window, tr("&New list"), tr("Make an empty list"), {QKeySequence::New})),
      rename(makeAction(window, tr("Rena&me list"), tr("Give the open list another name; F2 in the lists"),
                        {Qt::SHIFT | Qt::Key_F2})),
      duplicate(makeAction(window, tr("D&uplicate list"), tr("Make a list with the same URLs and settings"),
                           {Qt::CTRL | Qt::SHIFT | Qt::Key_N})),
      remove(makeAction(window, tr("De&lete list"),
                        tr("Delete the open list with its URLs; Del in the lists"),
                        {Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace})),
      m_library(library),
      m_message(message)
{
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
