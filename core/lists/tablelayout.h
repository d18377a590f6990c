// SPDX-License-Identifier: MIT
// How a table is read: what a preview shows, and what may be chosen otherwise.
#pragma once

#include "core/lists/csvcolumns.h"
#include "core/lists/importchoices.h"

#include <QChar>
#include <QList>
#include <QString>
#include <QStringList>

namespace rollcall {

/// The form of one table.
struct TableLayout {
    TableLayout() = default;

    QChar separator = u',';
    CsvColumns columns;              ///< `url` is the column that URLs are read from; -1: there is none
    QList<QStringList> firstRecords; ///< up to 50, the header among them if columns.hasHeader

    /// How many columns there are to choose from.
    qsizetype columnCount() const;

    friend bool operator==(const TableLayout &, const TableLayout &) = default;
};

/// The form of the table whose text begins with \a text, as chosen, and for the rest as found out. Any
/// thread.
TableLayout tableLayout(const QString &text, const ImportChoices &choices = {});

} // namespace rollcall
