// SPDX-License-Identifier: MIT
// The edits of the lists themselves as commands that can be undone and done again.
#pragma once

#include "core/history/storedlist.h"

#include <QCoreApplication>
#include <QUndoCommand>

namespace rollcall {

/// The lists, in the window and in the store; what the commands act on. Rows are places among the lists.
class ListShelf
{
public:
    /// Adds an empty list and opens it.
    virtual void insertList(int row, const StoredList &list, const ListTotals &totals) = 0;
    /// Takes a list out; if it is the open one, a neighbour is opened.
    virtual void takeList(qint64 id) = 0;
    /// Adds a list with the entries of the list \a from, and opens it.
    virtual void copyList(int row, const StoredList &copy, qint64 from) = 0;
    /// Brings a list back that takeList() took out, and opens it.
    virtual void restoreList(int row, const StoredList &list, const ListTotals &totals) = 0;
    virtual void renameList(qint64 id, const QString &name) = 0;
    virtual void moveList(qint64 id, int row) = 0;

protected:
    ~ListShelf() = default;
};

/// Adds an empty list, or a copy of another one.
class AddList : public QUndoCommand
{
    Q_DECLARE_TR_FUNCTIONS(AddList)
public:
    /// \a shelf is borrowed and outlives this. \a copyOf 0: an empty list.
    AddList(ListShelf &shelf, int row, StoredList list, qint64 copyOf = 0);
    void redo() override;
    void undo() override;

private:
    ListShelf &m_shelf;
    int m_row;
    StoredList m_list;
    qint64 m_copyOf;
    bool m_wasThere = false;
};

class RemoveList : public QUndoCommand
{
    Q_DECLARE_TR_FUNCTIONS(RemoveList)
public:
    /// \a shelf is borrowed and outlives this. \a name is what people call the list.
    RemoveList(ListShelf &shelf, int row, StoredList list, const ListTotals &totals, const QString &name);
    void redo() override;
    void undo() override;

private:
    ListShelf &m_shelf;
    int m_row;
    StoredList m_list;
    ListTotals m_totals;
};

class RenameList : public QUndoCommand
{
    Q_DECLARE_TR_FUNCTIONS(RenameList)
public:
    /// \a shelf is borrowed and outlives this.
    RenameList(ListShelf &shelf, const StoredList &list, QString name);
    void redo() override;
    void undo() override;

private:
    ListShelf &m_shelf;
    qint64 m_id;
    QString m_before;
    QString m_after;
};

class MoveList : public QUndoCommand
{
    Q_DECLARE_TR_FUNCTIONS(MoveList)
public:
    /// \a shelf is borrowed and outlives this. \a name is what people call the list.
    MoveList(ListShelf &shelf, qint64 id, int from, int to, const QString &name);
    void redo() override;
    void undo() override;

private:
    ListShelf &m_shelf;
    qint64 m_id;
    int m_from;
    int m_to;
};

} // namespace rollcall
