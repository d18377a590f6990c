// SPDX-License-Identifier: MIT
// The part of a URL between "//" and the path: "user:password@host:port".
#pragma once

#include "core/url/normalizeurl.h"

#include <QStringView>

#include <optional>

namespace rollcall {

inline constexpr qsizetype maximumHostLength = 253; ///< RFC 1035, without the trailing dot
inline constexpr qsizetype maximumLabelLength = 63; ///< RFC 1035

/// The parts of an authority, as written.
struct Authority {
    Authority() = default;
    /// Splits \a text, which holds none of "/?#\".
    explicit Authority(QStringView text);

    QStringView userInfo; ///< null when there is no '@'
    QStringView host;     ///< with its brackets, if it has any
    QStringView port;     ///< null when there is no ':'
};

/// The length of the authority at the start of \a text: up to the first of "/?#\", or all of it.
qsizetype authorityLength(QStringView text);

/// The number from 0 to 65535 that the ASCII digits of \a text make, or nothing.
std::optional<int> portNumber(QStringView text);

/// 443 for https, 80 for http.
int defaultPort(UrlScheme scheme);

/// Whether the last label of \a host is a number. Such a host is an IPv4 address or nothing (WHATWG URL,
/// "ends in a number checker"). Expects lower case.
bool endsInNumber(QStringView host);

/// Whether \a host is an IPv4 address in its usual spelling.
bool isDottedQuad(QStringView host);

} // namespace rollcall
