// SPDX-License-Identifier: MIT
#include "ui/librarycommands.h"

#include <utility>

namespace rollcall {

AddList::AddList(ListShelf &shelf, int row, StoredList list, qint64 copyOf)
    : m_shelf(shelf),
      m_row(row),
      m_list(std::move(list)),
      m_copyOf(copyOf)
{
    setText(m_copyOf == 0 ? tr("adding the list “%1”").arg(m_list.name)
                          : tr("duplicating a list as “%1”").arg(m_list.name));
}

void AddList::redo()
{
    if (std::exchange(m_wasThere, true))
        m_shelf.restoreList(m_row, m_list, ListTotals());
    else if (m_copyOf != 0)
        m_shelf.copyList(m_row, m_list, m_copyOf);
    else
        m_shelf.insertList(m_row, m_list, ListTotals());
}

void AddList::undo()
{
    m_shelf.takeList(m_list.id);
}

RemoveList::RemoveList(ListShelf &shelf, int row, StoredList list, const ListTotals &totals,
                       const QString &name)
    : m_shelf(shelf),
      m_row(row),
      m_list(std::move(list)),
      m_totals(totals)
{
    setText(tr("deleting the list “%1”").arg(name));
}

void RemoveList::redo()
{
    m_shelf.takeList(m_list.id);
}

void RemoveList::undo()
{
    m_shelf.restoreList(m_row, m_list, m_totals);
}

RenameList::RenameList(ListShelf &shelf, const StoredList &list, QString name)
    : m_shelf(shelf),
      m_id(list.id),
      m_before(list.name),
      m_after(std::move(name))
{
    setText(tr("renaming a list to “%1”").arg(m_after));
}

void RenameList::redo()
{
    m_shelf.renameList(m_id, m_after);
}

void RenameList::undo()
{
    m_shelf.renameList(m_id, m_before);
}

MoveList::MoveList(ListShelf &shelf, qint64 id, int from, int to, const QString &name)
    : m_shelf(shelf),
      m_id(id),
      m_from(from),
      m_to(to)
{
    setText(tr("moving the list “%1”").arg(name));
}

void MoveList::redo()
{
    m_shelf.moveList(m_id, m_to);
}

void MoveList::undo()
{
    m_shelf.moveList(m_id, m_from);
}

} // namespace rollcall
