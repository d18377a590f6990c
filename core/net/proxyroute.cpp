// SPDX-License-Identifier: MIT
#include "core/net/proxyroute.h"

#include "core/url/urlparts.h"

#include <QNetworkProxyQuery>

namespace rollcall {

namespace {

constexpr int httpProxyPort = 8080;
constexpr int httpsProxyPort = 443;
constexpr int socksProxyPort = 1080;

int defaultPort(const QString &scheme)
{
    if (scheme == QLatin1String("https"))
        return httpsProxyPort;
    return scheme == QLatin1String("socks5") ? socksProxyPort : httpProxyPort;
}

QUrl urlOf(const QNetworkProxy &proxy)
{
    const bool isSocks = proxy.type() == QNetworkProxy::Socks5Proxy;
    const bool isHttp =
        proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy;
    if (!isSocks && !isHttp)
        return {};
    QUrl url;
    url.setScheme(isSocks ? QStringLiteral("socks5") : QStringLiteral("http"));
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    url.setUserName(proxy.user());
    url.setPassword(proxy.password());
    return url;
}

} // namespace

std::optional<ProxySetting> ProxySetting::fromText(const QString &text)
{
    if (text == QLatin1String("desktop"))
        return ProxySetting(Kind::Desktop);
    if (text == QLatin1String("none"))
        return ProxySetting(Kind::None);
    QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isKnown = scheme == QLatin1String("http") || scheme == QLatin1String("https") ||
                         scheme == QLatin1String("socks5");
    const bool hasMore =
        url.hasQuery() || url.hasFragment() || (!url.path().isEmpty() && url.path() != QLatin1String("/"));
    if (!url.isValid() || !isKnown || hasMore || url.host().isEmpty() || url.port() == 0)
        return std::nullopt;
    url.setPath(QString());
    url.setPort(url.port(defaultPort(scheme)));
    return ProxySetting(url);
}

ProxyRoute::ProxyRoute(ProxySetting setting) : m_setting(std::move(setting))
{
    if (m_setting.kind != ProxySetting::Kind::Desktop)
        return;
    // Asking costs as much as a request, and few desktops have a proxy.
    const bool hasNone = !askDesktop(QUrl(QStringLiteral("http://www.example.com"))).isValid() &&
                         !askDesktop(QUrl(QStringLiteral("https://www.example.com"))).isValid();
    if (hasNone)
        m_setting.kind = ProxySetting::Kind::None;
}

QUrl ProxyRoute::proxyFor(const QByteArray &canonicalUrl)
{
    return m_setting.kind == ProxySetting::Kind::None ? QUrl() : proxyFor(toQUrl(canonicalUrl));
}

QUrl ProxyRoute::proxyFor(const QUrl &url)
{
    switch (m_setting.kind) {
    case ProxySetting::Kind::None:
        return {};
    case ProxySetting::Kind::Server:
        return m_setting.server;
    case ProxySetting::Kind::Desktop:
        break;
    }
    const QString key = url.scheme() + QLatin1Char(' ') + url.host();
    const auto known = m_known.constFind(key);
    if (known != m_known.constEnd())
        return *known;
    return *m_known.insert(key, askDesktop(url));
}

QUrl ProxyRoute::askDesktop(const QUrl &url)
{
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return proxies.isEmpty() ? QUrl() : urlOf(proxies.constFirst());
}

QNetworkProxy toNetworkProxy(const QUrl &proxy)
{
    if (!proxy.isValid() || proxy.scheme() == QLatin1String("https"))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const bool isSocks = proxy.scheme() == QLatin1String("socks5");
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, proxy.host(),
                         quint16(proxy.port()), proxy.userName(QUrl::FullyDecoded),
                         proxy.password(QUrl::FullyDecoded));
}

} // namespace rollcall
