// SPDX-License-Identifier: MIT
// Statements of one connection, prepared once and kept; and the rows that they give.
#pragma once

#include "core/history/database.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <unordered_map>

namespace rollcall {

/// The rows of a statement, to be read once. The statement must not be carried out again meanwhile.
class Rows
{
public:
    Rows(QSqlQuery *query, MaybeProblem problem) : m_query(query), m_problem(std::move(problem)) {}
    ~Rows();
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    /// Steps to the next row; false at the end and after a failure, which problem() tells.
    bool next();
    const MaybeProblem &problem() const { return m_problem; }

    qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    bool isNull(int column) const { return m_query->isNull(column); }

private:
    QSqlQuery *m_query; // null: it could not be carried out
    MaybeProblem m_problem;
};

/// The statements of one connection. To be used in the connection's thread, and destroyed before it is
/// closed.
class Statements
{
public:
    Statements() = default;

    /// Before anything else.
    void use(const QSqlDatabase &connection) { m_connection = connection; }
    const QSqlDatabase &connection() const { return m_connection; }

    /// Carries out \a sql, a literal, with these parameters, and passes over its rows.
    template <class... Values>
    MaybeProblem run(const char *sql, const Values &...values)
    {
        QSqlQuery *query = nullptr;
        MaybeProblem problem = carryOut(query, StoreFailure::CannotWrite, sql, values...);
        if (query != nullptr)
            query->finish();
        return problem;
    }
    /// The rows that \a sql, a literal, gives for these parameters.
    template <class... Values>
    Rows rows(const char *sql, const Values &...values)
    {
        QSqlQuery *query = nullptr;
        MaybeProblem problem = carryOut(query, StoreFailure::CannotOpen, sql, values...);
        return {problem ? nullptr : query, std::move(problem)};
    }
    /// The number of the row that the last INSERT added.
    qint64 lastId() const { return m_lastId; }

private:
    template <class... Values>
    MaybeProblem carryOut(QSqlQuery *&query, StoreFailure otherwise, const char *sql, const Values &...values)
    {
        if (MaybeProblem problem = prepare(query, otherwise, sql))
            return problem;
        [[maybe_unused]] int position = 0;
        (query->bindValue(position++, QVariant(values)), ...);
        MaybeProblem problem = execute(*query, otherwise);
        if (!problem && !query->isSelect())
            m_lastId = query->lastInsertId().toLongLong();
        return problem;
    }
    MaybeProblem prepare(QSqlQuery *&query, StoreFailure otherwise, const char *sql);

    QSqlDatabase m_connection;
    std::unordered_map<const char *, QSqlQuery> m_queries; ///< by the address of the literal
    qint64 m_lastId = 0;
};

} // namespace rollcall
