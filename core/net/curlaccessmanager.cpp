// SPDX-License-Identifier: MIT
#include "core/net/curlaccessmanager.h"

#include "core/net/curlreply.h"
#include "core/net/httpmethod.h"

#include <QFile>
#include <QIODevice>

namespace rollcall {

namespace {

using namespace std::chrono_literals;

/// For requests that set none: none, as far as libcurl goes.
constexpr std::chrono::milliseconds longestConnectTimeout = 24h;

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return QByteArrayLiteral("HEAD");
    case QNetworkAccessManager::GetOperation:
        return QByteArrayLiteral("GET");
    case QNetworkAccessManager::PutOperation:
        return QByteArrayLiteral("PUT");
    case QNetworkAccessManager::PostOperation:
        return QByteArrayLiteral("POST");
    case QNetworkAccessManager::DeleteOperation:
        return QByteArrayLiteral("DELETE");
    case QNetworkAccessManager::CustomOperation:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    case QNetworkAccessManager::UnknownOperation:
        break;
    }
    return {};
}

QList<QByteArray> headerLinesOf(const QNetworkRequest &request, bool hasBody)
{
    QList<QByteArray> lines;
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names) {
        const QByteArray value = request.rawHeader(name);
        lines.append(value.isEmpty() ? name + ';' : name + ": " + value); // libcurl's ways to write them
    }
    if (!request.hasRawHeader("Accept"))
        lines.append(QByteArrayLiteral("Accept:")); // libcurl has a value of its own for this one
    if (hasBody)
        lines.append(QByteArrayLiteral("Expect:")); // and would wait for a 100 with this one
    return lines;
}

qint64 bodyBytesOf(const QNetworkRequest &request, const QIODevice &body)
{
    if (!body.isSequential())
        return body.size() - body.pos();
    const QVariant announced = request.header(QNetworkRequest::ContentLengthHeader);
    return announced.isValid() ? announced.toLongLong() : -1;
}

} // namespace

CurlAccessManager::CurlAccessManager(TransportOptions options, std::shared_ptr<ProxyRoute> route,
                                     QObject *parent)
    : QNetworkAccessManager(parent),
      m_options(std::move(options)),
      m_route(std::move(route)),
      m_caFile(QFile::encodeName(m_options.caFile)),
      m_clientCertificateFile(QFile::encodeName(m_options.clientCertificateFile)),
      m_clientKeyFile(QFile::encodeName(m_options.clientKeyFile)),
      m_multi(std::make_shared<CurlMulti>())
{
    if (m_caFile.isEmpty())
        m_caFile = curl_version_info(CURLVERSION_NOW)->cainfo;
}

CurlAccessManager::~CurlAccessManager() = default;

bool CurlAccessManager::isUsable()
{
    static const bool isUsable = [] {
        constexpr unsigned oldest = 0x075500; // 7.85: CURLOPT_PROTOCOLS_STR
        const curl_version_info_data *const info = curl_version_info(CURLVERSION_NOW);
        return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK && info->version_num >= oldest &&
               QByteArrayView(info->ssl_version).startsWith("OpenSSL/3");
    }();
    return isUsable;
}

QNetworkReply *CurlAccessManager::createRequest(Operation operation, const QNetworkRequest &request,
                                                QIODevice *outgoing)
{
    CurlRequest asked;
    asked.url = request.url();
    asked.verb = verbOf(operation, request);
    asked.hasAnswerBody = operation != HeadOperation;
    asked.isRepeatable = isIdempotent(asked.verb);
    asked.headerLines = headerLinesOf(request, outgoing != nullptr);
    asked.body = outgoing;
    if (outgoing)
        asked.bodyBytes = bodyBytesOf(request, *outgoing);
    asked.addresses = request.attribute(hostAddressesAttribute).value<QList<QHostAddress>>();
    const QVariant connectTimeout = request.attribute(connectTimeoutAttribute);
    asked.connectTimeout = connectTimeout.isValid() ? std::chrono::milliseconds(connectTimeout.toLongLong())
                                                    : longestConnectTimeout;
    const QVariant expiry = request.attribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute);
    asked.keepConnection = !expiry.isValid() || expiry.toInt() > 0;
    asked.allowHttp2 =
        m_options.allowHttp2 && request.attribute(QNetworkRequest::Http2AllowedAttribute, true).toBool();
    asked.ipVersion = m_options.ipVersion;
    if (m_route)
        asked.proxy = m_route->proxyFor(asked.url);
    asked.verifyTls = m_options.verifyTls;
    asked.caFile = m_caFile;
    asked.clientCertificateFile = m_clientCertificateFile;
    asked.clientKeyFile = m_clientKeyFile;
    return new CurlReply(m_multi, operation, request, asked, outgoing, this);
}

} // namespace rollcall
