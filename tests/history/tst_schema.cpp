// SPDX-License-Identifier: MIT
#include "core/history/schema.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <array>

using namespace rollcall;

namespace {

constexpr std::array firstStatements = {"CREATE TABLE things (name TEXT)",
                                        "INSERT INTO things VALUES ('old')"};
constexpr std::array secondStatements = {"ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 7"};
constexpr std::array brokenStatements = {"INSERT INTO things VALUES ('half', 1)", "no SQL"};

constexpr schema::Step first{1, firstStatements};
constexpr schema::Step second{2, secondStatements};
constexpr schema::Step broken{3, brokenStatements};

} // namespace

class tst_Schema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void stepsAreNumberedWithoutAGap();
    void aNewFileGetsEveryStep();
    void anOlderFileGetsTheStepsItLacks();
    void anUpToDateFileIsNotTouched();
    void aStepThatFailsIsUndone();
    void everyVersionLeadsToTheSameTables();
    void theFirstVersionsListsAndResultsAreKept();
    void theListOfAVersionWithOneKeepsItsEntries();
    void aHistoryFromBeforeWatchesWereKeptIsGoneOnWith();
    void inspectionTellsOursFromOthers();

private:
    QVariant ask(const QString &statement) const;

    QSqlDatabase m_connection;
};

void tst_Schema::init()
{
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    m_connection.setDatabaseName(QStringLiteral(":memory:"));
    QVERIFY(m_connection.open());
}

