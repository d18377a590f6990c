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
    NotAUrl,      ///< white space inside, or nothing that could be a host: a sentence, a table cell, ...
    NoHost,       ///< "http://" or "https:///path"
    BadHost,      ///< characters or lengths that a host name cannot have
    BadPort,      ///< not a number from 0 to 65535
    BadCharacter, ///< a control character, or malformed text
    TooLong,      ///< longer than maximumUrlBytes
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

/// Reads \a text: trims it, lower-cases scheme and host, takes an international host to its ASCII form (RFC
/// 5890), percent-encodes what needs it, drops the default port, resolves dot segments and makes an empty
/// path "/". User name, password and fragment stay: the engine sends no fragment, but two URLs that differ in
/// it alone are two. A text without a scheme whose first part looks like a host ("example.com/path",
/// "localhost:8080", "127.0.0.1", "[::1]:8080") becomes an https URL. White space inside is allowed in Other
/// URLs only. The result is stable: reading it again gives the same bytes. Reentrant; any thread.
std::variant<NormalizedUrl, UrlProblem> normalizeUrl(QStringView text);

/// The scheme of \a url as an entry holds it. Any thread.
UrlScheme schemeOf(const QByteArray &url);

/// One plain English sentence for \a problem, without the URL; translated by the window (context
/// "UrlProblem").
const char *sentence(UrlProblem problem);

} // namespace rollcall
