// SPDX-License-Identifier: MIT
// One line of a URL list as a value.
#pragma once

#include <QByteArray>
#include <QList>

namespace rollcall {

/// One URL of a list. Lists run to a million entries, so this holds encoded bytes and no QUrl.
struct UrlEntry {
    UrlEntry() = default;
    explicit UrlEntry(QByteArray canonicalUrl) : url(std::move(canonicalUrl)) {}

    /// For http and https the canonical, percent-encoded form that normalizeUrl() gives (ASCII).
    /// For any other scheme the text as written, in UTF-8: it is shown, and never opened.
    QByteArray url;

    friend bool operator==(const UrlEntry &, const UrlEntry &) = default;
};

/// An ordered list of entries; copies are cheap (implicitly shared), also across threads.
using UrlList = QList<UrlEntry>;

} // namespace rollcall
