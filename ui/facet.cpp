// SPDX-License-Identifier: MIT
#include "ui/facet.h"

#include "core/net/errorkind.h"

#include <algorithm>

namespace rollcall {

bool Facet::matches(const ResultRow &row) const
{
    switch (m_kind) {
    case FacetKind::All:
        return true;
    case FacetKind::Outcome:
        return row.result && slug(row.result->outcome()) == m_key;
    case FacetKind::Unchecked:
        return !row.result;
    case FacetKind::Error:
        return row.result && errorKindInfo(row.result->error()).slug == m_key;
    case FacetKind::Type:
        return row.result && mediaTypeOf(row.result->server().contentType) == m_key;
    case FacetKind::Host:
        return hostOf(row.entry.url) == m_key;
    case FacetKind::Tag:
        return row.entry.details().tags.contains(QString::fromUtf8(m_key));
    }
    Q_UNREACHABLE();
}

QByteArrayView hostOf(QByteArrayView url)
{
    const qsizetype scheme = url.indexOf("://");
    if (scheme < 0)
        return {};
    QByteArrayView authority = url.sliced(scheme + 3);
    const auto end = std::ranges::find_if(authority, [](char c) { return c == '/' || c == '?' || c == '#'; });
    authority = authority.first(end - authority.begin());
    return authority.sliced(authority.lastIndexOf('@') + 1);
}

QByteArray mediaTypeOf(const QByteArray &contentType)
{
    const qsizetype end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.left(end)).trimmed().toLower();
}

} // namespace rollcall
