// SPDX-License-Identifier: MIT
// Where a call goes, hop by hop, and what it asks for there.
#pragma once

#include "core/net/errorkind.h"
#include "core/net/exchange.h"
#include "core/net/fetchrequest.h"

#include <QByteArray>
#include <QSet>
#include <QString>

namespace rollcall {

/// The current hop of a call: its URL, its method, and what of the request's secrets may go there.
class CallTarget
{
public:
    /// Begins at the request's own URL.
    explicit CallTarget(const FetchRequest &asked);

    /// The current URL: canonical, without credentials and fragment.
    const QByteArray &address() const { return m_address; }
    bool isHead() const { return m_asked.method == "HEAD"; }

    /// What to ask for there; \a addresses are those of the host.
    ExchangeRequest request(QList<QHostAddress> addresses) const;

    /// Goes to where an answer with this \a status and this \a location leads. Returns why it does not go
    /// there, with the place and the reason, in English, in \a detail; None when it went.
    ErrorKind follow(int status, const QByteArray &location, QString &detail);
    /// How often it went on.
    int redirects() const { return m_redirects; }

private:
    ErrorKind checkRedirect(int status, const QByteArray &target, QString &detail) const;
    void setUrl(const QByteArray &url);
    QByteArray firstOrigin() const;

    FetchRequest m_asked; // of the current hop, but for its URL, which is the first's
    QByteArray m_address;
    QByteArray m_authorization;
    bool m_isAtFirstOrigin = true;
    QSet<QByteArray> m_visited;
    int m_redirects = 0;
};

} // namespace rollcall
