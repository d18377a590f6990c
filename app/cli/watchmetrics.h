// SPDX-License-Identifier: MIT
// What is watched as metrics, in Prometheus's text format: as a file, or for a server.
#pragma once

#include "core/monitor/watch.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>

namespace rollcall::cli {

/// The last result of each URL, as the Prometheus report has it, its state, and counters of the watch itself.
/// Secrets in URLs are masked.
class WatchMetrics
{
public:
    /// \a watch outlives it.
    explicit WatchMetrics(const Watch &watch) : m_watch(watch) {}

    void add(const WatchNews &news);
    QByteArray text() const;
    /// Puts text() in the place of the file \a path, whole or not at all. Returns an English sentence when it
    /// cannot, else an empty string.
    QString save(const QString &path) const;

private:
    QByteArray states() const;

    const Watch &m_watch;
    QHash<int, CheckResult> m_last; // by URL
    qint64 m_checks = 0;
    qint64 m_failures = 0;
};

} // namespace rollcall::cli
