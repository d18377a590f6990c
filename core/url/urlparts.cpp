// SPDX-License-Identifier: MIT
#include "core/url/urlparts.h"

#include "core/url/ascii.h"

#include <QUrl>

#include <algorithm>

namespace rollcall {

namespace {

// Takes what stands before the first of marks (or all) away from the front of text.
template <char... marks>
QByteArrayView takeUntil(QByteArrayView &text)
{
    const auto isMark = [](char c) { return ((c == marks) || ...); };
    const auto end = std::find_if(text.begin(), text.end(), isMark);
    const QByteArrayView front = text.first(end - text.begin());
    text = text.sliced(front.size());
    return front;
}

QByteArray site(const UrlParts &parts)
{
    return parts.scheme.toByteArray().append("://").append(parts.host);
}

// QUrl takes one stray '%' as a sign that none of them starts an escape.
QByteArray withoutStrayPercents(const QByteArray &text)
{
    QByteArray result;
    result.reserve(text.size());
    const auto isDigit = [&text](qsizetype i) {
        return i < text.size() && hexValue(QLatin1Char(text[i])) >= 0;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        result += text[i];
        if (text[i] == '%' && !(isDigit(i + 1) && isDigit(i + 2)))
            result += "25";
    }
    return result;
}

} // namespace

UrlParts::UrlParts(QByteArrayView canonicalUrl)
{
    QByteArrayView rest = canonicalUrl;
    scheme = takeUntil<':'>(rest);
    rest = rest.sliced(std::min<qsizetype>(3, rest.size())); // "://"
    host = takeUntil<'/', '?', '#'>(rest);
    path = takeUntil<'?', '#'>(rest);
    query = takeUntil<'#'>(rest);
    fragment = rest;

    const qsizetype at = host.lastIndexOf('@');
    if (at >= 0) {
        userInfo = host.first(at);
        host = host.sliced(at + 1);
    }
    const qsizetype colon = host.lastIndexOf(':');
    if (colon > host.lastIndexOf(']')) {
        port = host.sliced(colon + 1);
        host = host.first(colon);
    }
}

bool UrlParts::hostIsAddress() const
{
    // A canonical name has a letter in its last label (WHATWG URL, "ends in a number checker").
    return host.startsWith('[') || std::all_of(host.begin(), host.end(), [](char c) {
               return c == '.' || isAsciiDigit(QLatin1Char(c));
           });
}

int UrlParts::effectivePort() const
{
    if (!port.isEmpty())
        return port.toInt();
    return isHttps() ? 443 : 80;
}

QByteArray UrlParts::origin() const
{
    return site(*this).append(':').append(QByteArray::number(effectivePort()));
}

QByteArray UrlParts::address() const
{
    QByteArray url = site(*this);
    if (!port.isEmpty())
        url.append(':').append(port);
    return url.append(path).append(query);
}

QUrl toQUrl(const QByteArray &canonicalUrl)
{
    return QUrl::fromEncoded(canonicalUrl.contains('%') ? withoutStrayPercents(canonicalUrl) : canonicalUrl);
}

} // namespace rollcall
