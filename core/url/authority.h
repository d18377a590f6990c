// SPDX-License-Identifier: MIT
// The part of a URL between "//" and the path: "user:password@host:port".
#pragma once

#include "core/url/normalizeurl.h"

#include <QStringView>

#include <optional>

namespace rollcall {

/// The parts of an authority, as written.
struct Authority {
    Authority() = default;
    /// Splits \a text, which holds none of "/?#".
    explicit Authority(QStringView text);

    QStringView userInfo; ///< null when there is no '@'
    QStringView host;     ///< with its brackets, if it has any
    QStringView port;     ///< null when there is no ':'
};

/// The number from 0 to 65535 that the ASCII digits of \a text make, or nothing.
std::optional<int> portNumber(QStringView text);

/// 443 for https, 80 for http.
int defaultPort(UrlScheme scheme);

/// The authority \a text of an http or https URL in its canonical form, without a default port.
std::variant<QByteArray, UrlProblem> canonicalAuthority(UrlScheme scheme, QStringView text);

} // namespace rollcall
