// SPDX-License-Identifier: MIT
// One row of the table: an entry of the list, how far its check is, and its last result.
#pragma once

#include "core/check/checkresult.h"
#include "core/url/urlentry.h"

#include <memory>
#include <utility>

namespace rollcall {

/// How far the check of a row is.
enum class RowState : quint8 {
    Unchecked, ///< no result
    Queued,
    Running,
    Done, ///< has its result
};

/// A row. Copies are cheap and may be read in any thread: the result is shared and never changes.
struct ResultRow {
    ResultRow() = default;
    ResultRow(qint64 rowId, UrlEntry urlEntry) : id(rowId), entry(std::move(urlEntry)) {}

    qint64 id = 0;
    UrlEntry entry;
    /// The last result; while a row is queued or running, the one before. Null: none.
    std::shared_ptr<const CheckResult> result;
    RowState state = RowState::Unchecked;
};

} // namespace rollcall
