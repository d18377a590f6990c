// SPDX-License-Identifier: MIT
// The edits of the entries of a list as commands that can be undone and done again.
#pragma once

#include "core/history/store.h"
#include "ui/resultrow.h"

#include <QCoreApplication>
#include <QUndoCommand>

#include <vector>

namespace rollcall {

/// The rows of the open list, in the window and in the store; what the commands act on.
class ListRows
{
public:
    /// Puts \a rows, whose ids ascend and are not in the list, where their ids belong.
    virtual void insertRows(const std::vector<ResultRow> &rows) = 0;
    /// Takes the rows with these ids out and gives them; ids that are not in the list are passed over.
    virtual std::vector<ResultRow> takeRows(const QList<qint64> &ids) = 0;
    /// The same, into another list.
    virtual std::vector<ResultRow> moveRowsTo(qint64 listId, const QList<qint64> &ids) = 0;
    /// Puts rows back that moveRowsTo() gave.
    virtual void moveRowsHere(const std::vector<ResultRow> &rows) = 0;
    /// Adds \a rows to another list.
    virtual void addRowsTo(qint64 listId, const std::vector<ResultRow> &rows) = 0;
    /// Removes from another list what addRowsTo() added.
    virtual void removeRowsFrom(qint64 listId, const QList<qint64> &ids) = 0;
    /// Sets the details of the entries with these ids; those that are not in the list are passed over.
    virtual void changeDetails(const QList<StoredEntry> &entries) = 0;
    /// Puts \a row in the place of the one with its id.
    virtual void replaceRow(const ResultRow &row) = 0;

protected:
    ~ListRows() = default;
};

/// An edit of the entries of one list, which is to be the open one when it is done or undone.
class ListEdit : public QUndoCommand
{
public:
    explicit ListEdit(qint64 listId) : m_listId(listId) {}
    qint64 listId() const { return m_listId; }

private:
    qint64 m_listId;
};

/// Adds rows at the end.
class AddRows : public ListEdit
{
    Q_DECLARE_TR_FUNCTIONS(AddRows)
public:
    /// \a list is borrowed and outlives this.
    AddRows(ListRows &list, qint64 listId, std::vector<ResultRow> rows);
    void redo() override;
    void undo() override;

private:
    ListRows &m_list;
    QList<qint64> m_ids;
    std::vector<ResultRow> m_rows; ///< while they are not in the list
};

/// Removes rows. Undone, they are back in their places with their results.
class RemoveRows : public ListEdit
{
    Q_DECLARE_TR_FUNCTIONS(RemoveRows)
public:
    /// \a list is borrowed and outlives this.
    RemoveRows(ListRows &list, qint64 listId, QList<qint64> ids);
    void redo() override;
    void undo() override;

private:
    ListRows &m_list;
    QList<qint64> m_ids;
    std::vector<ResultRow> m_rows; ///< while they are not in the list
};

/// Moves rows to another list, with their results.
class MoveRows : public ListEdit
{
    Q_DECLARE_TR_FUNCTIONS(MoveRows)
public:
    /// \a list is borrowed and outlives this. \a name is that of the list \a to.
    MoveRows(ListRows &list, qint64 listId, QList<qint64> ids, qint64 to, const QString &name);
    void redo() override;
    void undo() override;

private:
    ListRows &m_list;
    QList<qint64> m_ids;
    qint64 m_to;
    std::vector<ResultRow> m_rows; ///< while they are in the other list
};

/// Copies rows to another list, with their results.
class CopyRows : public ListEdit
{
    Q_DECLARE_TR_FUNCTIONS(CopyRows)
public:
    /// \a list is borrowed and outlives this. \a copies have their new ids; \a name is that of the list \a
    /// to.
    CopyRows(ListRows &list, qint64 listId, std::vector<ResultRow> copies, qint64 to, const QString &name);
    void redo() override;
    void undo() override;

private:
    ListRows &m_list;
    qint64 m_to;
    std::vector<ResultRow> m_copies;
};

/// Changes what the list says about some of its entries: tags, notes, whether they are checked ...
class ChangeDetails : public ListEdit
{
public:
    /// \a list is borrowed and outlives this. \a text is what the edit is called.
    ChangeDetails(ListRows &list, qint64 listId, QList<StoredEntry> before, QList<StoredEntry> after,
                  const QString &text);
    void redo() override;
    void undo() override;

private:
    ListRows &m_list;
    QList<StoredEntry> m_before;
    QList<StoredEntry> m_after;
};

/// Gives an entry another URL. What is known of the old one is no result of the new one's.
class ChangeUrl : public ListEdit
{
    Q_DECLARE_TR_FUNCTIONS(ChangeUrl)
public:
    /// \a list is borrowed and outlives this.
    ChangeUrl(ListRows &list, qint64 listId, ResultRow before, const QByteArray &url);
    void redo() override;
    void undo() override;

private:
    ListRows &m_list;
    ResultRow m_before;
    ResultRow m_after;
};

} // namespace rollcall
