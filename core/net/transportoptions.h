// SPDX-License-Identifier: MIT
// What holds for all requests of a run, whichever access manager carries them.
#pragma once

#include "core/net/engine.h"
#include "core/net/proxyroute.h"

#include <QHostAddress>
#include <QList>
#include <QString>

#include <utility>

namespace rollcall {

/// Which of a host's addresses are called.
enum class IpVersion { Any, V4, V6 };

/// "Connect to this address, whatever the name servers say of this host."
using HostOverride = std::pair<QString, QHostAddress>;

struct TransportOptions {
    TransportOptions() = default;

    EngineKind engine = defaultEngine();
    bool verifyTls = true;
    bool allowHttp2 = true;        ///< the exact engine only: Qt's speaks HTTP/1.1
    QString caFile;                ///< PEM; empty: the system's authorities
    QString clientCertificateFile; ///< PEM, with its chain; empty: none is shown
    QString clientKeyFile;         ///< PEM, without a passphrase; empty: it is in the certificate's file
    ProxySetting proxy;
    IpVersion ipVersion = IpVersion::Any;
    QList<HostOverride> hostOverrides; ///< several of one host are tried in their order

    friend bool operator==(const TransportOptions &, const TransportOptions &) = default;
};

} // namespace rollcall
