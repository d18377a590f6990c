// SPDX-License-Identifier: MIT
#include "core/net/qtaccessmanager.h"

#include "core/net/networkerrors.h"
#include "core/net/replywatcher.h"
#include "core/url/urlparts.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QSslCertificate>

#include <algorithm>

namespace rollcall {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;

/// How long a connection that other URLs of the host wait for is kept idle.
constexpr int keptConnectionSeconds = 30;

/// Both signals come from Qt's HTTP thread. Delivered in one go, they say nothing of the time between them.
constexpr microseconds shortestMeasurableConnect(50);

/// Connects with buffered sockets where there is no proxy. Qt 6.4 opens the sockets of unproxied connections
/// unbuffered and reads the head of a response with one read() a byte; a "proxy" that only stands for the
/// default, direct route avoids it.
/// `./dev bench` would show when it is no longer needed: 2.8 times the requests per second with it.
class BufferedRoute : public QNetworkProxyFactory
{
public:
    explicit BufferedRoute(std::shared_ptr<ProxyRoute> route) : m_route(std::move(route)) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QUrl proxy = m_route->proxyFor(query.url());
        if (proxy.isValid())
            return {toNetworkProxy(proxy)};
        QNetworkProxy route(QNetworkProxy::DefaultProxy);
        route.setCapabilities(QNetworkProxy::TunnelingCapability);
        return {route};
    }

private:
    std::shared_ptr<ProxyRoute> m_route;
};

/// Remembers no cookie: a check must not depend on the one before.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

QByteArray tlsVersionOf(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return QByteArrayLiteral("1.2");
    case QSsl::TlsV1_3:
        return QByteArrayLiteral("1.3");
    default: // Qt's enumeration goes on with ranges and long obsolete versions
        return {};
    }
}

CertificateFacts factsOf(const QSslCertificate &certificate)
{
    const auto nameIn = [](const QStringList &commonNames, const QStringList &organisations) {
        return commonNames.isEmpty() ? organisations.value(0) : commonNames.constFirst();
    };
    CertificateFacts facts;
    facts.subject = nameIn(certificate.subjectInfo(QSslCertificate::CommonName),
                           certificate.subjectInfo(QSslCertificate::Organization));
    facts.issuer = nameIn(certificate.issuerInfo(QSslCertificate::CommonName),
                          certificate.issuerInfo(QSslCertificate::Organization));
    const auto names = certificate.subjectAlternativeNames();
    facts.names = names.values(QSsl::DnsEntry) + names.values(QSsl::IpAddressEntry);
    facts.names.resize(std::min(facts.names.size(), CertificateFacts::keptNames));
    facts.validFrom = certificate.effectiveDate().toUTC();
    facts.expires = certificate.expiryDate().toUTC();
    return facts;
}

void readTlsFacts(const QSslConfiguration &tls, ReplyFacts &facts)
{
    facts.tlsVersion = tlsVersionOf(tls.sessionProtocol());
    for (const QSslCertificate &certificate :
         tls.peerCertificateChain().first(std::min(tls.peerCertificateChain().size(), keptCertificates)))
        facts.certificates.append(factsOf(certificate));
}

/// What all requests have in common; copied, since each attribute is an allocation.
const QNetworkRequest &plainRequest()
{
    static const QNetworkRequest plain = [] {
        QNetworkRequest request;
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        return request;
    }();
    return plain;
}

} // namespace

QtAccessManager::QtAccessManager(std::shared_ptr<ProxyRoute> route, bool choosesAddresses,
                                 const QSslConfiguration &tls)
    : m_route(std::move(route)),
      m_choosesAddresses(choosesAddresses),
      m_tls(tls)
{
    setProxyFactory(new BufferedRoute(m_route));
    setCookieJar(new NoCookies);
    setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    setStrictTransportSecurityEnabled(false);
}

/// QUrl takes fewer hosts than browsers do.
bool QtAccessManager::accepts(const QByteArray &url) const
{
    const QUrl read = toQUrl(url);
    return read.isValid() && !read.host().isEmpty();
}

std::unique_ptr<Exchange> QtAccessManager::begin(const ExchangeRequest &request)
{
    QNetworkRequest asked = plainRequest();
    asked.setUrl(toQUrl(request.url));
    asked.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute,
                       request.keepConnection ? keptConnectionSeconds : 0);
    if (!request.addresses.isEmpty())
        asked.setAttribute(hostAddressesAttribute, QVariant::fromValue(request.addresses));
    if (UrlParts(request.url).isHttps())
        asked.setSslConfiguration(m_tls);
    for (const auto &[name, value] : request.headers)
        asked.setRawHeader(name, value);
    QNetworkReply *reply = nullptr;
    if (request.method == "GET")
        reply = get(asked);
    else if (request.method == "HEAD")
        reply = head(asked);
    else
        reply = sendCustomRequest(asked, request.method, request.body);
    reply->setReadBufferSize(Exchange::readBufferBytes);
    return std::make_unique<ReplyWatcher>(reply);
}

/// Qt has no way to say where a host is, but it can call an address and keep the name for the Host header and
/// for TLS.
QNetworkReply *QtAccessManager::createRequest(Operation operation, const QNetworkRequest &request,
                                              QIODevice *outgoing)
{
    QNetworkRequest pinned = request;
    pinned.setAttribute(QNetworkRequest::Http2AllowedAttribute,
                        false); // its figures would be of the connection
    if (!m_route->proxyFor(request.url())
             .userInfo()
             .isEmpty()) // Qt answers a proxy only if it may remember it
        pinned.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Automatic);
    const auto addresses = request.attribute(hostAddressesAttribute).value<QList<QHostAddress>>();
    if (!m_choosesAddresses || addresses.isEmpty())
        return QNetworkAccessManager::createRequest(operation, pinned, outgoing);
    QUrl url = request.url();
    if (!request.hasRawHeader("Host"))
        pinned.setRawHeader("Host", url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo).toLatin1());
    pinned.setPeerVerifyName(url.host(QUrl::FullyEncoded));
    url.setHost(addresses.constFirst().toString());
    pinned.setUrl(url);
    return QNetworkAccessManager::createRequest(operation, pinned, outgoing);
}

ReplyFacts qtReplyFacts(const ReplyWatcher &watcher)
{
    const QNetworkReply &reply = watcher.reply();
    const QUrl url = reply.url();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    ReplyFacts facts;
    facts.error = errorKindOf(reply.error(), reply.errorString(), watcher.sslErrors(), status);
    // Qt's words only where the kind does not say it all: they are long, and repeat the URL.
    if (facts.error == ErrorKind::Internal || facts.error == ErrorKind::TlsHandshake)
        facts.errorDetail = reply.errorString();
    facts.firstByte = watcher.head();
    if (watcher.connecting())
        facts.reusedConnection = false; // without the signal it is kept, or a new one in a dead one's stead
    if (reply.attribute(QNetworkRequest::Http2WasUsedAttribute).toBool())
        facts.httpVersion = QByteArrayLiteral("2");
    const QHostAddress address(url.host());
    if (!address.isNull())
        facts.remoteIp = address.toString().toLatin1();
    if (url.scheme() == QLatin1String("https")) {
        readTlsFacts(reply.sslConfiguration(), facts); // the end of TCP is not signalled
    } else if (watcher.connecting() && watcher.requestSent()) {
        const auto connect = duration_cast<microseconds>(*watcher.requestSent() - *watcher.connecting());
        if (connect >= shortestMeasurableConnect)
            facts.connect = connect;
    }
    return facts;
}

} // namespace rollcall
