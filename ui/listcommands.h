// SPDX-License-Identifier: MIT
// The edits of the list as commands that can be undone and done again.
#pragma once

#include "ui/resultrow.h"

#include <QCoreApplication>
#include <QUndoCommand>

#include <vector>

namespace rollcall {

/// Puts rows into the list and takes them out again; what the commands act on.
class ListRows
{
public:
    /// Puts \a rows, whose ids ascend and are not in the list, where their ids belong.
    virtual void insertRows(const std::vector<ResultRow> &rows) = 0;
    /// Takes the rows with these ids out and gives them; ids that are not in the list are passed over.
    virtual std::vector<ResultRow> takeRows(const QList<qint64> &ids) = 0;

protected:
    ~ListRows() = default;
};

/// Adds rows at the end.
class AddRows : public QUndoCommand
{
    Q_DECLARE_TR_FUNCTIONS(AddRows)
public:
    /// \a list is borrowed and outlives this.
    AddRows(ListRows &list, std::vector<ResultRow> rows);
    void redo() override;
    void undo() override;

private:
    ListRows &m_list;
    QList<qint64> m_ids;
    std::vector<ResultRow> m_rows; ///< while they are not in the list
};

/// Removes rows. Undone, they are back in their places with their results.
class RemoveRows : public QUndoCommand
{
    Q_DECLARE_TR_FUNCTIONS(RemoveRows)
public:
    /// \a list is borrowed and outlives this.
    RemoveRows(ListRows &list, QList<qint64> ids);
    void redo() override;
    void undo() override;

private:
    ListRows &m_list;
    QList<qint64> m_ids;
    std::vector<ResultRow> m_rows; ///< while they are not in the list
};

} // namespace rollcall