void tst_Schema::cleanup()
{
    const QString name = m_connection.connectionName();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

QVariant tst_Schema::ask(const QString &statement) const
{
    QSqlQuery query(m_connection);
    return query.exec(statement) && query.next() ? query.value(0) : QVariant();
}

void tst_Schema::stepsAreNumberedWithoutAGap()
{
    int version = 0;
    for (const schema::Step &step : schema::steps())
        QCOMPARE(step.version, ++version);
    QCOMPARE(schema::latestVersion(), version);
}

void tst_Schema::aNewFileGetsEveryStep()
{
    QVERIFY(!schema::migrate(m_connection));
    QCOMPARE(ask(QStringLiteral("PRAGMA user_version")).toInt(), schema::latestVersion());
    QCOMPARE(ask(QStringLiteral("PRAGMA application_id")).toInt(), schema::applicationId);
    QCOMPARE(ask(QStringLiteral("SELECT id FROM lists")).toInt(), 1);
}

void tst_Schema::anOlderFileGetsTheStepsItLacks()
{
    QVERIFY(!schema::migrate(m_connection, std::array{first}));
    QVERIFY(!schema::migrate(m_connection, std::array{first, second}));
    QCOMPARE(ask(QStringLiteral("PRAGMA user_version")).toInt(), 2);
    QCOMPARE(ask(QStringLiteral("SELECT name || size FROM things")).toString(), QStringLiteral("old7"));
}

void tst_Schema::anUpToDateFileIsNotTouched()
{
    QVERIFY(!schema::migrate(m_connection, std::array{first, second}));
    const int changes = ask(QStringLiteral("SELECT total_changes()")).toInt();
    QVERIFY(!schema::migrate(m_connection, std::array{first, second}));
    QCOMPARE(ask(QStringLiteral("SELECT total_changes()")).toInt(), changes);
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM things")).toInt(), 1);
}

void tst_Schema::aStepThatFailsIsUndone()
{
    const MaybeProblem problem = schema::migrate(m_connection, std::array{first, second, broken});
    QVERIFY(problem);
    QCOMPARE(problem->failure, StoreFailure::CannotWrite);
    QVERIFY2(problem->detail.contains(QStringLiteral("syntax error")), qPrintable(problem->detail));
    QCOMPARE(ask(QStringLiteral("PRAGMA user_version")).toInt(), 2);
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM things")).toInt(), 1);
}

void tst_Schema::everyVersionLeadsToTheSameTables()
{
    const QString tables =
        QStringLiteral("SELECT group_concat(sql) FROM (SELECT sql FROM sqlite_master ORDER BY name)");
    QVERIFY(!schema::migrate(m_connection));
    const QString expected = ask(tables).toString();
    for (size_t done = 0; done <= schema::steps().size(); ++done) {
        cleanup();
        init();
        QVERIFY(!schema::migrate(m_connection, schema::steps().first(done)));
        QVERIFY(!schema::inspect(m_connection));
        QVERIFY(!schema::migrate(m_connection));
        QCOMPARE(ask(tables).toString(), expected);
    }
}

void tst_Schema::theFirstVersionsListsAndResultsAreKept()
{
    QVERIFY(!schema::migrate(m_connection, schema::steps().first(1)));
    ask(QStringLiteral("INSERT INTO entries VALUES (7, 1, 0, x'61'), (9, 1, 1, x'62')"));
    ask(QStringLiteral(
        "INSERT INTO last_results (entry_id, outcome, status, error, error_detail, body_bytes, "
        "content_type, http_version, attempts, remote_ip, tls_version, body_sha256) "
        "VALUES (9, 'ok', 200, '', '', 5, x'', x'', 1, x'', x'', x'')"));
    QVERIFY(!schema::migrate(m_connection));
    QCOMPARE(
        ask(QStringLiteral("SELECT group_concat(hex(url)) FROM (SELECT url FROM entries ORDER BY position)")),
        QStringLiteral("61,62"));
    QCOMPARE(ask(QStringLiteral("SELECT status || '|' || page_title || '|' || (reused_connection IS NULL) "
                                "FROM last_results WHERE entry_id = 9")),
             QStringLiteral("200||1"));
}

void tst_Schema::theListOfAVersionWithOneKeepsItsEntries()
{
    QVERIFY(!schema::migrate(m_connection, schema::steps().first(4)));
    ask(QStringLiteral("INSERT INTO entries VALUES (7, 1, 7, x'61', NULL), (9, 1, 9, x'62', '{}')"));
    QVERIFY(!schema::migrate(m_connection));
    QCOMPARE(ask(QStringLiteral("SELECT name || '|' || (settings IS NULL) || '|' || removed FROM lists")),
             QStringLiteral("|1|0"));
    QCOMPARE(ask(QStringLiteral("SELECT group_concat(id) FROM entries WHERE list_id = 1")),
             QStringLiteral("7,9"));
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM pending_entries")).toInt(), 0);
}

void tst_Schema::aHistoryFromBeforeWatchesWereKeptIsGoneOnWith()
{
    QVERIFY(!schema::migrate(m_connection, schema::steps().first(5)));
    ask(QStringLiteral("INSERT INTO urls (id, url) VALUES (7, x'61')"));
    ask(QStringLiteral("INSERT INTO runs (id, kind, list, began_ms, total) VALUES (3, 1, 'a.txt', 5, 1)"));
    ask(QStringLiteral("INSERT INTO incidents (url_id, began_ms, error, detail) VALUES (7, 5, 1, '')"));
    QVERIFY(!schema::migrate(m_connection));
    QCOMPARE(ask(QStringLiteral("SELECT id || list FROM runs")).toString(), QStringLiteral("3a.txt"));
    QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM incidents WHERE ended_ms IS NULL")).toInt(), 1);
    QCOMPARE(ask(QStringLiteral("SELECT (SELECT count(*) FROM kept_alerts) + (SELECT count(*) FROM "
                                "watch_memories)")),
             QVariant(0));
}

void tst_Schema::inspectionTellsOursFromOthers()
{
    QVERIFY(!schema::inspect(m_connection));
    ask(QStringLiteral("CREATE TABLE theirs (x)"));
    QCOMPARE(schema::inspect(m_connection)->failure, StoreFailure::Damaged);
    ask(QStringLiteral("PRAGMA application_id = %1").arg(schema::applicationId));
    QVERIFY(!schema::inspect(m_connection));
    ask(QStringLiteral("PRAGMA user_version = 1000"));
    QCOMPARE(schema::inspect(m_connection)->failure, StoreFailure::TooNew);
}

QTEST_GUILESS_MAIN(tst_Schema)
#include "tst_schema.moc"
