// SPDX-License-Identifier: MIT
// A set of HTTP status codes, written as "200-299,304".
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <bitset>
#include <optional>

namespace rollcall {

/// The codes from first to last, both included.
struct StatusRange {
    StatusRange() = default;
    StatusRange(int firstCode, int lastCode) : first(firstCode), last(lastCode) {}

    int first = 0;
    int last = 0;

    friend bool operator==(const StatusRange &, const StatusRange &) = default;
};

/// Ascending and apart from each other. Empty: the usual codes, those that usualStatuses() names.
using StatusRanges = QList<StatusRange>;

/// One bit for each code from 0 to 999.
using StatusBits = std::bitset<1000>;

/// 200 to 299: what counts as a success where nothing else is said.
inline const StatusRange usualStatuses(200, 299);

/// Reads \a text: codes of three digits and ranges of them, separated by commas or white space. The usual
/// codes become the empty list. Nothing for what cannot be read. Reentrant; any thread.
std::optional<StatusRanges> statusRangesFromText(QStringView text);
QString statusText(const StatusRanges &ranges);

StatusRanges statusRangesFromBits(const StatusBits &bits);
/// The bits of \a ranges, of the usual codes when it is empty.
StatusBits statusBits(const StatusRanges &ranges);

} // namespace rollcall
