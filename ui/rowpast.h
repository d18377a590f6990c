// SPDX-License-Identifier: MIT
// What the table's cells show of the history of a URL.
#pragma once

#include "core/history/historyvalues.h"
#include "core/history/storeproblem.h"

#include <QByteArrayList>
#include <QList>

#include <optional>

namespace rollcall {

class HistoryFile;

/// The past of one row.
struct RowPast {
    RowPast() = default;

    static constexpr int failedCheck = -1; ///< stands among times for a check that failed

    Availability month; ///< of 30 days
    /// The response times of the last checks in microseconds, the latest one last.
    QList<int> times;

    bool isEmpty() const { return month.counted() + month.unknown == 0 && times.isEmpty(); }
    /// How much longer the last check took than half of the others, in microseconds; nothing if it failed, or
    /// is the only one.
    std::optional<qint64> slowdown() const;
    friend bool operator==(const RowPast &, const RowPast &) = default;
};

/// Reads the past of each of \a urls, in their order. In the history's thread; blocks.
Answer<QList<RowPast>> readRowPasts(HistoryFile &file, const QByteArrayList &urls, const QDateTime &now);

} // namespace rollcall
