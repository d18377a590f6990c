// SPDX-License-Identifier: MIT
#include "core/url/parseurl.h"

#include "core/url/authority.h"
#include "core/url/otherurl.h"
#include "core/url/percentencode.h"
#include "core/url/urlparts.h"
#include "core/url/urlpath.h"
#include "core/url/urlscheme.h"

#include <algorithm>

namespace rollcall {

namespace {

bool isControlOrSpace(QChar character)
{
    return character <= u' ';
}

bool isTabOrLineEnd(QChar character)
{
    return character == u'\t' || character == u'\n' || character == u'\r';
}

QStringView withoutSlashes(QStringView text)
{
    return text.sliced(std::find_if_not(text.begin(), text.end(), isSlash) - text.begin());
}

// What is written behind the authority, in its three parts.
struct Rest {
    explicit Rest(QStringView text)
    {
        const qsizetype hash = text.indexOf(u'#');
        if (hash >= 0) {
            fragment = text.sliced(hash);
            text = text.first(hash);
        }
        const qsizetype question = text.indexOf(u'?');
        if (question >= 0) {
            query = text.sliced(question);
            text = text.first(question);
        }
        path = text;
    }

    QStringView path;
    QStringView query;    // with the '?'; null when there is none
    QStringView fragment; // with the '#'; null when there is none
};

void appendQuery(QByteArray &url, QStringView query)
{
    if (query.isNull())
        return;
    url += '?';
    appendPercentEncoded(url, query.sliced(1), UrlPart::Query);
}

void appendFragment(QByteArray &url, QStringView fragment)
{
    if (fragment.isNull())
        return;
    url += '#';
    appendPercentEncoded(url, fragment.sliced(1), UrlPart::Fragment);
}

std::variant<NormalizedUrl, UrlProblem> limited(UrlScheme scheme, QByteArray url)
{
    if (url.size() > maximumUrlBytes)
        return UrlProblem::TooLong;
    return NormalizedUrl(scheme, std::move(url));
}

UrlScheme schemeNamed(QStringView scheme)
{
    if (isScheme(scheme, u"https"))
        return UrlScheme::Https;
    return isScheme(scheme, u"http") ? UrlScheme::Http : UrlScheme::Other;
}

// Reads what stands behind "http://" or "https://".
std::variant<NormalizedUrl, UrlProblem> withAuthority(UrlScheme scheme, QStringView text)
{
    constexpr QStringView ends = u"/\\?#";
    const auto end = std::find_first_of(text.begin(), text.end(), ends.begin(), ends.end());
    const QStringView written = text.first(end - text.begin());
    std::variant<QByteArray, UrlProblem> authority = canonicalAuthority(scheme, written);
    if (const auto *problem = std::get_if<UrlProblem>(&authority))
        return *problem;
    const Rest rest(text.sliced(written.size()));
    QByteArray url = scheme == UrlScheme::Https ? "https://" : "http://";
    url += std::get<QByteArray>(authority);
    url += joinedPath({}, rest.path.isEmpty() ? QStringView() : rest.path.sliced(1));
    appendQuery(url, rest.query);
    appendFragment(url, rest.fragment);
    return limited(scheme, std::move(url));
}

// The folder of a canonical path: up to, but without, its last slash.
QByteArrayView folderOf(QByteArrayView path)
{
    return path.first(std::max<qsizetype>(path.lastIndexOf('/'), 0));
}

// Reads a reference without a scheme (or with the scheme of the base, which means the same).
std::variant<NormalizedUrl, UrlProblem> relativeTo(QByteArrayView base, QStringView text)
{
    const UrlParts parts(base);
    const UrlScheme scheme = parts.scheme == QByteArrayView("https") ? UrlScheme::Https : UrlScheme::Http;
    if (text.size() >= 2 && isSlash(text[0]) && isSlash(text[1]))
        return withAuthority(scheme, withoutSlashes(text));
    const Rest rest(text);
    QByteArray url = base.first(parts.path.begin() - base.begin()).toByteArray();
    if (rest.path.isEmpty())
        url.append(parts.path);
    else if (isSlash(rest.path.front()))
        url.append(joinedPath({}, rest.path.sliced(1)));
    else
        url.append(joinedPath(folderOf(parts.path), rest.path));
    if (rest.path.isEmpty() && rest.query.isNull())
        url.append(parts.query);
    appendQuery(url, rest.query);
    appendFragment(url, rest.fragment);
    return limited(scheme, std::move(url));
}

std::variant<NormalizedUrl, UrlProblem> otherUrl(QStringView text, QStringView scheme)
{
    QByteArray url = text.toUtf8();
    if (url.size() > maximumUrlBytes)
        return UrlProblem::TooLong;
    if (const auto problem = problemOfOtherUrl(scheme, text.sliced(scheme.size() + 1)))
        return *problem;
    return NormalizedUrl(UrlScheme::Other, std::move(url));
}

} // namespace

QString strippedUrl(QStringView text)
{
    const auto start = std::find_if_not(text.begin(), text.end(), isControlOrSpace);
    text = text.sliced(start - text.begin());
    while (!text.isEmpty() && isControlOrSpace(text.back()))
        text.chop(1);
    QString stripped = text.toString();
    if (std::any_of(text.begin(), text.end(), isTabOrLineEnd))
        stripped.removeIf(isTabOrLineEnd);
    return stripped;
}

std::variant<NormalizedUrl, UrlProblem> parseUrl(QStringView written, QByteArrayView base)
{
    const QString stripped = strippedUrl(written);
    const QStringView text = stripped;
    const QStringView schemeText = schemeIn(text);
    if (schemeText.isEmpty())
        return base.isEmpty() ? UrlProblem::NotAUrl : relativeTo(base, text);
    const UrlScheme scheme = schemeNamed(schemeText);
    if (scheme == UrlScheme::Other)
        return otherUrl(text, schemeText);
    const QStringView behindColon = text.sliced(schemeText.size() + 1);
    const bool sameAsBase = base.startsWith(scheme == UrlScheme::Https ? "https:" : "http:");
    if (sameAsBase && !behindColon.startsWith(u"//"))
        return relativeTo(base, behindColon);
    return withAuthority(scheme, withoutSlashes(behindColon));
}

} // namespace rollcall
