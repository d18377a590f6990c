// SPDX-License-Identifier: MIT
// Brings any http or https URL into its canonical form, through QUrl.
#pragma once

#include "core/url/normalizeurl.h"

namespace rollcall {

/// Reads \a text, which is what follows "http://" or "https://" and holds no white space and no damaged
/// characters.
std::variant<NormalizedUrl, UrlProblem> httpUrl(UrlScheme scheme, QStringView text);

} // namespace rollcall
