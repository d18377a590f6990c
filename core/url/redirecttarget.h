// SPDX-License-Identifier: MIT
// Where a redirect map says that a URL shall lead.
#pragma once

#include <QByteArray>

namespace rollcall {

/// What is expected of a URL that has moved.
struct RedirectTarget {
    RedirectTarget() = default;
    explicit RedirectTarget(QByteArray canonicalUrl, int redirectStatus = 0)
        : url(std::move(canonicalUrl)),
          status(redirectStatus)
    {
    }

    QByteArray url; ///< where it leads in the end, all redirects followed: canonical, http or https
    int status = 0; ///< of its first redirect, from 300 to 399; 0: any, or none at all

    friend bool operator==(const RedirectTarget &, const RedirectTarget &) = default;
};

} // namespace rollcall
