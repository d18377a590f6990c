// SPDX-License-Identifier: MIT
#include "core/history/database.h"

#include "core/history/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QSqlError>

#include <atomic>
#include <cerrno>

namespace rollcall {

namespace {

// The longest that another process writes in one piece is a list of a million entries.
constexpr int busyTimeoutMilliseconds = 60'000;

// Of https://www.sqlite.org/pragma.html#pragma_auto_vacuum: free pages are given back when that is asked for.
constexpr qint64 incrementalVacuum = 2;

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString uniqueConnectionName()
{
    static std::atomic<int> count = 0;
    return QStringLiteral("rollcall-store-%1").arg(++count);
}

} // namespace

// The codes are those of https://www.sqlite.org/rescode.html, whose low byte is the primary one.
StoreProblem problemOf(const QSqlError &error, StoreFailure otherwise)
{
    constexpr int busy = 5;
    constexpr int locked = 6;
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    const QString reason = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == busy || code == locked)
        return {StoreFailure::Busy, reason};
    if (code == corrupt || code == notADatabase)
        return {StoreFailure::Damaged, reason};
    return {otherwise, reason};
}

MaybeProblem execute(QSqlQuery &query, StoreFailure otherwise)
{
    if (query.exec())
        return std::nullopt;
    return problemOf(query.lastError(), otherwise);
}

MaybeProblem execute(const QSqlDatabase &connection, const QString &statement, StoreFailure otherwise)
{
    QSqlQuery query(connection);
    if (query.exec(statement))
        return std::nullopt;
    return problemOf(query.lastError(), otherwise);
}

MaybeProblem prepare(QSqlQuery &query, const QString &statement)
{
    if (query.prepare(statement))
        return std::nullopt;
    return problemOf(query.lastError(), StoreFailure::CannotWrite);
}

MaybeProblem executeForEach(const QSqlDatabase &connection, const QString &statement,
                            const QList<qint64> &ids, const QVariantList &before)
{
    QSqlQuery query(connection);
    if (MaybeProblem problem = prepare(query, statement))
        return problem;
    for (const qint64 id : ids) {
        for (int position = 0; position < before.size(); ++position)
            query.bindValue(position, before.at(position));
        query.bindValue(int(before.size()), id);
        if (MaybeProblem problem = execute(query, StoreFailure::CannotWrite))
            return problem;
    }
    return std::nullopt;
}

MaybeProblem askNumber(const QSqlDatabase &connection, const QString &query, qint64 &number)
{
    QSqlQuery answer(connection);
    if (!answer.exec(query) || !answer.next())
        return problemOf(answer.lastError(), StoreFailure::CannotOpen);
    number = answer.value(0).toLongLong();
    return std::nullopt;
}

Database::Database(QString path, Sharing sharing)
    : m_path(std::move(path)),
      m_sharing(sharing),
      m_name(uniqueConnectionName()),
      m_lock(m_path)
{
}

Database::~Database()
{
    if (QSqlDatabase::contains(m_name))
        QSqlDatabase::removeDatabase(m_name);
}

MaybeProblem Database::open()
{
    if (MaybeProblem problem = prepareFolder())
        return problem;
    if (m_sharing == Sharing::Alone) {
        if (MaybeProblem problem = m_lock.take())
            return problem;
    }
    if (MaybeProblem problem = prepareFile())
        return problem;
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    connection.setDatabaseName(m_path);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMilliseconds));
    if (!connection.open())
        return problemOf(connection.lastError(), StoreFailure::CannotOpen);
    // Nothing is written to the file before it is known to be ours.
    if (MaybeProblem problem = schema::inspect(connection))
        return problem;
    if (MaybeProblem problem = configure())
        return problem;
    if (MaybeProblem problem = schema::migrate(connection))
        return problem;
    makeShrinkable();
    return std::nullopt;
}

