// SPDX-License-Identifier: MIT
#include "core/history/resulttable.h"

#include "core/history/milliseconds.h"
#include "core/history/rolluptable.h"

#include <algorithm>
#include <limits>

namespace rollcall {

namespace {

constexpr int urlBits = 40;

qint64 blockOf(qint64 ms, qint64 urlId)
{
    return (ms / hourMs << urlBits) + urlId;
}

// The numbers are part of the format: they never change.
enum Verdict { Ok = 0, Warning = 1, Failed = 2, Uncounted = 3 };

int verdictOf(const HistoryResult &result)
{
    if (!result.counts)
        return Uncounted;
    switch (result.result.outcome) {
    case Outcome::Ok:
        return Ok;
    case Outcome::Warning:
        return Warning;
    case Outcome::Failed:
        return Failed;
    case Outcome::Cancelled:
        return Uncounted;
    }
    return Uncounted;
}

void count(qint64 verdict, Availability &counts)
{
    if (verdict == Ok)
        ++counts.ok;
    else if (verdict == Warning)
        ++counts.warnings;
    else if (verdict == Failed)
        ++counts.failed;
    else
        ++counts.unknown;
}

} // namespace

// Where a result of a run is.
struct ResultTable::Place {
    qint64 position; // in the run's list
    qint64 urlId;
    qint64 row;
    bool isPacked;
};

MaybeProblem ResultTable::decode(const NumberedUrl &url, const char *table, qint64 row,
                                 const QByteArray &bytes, QList<HistoryRecord> &records) const
{
    std::optional<QList<HistoryRecord>> read = historyrecord::decode(bytes, url.url, m_codes);
    if (!read)
        return unreadable(table, row);
    records += std::move(*read);
    return std::nullopt;
}

MaybeProblem ResultTable::add(qint64 urlId, const HistoryRecord &record)
{
    return m_statements.run("INSERT INTO results (url_id, at_ms, verdict, run_id, position, data) "
                            "VALUES (?, ?, ?, ?, ?, ?)",
                            urlId, record.atMs, verdictOf(record.entry), record.run, record.entry.position,
                            historyrecord::encode({record}, m_codes));
}

MaybeProblem ResultTable::visitRecent(const NumberedUrl &url, qint64 fromMs, qint64 toMs,
                                      const Visitor &visit)
{
    Rows rows =
        m_statements.rows("SELECT id, data FROM results WHERE url_id = ? AND at_ms >= ? AND at_ms < ? "
                          "ORDER BY at_ms",
                          url.id, fromMs, toMs);
    QList<HistoryRecord> records;
    while (rows.next()) {
        if (MaybeProblem problem = decode(url, "results", rows.number(0), rows.bytes(1), records))
            return problem;
    }
    for (const HistoryRecord &record : std::as_const(records))
        visit(record);
    return rows.problem();
}

MaybeProblem ResultTable::countRecent(qint64 urlId, qint64 fromMs, qint64 toMs, const LocalOutages &outages,
                                      Availability &counts)
{
    Rows rows =
        m_statements.rows("SELECT at_ms, verdict FROM results WHERE url_id = ? AND at_ms >= ? AND at_ms < ?",
                          urlId, fromMs, toMs);
    while (rows.next())
        count(outages.contain(rows.number(0)) ? qint64(Uncounted) : rows.number(1), counts);
    return rows.problem();
}

MaybeProblem ResultTable::readLatest(const NumberedUrl &url, int most, QList<HistoryRecord> &records)
{
    Rows rows = m_statements.rows("SELECT id, data FROM results WHERE url_id = ? ORDER BY at_ms DESC LIMIT ?",
                                  url.id, most);
    while (rows.next()) {
        if (MaybeProblem problem = decode(url, "results", rows.number(0), rows.bytes(1), records))
            return problem;
    }
    return rows.problem();
}

MaybeProblem ResultTable::readHour(const NumberedUrl &url, qint64 ms, QList<HistoryRecord> &records)
{
    const qint64 block = blockOf(ms, url.id);
    Rows rows = m_statements.rows("SELECT data FROM result_blocks WHERE id = ?", block);
    if (!rows.next())
        return rows.problem();
    return decode(url, "result_blocks", block, rows.bytes(0), records);
}

MaybeProblem ResultTable::readLastOfHour(const NumberedUrl &url, qint64 ms,
                                         std::optional<HistoryResult> &last)
{
    const qint64 block = blockOf(ms, url.id);
    Rows rows = m_statements.rows("SELECT data FROM result_blocks WHERE id = ?", block);
    if (!rows.next())
        return rows.problem();
    std::optional<HistoryRecord> record = historyrecord::decodeLast(rows.bytes(0), url.url, m_codes);
    if (!record)
        return unreadable("result_blocks", block);
    last = std::move(record->entry);
    return std::nullopt;
}

MaybeProblem ResultTable::firstHour(std::optional<qint64> &ms)
{
    Rows rows = m_statements.rows("SELECT id FROM result_blocks ORDER BY id LIMIT 1");
    if (rows.next())
        ms = (rows.number(0) >> urlBits) * hourMs;
    return rows.problem();
}

MaybeProblem ResultTable::pack(const NumberedUrl &url, QList<HistoryRecord> records)
{
    if (records.isEmpty())
        return std::nullopt;
    const qint64 block = blockOf(records.first().atMs, url.id);
    QList<HistoryRecord> packed;
    if (MaybeProblem problem = readHour(url, records.first().atMs, packed))
        return problem;
    packed += std::move(records);
    std::ranges::stable_sort(packed, {}, &HistoryRecord::atMs);
    return m_statements.run("INSERT OR REPLACE INTO result_blocks (id, data) VALUES (?, ?)", block,
                            historyrecord::encode(packed, m_codes));
}

MaybeProblem ResultTable::dropHourBefore(qint64 ms, bool &isDone)
{
    std::optional<qint64> first;
    if (MaybeProblem problem = firstHour(first))
        return problem;
    isDone = !first || *first + hourMs > ms;
    if (isDone)
        return std::nullopt;
    return m_statements.run("DELETE FROM result_blocks WHERE id < ?", blockOf(*first + hourMs, 0));
}

// A run may have a million results, so that first only their places are gathered and put in order.
MaybeProblem ResultTable::visitRun(const StoredRun &run,
                                   const std::function<bool(const HistoryResult &)> &visit)
{
    Places places;
    if (MaybeProblem problem = findRecent(run.id, places))
        return problem;
    if (MaybeProblem problem = findPacked(run, places))
        return problem;
    std::ranges::sort(places, {}, &Place::position);
    for (const Place &place : std::as_const(places)) {
        std::optional<HistoryRecord> record;
        if (MaybeProblem problem = readAt(place, run.id, record))
            return problem;
        if (record && !visit(record->entry))
            return std::nullopt;
    }
    return std::nullopt;
}

MaybeProblem ResultTable::findRecent(qint64 run, Places &places)
{
    Rows rows = m_statements.rows("SELECT position, url_id, id FROM results WHERE run_id = ?", run);
    while (rows.next())
        places.append(Place{rows.number(0), rows.number(1), rows.number(2), false});
    return rows.problem();
}

MaybeProblem ResultTable::findPacked(const StoredRun &run, Places &places)
{
    const qint64 began = run.start.began.toMSecsSinceEpoch();
    const qint64 last =
        run.ended ? blockOf(run.ended->toMSecsSinceEpoch() + hourMs, 0) : std::numeric_limits<qint64>::max();
    Rows rows = m_statements.rows("SELECT id, data FROM result_blocks WHERE id >= ? AND id < ? ORDER BY id",
                                  blockOf(began, 0), last);
    while (rows.next()) {
        const qint64 row = rows.number(0);
        const qint64 urlId = row & ((qint64(1) << urlBits) - 1);
        const auto records = historyrecord::decodeRun(rows.bytes(1), run.id, QByteArray(), m_codes);
        if (!records)
            return unreadable("result_blocks", row);
        for (const HistoryRecord &record : *records)
            places.append(Place{record.entry.position, urlId, row, true});
    }
    return rows.problem();
}

MaybeProblem ResultTable::readAt(const Place &place, qint64 run, std::optional<HistoryRecord> &record)
{
    QByteArray url;
    if (MaybeProblem problem = m_urls.urlOf(place.urlId, url))
        return problem;
    Rows rows = m_statements.rows(place.isPacked ? "SELECT data FROM result_blocks WHERE id = ?"
                                                 : "SELECT data FROM results WHERE id = ?",
                                  place.row);
    if (!rows.next())
        return rows.problem();
    auto records = historyrecord::decodeRun(rows.bytes(0), run, url, m_codes);
    if (!records)
        return unreadable(place.isPacked ? "result_blocks" : "results", place.row);
    for (HistoryRecord &each : *records) {
        if (each.entry.position == place.position)
            record = std::move(each);
    }
    return std::nullopt;
}

} // namespace rollcall
