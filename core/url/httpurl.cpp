// SPDX-License-Identifier: MIT
#include "core/url/httpurl.h"

#include "core/url/ascii.h"
#include "core/url/authority.h"

#include <QString>
#include <QUrl>

#include <algorithm>

namespace rollcall {

namespace {

// QUrl takes one stray '%' as a sign that none of them starts an escape.
QString withoutStrayPercents(QStringView text)
{
    if (!text.contains(u'%'))
        return text.toString();
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        result += text[i];
        const bool escape = i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0;
        if (text[i] == u'%' && !escape)
            result += u"25";
    }
    return result;
}

// RFC 3986, section 5.2.4, for a path that starts with a slash. QUrl::NormalizePathSegments would also merge
// the slashes of "//a".
QString withoutDotSegments(QStringView path)
{
    QString result;
    result.reserve(path.size());
    for (qsizetype start = 0; start < path.size();) {
        const qsizetype slash = path.indexOf(u'/', start + 1);
        const qsizetype end = slash < 0 ? path.size() : slash;
        const QStringView segment = path.sliced(start + 1, end - start - 1);
        if (segment == u"..")
            result.truncate(std::max<qsizetype>(result.lastIndexOf(u'/'), 0));
        if (segment != u"." && segment != u"..")
            (result += u'/') += segment;
        else if (slash < 0)
            result += u'/';
        start = end;
    }
    return result;
}

// An ASCII form that does not stand for itself would be called under another name than the one written.
bool changesAsciiName(QStringView written, QStringView host)
{
    const bool encoded = written.startsWith(u"xn--", Qt::CaseInsensitive) ||
                         written.contains(QStringView(u".xn--"), Qt::CaseInsensitive);
    return encoded && written.compare(host, Qt::CaseInsensitive) != 0;
}

// QUrl converts the host, but also accepts some that no resolver and no browser does. Returns whether it is
// a sound one.
bool setHost(QUrl &url, QStringView written)
{
    const bool bracketed = written.startsWith(u'[');
    if (bracketed && (!written.endsWith(u']') || !written.contains(u':')))
        return false;
    url.setHost(written.toString(), QUrl::TolerantMode);
    const QString host = url.host(QUrl::FullyEncoded);
    if (host.isEmpty() || bracketed)
        return !host.isEmpty();
    const qsizetype length = host.endsWith(u'.') ? host.size() - 1 : host.size();
    return length <= maximumHostLength && !changesAsciiName(written, host) &&
           (!endsInNumber(host) || isDottedQuad(host));
}

// Returns whether \a port is a number that fits.
bool setPort(QUrl &url, QStringView port, UrlScheme scheme)
{
    if (port.isEmpty())
        return true;
    const std::optional<int> number = portNumber(port);
    if (number && *number != defaultPort(scheme))
        url.setPort(*number);
    return number.has_value();
}

void setUserInfo(QUrl &url, QStringView userInfo)
{
    if (!userInfo.isEmpty() && userInfo.indexOf(u':') == userInfo.size() - 1)
        userInfo.chop(1); // an empty password is the same as none
    if (!userInfo.isEmpty())
        url.setUserInfo(withoutStrayPercents(userInfo), QUrl::TolerantMode);
}

void setPath(QUrl &url, QStringView text)
{
    QString path = withoutStrayPercents(text);
    path.replace(u'\\', u'/'); // as every browser reads it
    if (path.isEmpty())
        path = QStringLiteral("/");
    url.setPath(path, QUrl::TolerantMode);
    const QString encoded = url.path(QUrl::FullyEncoded); // here an escaped dot is a dot
    if (encoded.contains(u"/."))
        url.setPath(withoutDotSegments(encoded), QUrl::TolerantMode);
}

void setPathQueryAndFragment(QUrl &url, QStringView text)
{
    const qsizetype hash = text.indexOf(u'#');
    if (hash >= 0) {
        url.setFragment(withoutStrayPercents(text.sliced(hash + 1)), QUrl::TolerantMode);
        text = text.first(hash);
    }
    const qsizetype question = text.indexOf(u'?');
    if (question >= 0) {
        url.setQuery(withoutStrayPercents(text.sliced(question + 1)), QUrl::TolerantMode);
        text = text.first(question);
    }
    setPath(url, text);
}

} // namespace

std::variant<NormalizedUrl, UrlProblem> httpUrl(UrlScheme scheme, QStringView text)
{
    const qsizetype length = authorityLength(text);
    const Authority authority(text.first(length));
    if (authority.host.isEmpty())
        return UrlProblem::NoHost;
    QUrl url;
    url.setScheme(scheme == UrlScheme::Https ? QStringLiteral("https") : QStringLiteral("http"));
    if (!setHost(url, authority.host))
        return UrlProblem::BadHost;
    if (!setPort(url, authority.port, scheme))
        return UrlProblem::BadPort;
    setUserInfo(url, authority.userInfo);
    setPathQueryAndFragment(url, text.sliced(length));
    QByteArray bytes = url.toEncoded();
    if (bytes.size() > maximumUrlBytes)
        return UrlProblem::TooLong;
    return NormalizedUrl(scheme, std::move(bytes));
}

} // namespace rollcall