MaybeProblem Database::prepareFolder() const
{
    const QFileInfo folder(QFileInfo(m_path).absolutePath());
    if (folder.isDir())
        return std::nullopt;
    const bool made =
        QDir().mkpath(folder.path()) && QDir().mkdir(folder.filePath(), ownerOnly | QFile::ExeOwner);
    if (made)
        return std::nullopt;
    return StoreProblem(StoreFailure::CannotOpen,
                        QStringLiteral("cannot create the folder %1").arg(folder.filePath()));
}

// SQLite gives the files beside this one the same mode. A file that is there is not opened: closing it again
// would take away the locks of every other connection of this process, since POSIX locks are a process's
// (fcntl(2)), and other processes would think themselves alone with the file.
MaybeProblem Database::prepareFile() const
{
    static QMutex creating; // nobody connects to a file that is being created
    const QMutexLocker locker(&creating);
    QFile file(m_path);
    if (file.open(QIODevice::ReadWrite | QIODevice::NewOnly, ownerOnly))
        return std::nullopt;
    const QFileInfo known(m_path);
    if (!known.exists())
        return StoreProblem(StoreFailure::CannotOpen, file.errorString());
    if (known.isDir())
        return StoreProblem(StoreFailure::CannotOpen, qt_error_string(EISDIR));
    if (!known.isReadable() || !known.isWritable())
        return StoreProblem(StoreFailure::CannotOpen, qt_error_string(EACCES));
    if (!file.setPermissions(ownerOnly))
        return StoreProblem(StoreFailure::CannotOpen, file.errorString());
    return std::nullopt;
}

MaybeProblem Database::configure() const
{
    // Takes effect in a new file, if nothing was written to it before, and in an older one with
    // makeShrinkable(). Set once more it would write to the file.
    qint64 autoVacuum = 0;
    if (MaybeProblem problem = askNumber(connection(), QStringLiteral("PRAGMA auto_vacuum"), autoVacuum))
        return problem;
    if (autoVacuum != incrementalVacuum) {
        if (MaybeProblem problem =
                execute(connection(), QStringLiteral("PRAGMA auto_vacuum = %1").arg(incrementalVacuum),
                        StoreFailure::CannotOpen))
            return problem;
    }
    // The limit keeps one huge write from leaving its -wal file that large.
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA journal_size_limit = 16777216",
                               "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON"}) {
        if (MaybeProblem problem =
                execute(connection(), QString::fromLatin1(pragma), StoreFailure::CannotOpen))
            return problem;
    }
    return std::nullopt;
}

// A file from before there was a history is written anew once, so that it can give space back later. Where
// that cannot be done, because another process uses the file or the disk is full, it is as good as before.
void Database::makeShrinkable() const
{
    qint64 mode = incrementalVacuum;
    askNumber(connection(), QStringLiteral("PRAGMA auto_vacuum"), mode);
    if (mode != incrementalVacuum)
        execute(connection(), QStringLiteral("VACUUM"), StoreFailure::CannotWrite);
}

Transaction::~Transaction()
{
    if (m_isOpen)
        execute(m_connection, QStringLiteral("ROLLBACK"), StoreFailure::CannotWrite);
}

MaybeProblem Transaction::begin()
{
    // At once, so that a busy file is noticed here and not half-way.
    MaybeProblem problem =
        execute(m_connection, QStringLiteral("BEGIN IMMEDIATE"), StoreFailure::CannotWrite);
    m_isOpen = !problem;
    return problem;
}

MaybeProblem Transaction::beginReading()
{
    MaybeProblem problem = execute(m_connection, QStringLiteral("BEGIN"), StoreFailure::CannotOpen);
    m_isOpen = !problem;
    return problem;
}

MaybeProblem Transaction::commit()
{
    MaybeProblem problem = execute(m_connection, QStringLiteral("COMMIT"), StoreFailure::CannotWrite);
    m_isOpen = problem.has_value();
    return problem;
}

} // namespace rollcall
