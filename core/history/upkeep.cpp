// SPDX-License-Identifier: MIT
#include "core/history/upkeep.h"

#include "core/history/milliseconds.h"

#include <algorithm>

namespace rollcall {

namespace {

constexpr int sliceResults = 2'000;
constexpr qint64 sliceUrls = 1'000;
constexpr qint64 slicePages = 1'000;
// Free pages are used again, so that some may stay.
constexpr qint64 freePagesKept = 100;
constexpr qint64 freePartKept = 20; // a twentieth

MaybeProblem failureOf(const Answer<Retention> &answer)
{
    const auto *problem = std::get_if<StoreProblem>(&answer);
    return problem != nullptr ? MaybeProblem(*problem) : std::nullopt;
}

} // namespace

Answer<bool> Upkeep::step(const QDateTime &now)
{
    const qint64 nowMs = now.toMSecsSinceEpoch();
    bool isDone = false;
    MaybeProblem problem;
    switch (m_stage) {
    case Stage::Pack:
        problem = pack(nowMs, isDone);
        break;
    case Stage::DropResults:
        problem = dropResults(nowMs, isDone);
        break;
    case Stage::DropRollUps:
        problem = dropRollUps(nowMs, isDone);
        break;
    case Stage::Shrink:
        problem = shrink(isDone);
        break;
    }
    if (problem) {
        m_stage = Stage::Pack;
        m_nextUrl = 0;
        return *problem;
    }
    if (!isDone)
        return true;
    m_nextUrl = 0;
    const bool wasLast = m_stage == Stage::Shrink;
    m_stage = wasLast ? Stage::Pack : Stage(int(m_stage) + 1);
    return !wasLast;
}

// The results of a slice, by URL.
struct Upkeep::Slice {
    QList<qint64> rows;
    std::map<qint64, QList<HistoryRecord>> byUrl;
};

MaybeProblem Upkeep::readSlice(qint64 nowMs, Slice &slice)
{
    Rows rows = m_tables.statements.rows(
        "SELECT r.id, r.url_id, r.data, u.url FROM results r JOIN urls u ON u.id = r.url_id "
        "WHERE r.url_id >= ? AND r.at_ms < ? ORDER BY r.url_id, r.at_ms LIMIT ?",
        m_nextUrl, nowMs - ms(packedAfter), sliceResults);
    while (rows.next()) {
        constexpr int dataColumn = 2;
        constexpr int urlColumn = 3;
        std::optional<QList<HistoryRecord>> records =
            historyrecord::decode(rows.bytes(dataColumn), rows.bytes(urlColumn), m_codes);
        if (!records)
            return unreadable("results", rows.number(0));
        slice.rows.append(rows.number(0));
        slice.byUrl[rows.number(1)] += std::move(*records);
    }
    return rows.problem();
}

MaybeProblem Upkeep::pack(qint64 nowMs, bool &isDone)
{
    Transaction transaction(m_tables.statements.connection());
    if (MaybeProblem problem = transaction.begin())
        return problem;
    Slice slice;
    LocalOutages outages;
    if (MaybeProblem problem = readSlice(nowMs, slice))
        return problem;
    if (MaybeProblem problem = outages.load(m_tables.statements, 0))
        return problem;
    for (auto &[urlId, records] : slice.byUrl) {
        for (HistoryRecord &record : records)
            record.entry.counts = record.entry.counts && !outages.contain(record.atMs);
        const NumberedUrl url(urlId, records.first().entry.result.url);
        if (MaybeProblem problem = packUrl(url, records))
            return problem;
        m_nextUrl = urlId;
    }
    for (const qint64 row : std::as_const(slice.rows)) {
        if (MaybeProblem problem = m_tables.statements.run("DELETE FROM results WHERE id = ?", row))
            return problem;
    }
    isDone = slice.rows.size() < sliceResults;
    return transaction.commit();
}

// \a records are in order.
MaybeProblem Upkeep::packUrl(const NumberedUrl &url, const QList<HistoryRecord> &records)
{
    std::map<qint64, QList<HistoryRecord>> byHour;
    RollUps hours;
    RollUps days;
    for (const HistoryRecord &record : records) {
        const qint64 hour = m_tables.hours.beginning(record.atMs);
        byHour[hour].append(record);
        hours[hour].add(record);
        days[m_tables.days.beginning(record.atMs)].add(record);
    }
    for (auto &[hour, packed] : byHour) {
        if (MaybeProblem problem = m_tables.results.pack(url, std::move(packed)))
            return problem;
    }
    if (MaybeProblem problem = m_tables.hours.merge(url.id, hours))
        return problem;
    return m_tables.days.merge(url.id, days);
}

MaybeProblem Upkeep::dropResults(qint64 nowMs, bool &isDone)
{
    const Answer<Retention> kept = retention();
    if (MaybeProblem problem = failureOf(kept))
        return problem;
    const qint64 limit = nowMs - std::get<Retention>(kept).results * dayMs;
    Transaction transaction(m_tables.statements.connection());
    if (MaybeProblem problem = transaction.begin())
        return problem;
    if (MaybeProblem problem = m_tables.results.dropHourBefore(limit, isDone))
        return problem;
    if (MaybeProblem problem = m_tables.runs.drop(limit))
        return problem;
    return transaction.commit();
}

// Once a day, since every URL is looked at.
MaybeProblem Upkeep::dropRollUps(qint64 nowMs, bool &isDone)
{
    const Answer<Retention> kept = retention();
    if (MaybeProblem problem = failureOf(kept))
        return problem;
    const qint64 limit = nowMs - std::get<Retention>(kept).rollUps * dayMs;
    Transaction transaction(m_tables.statements.connection());
    if (MaybeProblem problem = transaction.begin())
        return problem;
    qint64 applied = 0;
    qint64 lastUrl = 0;
    for (auto [sql, number] : {std::pair{"SELECT applied_ms FROM retention", &applied},
                               std::pair{"SELECT max(id) FROM urls", &lastUrl}}) {
        Rows rows = m_tables.statements.rows(sql);
        if (rows.next())
            *number = rows.number(0);
        if (rows.problem())
            return rows.problem();
    }
    isDone = nowMs >= applied && nowMs - applied < dayMs;
    if (isDone)
        return std::nullopt;

    const qint64 sliceEnd = std::min(m_nextUrl + sliceUrls, lastUrl + 1);
    for (qint64 urlId = m_nextUrl; urlId < sliceEnd; ++urlId) {
        for (RollUpTable *table : {&m_tables.hours, &m_tables.days}) {
            if (MaybeProblem problem = table->drop(urlId, limit))
                return problem;
        }
    }
    if (MaybeProblem problem = dropUrls(m_nextUrl, sliceEnd))
        return problem;
    m_nextUrl = sliceEnd;
    isDone = m_nextUrl > lastUrl;
    if (isDone) {
        for (MaybeProblem problem :
             {m_tables.incidents.drop(limit), LocalOutages::drop(m_tables.statements, limit),
              m_tables.statements.run("DELETE FROM watch_memories WHERE url NOT IN (SELECT url FROM urls)"),
              m_tables.statements.run("UPDATE retention SET applied_ms = ?", nowMs)}) {
            if (problem)
                return problem;
        }
    }
    return transaction.commit();
}

// Those of which nothing is left.
MaybeProblem Upkeep::dropUrls(qint64 fromId, qint64 toId)
{
    MaybeProblem problem =
        m_tables.statements.run("DELETE FROM urls WHERE id >= ? AND id < ? "
                                "AND NOT EXISTS (SELECT 1 FROM days WHERE days.id >= urls.id << 20 AND "
                                "days.id < (urls.id + 1) << 20) "
                                "AND NOT EXISTS (SELECT 1 FROM hours WHERE hours.id >= urls.id << 20 AND "
                                "hours.id < (urls.id + 1) << 20) "
                                "AND NOT EXISTS (SELECT 1 FROM results WHERE url_id = urls.id) "
                                "AND NOT EXISTS (SELECT 1 FROM incidents WHERE url_id = urls.id)",
                                fromId, toId);
    m_tables.urls.forget();
    return problem;
}

MaybeProblem Upkeep::shrink(bool &isDone)
{
    const QSqlDatabase &connection = m_tables.statements.connection();
    qint64 pages = 0;
    qint64 freePages = 0;
    if (MaybeProblem problem = askNumber(connection, QStringLiteral("PRAGMA page_count"), pages))
        return problem;
    if (MaybeProblem problem = askNumber(connection, QStringLiteral("PRAGMA freelist_count"), freePages))
        return problem;
    const qint64 tooMany = freePages - std::max(freePagesKept, pages / freePartKept);
    isDone = tooMany <= slicePages;
    if (tooMany <= 0)
        return std::nullopt;
    return inTransaction(connection, [&](const QSqlDatabase &) -> MaybeProblem {
        // Qt takes one step of a statement that gives no columns, and this one frees one page a step.
        for (qint64 page = 0; page < std::min(tooMany, slicePages); ++page) {
            if (MaybeProblem problem = m_tables.statements.run("PRAGMA incremental_vacuum(1)"))
                return problem;
        }
        return std::nullopt;
    });
}

Answer<Retention> Upkeep::retention()
{
    Rows rows = m_tables.statements.rows("SELECT result_days, rollup_days FROM retention");
    Retention kept;
    if (rows.next())
        kept = Retention(int(rows.number(0)), int(rows.number(1)));
    if (rows.problem())
        return *rows.problem();
    return kept;
}

// Applied at the next opportunity, not only after a day.
MaybeProblem Upkeep::setRetention(const Retention &kept)
{
    return m_tables.statements.run("UPDATE retention SET result_days = ?, rollup_days = ?, applied_ms = 0",
                                   kept.results, kept.rollUps);
}

} // namespace rollcall
