// SPDX-License-Identifier: MIT
// Finds out which column of a table holds what.
#pragma once

#include "core/lists/importchoices.h"

#include <QChar>
#include <QList>
#include <QString>
#include <QStringList>

namespace rollcall {

/// The columns of a table, from 0; -1 for one that is not there.
struct CsvColumns {
    CsvColumns() = default;

    bool hasHeader = false; ///< the first record names the columns
    qsizetype url = -1;
    qsizetype name = -1;
    qsizetype group = -1;
    qsizetype tags = -1;
    qsizetype method = -1;
    qsizetype statuses = -1;
    qsizetype interval = -1;       ///< in seconds
    qsizetype target = -1;         ///< where the URL shall lead: the table is a redirect map
    qsizetype redirectStatus = -1; ///< in a redirect map
    qsizetype kind = -1;           ///< UptimeRobot's type of a monitor

    friend bool operator==(const CsvColumns &, const CsvColumns &) = default;
};

/// Judges by the first records what is not chosen: by a header that names a column of URLs, or else by where
/// URLs stand. A header that names an old and a new URL makes a redirect map.
CsvColumns csvColumns(const QList<QStringList> &firstRecords, const ImportChoices &choices = {});

/// The one of comma, semicolon, tab and vertical bar that divides the lines of \a text into the same number
/// of cells; a comma when none does. \a text is the beginning of a table.
QChar csvSeparator(const QString &text);

/// The first records of the table whose text begins with \a text, without one that may be cut off.
QList<QStringList> firstCsvRecords(const QString &text, QChar separator);

} // namespace rollcall
