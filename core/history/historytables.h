// SPDX-License-Identifier: MIT
// The statements that make the history's tables.
#pragma once

#include <array>

namespace rollcall::schema {

// results holds what was found in the last minutes, one row each. What is older is packed: into
// result_blocks, an hour of one URL in a row, and into the roll-ups, of which a row of hours is a day of one
// URL, and a row of days 32 days of one. Rows are numbered so that what is read together lies together:
// result_blocks by hour * 2^40 + URL, hours by URL * 2^20 + day, days by URL * 2^20 + day / 32, with hours
// and days counted from 1970 in UTC. The bytes are those of historyrecord.h and rollup.h; error numbers are
// those of error_codes.
inline constexpr std::array historyTables = {
    "CREATE TABLE urls ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  url BLOB NOT NULL UNIQUE"
    ") STRICT",

    "CREATE TABLE error_codes ("
    "  id INTEGER PRIMARY KEY,"
    "  slug TEXT NOT NULL UNIQUE"
    ") STRICT",

    "CREATE TABLE runs ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  kind INTEGER NOT NULL,"
    "  list_id INTEGER,"
    "  list TEXT NOT NULL,"
    "  began_ms INTEGER NOT NULL,"
    "  ended_ms INTEGER,"
    "  total INTEGER NOT NULL,"
    "  ok INTEGER NOT NULL DEFAULT 0,"
    "  warnings INTEGER NOT NULL DEFAULT 0,"
    "  failed INTEGER NOT NULL DEFAULT 0,"
    "  cancelled INTEGER NOT NULL DEFAULT 0,"
    "  elapsed_ms INTEGER NOT NULL DEFAULT 0"
    ") STRICT",

    "CREATE INDEX runs_in_order ON runs (began_ms)",

    "CREATE TABLE results ("
    "  id INTEGER PRIMARY KEY,"
    "  url_id INTEGER NOT NULL REFERENCES urls (id),"
    "  at_ms INTEGER NOT NULL,"
    "  verdict INTEGER NOT NULL," // 0 ok, 1 warning, 2 failed, 3 does not count
    "  run_id INTEGER NOT NULL,"
    "  position INTEGER NOT NULL,"
    "  data BLOB NOT NULL"
    ") STRICT",

    "CREATE INDEX results_of_url ON results (url_id, at_ms, verdict)",

    "CREATE TABLE result_blocks ("
    "  id INTEGER PRIMARY KEY,"
    "  data BLOB NOT NULL"
    ") STRICT",

    "CREATE TABLE hours ("
    "  id INTEGER PRIMARY KEY,"
    "  data BLOB NOT NULL"
    ") STRICT",

    "CREATE TABLE days ("
    "  id INTEGER PRIMARY KEY,"
    "  data BLOB NOT NULL"
    ") STRICT",

    "CREATE TABLE incidents ("
    "  id INTEGER PRIMARY KEY,"
    "  url_id INTEGER NOT NULL REFERENCES urls (id),"
    "  began_ms INTEGER NOT NULL,"
    "  ended_ms INTEGER,"
    "  error INTEGER NOT NULL,"
    "  detail TEXT NOT NULL"
    ") STRICT",

    "CREATE UNIQUE INDEX lasting_incidents ON incidents (url_id) WHERE ended_ms IS NULL",

    "CREATE INDEX incidents_of_url ON incidents (url_id, began_ms)",

    "CREATE INDEX incidents_in_order ON incidents (began_ms)",

    "CREATE TABLE local_outages ("
    "  began_ms INTEGER PRIMARY KEY,"
    "  ended_ms INTEGER NOT NULL"
    ") STRICT",

    "CREATE TABLE retention ("
    "  id INTEGER PRIMARY KEY CHECK (id = 1),"
    "  result_days INTEGER NOT NULL,"
    "  rollup_days INTEGER NOT NULL,"
    "  applied_ms INTEGER NOT NULL"
    ") STRICT",

    "INSERT INTO retention (id, result_days, rollup_days, applied_ms) VALUES (1, 30, 730, 0)",
};

} // namespace rollcall::schema
