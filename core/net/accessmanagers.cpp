// SPDX-License-Identifier: MIT
#include "core/net/accessmanagers.h"

#ifdef ROLLCALL_WITH_CURL
#include "core/net/curlaccessmanager.h"
#endif
#include "core/net/qtaccessmanager.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace rollcall {

namespace {

std::unique_ptr<Transport> makeManager(const TransportOptions &options,
                                       const std::shared_ptr<ProxyRoute> &route,
                                       const std::optional<QSslConfiguration> &tls)
{
#ifdef ROLLCALL_WITH_CURL
    if (options.engine == EngineKind::Exact)
        return std::make_unique<CurlAccessManager>(options, route);
#endif
    const bool choosesAddresses = options.ipVersion != IpVersion::Any || !options.hostOverrides.isEmpty();
    return std::make_unique<QtAccessManager>(route, choosesAddresses, tls.value());
}

QSslKey readKey(const QString &fileName)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QFile file(fileName);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QSslKey key(&file, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

QString keyFileOf(const TransportOptions &options)
{
    return options.clientKeyFile.isEmpty() ? options.clientCertificateFile : options.clientKeyFile;
}

QSslConfiguration makeSslConfiguration(const TransportOptions &options)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(options.verifyTls ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    if (!options.caFile.isEmpty())
        configuration.setCaCertificates(QSslCertificate::fromPath(options.caFile));
    if (!options.clientCertificateFile.isEmpty()) {
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(options.clientCertificateFile));
        configuration.setPrivateKey(readKey(keyFileOf(options)));
    }
    return configuration;
}

/// What is wrong with a file of certificates; \a what names its use.
QString certificateFileProblem(const QString &fileName, const QString &what)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("Cannot read the %1 %2: %3.").arg(what, fileName, file.errorString());
    if (QSslCertificate::fromDevice(&file).isEmpty())
        return QStringLiteral("The %1 %2 holds no certificate in PEM form.").arg(what, fileName);
    return {};
}

} // namespace

bool isAvailable(EngineKind engine)
{
    switch (engine) {
    case EngineKind::Exact:
#ifdef ROLLCALL_WITH_CURL
        return CurlAccessManager::isUsable();
#else
        return false;
#endif
    case EngineKind::Qt:
        return true;
    }
    return false;
}

EngineKind defaultEngine()
{
    return isAvailable(EngineKind::Exact) ? EngineKind::Exact : EngineKind::Qt;
}

AccessManagers::AccessManagers(TransportOptions options)
    : m_options(std::move(options)),
      m_route(std::make_shared<ProxyRoute>(m_options.proxy))
{
    if (!isAvailable(m_options.engine))
        m_options.engine = EngineKind::Qt;
    if (m_options.engine == EngineKind::Qt)
        m_sslConfiguration = makeSslConfiguration(m_options);
}

AccessManagers::~AccessManagers() = default;

Transport &AccessManagers::lane(int lane)
{
    const std::size_t index = m_options.engine == EngineKind::Exact ? 0 : std::size_t(lane);
    while (m_lanes.size() <= index)
        m_lanes.push_back(makeManager(m_options, m_route, m_sslConfiguration));
    return *m_lanes[index];
}

QString checkTransport(const TransportOptions &options)
{
    QString problem;
    if (!options.caFile.isEmpty())
        problem = certificateFileProblem(options.caFile, QStringLiteral("CA file"));
    if (problem.isEmpty() && !options.clientCertificateFile.isEmpty()) {
        problem = certificateFileProblem(options.clientCertificateFile, QStringLiteral("client certificate"));
        if (problem.isEmpty() && readKey(keyFileOf(options)).isNull())
            problem = QStringLiteral("The file %1 holds no private RSA or EC key in PEM form without a "
                                     "passphrase.")
                          .arg(keyFileOf(options));
    }
    if (problem.isEmpty() && options.clientCertificateFile.isEmpty() && !options.clientKeyFile.isEmpty())
        problem = QStringLiteral("The private key %1 needs a client certificate.").arg(options.clientKeyFile);
    if (problem.isEmpty() && options.engine == EngineKind::Qt &&
        options.proxy.server.scheme() == QLatin1String("https"))
        problem = QStringLiteral("The engine qt cannot speak TLS to the proxy %1.")
                      .arg(options.proxy.server.toString(QUrl::RemoveUserInfo));
    return problem;
}

} // namespace rollcall
