// SPDX-License-Identifier: MIT
// Which runs of a history can be compared with each other, and what changed between two of them.
#pragma once

#include "core/check/rundifference.h"
#include "core/history/historyvalues.h"
#include "core/history/storeproblem.h"

#include <QByteArrayList>
#include <QList>

#include <optional>
#include <utility>

namespace rollcall {

class HistoryFile;

/// Whether every URL of the run's list has a result. Others are not compared: what they lack would look
/// removed.
bool isWhole(const StoredRun &run);

/// Those of the last \a most runs that are whole, the last one first. In the thread of \a file; blocks.
Answer<QList<StoredRun>> wholeRuns(HistoryFile &file, int most);

/// The numbers of the last of \a runs and of the one before it, the earlier first. \a runs are whole, the
/// last one first. Runs of less than half as many URLs as the largest of them has are passed over, since they
/// were of a selection; nothing if no two are left.
std::optional<std::pair<qint64, qint64>> lastPair(const QList<StoredRun> &runs);

/// One result for each URL of the list of the run with this number, in its order: the last, if there are
/// several. Empty if there is no such run. In the thread of \a file; blocks.
Answer<QList<CheckResult>> resultsByPlace(HistoryFile &file, qint64 run);

/// The URLs of the run with this number, each once, in its order. In the thread of \a file; blocks.
Answer<QByteArrayList> urlsOfRun(HistoryFile &file, qint64 run);

/// What changed from the run with the number \a before to that with the number \a after. In the thread of
/// \a file; blocks.
Answer<RunDifference> compareKeptRuns(HistoryFile &file, qint64 before, qint64 after,
                                      const DifferenceThresholds &thresholds);

} // namespace rollcall
