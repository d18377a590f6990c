// SPDX-License-Identifier: MIT
// A QNetworkAccessManager whose requests libcurl carries.
#pragma once

#include "core/net/exchange.h"
#include "core/net/transportoptions.h"

#include <QNetworkAccessManager>

#include <memory>

namespace rollcall {

class CurlMulti;
struct CurlRequest;

/// For programs that want every figure exact and every broken answer told: it is strict where Qt's own
/// manager is lenient, and its replies carry ReplyFacts. http and https only. Of a request it takes the URL,
/// the headers, the body, and the attributes of ReplyFacts, Http2AllowedAttribute and
/// ConnectionCacheExpiryTimeoutSecondsAttribute (0: do not keep the connection). It follows no redirect and
/// has no cookies, cache or authentication of its own; bodies are handed over as transferred. TLS and the
/// proxy are those of the options. One thread, with an event loop.
///
/// It has two doors to the same transfers: Qt's, and begin(), which makes no objects of Qt and costs a call a
/// quarter less.
class CurlAccessManager : public QNetworkAccessManager, public Transport
{
    Q_OBJECT
public:
    /// \a route: the proxies; none: direct connections.
    explicit CurlAccessManager(TransportOptions options, std::shared_ptr<ProxyRoute> route = nullptr,
                               QObject *parent = nullptr);
    ~CurlAccessManager() override;

    /// Whether the libcurl found at run time will do: the OpenSSL build, in version 7.85 or later.
    static bool isUsable();

    bool accepts(const QByteArray &url) const override;
    std::unique_ptr<Exchange> begin(const ExchangeRequest &request) override;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    CurlRequest prepared(QByteArray url, QByteArray verb) const;

    TransportOptions m_options;
    std::shared_ptr<ProxyRoute> m_route;
    QByteArray m_caFile;
    QByteArray m_clientCertificateFile;
    QByteArray m_clientKeyFile;
    std::shared_ptr<CurlMulti> m_multi; // replies that outlive the manager keep it
};

} // namespace rollcall
