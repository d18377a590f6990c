// SPDX-License-Identifier: MIT
// What a report says about one result: the columns in their order, each a name and a value.
#pragma once

#include "core/check/checkresult.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <span>
#include <variant>

namespace rollcall {

/// The value of one column. std::monostate is unknown, which no format shows as zero.
/// Text is valid UTF-8, whatever a server sent, and never empty.
using ReportValue =
    std::variant<std::monostate, QByteArray, qint64, std::chrono::microseconds, QList<RedirectHop>>;

struct ReportColumn {
    const char *name;
    ReportValue (*value)(const CheckResult &result);
};

/// The columns of every report, in their order: names and order are a contract with scripts, new ones go
/// to the end. Any thread.
std::span<const ReportColumn> reportColumns();

/// \a bytes with everything that is no valid UTF-8 replaced by U+FFFD.
QByteArray validUtf8(const QByteArray &bytes);

/// \a time in milliseconds with one decimal, for example "12.3"; knows no locale.
QByteArray millisecondsText(std::chrono::microseconds time);

} // namespace rollcall
