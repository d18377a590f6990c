// SPDX-License-Identifier: MIT
// One open SQLite file: its permissions, its lock, its connection, its transactions; and errors as values.
#pragma once

#include "core/history/store.h"

#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <optional>

class QSqlError;

namespace rollcall {

/// What went wrong with the file, as a value.
struct StoreProblem {
    StoreProblem(StoreFailure storeFailure, QString reason) : failure(storeFailure), detail(std::move(reason))
    {
    }

    StoreFailure failure;
    QString detail; ///< the system's or SQLite's own reason
};
using MaybeProblem = std::optional<StoreProblem>;

/// The problem behind \a error; \a otherwise is its kind when SQLite's code tells nothing more exact.
StoreProblem problemOf(const QSqlError &error, StoreFailure otherwise);
/// Carries out a prepared statement.
MaybeProblem execute(QSqlQuery &query, StoreFailure otherwise);
/// Carries out one statement without parameters.
MaybeProblem execute(const QSqlDatabase &connection, const QString &statement, StoreFailure otherwise);
/// Reads the single number that \a query gives.
MaybeProblem askNumber(const QSqlDatabase &connection, const QString &query, qint64 &number);

/// The file and the one connection to it. To be made, used and destroyed in one thread.
class Database
{
public:
    explicit Database(QString path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Creates the file where there is none (mode 0600, a new folder 0700), locks it against other stores,
    /// and brings its schema up to date. A file that is damaged, foreign or too new is left as it is.
    MaybeProblem open();
    QSqlDatabase connection() const { return QSqlDatabase::database(m_name, false); }

private:
    MaybeProblem prepareFolder() const;
    MaybeProblem lock();
    MaybeProblem prepareFile() const;
    MaybeProblem configure() const;

    const QString m_path;
    const QString m_name; // of the connection, unique in the process
    QLockFile m_lock;
};

/// A write transaction: undone at its end unless commit() succeeded.
class Transaction
{
public:
    explicit Transaction(const QSqlDatabase &connection) : m_connection(connection) {}
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    MaybeProblem begin();
    MaybeProblem commit();

private:
    QSqlDatabase m_connection;
    bool m_isOpen = false;
};

} // namespace rollcall
