// SPDX-License-Identifier: MIT
// Which proxy, if any, the requests to a URL go through.
#pragma once

#include <QHash>
#include <QNetworkProxy>
#include <QString>
#include <QUrl>

#include <optional>

namespace rollcall {

/// What a person says about proxies.
struct ProxySetting {
    enum class Kind {
        Desktop, ///< as the desktop or the environment says
        None,
        Server,
    };

    ProxySetting() = default;
    explicit ProxySetting(Kind proxyKind) : kind(proxyKind) {}
    explicit ProxySetting(QUrl proxyServer) : kind(Kind::Server), server(std::move(proxyServer)) {}

    /// Reads "desktop", "none", or the URL of a proxy: http, https or socks5, a host, perhaps a port and
    /// credentials, and nothing else.
    static std::optional<ProxySetting> fromText(const QString &text);

    Kind kind = Kind::Desktop;
    QUrl server; ///< with its port; may hold credentials

    friend bool operator==(const ProxySetting &, const ProxySetting &) = default;
};

/// Answers for one run. One thread.
class ProxyRoute
{
public:
    explicit ProxyRoute(ProxySetting setting);

    /// The proxy for \a url; invalid for a direct connection. The desktop is asked once a host, and not at
    /// all if it has no proxy for a public name.
    QUrl proxyFor(const QUrl &url);
    /// The same for a canonical URL, which is taken apart only if there may be a proxy.
    QUrl proxyFor(const QByteArray &canonicalUrl);

private:
    QUrl askDesktop(const QUrl &url);

    ProxySetting m_setting;
    QHash<QString, QUrl> m_known; // by scheme and host
};

/// \a proxy for Qt's own sockets. Qt speaks to an https proxy in clear, so that one has no counterpart:
/// NoProxy.
QNetworkProxy toNetworkProxy(const QUrl &proxy);

} // namespace rollcall
