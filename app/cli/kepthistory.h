// SPDX-License-Identifier: MIT
// The history that a check is told to keep.
#pragma once

#include "core/history/history.h"
#include "core/history/runrecorder.h"

#include <QString>

namespace rollcall::cli {

/// Records one run. Needs an event loop between begin() and finish().
class KeptHistory
{
public:
    explicit KeptHistory(const QString &path) : m_history(path), m_recorder(m_history) {}

    /// Returns an English sentence when the file cannot be opened.
    QString open();
    void begin(const QString &lists, qsizetype urls);
    void add(const IndexedResult &result) { m_recorder.add({result}); }
    /// Waits until all is on disk. Returns an English sentence when something of it is not.
    QString finish(const CheckProgress &summary);

private:
    History m_history;
    RunRecorder m_recorder;
};

} // namespace rollcall::cli
