// SPDX-License-Identifier: MIT
// Where a call goes, hop by hop, and what it asks for there.
#pragma once

#include "core/net/errorkind.h"
#include "core/net/fetchrequest.h"

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QNetworkReply;
class QNetworkRequest;
class QSslConfiguration;
QT_END_NAMESPACE

namespace rollcall {

class AccessManagers;

/// The current hop of a call: its URL, its method, and what of the request's secrets may go there.
class CallTarget
{
public:
    /// Begins at the request's own URL.
    explicit CallTarget(const FetchRequest &asked);

    const QUrl &url() const { return m_url; }
    /// The same as bytes: canonical, without credentials and fragment.
    const QByteArray &address() const { return m_address; }
    bool isHead() const { return m_asked.method == "HEAD"; }

    QNetworkRequest request(const QSslConfiguration &ssl) const;
    QNetworkReply *send(AccessManagers &managers, const QNetworkRequest &request) const;

    /// Goes to where an answer with this \a status and this \a location leads. Returns why it does not go
    /// there, with the place and the reason, in English, in \a detail; None when it went.
    ErrorKind follow(int status, const QByteArray &location, QString &detail);
    /// How often it went on.
    int redirects() const { return m_redirects; }

private:
    ErrorKind checkRedirect(int status, const QByteArray &target, QString &detail) const;
    void setUrl(const QByteArray &url);

    FetchRequest m_asked; // of the current hop
    QByteArray m_address;
    QUrl m_url;
    QByteArray m_authorization;
    QByteArray m_origin;
    QByteArray m_firstOrigin;
    QSet<QByteArray> m_visited;
    int m_redirects = 0;
};

} // namespace rollcall
