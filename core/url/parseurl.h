// SPDX-License-Identifier: MIT
// Reads a URL as browsers do (WHATWG URL standard): the one parser for lists, command lines and redirects.
#pragma once

#include "core/url/normalizeurl.h"

#include <QByteArrayView>
#include <QString>

namespace rollcall {

/// \a text without the white space and control characters around it, and without any tab or line end.
QString strippedUrl(QStringView text);

/// Reads \a text. For http and https the result is the canonical form that a browser would show as `href`.
/// Other schemes are checked for a sound host and kept as written. \a base is a canonical http or https URL
/// against which a relative reference ("/path", "?query", "//host") is resolved; without one such a text is
/// NotAUrl. Reentrant; any thread.
std::variant<NormalizedUrl, UrlProblem> parseUrl(QStringView text, QByteArrayView base = {});

} // namespace rollcall
