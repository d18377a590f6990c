// SPDX-License-Identifier: MIT
#include "core/history/database.h"

#include <QFile>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

using namespace rollcall;

class tst_Database : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aTransactionThatIsNotCommittedIsUndone();
    void aCommittedTransactionStays();
    void aFileThatAnotherConnectionWritesIsBusy();
    void errorsHaveTheirKind_data();
    void errorsHaveTheirKind();
    void guardsForeignKeys();
    void aSecondConnectionLeavesTheFirstItsLocks();

private:
    qint64 count() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

namespace {

const QString insertList = QStringLiteral("INSERT INTO lists (position, name) VALUES (1, 'second')");

/// How many locks this process has on \a path; see proc_locks(5).
int locksOn(const QString &path)
{
    struct stat facts = {};
    if (stat(QFile::encodeName(path).constData(), &facts) != 0)
        return -1;
    QFile locks(QStringLiteral("/proc/locks"));
    if (!locks.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray process = QByteArray::number(getpid());
    const QByteArray inode = ':' + QByteArray::number(qulonglong(facts.st_ino));
    const QList<QByteArray> lines = locks.readAll().split('\n');
    return int(std::ranges::count_if(lines, [&](const QByteArray &line) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        return fields.value(1) == "POSIX" && fields.value(4) == process && fields.value(5).endsWith(inode);
    }));
}

} // namespace

void tst_Database::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<Database>(m_folder->filePath(QStringLiteral("store.sqlite")),
                                            Database::Sharing::Alone);
    QVERIFY(!m_database->open());
}

void tst_Database::cleanup()
{
    m_database.reset();
    QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
}

qint64 tst_Database::count() const
{
    qint64 lists = -1;
    const MaybeProblem problem =
        askNumber(m_database->connection(), QStringLiteral("SELECT count(*) FROM lists"), lists);
    return problem ? -1 : lists;
}

void tst_Database::aTransactionThatIsNotCommittedIsUndone()
{
    {
        Transaction transaction(m_database->connection());
        QVERIFY(!transaction.begin());
        QVERIFY(!execute(m_database->connection(), insertList, StoreFailure::CannotWrite));
        QCOMPARE(count(), 2);
    }
    QCOMPARE(count(), 1);
}

void tst_Database::aCommittedTransactionStays()
{
    {
        Transaction transaction(m_database->connection());
        QVERIFY(!transaction.begin());
        QVERIFY(!execute(m_database->connection(), insertList, StoreFailure::CannotWrite));
        QVERIFY(!transaction.commit());
    }
    QCOMPARE(count(), 2);
}

void tst_Database::aFileThatAnotherConnectionWritesIsBusy()
{
    const QString name = QStringLiteral("other");
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        other.setDatabaseName(m_database->connection().databaseName());
        other.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=0"));
        QVERIFY(other.open());
        Transaction mine(m_database->connection());
        QVERIFY(!mine.begin());
        Transaction theirs(other);
        const MaybeProblem problem = theirs.begin();
        QVERIFY(problem);
        QCOMPARE(problem->failure, StoreFailure::Busy);
        QCOMPARE(problem->detail, QStringLiteral("database is locked"));
    }
    QSqlDatabase::removeDatabase(name);
}

void tst_Database::errorsHaveTheirKind_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<StoreFailure>("failure");

    QTest::newRow("busy") << QStringLiteral("5") << StoreFailure::Busy;
    QTest::newRow("locked") << QStringLiteral("6") << StoreFailure::Busy;
    QTest::newRow("busy, extended") << QStringLiteral("517") << StoreFailure::Busy;
    QTest::newRow("corrupt") << QStringLiteral("11") << StoreFailure::Damaged;
    QTest::newRow("not a database") << QStringLiteral("26") << StoreFailure::Damaged;
    QTest::newRow("full") << QStringLiteral("13") << StoreFailure::CannotWrite;
    QTest::newRow("unknown") << QString() << StoreFailure::CannotWrite;
}

void tst_Database::errorsHaveTheirKind()
{
    QFETCH(QString, code);
    QFETCH(StoreFailure, failure);
    const QSqlError error(QStringLiteral("driver"), QStringLiteral("reason"), QSqlError::StatementError,
                          code);
    const StoreProblem problem = problemOf(error, StoreFailure::CannotWrite);
    QCOMPARE(problem.failure, failure);
    QCOMPARE(problem.detail, QStringLiteral("reason"));
}

void tst_Database::guardsForeignKeys()
{
    const MaybeProblem problem =
        execute(m_database->connection(),
                QStringLiteral("INSERT INTO entries (id, list_id, position, url) VALUES (1, 99, 0, x'')"),
                StoreFailure::CannotWrite);
    QVERIFY(problem);
    QCOMPARE(problem->detail, QStringLiteral("FOREIGN KEY constraint failed"));
}

void tst_Database::aSecondConnectionLeavesTheFirstItsLocks()
{
    const QString path = m_database->connection().databaseName();
    const int before = locksOn(path);
    if (before < 0)
        QSKIP("this system does not list its locks in /proc/locks");
    QVERIFY(before > 0);
    {
        Database second(path, Database::Sharing::Shared);
        QVERIFY(!second.open());
        QCOMPARE(locksOn(path), before);
    }
    QCOMPARE(locksOn(path), before);
}

QTEST_GUILESS_MAIN(tst_Database)
#include "tst_database.moc"
