// SPDX-License-Identifier: MIT
#include "core/net/curlaccessmanager.h"

#include "core/net/curlexchange.h"
#include "core/net/curlreply.h"
#include "core/net/httpmethod.h"
#include "core/url/urlparts.h"

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

QList<HeaderField> fieldsOf(const QNetworkRequest &request)
{
    QList<HeaderField> fields;
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names)
        fields.emplaceBack(name, request.rawHeader(name));
    return fields;
}

QList<QByteArray> headerLinesOf(const QList<HeaderField> &fields, bool hasBody)
{
    QList<QByteArray> lines;
    lines.reserve(fields.size() + 2);
    bool hasAccept = false;
    for (const auto &[name, value] : fields) {
        hasAccept = hasAccept || name.compare("Accept", Qt::CaseInsensitive) == 0;
        lines.append(value.isEmpty() ? name + ';' : name + ": " + value); // libcurl's ways to write them
    }
    if (!hasAccept)
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
    CurlRequest asked = prepared(request.url().toEncoded(QUrl::RemoveFragment), verbOf(operation, request));
    asked.hasAnswerBody = operation != HeadOperation;
    asked.headerLines = headerLinesOf(fieldsOf(request), outgoing != nullptr);
    asked.body = outgoing;
    if (outgoing)
        asked.bodyBytes = bodyBytesOf(request, *outgoing);
    asked.addresses = request.attribute(hostAddressesAttribute).value<QList<QHostAddress>>();
    const QVariant connectTimeout = request.attribute(connectTimeoutAttribute);
    if (connectTimeout.isValid())
        asked.connectTimeout = std::chrono::milliseconds(connectTimeout.toLongLong());
    const QVariant expiry = request.attribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute);
    asked.keepConnection = !expiry.isValid() || expiry.toInt() > 0;
    asked.allowHttp2 =
        m_options.allowHttp2 && request.attribute(QNetworkRequest::Http2AllowedAttribute, true).toBool();
    if (m_route)
        asked.proxy = m_route->proxyFor(request.url());
    return new CurlReply(m_multi, operation, request, asked, outgoing, this);
}

bool CurlAccessManager::accepts(const QByteArray &url) const
{
    return !UrlParts(url).host.isEmpty();
}

std::unique_ptr<Exchange> CurlAccessManager::begin(const ExchangeRequest &request)
{
    CurlRequest asked = prepared(request.url, request.method);
    asked.hasAnswerBody = request.method != "HEAD";
    std::optional<QByteArray> body;
    if (request.method != "GET" && request.method != "HEAD")
        body = request.body;
    asked.headerLines = headerLinesOf(request.headers, body.has_value());
    asked.addresses = request.addresses;
    asked.connectTimeout = request.connectTimeout;
    asked.keepConnection = request.keepConnection;
    if (m_route)
        asked.proxy = m_route->proxyFor(request.url);
    auto exchange = std::make_unique<CurlExchange>(m_multi);
    exchange->start(std::move(asked), std::move(body));
    return exchange;
}

/// What depends on the options alone, and on how the request is begun.
CurlRequest CurlAccessManager::prepared(QByteArray url, QByteArray verb) const
{
    CurlRequest asked;
    asked.url = std::move(url);
    asked.isRepeatable = isIdempotent(verb);
    asked.verb = std::move(verb);
    asked.connectTimeout = longestConnectTimeout;
    asked.allowHttp2 = m_options.allowHttp2;
    asked.ipVersion = m_options.ipVersion;
    asked.verifyTls = m_options.verifyTls;
    asked.caFile = m_caFile;
    asked.clientCertificateFile = m_clientCertificateFile;
    asked.clientKeyFile = m_clientKeyFile;
    return asked;
}

} // namespace rollcall
