// SPDX-License-Identifier: MIT
// One row of the table: an entry of the list, how far its check is, and its last result.
#pragma once

#include "core/url/urlentry.h"
#include "ui/keptresult.h"
#include "ui/rowpast.h"

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
    std::shared_ptr<const KeptResult> result;
    /// What the history tells of the URL. Null: nothing, or it has not been asked.
    std::shared_ptr<const RowPast> past;
    RowState state = RowState::Unchecked;
};

/// The row's result, or that of a URL whose check never began. Without response headers and certificates.
inline CheckResult resultOf(const ResultRow &row)
{
    return row.result ? row.result->toCheckResult(row.entry.url) : CheckResult::neverStarted(row.entry.url);
}

} // namespace rollcall
