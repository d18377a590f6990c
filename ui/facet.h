// SPDX-License-Identifier: MIT
// A facet: one property of the rows and one value of it, such as "outcome: failed" or "host: example.org".
#pragma once

#include "ui/resultrow.h"

#include <QByteArray>
#include <QByteArrayView>

namespace rollcall {

/// What rows are grouped by.
enum class FacetKind {
    All,       ///< no grouping: every row
    Outcome,   ///< the key is the outcome's slug
    Unchecked, ///< no result; the key is empty
    Error,     ///< the key is the error kind's slug
    Type,      ///< the key is the media type, see mediaTypeOf()
    Host,      ///< the key is the host, see hostOf()
    Tag,       ///< the key is the tag, in UTF-8
};

/// Chooses rows.
class Facet
{
public:
    /// Every row.
    Facet() = default;
    explicit Facet(FacetKind kind, QByteArray key = {}) : m_kind(kind), m_key(std::move(key)) {}

    FacetKind kind() const { return m_kind; }
    const QByteArray &key() const { return m_key; }

    bool matches(const ResultRow &row) const;
    bool matchesEverything() const { return m_kind == FacetKind::All; }
    /// Whether a row's result can change what matches() says of it.
    bool dependsOnResults() const
    {
        return m_kind != FacetKind::All && m_kind != FacetKind::Host && m_kind != FacetKind::Tag;
    }

    friend bool operator==(const Facet &, const Facet &) = default;

private:
    FacetKind m_kind = FacetKind::All;
    QByteArray m_key;
};

/// The host of a canonical URL, with its port where that is not the scheme's own; a view into \a url.
QByteArrayView hostOf(QByteArrayView url);

/// The media type of a Content-Type field without its parameters, in lower case (RFC 9110, 8.3.1).
QByteArray mediaTypeOf(const QByteArray &contentType);

} // namespace rollcall
