// SPDX-License-Identifier: MIT
// How many rows each facet chooses, kept up to date row by row.
#pragma once

#include "core/net/errorkind.h"
#include "ui/resultrow.h"

#include <QByteArray>
#include <QHash>

#include <array>
#include <numeric>

namespace rollcall {

/// The counts. Cheap enough to be kept while thousands of results a second come in.
class FacetCounts
{
public:
    /// Above so many hosts they are not counted any more: nobody reads such a list, and it costs memory.
    static constexpr qsizetype maximumHosts = 20'000;
    using Counts = QHash<QByteArray, qsizetype>;

    void addEntry(const UrlEntry &entry);
    void removeEntry(const UrlEntry &entry);
    void addResult(const KeptResult &result) { tally(result, 1); }
    void removeResult(const KeptResult &result) { tally(result, -1); }

    qsizetype entries() const { return m_entries; }
    qsizetype unchecked() const
    {
        return m_entries - std::accumulate(m_outcomes.begin(), m_outcomes.end(), qsizetype(0));
    }
    qsizetype outcome(Outcome outcome) const { return m_outcomes[std::size_t(outcome)]; }
    qsizetype error(ErrorKind kind) const { return m_errors[std::size_t(kind)]; }
    /// By media type; results without one are not in it.
    const Counts &types() const { return m_types; }
    /// By host, see hostOf().
    const Counts &hosts() const { return m_hosts; }
    /// By tag, in UTF-8.
    const Counts &tags() const { return m_tags; }
    /// The list has had more than maximumHosts, so hosts() is empty.
    bool hasTooManyHosts() const { return m_hasTooManyHosts; }

private:
    void tallyTags(const UrlEntry &entry, int change);
    void tally(const KeptResult &result, int change);

    qsizetype m_entries = 0;
    std::array<qsizetype, 4> m_outcomes{};
    std::array<qsizetype, std::size_t(ErrorKind::Internal) + 1> m_errors{};
    Counts m_types;
    Counts m_hosts;
    Counts m_tags;
    bool m_hasTooManyHosts = false;
};

} // namespace rollcall
