// SPDX-License-Identifier: MIT
// One open SQLite file: its permissions, its lock, its connection, its transactions; and errors as values.
#pragma once

#include "core/history/filelock.h"
#include "core/history/storeproblem.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

class QSqlError;

namespace rollcall {

/// The problem behind \a error; \a otherwise is its kind when SQLite's code tells nothing more exact.
StoreProblem problemOf(const QSqlError &error, StoreFailure otherwise);
/// Carries out a prepared statement.
MaybeProblem execute(QSqlQuery &query, StoreFailure otherwise);
/// Carries out one statement without parameters.
MaybeProblem execute(const QSqlDatabase &connection, const QString &statement, StoreFailure otherwise);
/// Prepares \a query, which is for writing.
MaybeProblem prepare(QSqlQuery &query, const QString &statement);
/// Carries out \a statement once for each of \a ids, which is its last parameter, behind \a before.
MaybeProblem executeForEach(const QSqlDatabase &connection, const QString &statement,
                            const QList<qint64> &ids, const QVariantList &before = {});
/// Reads the single number that \a query gives.
MaybeProblem askNumber(const QSqlDatabase &connection, const QString &query, qint64 &number);

/// The file and the one connection to it. To be made, used and destroyed in one thread.
class Database
{
public:
    /// Whether other processes may use the file at the same time.
    enum class Sharing {
        Alone,  ///< no other Alone: whoever keeps what is in the file in memory must be the only writer of it
        Shared, ///< with any number of others, and with one Alone; a write waits for theirs
    };

    Database(QString path, Sharing sharing);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Creates the file where there is none (mode 0600, a new folder 0700), locks it if it is to be alone,
    /// and brings its schema up to date. A file that is damaged, foreign or too new is left as it is.
    MaybeProblem open();
    QSqlDatabase connection() const { return QSqlDatabase::database(m_name, false); }

private:
    MaybeProblem prepareFolder() const;
    MaybeProblem prepareFile() const;
    MaybeProblem configure() const;
    void makeShrinkable() const;

    const QString m_path;
    const Sharing m_sharing;
    const QString m_name; // of the connection, unique in the process
    FileLock m_lock;
};

/// A transaction: undone at its end unless commit() succeeded.
class Transaction
{
public:
    explicit Transaction(const QSqlDatabase &connection) : m_connection(connection) {}
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// To write: waits for other writers.
    MaybeProblem begin();
    /// To read: everything is read as it is now.
    MaybeProblem beginReading();
    MaybeProblem commit();

private:
    QSqlDatabase m_connection;
    bool m_isOpen = false;
};

/// Carries out body(connection), which returns a MaybeProblem, in one write transaction.
template <class Body>
MaybeProblem inTransaction(const QSqlDatabase &connection, Body body)
{
    Transaction transaction(connection);
    if (MaybeProblem problem = transaction.begin())
        return problem;
    if (MaybeProblem problem = body(connection))
        return problem;
    return transaction.commit();
}

} // namespace rollcall
