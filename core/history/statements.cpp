// SPDX-License-Identifier: MIT
#include "core/history/statements.h"

#include <QSqlError>

namespace rollcall {

Rows::~Rows()
{
    // A statement that has rows left keeps its view of the file, and with it the -wal file, from ending.
    if (m_query != nullptr)
        m_query->finish();
}

bool Rows::next()
{
    if (m_query == nullptr || m_problem)
        return false;
    if (m_query->next())
        return true;
    // A row that cannot be read looks like the end of the rows.
    if (m_query->lastError().isValid())
        m_problem = problemOf(m_query->lastError(), StoreFailure::CannotOpen);
    return false;
}

MaybeProblem Statements::prepare(QSqlQuery *&query, StoreFailure otherwise, const char *sql)
{
    const auto [place, isNew] = m_queries.try_emplace(sql, m_connection);
    query = &place->second;
    if (!isNew)
        return std::nullopt;
    query->setForwardOnly(true);
    if (query->prepare(QString::fromLatin1(sql)))
        return std::nullopt;
    MaybeProblem problem = problemOf(query->lastError(), otherwise);
    query = nullptr;
    m_queries.erase(place);
    return problem;
}

} // namespace rollcall
