// SPDX-License-Identifier: MIT
// Reads one URL as a person writes it and gives the one canonical form that the rest of the program uses.
#pragma once

#include <QByteArray>
#include <QStringView>

#include <variant>

namespace rollcall {

/// Why a text is no URL that can be checked.
enum class UrlProblem {
    Empty,        ///< nothing but white space
    NotAUrl,      ///< nothing that could be a host: a sentence, a table cell, a path ...
    NoHost,       ///< "http://" or "https://?query"
    BadHost,      ///< characters that a host name cannot have, or an impossible address
    BadPort,      ///< not a number from 0 to 65535
    BadCharacter, ///< a control character, or malformed text
    TooLong,      ///< longer than maximumUrlBytes
    NotHttp,      ///< a check of another kind (a ping, a port, a bookmarklet) where http or https was to be
                  ///< expected
    NotARedirect, ///< the status that a redirect map expects of a redirect is no status code
};

/// Whether the engine can call the URL.
enum class UrlScheme {
    Http,
    Https,
    Other, ///< file:, ftp:, data:, javascript:, mailto: ...: listed and reported, never opened
};

/// A URL that was read.
struct NormalizedUrl {
    NormalizedUrl() = default;
    NormalizedUrl(UrlScheme urlScheme, QByteArray bytes) : scheme(urlScheme), url(std::move(bytes)) {}

    UrlScheme scheme = UrlScheme::Other;
    QByteArray url; ///< canonical and ASCII for Http and Https, else as written, in UTF-8

    friend bool operator==(const NormalizedUrl &, const NormalizedUrl &) = default;
};

inline constexpr qsizetype maximumUrlBytes = 64 * 1024;

/// Reads \a text as a person writes a URL. With "http:" or "https:" in front it is read as every browser
/// does, by parseUrl(). A text without a scheme whose first part looks like a host ("example.com/path",
/// "localhost:8080", "127.0.0.1", "[::1]:8080") becomes an https URL; it holds no white space. Any other
/// scheme is kept as written. User name, password and fragment stay: the engine sends no fragment, but two
/// URLs that differ in it alone are two. The result is stable: reading it again gives the same bytes.
/// Reentrant; any thread.
std::variant<NormalizedUrl, UrlProblem> normalizeUrl(QStringView text);

/// Whether \a text holds what no person writes: control characters, lone surrogates, or the replacement
/// characters that are left where it was decoded in a wrong encoding. Browsers would encode them. Any thread.
bool isDamaged(QStringView text);

/// The scheme of \a url as an entry holds it. Any thread.
UrlScheme schemeOf(const QByteArray &url);

/// One plain English sentence for \a problem, without the URL; translated by the window (context
/// "UrlProblem").
const char *sentence(UrlProblem problem);

} // namespace rollcall
