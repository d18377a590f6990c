// SPDX-License-Identifier: MIT
#include "core/net/calltarget.h"

#include "core/net/bodydecoder.h"
#include "core/url/parseurl.h"
#include "core/url/redact.h"
#include "core/url/urlparts.h"

namespace rollcall {

namespace {

/// Whether a redirect is followed with the method that it answered: RFC 9110, sections 15.4.2 to 15.4.4, as
/// browsers read them.
bool keepsMethod(int status, QByteArrayView method)
{
    if (method == "GET" || method == "HEAD")
        return true;
    return status != 303 && !(method == "POST" && (status == 301 || status == 302));
}

/// What all requests begin with.
const QList<HeaderField> &plainHeaders()
{
    // With the second set by us, Qt hands the body over as transferred.
    static const QList<HeaderField> plain = {{"Accept", "*/*"},
                                             {"Accept-Encoding", BodyDecoder::acceptEncoding()}};
    return plain;
}

/// Takes the place of a field of this name.
void setField(QList<HeaderField> &fields, const HeaderField &field)
{
    fields.removeIf([&field](const HeaderField &known) {
        return known.first.compare(field.first, Qt::CaseInsensitive) == 0;
    });
    fields.append(field);
}

} // namespace

CallTarget::CallTarget(const FetchRequest &asked) : m_asked(asked)
{
    setUrl(asked.url);
}

ExchangeRequest CallTarget::request(QList<QHostAddress> addresses) const
{
    ExchangeRequest request;
    request.url = m_address;
    request.method = m_asked.method;
    request.body = m_asked.body;
    request.addresses = std::move(addresses);
    request.connectTimeout = m_asked.connectTimeout;
    request.keepConnection = m_asked.keepConnection;
    request.headers.reserve(plainHeaders().size() + m_asked.headers.size() + 2);
    request.headers.append(plainHeaders());
    request.headers.emplaceBack(QByteArrayLiteral("User-Agent"), m_asked.userAgent);
    if (!m_authorization.isEmpty())
        request.headers.emplaceBack(QByteArrayLiteral("Authorization"), m_authorization);
    if (m_isAtFirstOrigin) {
        for (const HeaderField &field : m_asked.headers)
            setField(request.headers, field);
    }
    return request;
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
    const QByteArray origin = UrlParts(target->url).origin();
    if (origin != UrlParts(m_address).origin())
        m_authorization.clear();
    m_isAtFirstOrigin = origin == firstOrigin();
    setUrl(target->url);
    return ErrorKind::None;
}

/// Why \a target, over http or https, is not called; \a detail is where the redirect goes, and becomes what
/// is wrong with it.
ErrorKind CallTarget::checkRedirect(int status, const QByteArray &target, QString &detail) const
{
    const UrlParts parts(target);
    if (!parts.isHttps() && UrlParts(m_address).isHttps() && !m_asked.allowDowngrade) {
        detail = QStringLiteral("from https to %1").arg(detail);
        return ErrorKind::RedirectBlocked;
    }
    const bool keepsBody = !m_asked.body.isEmpty() && keepsMethod(status, m_asked.method);
    if (keepsBody && parts.origin() != firstOrigin()) {
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
    m_address = parts.userInfo.isEmpty() && parts.fragment.isEmpty() ? url : parts.address();
    if (parts.userInfo.isEmpty())
        return;
    const QByteArray userInfo = parts.userInfo.toByteArray();
    const qsizetype colon = userInfo.indexOf(':');
    const QByteArray user =
        QByteArray::fromPercentEncoding(userInfo.first(colon < 0 ? userInfo.size() : colon));
    const QByteArray password =
        QByteArray::fromPercentEncoding(colon < 0 ? QByteArray() : userInfo.mid(colon + 1));
    m_authorization = "Basic " + (user + ':' + password).toBase64();
}

QByteArray CallTarget::firstOrigin() const
{
    return UrlParts(m_asked.url).origin();
}

} // namespace rollcall
