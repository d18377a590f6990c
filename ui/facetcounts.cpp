// SPDX-License-Identifier: MIT
#include "ui/facetcounts.h"

#include "ui/facet.h"

namespace rollcall {

namespace {

void change(FacetCounts::Counts &counts, const QByteArray &key, int by)
{
    const auto position = counts.find(key);
    if (position == counts.end())
        counts.insert(key, by);
    else if ((*position += by) == 0)
        counts.erase(position);
}

} // namespace

void FacetCounts::addEntry(const UrlEntry &entry)
{
    ++m_entries;
    tallyTags(entry, 1);
    if (m_hasTooManyHosts)
        return;
    change(m_hosts, hostOf(entry.url).toByteArray(), 1);
    if (m_hosts.size() > maximumHosts) {
        m_hosts = {};
        m_hasTooManyHosts = true;
    }
}

void FacetCounts::removeEntry(const UrlEntry &entry)
{
    --m_entries;
    tallyTags(entry, -1);
    if (!m_hasTooManyHosts)
        change(m_hosts, hostOf(entry.url).toByteArray(), -1);
}

void FacetCounts::tallyTags(const UrlEntry &entry, int by)
{
    for (const QString &tag : entry.details().tags)
        change(m_tags, tag.toUtf8(), by);
}

void FacetCounts::tally(const KeptResult &result, int by)
{
    m_outcomes[std::size_t(result.outcome())] += by;
    m_errors[std::size_t(result.error())] += by;
    const QByteArray &type = result.server().contentType;
    if (!type.isEmpty())
        change(m_types, mediaTypeOf(type), by);
}

} // namespace rollcall
