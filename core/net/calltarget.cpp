// SPDX-License-Identifier: MIT
#include "core/net/calltarget.h"

#include "core/net/accessmanagers.h"
#include "core/net/bodydecoder.h"
#include "core/net/replyfacts.h"
#include "core/url/parseurl.h"
#include "core/url/redact.h"
#include "core/url/urlparts.h"

#include <QNetworkRequest>

namespace rollcall {

namespace {

/// How long a connection that other URLs of the host wait for is kept idle.
constexpr int keptConnectionSeconds = 30;

/// Whether a redirect is followed with the method that it answered: RFC 9110, sections 15.4.2 to 15.4.4, as
/// browsers read them.
bool keepsMethod(int status, QByteArrayView method)
{
    if (method == "GET" || method == "HEAD")
        return true;
    return status != 303 && !(method == "POST" && (status == 301 || status == 302));
}

/// What all requests have in common; copied, since each attribute is an allocation.
const QNetworkRequest &plainRequest()
{
    static const QNetworkRequest plain = [] {
        QNetworkRequest request;
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        request.setRawHeader("Accept", "*/*");
        // With this header set by us, Qt hands the body over as transferred.
        request.setRawHeader("Accept-Encoding", BodyDecoder::acceptEncoding());
        return request;
    }();
    return plain;
}

} // namespace

CallTarget::CallTarget(const FetchRequest &asked) : m_asked(asked)
{
    setUrl(asked.url);
    m_firstOrigin = m_origin;
}

QNetworkRequest CallTarget::request(const QSslConfiguration &ssl) const
{
    QNetworkRequest request = plainRequest();
    request.setUrl(m_url);
    request.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute,
                         m_asked.keepConnection ? keptConnectionSeconds : 0);
    request.setAttribute(connectTimeoutAttribute, qint64(m_asked.connectTimeout.count()));
    if (m_url.scheme() == QLatin1String("https"))
        request.setSslConfiguration(ssl);
    request.setRawHeader("User-Agent", m_asked.userAgent);
    if (!m_authorization.isEmpty())
        request.setRawHeader("Authorization", m_authorization);
    if (m_origin == m_firstOrigin) {
        for (const HeaderField &field : m_asked.headers)
            request.setRawHeader(field.first, field.second);
    }
    return request;
}

QNetworkReply *CallTarget::send(AccessManagers &managers, const QNetworkRequest &request) const
{
    if (m_asked.method == "GET")
        return managers.send(m_asked.lane, QNetworkAccessManager::GetOperation, request);
    if (m_asked.method == "HEAD")
        return managers.send(m_asked.lane, QNetworkAccessManager::HeadOperation, request);
    return managers.lane(m_asked.lane).sendCustomRequest(request, m_asked.method, m_asked.body);
}

ErrorKind CallTarget::follow(int status, const QByteArray &location, QString &detail)
{
    m_visited.insert(m_address);
    ++m_redirects;
    detail = redacted(QString::fromUtf8(location.left(200)));
    const auto read = parseUrl(QString::fromUtf8(location), m_address);
    const auto *const target = std::get_if<NormalizedUrl>(&read);
    if (target == nullptr) {
        detail = QStringLiteral("the target is no URL: %1").arg(detail);
        return ErrorKind::RedirectBlocked;
    }
    if (target->scheme == UrlScheme::Other) {
        detail = QStringLiteral("redirected to %1").arg(detail);
        return ErrorKind::UnsupportedScheme;
    }
    const ErrorKind problem = checkRedirect(status, target->url, detail);
    if (problem != ErrorKind::None)
        return problem;
    if (!keepsMethod(status, m_asked.method)) {
        m_asked.method = QByteArrayLiteral("GET");
        m_asked.body.clear();
        m_asked.headers.removeIf([](const HeaderField &field) {
            return field.first.left(8).compare("Content-", Qt::CaseInsensitive) == 0;
        });
    }
    setUrl(target->url);
    return ErrorKind::None;
}

/// Why \a target, over http or https, is not called; \a detail is where the redirect goes, and becomes what
/// is wrong with it.
ErrorKind CallTarget::checkRedirect(int status, const QByteArray &target, QString &detail) const
{
    const UrlParts parts(target);
    if (parts.scheme == "http" && m_url.scheme() == QLatin1String("https") && !m_asked.allowDowngrade) {
        detail = QStringLiteral("from https to %1").arg(detail);
        return ErrorKind::RedirectBlocked;
    }
    const bool keepsBody = !m_asked.body.isEmpty() && keepsMethod(status, m_asked.method);
    if (keepsBody && parts.origin() != m_firstOrigin) {
        detail = QStringLiteral("the request's body would go to another origin: %1").arg(detail);
        return ErrorKind::RedirectBlocked;
    }
    if (m_redirects > m_asked.maxRedirects) {
        detail = QStringLiteral("more than %1").arg(m_asked.maxRedirects);
        return ErrorKind::TooManyRedirects;
    }
    if (m_visited.contains(parts.address())) {
        detail = QStringLiteral("back to %1").arg(detail);
        return ErrorKind::RedirectLoop;
    }
    return ErrorKind::None;
}

void CallTarget::setUrl(const QByteArray &url)
{
    const UrlParts parts(url);
    const QByteArray origin = parts.origin();
    if (!parts.userInfo.isEmpty()) {
        const QByteArray userInfo = parts.userInfo.toByteArray();
        const qsizetype colon = userInfo.indexOf(':');
        const QByteArray user =
            QByteArray::fromPercentEncoding(userInfo.first(colon < 0 ? userInfo.size() : colon));
        const QByteArray password =
            QByteArray::fromPercentEncoding(colon < 0 ? QByteArray() : userInfo.mid(colon + 1));
        m_authorization = "Basic " + (user + ':' + password).toBase64();
    } else if (origin != m_origin) {
        m_authorization.clear();
    }
    m_origin = origin;
    m_address = parts.address();
    m_url = toQUrl(m_address);
}

} // namespace rollcall
