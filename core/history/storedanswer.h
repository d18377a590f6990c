// SPDX-License-Identifier: MIT
// Of the last answer of an entry, what only somebody who looks at it asks for.
#pragma once

#include "core/net/certificatefacts.h"
#include "core/net/fetchresult.h"

#include <QList>

namespace rollcall {

/// Too much to be held for each of a million rows: the store keeps it.
struct StoredAnswer {
    StoredAnswer() = default;
    explicit StoredAnswer(const FetchResult &fetch)
        : responseHeaders(fetch.responseHeaders),
          certificates(fetch.certificates)
    {
    }

    QList<HeaderField> responseHeaders;
    QList<CertificateFacts> certificates;

    bool isEmpty() const { return responseHeaders.isEmpty() && certificates.isEmpty(); }

    friend bool operator==(const StoredAnswer &, const StoredAnswer &) = default;
};

} // namespace rollcall
