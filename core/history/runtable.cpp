// SPDX-License-Identifier: MIT
#include "core/history/runtable.h"

namespace rollcall {

namespace {

// The numbers are part of the format: they never change.
int numberOf(RunKind kind)
{
    switch (kind) {
    case RunKind::Window:
        return 0;
    case RunKind::CommandLine:
        return 1;
    case RunKind::Scheduled:
        return 2;
    }
    return 0;
}

RunKind kindOf(qint64 number)
{
    if (number == numberOf(RunKind::CommandLine))
        return RunKind::CommandLine;
    return number == numberOf(RunKind::Scheduled) ? RunKind::Scheduled : RunKind::Window;
}

QDateTime moment(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

// The order of the columns in both statements below.
StoredRun runIn(const Rows &rows)
{
    int column = 0;
    StoredRun run;
    run.id = rows.number(column++);
    run.start.kind = kindOf(rows.number(column++));
    if (!rows.isNull(column))
        run.start.listId = rows.number(column);
    run.start.list = rows.text(++column);
    run.start.began = moment(rows.number(++column));
    if (!rows.isNull(++column))
        run.ended = moment(rows.number(column));
    run.start.total = rows.number(++column);
    run.counts.total = run.start.total;
    run.counts.ok = rows.number(++column);
    run.counts.warnings = rows.number(++column);
    run.counts.failed = rows.number(++column);
    run.counts.cancelled = rows.number(++column);
    run.counts.elapsed = std::chrono::milliseconds(rows.number(++column));
    return run;
}

} // namespace

MaybeProblem RunTable::begin(const RunStart &start, qint64 &id)
{
    MaybeProblem problem = m_statements.run(
        "INSERT INTO runs (kind, list_id, list, began_ms, total) VALUES (?, ?, COALESCE(?, ''), ?, ?)",
        numberOf(start.kind), start.listId ? QVariant(*start.listId) : QVariant(), start.list,
        start.began.toMSecsSinceEpoch(), qint64(start.total));
    id = m_statements.lastId();
    return problem;
}

MaybeProblem RunTable::end(qint64 id, const QDateTime &ended, const CheckProgress &counts)
{
    return m_statements.run("UPDATE runs SET ended_ms = ?, ok = ?, warnings = ?, failed = ?, cancelled = ?, "
                            "elapsed_ms = ? WHERE id = ?",
                            ended.toMSecsSinceEpoch(), qint64(counts.ok), qint64(counts.warnings),
                            qint64(counts.failed), qint64(counts.cancelled), qint64(counts.elapsed.count()),
                            id);
}

Answer<QList<StoredRun>> RunTable::latest(int most)
{
    Rows rows = m_statements.rows("SELECT id, kind, list_id, list, began_ms, ended_ms, total, ok, warnings, "
                                  "failed, cancelled, elapsed_ms FROM runs ORDER BY id DESC LIMIT ?",
                                  most);
    QList<StoredRun> runs;
    while (rows.next())
        runs.append(runIn(rows));
    if (rows.problem())
        return *rows.problem();
    return runs;
}

Answer<std::optional<StoredRun>> RunTable::find(qint64 id)
{
    Rows rows = m_statements.rows("SELECT id, kind, list_id, list, began_ms, ended_ms, total, ok, warnings, "
                                  "failed, cancelled, elapsed_ms FROM runs WHERE id = ?",
                                  id);
    std::optional<StoredRun> run;
    if (rows.next())
        run = runIn(rows);
    if (rows.problem())
        return *rows.problem();
    return run;
}

Answer<QHash<qint64, Availability>> RunTable::countsByList(const QDateTime &from)
{
    Rows rows = m_statements.rows("SELECT list_id, sum(ok), sum(warnings), sum(failed) FROM runs "
                                  "WHERE began_ms >= ? AND list_id IS NOT NULL GROUP BY list_id",
                                  from.toMSecsSinceEpoch());
    QHash<qint64, Availability> lists;
    while (rows.next()) {
        int column = 0;
        Availability &counts = lists[rows.number(column++)];
        counts.ok = rows.number(column++);
        counts.warnings = rows.number(column++);
        counts.failed = rows.number(column);
    }
    if (rows.problem())
        return *rows.problem();
    return lists;
}

MaybeProblem RunTable::drop(qint64 ms)
{
    return m_statements.run("DELETE FROM runs WHERE began_ms < ?", ms);
}

} // namespace rollcall
