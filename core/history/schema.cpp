// SPDX-License-Identifier: MIT
#include "core/history/schema.h"

#include "core/history/historytables.h"

#include <array>

namespace rollcall::schema {

namespace {

// Bytes are kept as blobs, exactly as received. Times with _us are durations in microseconds, those with _ms
// points in time, milliseconds since 1970 in UTC. NULL is unknown, except in url and final_url, where it
// stands for the entry's own URL.
constexpr std::array listsAndLastResults = {
    "CREATE TABLE lists ("
    "  id INTEGER PRIMARY KEY,"
    "  position INTEGER NOT NULL,"
    "  name TEXT NOT NULL"
    ") STRICT",

    "INSERT INTO lists (id, position, name) VALUES (1, 0, '')",

    "CREATE TABLE entries ("
    "  id INTEGER PRIMARY KEY,"
    "  list_id INTEGER NOT NULL REFERENCES lists (id) ON DELETE CASCADE,"
    "  position INTEGER NOT NULL,"
    "  url BLOB NOT NULL"
    ") STRICT",

    "CREATE INDEX entries_in_order ON entries (list_id, position)",

    "CREATE TABLE last_results ("
    "  entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,"
    "  url BLOB,"
    "  final_url BLOB,"
    "  outcome TEXT NOT NULL,"
    "  status INTEGER NOT NULL,"
    "  error TEXT NOT NULL,"
    "  error_detail TEXT NOT NULL,"
    "  body_bytes INTEGER NOT NULL,"
    "  wire_bytes INTEGER,"
    "  content_type BLOB NOT NULL,"
    "  redirects TEXT,"
    "  http_version BLOB NOT NULL,"
    "  attempts INTEGER NOT NULL,"
    "  queue_us INTEGER,"
    "  dns_us INTEGER,"
    "  connect_us INTEGER,"
    "  tls_us INTEGER,"
    "  first_byte_us INTEGER,"
    "  total_us INTEGER,"
    "  remote_ip BLOB NOT NULL,"
    "  tls_version BLOB NOT NULL,"
    "  certificate_expires_ms INTEGER,"
    "  body_sha256 BLOB NOT NULL,"
    "  started_ms INTEGER"
    ") STRICT",
};

// What the engine has learned to tell, and the order of a list, which is now that of the ids: an entry that
// comes back is in its old place.
constexpr std::array moreFacts = {
    "ALTER TABLE last_results ADD COLUMN reused_connection INTEGER",
    "ALTER TABLE last_results ADD COLUMN certificate_issuer TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE last_results ADD COLUMN page_title TEXT NOT NULL DEFAULT ''",

    "UPDATE entries SET position = id",
};

// A verdict may have more than one reason.
constexpr std::array furtherReasons = {
    "ALTER TABLE last_results ADD COLUMN further_reasons TEXT",
};

// What a list says about an entry beside its URL: a JSON object, or NULL where it says nothing.
constexpr std::array entryDetails = {
    "ALTER TABLE entries ADD COLUMN details TEXT",
};

// Several lists, each with its settings (a JSON object, or NULL where they are the usual ones); one that is
// removed stays until the next start, in case it is wanted back. The check that is under way, and which
// entries it has yet to do. Failures are counted at every start, among a million results.
constexpr std::array namedLists = {
    "ALTER TABLE lists ADD COLUMN settings TEXT",
    "ALTER TABLE lists ADD COLUMN removed INTEGER NOT NULL DEFAULT 0",

    "CREATE TABLE current_check ("
    "  list_id INTEGER PRIMARY KEY REFERENCES lists (id) ON DELETE CASCADE,"
    "  total INTEGER NOT NULL"
    ") STRICT",

    "CREATE TABLE pending_entries ("
    "  entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE"
    ") STRICT",

    "CREATE INDEX failed_results ON last_results (entry_id) WHERE outcome = 'failed'",
};

// What a watch keeps across a restart: the alerts on their way, and what it remembers of each URL. Both are
// the monitor's JSON.
constexpr std::array watchTables = {
    "CREATE TABLE kept_alerts ("
    "  id INTEGER PRIMARY KEY,"
    "  channel TEXT NOT NULL,"
    "  alert_id BLOB NOT NULL,"
    "  alert BLOB NOT NULL,"
    "  UNIQUE (channel, alert_id)"
    ") STRICT",

    "CREATE TABLE watch_memories ("
    "  url BLOB NOT NULL PRIMARY KEY,"
    "  memory BLOB NOT NULL"
    ") STRICT",
};

// What only somebody who looks at an entry asks for, apart from what is read at every start: its last
// answer's headers and certificates, as compressed JSON.
constexpr std::array lastAnswers = {
    "CREATE TABLE last_answers ("
    "  entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,"
    "  answer BLOB NOT NULL"
    ") STRICT",
};

constexpr std::array allSteps = {
    Step{1, listsAndLastResults}, Step{2, moreFacts},  Step{3, furtherReasons}, Step{4, entryDetails},
    Step{5, historyTables},       Step{6, namedLists}, Step{7, watchTables},    Step{8, lastAnswers},
};

MaybeProblem askVersion(const QSqlDatabase &connection, qint64 &version)
{
    return askNumber(connection, QStringLiteral("PRAGMA user_version"), version);
}

MaybeProblem perform(const QSqlDatabase &connection, const Step &step)
{
    Transaction transaction(connection);
    if (MaybeProblem problem = transaction.begin())
        return problem;
    // Another process may have been quicker.
    qint64 version = 0;
    if (MaybeProblem problem = askVersion(connection, version))
        return problem;
    if (version >= step.version)
        return std::nullopt;
    for (const char *statement : step.statements) {
        if (MaybeProblem problem =
                execute(connection, QString::fromLatin1(statement), StoreFailure::CannotWrite))
            return problem;
    }
    for (const QString &pragma : {QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
                                  QStringLiteral("PRAGMA user_version = %1").arg(step.version)}) {
        if (MaybeProblem problem = execute(connection, pragma, StoreFailure::CannotWrite))
            return problem;
    }
    return transaction.commit();
}

} // namespace

std::span<const Step> steps()
{
    return allSteps;
}

int latestVersion()
{
    return allSteps.back().version;
}

MaybeProblem inspect(const QSqlDatabase &connection)
{
    qint64 id = 0;
    qint64 version = 0;
    qint64 tables = 0;
    // One view of the file: another process may be making it.
    Transaction view(connection);
    if (MaybeProblem problem = view.beginReading())
        return problem;
    if (MaybeProblem problem = askNumber(connection, QStringLiteral("PRAGMA application_id"), id))
        return problem;
    if (MaybeProblem problem = askVersion(connection, version))
        return problem;
    if (MaybeProblem problem =
            askNumber(connection, QStringLiteral("SELECT count(*) FROM sqlite_master"), tables))
        return problem;
    const bool isNew = id == 0 && version == 0 && tables == 0;
    if (!isNew && id != applicationId)
        return StoreProblem(StoreFailure::Damaged,
                            QStringLiteral("the file is a database of another program"));
    if (version > latestVersion())
        return StoreProblem(StoreFailure::TooNew,
                            QStringLiteral("the file has version %1, this program knows %2")
                                .arg(version)
                                .arg(latestVersion()));
    return std::nullopt;
}

MaybeProblem migrate(const QSqlDatabase &connection, std::span<const Step> todo)
{
    qint64 version = 0;
    if (MaybeProblem problem = askVersion(connection, version))
        return problem;
    for (const Step &step : todo) {
        if (step.version <= version)
            continue;
        if (MaybeProblem problem = perform(connection, step))
            return problem;
    }
    return std::nullopt;
}

} // namespace rollcall::schema
