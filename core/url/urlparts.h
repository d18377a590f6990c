// SPDX-License-Identifier: MIT
// Takes a canonical http or https URL apart.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

QT_BEGIN_NAMESPACE
class QUrl;
QT_END_NAMESPACE

namespace rollcall {

/// The parts of a canonical http or https URL, as views into it. A part that is absent is empty.
struct UrlParts {
    UrlParts() = default;
    /// \a canonicalUrl is what parseUrl() gave, and outlives the parts.
    explicit UrlParts(QByteArrayView canonicalUrl);

    QByteArrayView scheme;   ///< "http" or "https"
    QByteArrayView userInfo; ///< without the '@'
    QByteArrayView host;     ///< with its brackets, if it has any
    QByteArrayView port;     ///< without the ':'; empty for the scheme's default port
    QByteArrayView path;     ///< from its slash on
    QByteArrayView query;    ///< with the '?'
    QByteArrayView fragment; ///< with the '#'

    bool isHttps() const { return scheme.size() == 5; }
    /// The host as name servers and certificates have it: without brackets.
    QByteArrayView hostName() const { return host.startsWith('[') ? host.sliced(1).chopped(1) : host; }
    /// Whether the host is an IPv4 or IPv6 address.
    bool hostIsAddress() const;
    /// The port that a connection goes to.
    int effectivePort() const;
    /// "https://example.com:443": what says whether two URLs belong to the same site. The port is always
    /// there.
    QByteArray origin() const;
    /// The URL without user name, password and fragment: what is asked for.
    QByteArray address() const;
};

/// \a canonicalUrl for those of Qt's functions that want a QUrl. Host and port are the same. QUrl knows no
/// stray
/// '%', so one is escaped, and it writes a few escapes otherwise, which means the same (RFC 3986,
/// section 6.2.2). A host that QUrl does not take gives an invalid QUrl.
QUrl toQUrl(const QByteArray &canonicalUrl);

} // namespace rollcall
