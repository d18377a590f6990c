// SPDX-License-Identifier: MIT
// Puts rows into the order that the person chose, by one column or several, quick enough for a million rows.
#pragma once

#include "ui/resultcolumns.h"

#include <QList>
#include <Qt>

#include <functional>
#include <vector>

namespace rollcall {

/// One column of a sort order.
struct SortColumn {
    SortColumn() = default;
    SortColumn(ResultColumn sortedColumn, Qt::SortOrder sortOrder) : column(sortedColumn), order(sortOrder) {}

    ResultColumn column = ResultColumn::Url;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const SortColumn &, const SortColumn &) = default;
};

/// The columns to sort by, the most important one first; where all are equal, and for no columns, the order
/// of the list holds.
using Sorting = QList<SortColumn>;

/// Whether a row's result can change its place.
bool dependsOnResults(const Sorting &sorting);

/// Sorts \a rows, which are positions in the list in any order; \a rowAt gives the row at a position. Unknown
/// values come last, whichever the order.
void sortRows(std::vector<int> &rows, const Sorting &sorting,
              const std::function<const ResultRow &(int)> &rowAt);

/// Texts and where they come from.
struct PlacedText {
    QByteArray text;
    int place;
};

/// Sorts byte by byte, equal texts by their places. Texts that have long beginnings in common, as URLs do,
/// cost little more than others: they are sorted as numbers, seven bytes after seven.
void sortTexts(std::vector<PlacedText> &texts, Qt::SortOrder order);

} // namespace rollcall
