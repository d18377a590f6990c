// SPDX-License-Identifier: MIT
// The roll-ups of one length in the file.
#pragma once

#include "core/history/rollup.h"
#include "core/history/statements.h"

#include <functional>
#include <map>

namespace rollcall {

/// Roll-ups by the moment that they begin, in milliseconds since 1970.
using RollUps = std::map<qint64, RollUp>;

/// The table of the hours or that of the days. Moments are milliseconds since 1970, UTC, and not before.
class RollUpTable
{
public:
    enum class Length { Hour, Day };

    RollUpTable(Statements &statements, Length length) : m_statements(statements), m_length(length) {}

    qint64 lengthMs() const;
    /// The beginning of the roll-up that \a ms belongs to.
    qint64 beginning(qint64 ms) const { return ms - ms % lengthMs(); }

    /// Adds \a rollUps to what is there. Within a transaction.
    MaybeProblem merge(qint64 urlId, const RollUps &rollUps);
    /// Adds those that begin in [fromMs, toMs) to \a rollUps.
    MaybeProblem read(qint64 urlId, qint64 fromMs, qint64 toMs, rolluprow::Depth depth, RollUps &rollUps);
    /// Adds the counts of those to \a counts.
    MaybeProblem count(qint64 urlId, qint64 fromMs, qint64 toMs, Availability &counts);
    /// Gives the beginnings of those that are there, the latest first, until \a visit returns false.
    MaybeProblem visitLatest(qint64 urlId, const std::function<bool(qint64)> &visit);
    /// Drops rows that end before \a ms: some may be left that began up to 32 lengths before.
    MaybeProblem drop(qint64 urlId, qint64 ms);

private:
    static constexpr int rowBits = 20; ///< for the row among those of its URL

    qint64 slotsPerRow() const;
    qint64 rowOf(qint64 urlId, qint64 ms) const;
    qint64 firstSlotOf(qint64 urlId, qint64 rowId) const
    {
        return (rowId - (urlId << rowBits)) * slotsPerRow();
    }
    Rows rowsWithin(qint64 urlId, qint64 fromMs, qint64 toMs);
    MaybeProblem readRow(qint64 rowId, RollUpRow &row);
    const char *pick(const char *ofHours, const char *ofDays) const
    {
        return m_length == Length::Hour ? ofHours : ofDays;
    }

    Statements &m_statements;
    Length m_length;
};

/// The problem that bytes which cannot be read are.
StoreProblem unreadable(const char *table, qint64 row);

} // namespace rollcall
