// SPDX-License-Identifier: MIT
// Where alerts wait until they are delivered, and what a monitor remembers, also across a restart.
#pragma once

#include "core/async/coroutine.h"
#include "core/monitor/alert.h"
#include "core/monitor/urlmemory.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace rollcall {

/// An alert for one channel.
struct OutgoingAlert {
    OutgoingAlert() = default;
    OutgoingAlert(QString channelName, Alert outgoing)
        : channel(std::move(channelName)),
          alert(std::move(outgoing))
    {
    }

    QString channel;
    Alert alert;

    friend bool operator==(const OutgoingAlert &, const OutgoingAlert &) = default;
};

/// What a store has kept.
struct KeptWatch {
    KeptWatch() = default;

    QHash<QByteArray, UrlMemory> memories; ///< by URL
    QList<OutgoingAlert> alerts;           ///< not yet settled, in their order
};

/// Keeps alerts and memories. One thread; each call returns once it is done, or has failed and said so
/// itself.
class AlertStore
{
public:
    AlertStore() = default;
    virtual ~AlertStore() = default;
    AlertStore(const AlertStore &) = delete;
    AlertStore &operator=(const AlertStore &) = delete;

    virtual async::Coroutine<KeptWatch> load() = 0;
    /// Keeps all of it, or nothing: an event and that it is known go together.
    virtual async::Coroutine<void> keep(QList<OutgoingAlert> alerts, QList<UrlMemory> memories) = 0;
    /// These alerts are delivered to \a channel, or given up.
    virtual async::Coroutine<void> settle(QString channel, QList<QByteArray> ids) = 0;
};

/// Keeps nothing beyond its own life.
class TransientAlertStore final : public AlertStore
{
public:
    async::Coroutine<KeptWatch> load() override;
    async::Coroutine<void> keep(QList<OutgoingAlert> alerts, QList<UrlMemory> memories) override;
    async::Coroutine<void> settle(QString channel, QList<QByteArray> ids) override;

private:
    KeptWatch m_kept;
};

} // namespace rollcall
