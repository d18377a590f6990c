// SPDX-License-Identifier: MIT
// A certificate authority made on the spot, for the TLS servers (and clients) of tests and of the
// demonstration.
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace rollcall::test {

/// What is wrong with a certificate. One for the wrong host is one with other names.
enum class CertificateFlaw {
    None,
    Expired,       ///< since yesterday
    NotYetValid,   ///< before tomorrow
    SelfSigned,    ///< not by the authority
    WeakKey,       ///< RSA, 1024 bits
    WeakSignature, ///< SHA-1
};

/// What a certificate is to say.
struct CertificateRequest {
    /// \a subjectNames are host names and IP addresses.
    explicit CertificateRequest(QStringList subjectNames,
                                CertificateFlaw certificateFlaw = CertificateFlaw::None)
        : names(std::move(subjectNames)),
          commonName(names.value(0)),
          flaw(certificateFlaw)
    {
    }
    QStringList names;  ///< the subjectAltName
    QString commonName; ///< the first name, unless set otherwise
    CertificateFlaw flaw;
};

/// A certificate with its key, as PEM files that last as long as the authority.
struct ServerCertificate {
    ServerCertificate() = default;

    QString certificateFile;
    QString keyFile;

    /// What FaultServer::useTls() takes. OpenSSL refuses to serve weak certificates from within a process
    /// under Debian's security level: use OpensslServer for those.
    QSslConfiguration configuration() const;
};

/// Makes certificates with the command line tool openssl, in a temporary folder. Nothing is made before it is
/// asked for; each call blocks for some tens of milliseconds. One thread at a time.
class TestAuthority
{
public:
    TestAuthority();

    /// The authority's own certificate in PEM, for a client that is to trust it; empty on failure.
    QString caFile();
    QSslCertificate caCertificate();
    /// A new certificate and its key; with empty file names on failure, which errorString() explains.
    ServerCertificate issue(const CertificateRequest &request);
    /// What the tool said when it last failed.
    QString errorString() const { return m_error; }

private:
    bool prepare();
    bool openssl(const QStringList &arguments);
    bool makeKey(const QString &file, CertificateFlaw flaw);
    QString path(const QString &name) const { return m_folder.filePath(name); }
    bool write(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
    QString m_error;
    bool m_prepared = false;
    int m_issued = 0;
};

} // namespace rollcall::test
