// SPDX-License-Identifier: MIT
#include "ui/listcommands.h"

#include "ui/format.h"

#include <utility>

namespace rollcall {

namespace {

QList<qint64> idsOf(const std::vector<ResultRow> &rows)
{
    QList<qint64> ids;
    ids.reserve(qsizetype(rows.size()));
    for (const ResultRow &row : rows)
        ids.append(row.id);
    return ids;
}

} // namespace

AddRows::AddRows(ListRows &list, qint64 listId, std::vector<ResultRow> rows)
    : ListEdit(listId),
      m_list(list),
      m_ids(idsOf(rows)),
      m_rows(std::move(rows))
{
    setText(tr("adding %1 URL(s)", nullptr, pluralNumber(m_ids.size())).arg(formatCount(m_ids.size())));
}

void AddRows::redo()
{
    m_list.insertRows(std::exchange(m_rows, {}));
}

void AddRows::undo()
{
    m_rows = m_list.takeRows(m_ids);
}

RemoveRows::RemoveRows(ListRows &list, qint64 listId, QList<qint64> ids)
    : ListEdit(listId),
      m_list(list),
      m_ids(std::move(ids))
{
    setText(tr("removing %1 URL(s)", nullptr, pluralNumber(m_ids.size())).arg(formatCount(m_ids.size())));
}

void RemoveRows::redo()
{
    m_rows = m_list.takeRows(m_ids);
}

void RemoveRows::undo()
{
    m_list.insertRows(std::exchange(m_rows, {}));
}

MoveRows::MoveRows(ListRows &list, qint64 listId, QList<qint64> ids, qint64 to, const QString &name)
    : ListEdit(listId),
      m_list(list),
      m_ids(std::move(ids)),
      m_to(to)
{
    setText(tr("moving %1 URL(s) to “%2”", nullptr, pluralNumber(m_ids.size()))
                .arg(formatCount(m_ids.size()), name));
}

void MoveRows::redo()
{
    m_rows = m_list.moveRowsTo(m_to, m_ids);
}

void MoveRows::undo()
{
    m_list.moveRowsHere(std::exchange(m_rows, {}));
}

CopyRows::CopyRows(ListRows &list, qint64 listId, std::vector<ResultRow> copies, qint64 to,
                   const QString &name)
    : ListEdit(listId),
      m_list(list),
      m_to(to),
      m_copies(std::move(copies))
{
    const qint64 count = qint64(m_copies.size());
    setText(tr("copying %1 URL(s) to “%2”", nullptr, pluralNumber(count)).arg(formatCount(count), name));
}

void CopyRows::redo()
{
    m_list.addRowsTo(m_to, m_copies);
}

void CopyRows::undo()
{
    m_list.removeRowsFrom(m_to, idsOf(m_copies));
}

ChangeDetails::ChangeDetails(ListRows &list, qint64 listId, QList<StoredEntry> before,
                             QList<StoredEntry> after, const QString &text)
    : ListEdit(listId),
      m_list(list),
      m_before(std::move(before)),
      m_after(std::move(after))
{
    setText(text);
}

void ChangeDetails::redo()
{
    m_list.changeDetails(m_after);
}

void ChangeDetails::undo()
{
    m_list.changeDetails(m_before);
}

ChangeUrl::ChangeUrl(ListRows &list, qint64 listId, ResultRow before, const QByteArray &url)
    : ListEdit(listId),
      m_list(list),
      m_before(std::move(before)),
      m_after(m_before.id, UrlEntry(url, m_before.entry.details()))
{
    m_before.state = m_before.result ? RowState::Done : RowState::Unchecked;
    setText(tr("editing a URL"));
}

void ChangeUrl::redo()
{
    m_list.replaceRow(m_after);
}

void ChangeUrl::undo()
{
    m_list.replaceRow(m_before);
}

} // namespace rollcall
