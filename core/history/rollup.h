// SPDX-License-Identifier: MIT
// The sum of many results, and rows of such sums as bytes.
#pragma once

#include "core/history/historyvalues.h"
#include "core/history/responsetimes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <map>
#include <optional>

namespace rollcall {

struct HistoryRecord;

/// What an hour or a day of results comes to.
struct RollUp {
    RollUp() = default;

    Availability counts;
    ResponseTimes times; ///< of the results that count and did not fail

    void add(const HistoryRecord &record);
    void merge(const RollUp &other);

    friend bool operator==(const RollUp &, const RollUp &) = default;
};

/// Roll-ups by the number of their slot, for example the hour of a day.
using RollUpRow = std::map<int, RollUp>;

namespace rolluprow {

/// How much is read of each roll-up.
enum class Depth {
    Counts, ///< the times stay empty: much faster
    Whole,
};

QByteArray encode(const RollUpRow &row);
/// Reads encode()'s bytes; nothing if that they cannot be.
std::optional<RollUpRow> decode(QByteArrayView bytes, Depth depth = Depth::Whole);
/// Adds the counts of the slots from \a first on and before \a end to \a counts, which is several times
/// faster than to decode them. False if encode()'s bytes they cannot be.
bool addCounts(QByteArrayView bytes, qint64 first, qint64 end, Availability &counts);

} // namespace rolluprow

} // namespace rollcall
