// SPDX-License-Identifier: MIT
#include "ui/listcommands.h"

#include "ui/format.h"

#include <utility>

namespace rollcall {

AddRows::AddRows(ListRows &list, std::vector<ResultRow> rows) : m_list(list), m_rows(std::move(rows))
{
    m_ids.reserve(qsizetype(m_rows.size()));
    for (const ResultRow &row : m_rows)
        m_ids.append(row.id);
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

RemoveRows::RemoveRows(ListRows &list, QList<qint64> ids) : m_list(list), m_ids(std::move(ids))
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

} // namespace rollcall
