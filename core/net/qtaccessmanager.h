// SPDX-License-Identifier: MIT
// Qt's own QNetworkAccessManager, tuned for many requests to many hosts, and what it tells of its replies.
#pragma once

#include "core/net/exchange.h"
#include "core/net/proxyroute.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <memory>

namespace rollcall {

class ReplyWatcher;

/// Connects with buffered sockets, follows no redirect, and remembers nothing.
class QtAccessManager : public QNetworkAccessManager, public Transport
{
    Q_OBJECT
public:
    /// With \a choosesAddresses, requests go to the first of their hostAddressesAttribute; without it Qt
    /// looks the host up, and knows all its addresses. \a tls: for what begin() begins.
    QtAccessManager(std::shared_ptr<ProxyRoute> route, bool choosesAddresses, const QSslConfiguration &tls);

    bool accepts(const QByteArray &url) const override;
    std::unique_ptr<Exchange> begin(const ExchangeRequest &request) override;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    std::shared_ptr<ProxyRoute> m_route;
    bool m_choosesAddresses;
    QSslConfiguration m_tls;
};

/// The facts of \a watcher's reply as far as Qt tells them; the rest is empty.
ReplyFacts qtReplyFacts(const ReplyWatcher &watcher);

} // namespace rollcall
