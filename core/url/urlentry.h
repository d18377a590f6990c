// SPDX-License-Identifier: MIT
// One line of a URL list as a value.
#pragma once

#include "core/url/entrydetails.h"

#include <QByteArray>
#include <QList>
#include <QSharedData>

namespace rollcall {

/// One URL of a list. Lists run to a million entries, so this holds encoded bytes and no QUrl, and what most
/// entries do not have is behind one pointer.
struct UrlEntry {
    UrlEntry() = default;
    explicit UrlEntry(QByteArray canonicalUrl) : url(std::move(canonicalUrl)) {}
    UrlEntry(QByteArray canonicalUrl, EntryDetails entryDetails) : url(std::move(canonicalUrl))
    {
        setDetails(std::move(entryDetails));
    }

    /// For http and https the canonical, percent-encoded form that normalizeUrl() gives (ASCII).
    /// For any other scheme the text as written, in UTF-8: it is shown, and never opened.
    QByteArray url;

    /// What the list says about the URL; all of it empty for most.
    const EntryDetails &details() const { return m_details ? m_details->value : noDetails(); }
    void setDetails(EntryDetails details)
    {
        m_details.reset(details == noDetails() ? nullptr : new SharedDetails(std::move(details)));
    }

    /// Those of \a other become its own, too, without a second copy of them.
    void shareDetails(const UrlEntry &other) { m_details = other.m_details; }

    friend bool operator==(const UrlEntry &a, const UrlEntry &b)
    {
        return a.url == b.url && (a.m_details == b.m_details || a.details() == b.details());
    }

private:
    struct SharedDetails : QSharedData {
        explicit SharedDetails(EntryDetails &&details) : value(std::move(details)) {}
        EntryDetails value;
    };
    QExplicitlySharedDataPointer<const SharedDetails> m_details;
};

/// An ordered list of entries; copies are cheap (implicitly shared), also across threads.
using UrlList = QList<UrlEntry>;

} // namespace rollcall

Q_DECLARE_TYPEINFO(rollcall::UrlEntry, Q_RELOCATABLE_TYPE);
