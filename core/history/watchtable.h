// SPDX-License-Identifier: MIT
// What a monitor keeps across a restart: what it remembers of each URL, and the alerts on their way.
#pragma once

#include "core/history/statements.h"
#include "core/history/storeproblem.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace rollcall {

/// An alert on its way; its content is the monitor's business.
struct KeptAlert {
    KeptAlert() = default;
    KeptAlert(QString channelName, QByteArray alertId, QByteArray content)
        : channel(std::move(channelName)),
          id(std::move(alertId)),
          json(std::move(content))
    {
    }

    QString channel;
    QByteArray id; ///< unique in its channel
    QByteArray json;

    friend bool operator==(const KeptAlert &, const KeptAlert &) = default;
};

/// What a monitor remembers of a URL; the content is its business.
struct KeptMemory {
    KeptMemory() = default;
    KeptMemory(QByteArray memoryUrl, QByteArray content) : url(std::move(memoryUrl)), json(std::move(content))
    {
    }

    QByteArray url;
    QByteArray json;

    friend bool operator==(const KeptMemory &, const KeptMemory &) = default;
};

/// Reads and writes both, on a connection that others use, too. Every call blocks.
class WatchTable
{
public:
    /// Before anything else.
    void use(const QSqlDatabase &connection) { m_statements.use(connection); }

    /// Keeps all of it or nothing. A memory replaces that of the same URL; an alert that is there stays as it
    /// is, and keeps its place.
    MaybeProblem keep(const QList<KeptAlert> &alerts, const QList<KeptMemory> &memories);
    /// Forgets these alerts of \a channel.
    MaybeProblem settle(const QString &channel, const QList<QByteArray> &ids);
    /// The alerts in the order in which they were kept.
    MaybeProblem load(QList<KeptAlert> &alerts, QList<KeptMemory> &memories);

private:
    MaybeProblem insert(const QList<KeptAlert> &alerts, const QList<KeptMemory> &memories);

    Statements m_statements;
};

} // namespace rollcall
