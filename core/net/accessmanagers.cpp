// SPDX-License-Identifier: MIT
#include "core/net/accessmanagers.h"

#ifdef ROLLCALL_WITH_CURL
#include "core/net/curlaccessmanager.h"
#endif
#include "core/net/qtaccessmanager.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslSocket>

namespace rollcall {

namespace {

std::unique_ptr<QNetworkAccessManager> makeManager(const TransportOptions &options)
{
#ifdef ROLLCALL_WITH_CURL
    if (options.engine == EngineKind::Exact)
        return std::make_unique<CurlAccessManager>(options);
#else
    Q_UNUSED(options)
#endif
    return makeQtAccessManager();
}

QSslConfiguration makeSslConfiguration(const TransportOptions &options)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(options.verifyTls ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    if (!options.caFile.isEmpty())
        configuration.setCaCertificates(QSslCertificate::fromPath(options.caFile));
    return configuration;
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

AccessManagers::AccessManagers(TransportOptions options) : m_options(std::move(options))
{
    if (!isAvailable(m_options.engine))
        m_options.engine = EngineKind::Qt;
    if (m_options.engine == EngineKind::Qt)
        m_sslConfiguration = makeSslConfiguration(m_options);
}

AccessManagers::~AccessManagers() = default;

QNetworkAccessManager &AccessManagers::lane(int lane)
{
    const std::size_t index = m_options.engine == EngineKind::Exact ? 0 : std::size_t(lane);
    while (m_lanes.size() <= index)
        m_lanes.push_back(makeManager(m_options));
    return *m_lanes[index];
}

QString checkCaFile(const QString &caFile)
{
    if (caFile.isEmpty())
        return {};
    QFile file(caFile);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("Cannot read the CA file %1: %2.").arg(caFile, file.errorString());
    if (QSslCertificate::fromDevice(&file).isEmpty())
        return QStringLiteral("The CA file %1 holds no certificate in PEM form.").arg(caFile);
    return {};
}

} // namespace rollcall
