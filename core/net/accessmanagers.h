// SPDX-License-Identifier: MIT
// The one place where it is chosen which access manager carries the requests.
#pragma once

#include "core/net/exchange.h"
#include "core/net/transportoptions.h"

#include <QSslConfiguration>

#include <memory>
#include <optional>
#include <vector>

namespace rollcall {

/// Connections that one lane of Qt's own manager opens to one host and port (Qt 6.4 has no setting for it).
inline constexpr int connectionsPerLane = 6;

/// The access managers of one run, made as they are needed. They share nothing with another run: no
/// connection, cookie, cache or credential. One thread, with an event loop.
class AccessManagers
{
public:
    /// An engine that is not available is replaced by Qt's.
    explicit AccessManagers(TransportOptions options);
    ~AccessManagers();
    AccessManagers(const AccessManagers &) = delete;
    AccessManagers &operator=(const AccessManagers &) = delete;

    /// The manager of this lane; \a lane from 0. The exact engine has one manager for all lanes.
    Transport &lane(int lane);
    /// Whether a proxy looks up the host of \a url, canonical, so that it need not be known here.
    bool isProxied(const QByteArray &url) { return m_route->proxyFor(url).isValid(); }

private:
    TransportOptions m_options;
    std::shared_ptr<ProxyRoute> m_route;
    std::optional<QSslConfiguration> m_sslConfiguration; // Qt's: to make one loads its TLS library
    std::vector<std::unique_ptr<Transport>> m_lanes;
};

/// Checks that the files and the proxy of \a options can be used; returns an English sentence that names what
/// cannot, else an empty string.
QString checkTransport(const TransportOptions &options);

} // namespace rollcall
