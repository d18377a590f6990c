// SPDX-License-Identifier: MIT
// Tells whether a URL that is neither http nor https is sound.
#pragma once

#include "core/url/normalizeurl.h"

#include <QStringView>

#include <optional>

namespace rollcall {

/// What a browser would refuse in the URL made of \a scheme and what follows its colon, or nothing.
std::optional<UrlProblem> problemOfOtherUrl(QStringView scheme, QStringView behindColon);

} // namespace rollcall
