// SPDX-License-Identifier: MIT
// The named lists of the store as values.
#pragma once

#include "core/check/checkprogress.h"
#include "core/check/checksettings.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace rollcall {

/// Whether and when a list is watched, as a person wrote it: core/monitor reads the texts.
struct WatchPlan {
    WatchPlan() = default;

    bool isOn = false;
    QString schedule;        ///< for Schedule::fromText(); empty: the usual interval
    QStringList maintenance; ///< each for MaintenanceWindow::fromText()

    friend bool operator==(const WatchPlan &, const WatchPlan &) = default;
};

/// A list without its entries. Ids are given by the caller and never used again.
struct StoredList {
    /// The list that a new file begins with.
    static constexpr qint64 firstId = 1;

    StoredList() = default;
    StoredList(qint64 listId, QString listName, CheckSettings checkSettings = {})
        : id(listId),
          name(std::move(listName)),
          settings(std::move(checkSettings))
    {
    }

    qint64 id = firstId;
    QString name; ///< empty for the first list until it is named
    CheckSettings settings;
    WatchPlan watch;

    friend bool operator==(const StoredList &, const StoredList &) = default;
};

/// What a list holds, in numbers.
struct ListTotals {
    ListTotals() = default;
    ListTotals(qint64 entryCount, qint64 failedCount) : entries(entryCount), failed(failedCount) {}

    qint64 entries = 0;
    qint64 failed = 0; ///< those whose last result is a failure

    friend bool operator==(const ListTotals &, const ListTotals &) = default;
};
/// By the list's id.
using TotalsByList = QHash<qint64, ListTotals>;

/// How the entries of a list ended when they were checked last.
struct ListSummary {
    ListSummary() = default;

    CheckProgress counts;               ///< the total is that of the entries
    std::optional<QDateTime> lastCheck; ///< UTC; when the last call began

    friend bool operator==(const ListSummary &, const ListSummary &) = default;
};
/// By the list's id.
using SummariesByList = QHash<qint64, ListSummary>;

/// A check that began and did not end: the program was closed, or ended otherwise.
struct InterruptedCheck {
    InterruptedCheck() = default;

    qint64 listId = StoredList::firstId;
    qint64 total = 0;   ///< entries it was to check
    QList<qint64> left; ///< those without a result, ascending; empty: no check was interrupted

    friend bool operator==(const InterruptedCheck &, const InterruptedCheck &) = default;
};

/// What the store holds beside the entries.
struct StoredLists {
    StoredLists() = default;

    QList<StoredList> lists; ///< in their order
    TotalsByList totals;
    InterruptedCheck interrupted;
    qint64 lastEntryId = 0; ///< the highest in the file

    friend bool operator==(const StoredLists &, const StoredLists &) = default;
};

} // namespace rollcall
