// SPDX-License-Identifier: MIT
// A result as the history keeps it, and how a row of them becomes bytes.
#pragma once

#include "core/history/historyvalues.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace rollcall {

class ErrorCodes;

/// A result of a URL, with its run and its moment.
struct HistoryRecord {
    HistoryRecord() = default;
    HistoryRecord(qint64 runId, qint64 at, HistoryResult historyResult)
        : run(runId),
          atMs(at),
          entry(std::move(historyResult))
    {
    }

    qint64 run = 0;
    qint64 atMs = 0; ///< since 1970, UTC: when it was called; when the run began, if it never was
    HistoryResult entry;

    friend bool operator==(const HistoryRecord &, const HistoryRecord &) = default;
};

namespace historyrecord {

/// The records in as few bytes as they need: of each only what differs from the one before. Durations are
/// kept to a tenth of a millisecond, as reports have them; response headers and bodies are not kept. All
/// records are of one URL, which is not among the bytes.
QByteArray encode(const QList<HistoryRecord> &records, const ErrorCodes &codes);
/// Reads encode()'s bytes; nothing if that they cannot be.
std::optional<QList<HistoryRecord>> decode(QByteArrayView bytes, const QByteArray &url,
                                           const ErrorCodes &codes);

/// Those of these records that are of \a run, without making the others.
std::optional<QList<HistoryRecord>> decodeRun(QByteArrayView bytes, qint64 run, const QByteArray &url,
                                              const ErrorCodes &codes);
/// The last of these records, without making the others; nothing also if there is none.
std::optional<HistoryRecord> decodeLast(QByteArrayView bytes, const QByteArray &url, const ErrorCodes &codes);

} // namespace historyrecord

} // namespace rollcall
