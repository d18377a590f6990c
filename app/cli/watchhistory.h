// SPDX-License-Identifier: MIT
// The history that a watch is told to keep.
#pragma once

#include "core/history/history.h"
#include "core/monitor/durablealertstore.h"
#include "core/monitor/historyrecorder.h"

#include <QString>

#include <chrono>
#include <optional>

namespace rollcall::cli {

/// Keeps what a watch finds out, and, in the same file, what it must know to go on after a restart: what it
/// remembers of its URLs, and the alerts on their way. What cannot be written is said on standard error,
/// once; the watch goes on.
class WatchHistory
{
public:
    explicit WatchHistory(const QString &path);

    /// Opens the file. Returns an English sentence when it cannot be, or when another watch has it.
    QString open();
    AlertStore &store() { return m_store; }

    /// Before the first add(). \a lists: what people call what is watched.
    /// \a shortestRound: as HistoryRecorder's.
    void begin(const Watch &watch, const QString &lists, std::chrono::milliseconds shortestRound);
    void add(const WatchNews &news);
    /// The watch has ended: waits until all is on disk. False when something is not.
    bool finish();

private:
    void notWritten(const StoreProblem &problem);

    History m_history;
    DurableAlertStore m_store;
    std::optional<HistoryRecorder> m_recorder;
    bool m_isWhole = true;
};

} // namespace rollcall::cli
