// SPDX-License-Identifier: MIT
#include "core/history/rolluptable.h"

#include "core/history/milliseconds.h"

#include <algorithm>

namespace rollcall {

StoreProblem unreadable(const char *table, qint64 row)
{
    return {StoreFailure::Damaged,
            QStringLiteral("row %1 of the table %2 cannot be read").arg(row).arg(QLatin1String(table))};
}

qint64 RollUpTable::lengthMs() const
{
    return m_length == Length::Hour ? hourMs : dayMs;
}

qint64 RollUpTable::slotsPerRow() const
{
    return m_length == Length::Hour ? 24 : 32;
}

qint64 RollUpTable::rowOf(qint64 urlId, qint64 ms) const
{
    const qint64 row = std::clamp<qint64>(ms / lengthMs() / slotsPerRow(), 0, (1 << rowBits) - 1);
    return (urlId << rowBits) + row;
}

MaybeProblem RollUpTable::readRow(qint64 rowId, RollUpRow &row)
{
    Rows rows = m_statements.rows(
        pick("SELECT data FROM hours WHERE id = ?", "SELECT data FROM days WHERE id = ?"), rowId);
    if (!rows.next())
        return rows.problem();
    std::optional<RollUpRow> read = rolluprow::decode(rows.bytes(0));
    if (!read)
        return unreadable(pick("hours", "days"), rowId);
    row = std::move(*read);
    return std::nullopt;
}

MaybeProblem RollUpTable::merge(qint64 urlId, const RollUps &rollUps)
{
    for (auto next = rollUps.begin(); next != rollUps.end();) {
        const qint64 rowId = rowOf(urlId, next->first);
        RollUpRow row;
        if (MaybeProblem problem = readRow(rowId, row))
            return problem;
        for (; next != rollUps.end() && rowOf(urlId, next->first) == rowId; ++next)
            row[int(next->first / lengthMs() % slotsPerRow())].merge(next->second);
        if (MaybeProblem problem =
                m_statements.run(pick("INSERT OR REPLACE INTO hours (id, data) VALUES (?, ?)",
                                      "INSERT OR REPLACE INTO days (id, data) VALUES (?, ?)"),
                                 rowId, rolluprow::encode(row)))
            return problem;
    }
    return std::nullopt;
}

Rows RollUpTable::rowsWithin(qint64 urlId, qint64 fromMs, qint64 toMs)
{
    return m_statements.rows(pick("SELECT id, data FROM hours WHERE id BETWEEN ? AND ? ORDER BY id",
                                  "SELECT id, data FROM days WHERE id BETWEEN ? AND ? ORDER BY id"),
                             rowOf(urlId, fromMs), rowOf(urlId, toMs));
}

MaybeProblem RollUpTable::read(qint64 urlId, qint64 fromMs, qint64 toMs, rolluprow::Depth depth,
                               RollUps &rollUps)
{
    Rows rows = rowsWithin(urlId, fromMs, toMs);
    while (rows.next()) {
        std::optional<RollUpRow> row = rolluprow::decode(rows.bytes(1), depth);
        if (!row)
            return unreadable(pick("hours", "days"), rows.number(0));
        const qint64 firstSlot = firstSlotOf(urlId, rows.number(0));
        for (auto &[slot, rollUp] : *row) {
            const qint64 began = (firstSlot + slot) * lengthMs();
            if (began >= fromMs && began < toMs)
                rollUps[began].merge(rollUp);
        }
    }
    return rows.problem();
}

MaybeProblem RollUpTable::count(qint64 urlId, qint64 fromMs, qint64 toMs, Availability &counts)
{
    const auto slotAfter = [this](qint64 ms) { return (ms + lengthMs() - 1) / lengthMs(); };
    Rows rows = rowsWithin(urlId, fromMs, toMs);
    while (rows.next()) {
        const qint64 firstSlot = firstSlotOf(urlId, rows.number(0));
        if (!rolluprow::addCounts(rows.bytes(1), slotAfter(fromMs) - firstSlot, slotAfter(toMs) - firstSlot,
                                  counts))
            return unreadable(pick("hours", "days"), rows.number(0));
    }
    return rows.problem();
}

MaybeProblem RollUpTable::visitLatest(qint64 urlId, const std::function<bool(qint64)> &visit)
{
    Rows rows = m_statements.rows(pick("SELECT id, data FROM hours WHERE id BETWEEN ? AND ? ORDER BY id DESC",
                                       "SELECT id, data FROM days WHERE id BETWEEN ? AND ? ORDER BY id DESC"),
                                  urlId << rowBits, ((urlId + 1) << rowBits) - 1);
    while (rows.next()) {
        const std::optional<RollUpRow> row = rolluprow::decode(rows.bytes(1), rolluprow::Depth::Counts);
        if (!row)
            return unreadable(pick("hours", "days"), rows.number(0));
        const qint64 firstSlot = firstSlotOf(urlId, rows.number(0));
        for (auto slot = row->rbegin(); slot != row->rend(); ++slot) {
            if (!visit((firstSlot + slot->first) * lengthMs()))
                return std::nullopt;
        }
    }
    return rows.problem();
}

MaybeProblem RollUpTable::drop(qint64 urlId, qint64 ms)
{
    return m_statements.run(
        pick("DELETE FROM hours WHERE id >= ? AND id < ?", "DELETE FROM days WHERE id >= ? AND id < ?"),
        urlId << rowBits, rowOf(urlId, ms));
}

} // namespace rollcall
