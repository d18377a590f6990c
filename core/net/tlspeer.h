// SPDX-License-Identifier: MIT
// The peer of one TLS connection of libcurl's OpenSSL build: whether it is trusted, why not, and what its
// certificate says.
#pragma once

#include "core/net/certificatefacts.h"
#include "core/net/errorkind.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;
using X509_STORE_CTX = struct x509_store_ctx_st;

namespace rollcall {

/// Judges the certificate of a connection's peer in libcurl's stead, for two reasons: of several problems the
/// one is told that the server's owner mends first, and a certificate that names the host only in its subject
/// is refused (RFC 9110, section 4.3.4; libcurl takes it).
class TlsPeer
{
public:
    /// \a host: the name or address that the certificate must be for. Without \a verify it may be any.
    TlsPeer(QByteArray host, bool verify);

    /// Makes \a peer the judge of the connections that come from \a context, and lets them own it.
    static bool attach(SSL_CTX *context, const std::shared_ptr<TlsPeer> &peer);
    /// The peer of a connection that has one; null otherwise.
    static std::shared_ptr<TlsPeer> of(const SSL *connection);
    /// The version that \a connection speaks, for example "1.3".
    static QByteArray versionOf(const SSL *connection);

    /// Why the certificate was refused; None if it was not.
    ErrorKind problem() const { return m_problem; }
    QString problemDetail() const { return m_problemDetail; }
    /// The server's own certificate and those that it sent with it, in its order; none before the handshake.
    const QList<CertificateFacts> &certificates() const { return m_certificates; }

private:
    static int verifyPeer(X509_STORE_CTX *chain, void *context);
    static int collectProblem(int isGood, X509_STORE_CTX *chain);

    void readCertificates(X509_STORE_CTX *chain);
    bool verify(X509_STORE_CTX *chain);
    void note(int x509Error);

    QByteArray m_host;
    bool m_verify;
    ErrorKind m_problem = ErrorKind::None;
    QString m_problemDetail;
    QList<CertificateFacts> m_certificates;
};

} // namespace rollcall
