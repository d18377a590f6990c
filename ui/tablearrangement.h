// SPDX-License-Identifier: MIT
// How the person has arranged the table: which columns, in which order and how wide, and sorted by what.
#pragma once

#include "ui/rowsorter.h"

#include <QJsonObject>
#include <QList>

namespace rollcall {

/// A column and how it is shown.
struct ColumnPlace {
    ColumnPlace() = default;
    ColumnPlace(ResultColumn placedColumn, int columnWidth, bool shown)
        : column(placedColumn),
          width(columnWidth),
          isShown(shown)
    {
    }

    ResultColumn column = ResultColumn::Url;
    int width = 0; ///< in pixels; kept while the column is hidden
    bool isShown = true;

    friend bool operator==(const ColumnPlace &, const ColumnPlace &) = default;
};

/// An arrangement as a value.
struct TableArrangement {
    TableArrangement() = default;

    QList<ColumnPlace> columns; ///< from left to right, each at most once
    Sorting sorting;

    bool showsAnything() const;

    friend bool operator==(const TableArrangement &, const TableArrangement &) = default;
};

/// For settings: columns go by their ids, so that a later version, with other columns, can read it.
QJsonObject toJson(const TableArrangement &layout);
/// Passes over what is no column's id or comes a second time; whatever \a json holds, the result can be shown
/// if it showsAnything().
TableArrangement tableLayoutFromJson(const QJsonObject &json);

} // namespace rollcall
