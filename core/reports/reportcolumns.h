// SPDX-License-Identifier: MIT
// What a report says about one result: the columns in their order, each a name and a value.
#pragma once

#include "core/check/checkresult.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QList>

#include <chrono>
#include <span>
#include <variant>
#include <vector>

namespace rollcall {

/// The value of one column. std::monostate is unknown, which no format shows as zero.
/// Text is valid UTF-8, whatever a server sent, and never empty; it may refer to static memory. Moments are
/// UTC, of the years 0 to 9999.
using ReportValue = std::variant<std::monostate, QByteArray, qint64, std::chrono::microseconds, QDateTime,
                                 QList<RedirectHop>>;

struct ReportColumn {
    const char *name;
    ReportValue (*value)(const CheckResult &result);
    /// The reverse, for values that were read from a report: a time may be a number of milliseconds, a
    /// moment its text. False when \a value is none that this column can have. `message` needs `error` first.
    bool (*assign)(CheckResult &result, const ReportValue &value);
};

/// The columns of every report, in their order: names and order are a contract with scripts, new ones go
/// to the end. Any thread.
std::span<const ReportColumn> reportColumns();
/// The column with this name, or null.
const ReportColumn *reportColumn(QByteArrayView name);
/// The columns with these names, in the order of the names; every column when there are none. What is no
/// name of a column is passed over.
std::vector<const ReportColumn *> chosenColumns(const QByteArrayList &names);

} // namespace rollcall
