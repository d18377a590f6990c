// SPDX-License-Identifier: MIT
// Recognises the http and https URLs that are canonical as they stand: most lines of most lists.
#pragma once

#include "core/url/normalizeurl.h"

#include <optional>

namespace rollcall {

/// \a text, with the slash of an empty path, when it is certain that parseUrl() would give the same; else
/// nothing. It is quick because it only looks, and leaves whatever is unusual (user names, international
/// hosts, IPv6 addresses, dot segments) to parseUrl().
std::optional<NormalizedUrl> canonicalUrl(QStringView text);

} // namespace rollcall
