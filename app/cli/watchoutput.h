// SPDX-License-Identifier: MIT
// What `rollcall-cli watch` prints: a line for each change, and JSON for each result.
#pragma once

#include "app/cli/watchcommand.h"
#include "core/monitor/watch.h"
#include "core/reports/jsonlwriter.h"

#include <QFile>

#include <functional>
#include <memory>

namespace rollcall::cli {

/// Changes go to standard output, or to standard error when the JSON lines have standard output for
/// themselves.
class WatchOutput
{
public:
    /// \a watch outlives it. \a onFailure is called, once, when there is no use in going on: what could not
    /// be written has been said by then.
    WatchOutput(const WatchCommand &command, const Watch &watch, std::function<void()> onFailure);
    ~WatchOutput();
    WatchOutput(const WatchOutput &) = delete;
    WatchOutput &operator=(const WatchOutput &) = delete;

    /// Opens the file of JSON lines, to append to it. Returns an English sentence when it cannot be written.
    QString open();
    void add(const WatchNews &news);

    bool hasFailed() const { return m_failed; }
    /// Whoever read our standard output has had enough.
    bool readerIsGone() const { return m_readerIsGone; }

private:
    void print(const QString &line);
    QString line(const WatchedChange &change) const;
    static QString line(const LocalOutage &outage);
    void write(const CheckResult &result);
    void fail(const QString &what, const QString &reason, bool onStandardOutput);

    const WatchCommand &m_command;
    const Watch &m_watch;
    std::function<void()> m_onFailure;
    std::unique_ptr<QFile> m_console;
    std::unique_ptr<QFile> m_json;
    std::unique_ptr<JsonlWriter> m_writer;
    bool m_failed = false;
    bool m_readerIsGone = false;
};

} // namespace rollcall::cli
