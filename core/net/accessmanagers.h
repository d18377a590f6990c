// SPDX-License-Identifier: MIT
// The one place where it is chosen which QNetworkAccessManager carries the requests.
#pragma once

#include "core/net/engine.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QString>

#include <memory>
#include <vector>

namespace rollcall {

/// Connections that one lane opens to one host and port (Qt 6.4 has no setting for it).
inline constexpr int connectionsPerLane = 6;

/// What holds for all requests of a run.
struct TransportOptions {
    TransportOptions() = default;

    EngineKind engine = EngineKind::Qt;
    bool verifyTls = true;
    QString caFile; ///< PEM; empty: the system's authorities
};

/// The access managers of one run, made as they are needed. They share nothing with another run: no
/// connection, cookie, cache or credential. One thread, with an event loop.
class AccessManagers
{
public:
    explicit AccessManagers(TransportOptions options);
    ~AccessManagers();
    AccessManagers(const AccessManagers &) = delete;
    AccessManagers &operator=(const AccessManagers &) = delete;

    /// The manager of this lane; \a lane from 0.
    QNetworkAccessManager &lane(int lane);
    const QSslConfiguration &sslConfiguration() const { return m_sslConfiguration; }

private:
    TransportOptions m_options;
    QSslConfiguration m_sslConfiguration;
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_lanes;
};

/// Checks that \a caFile can be used; returns an English sentence that names the file if not, else an empty
/// string.
QString checkCaFile(const QString &caFile);

} // namespace rollcall
