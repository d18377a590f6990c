// SPDX-License-Identifier: MIT
#include "core/check/rundifference.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rollcall {

namespace {

struct ChangeInfo {
    Change change;
    const char *slug;
    const char *title;
    bool matters;
};

constexpr std::array table = {
    ChangeInfo{Change::NewlyBroken, "newly-broken", "newly broken", true},
    ChangeInfo{Change::StillBroken, "still-broken", "still broken", false},
    ChangeInfo{Change::Repaired, "repaired", "repaired", false},
    ChangeInfo{Change::Added, "added", "added", false},
    ChangeInfo{Change::Removed, "removed", "removed", false},
    ChangeInfo{Change::Size, "size", "another size", true},
    ChangeInfo{Change::Target, "target", "leads elsewhere", true},
    ChangeInfo{Change::Title, "title", "another title", true},
    ChangeInfo{Change::Certificate, "certificate", "another certificate", true},
    ChangeInfo{Change::Content, "content", "another content", true},
    ChangeInfo{Change::Slower, "slower", "slower", true},
};

constexpr bool tableIsInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].change != static_cast<Change>(i))
            return false;
    }
    return table.size() == changeCount;
}
static_assert(tableIsInOrder(), "one row a change, in the order of the enumeration");

/// Nothing is known about the URL itself.
bool isUnknown(const CheckResult &result)
{
    return result.outcome == Outcome::Cancelled || result.fetch.error == ErrorKind::LocalNetwork;
}

bool hasFailed(const CheckResult &result)
{
    return result.outcome == Outcome::Failed;
}

/// Whether both are known and not the same.
template <class Text>
bool differ(const Text &before, const Text &after)
{
    return !before.isEmpty() && !after.isEmpty() && before != after;
}

bool hasOtherSize(const FetchResult &before, const FetchResult &after, double percent)
{
    const auto change = std::abs(double(after.bodyBytes - before.bodyBytes));
    return before.status != 0 && after.status != 0 && change > double(before.bodyBytes) * percent / 100;
}

bool hasOtherCertificate(const FetchResult &before, const FetchResult &after)
{
    const bool expiresOtherwise = before.certificateExpires && after.certificateExpires &&
                                  before.certificateExpires != after.certificateExpires;
    return expiresOtherwise || differ(before.certificateIssuer, after.certificateIssuer);
}

bool isSlower(const FetchTimes &before, const FetchTimes &after, const DifferenceThresholds &thresholds)
{
    if (!before.total || !after.total)
        return false;
    const auto delay = *after.total - *before.total;
    return delay >= thresholds.slowerAtLeast && delay > std::chrono::microseconds(0) &&
           double(delay.count()) > double(before.total->count()) * thresholds.slowerPercent / 100;
}

/// What changed at a URL that passed both times.
std::vector<Change> changesOfAnswer(const FetchResult &before, const FetchResult &after,
                                    const DifferenceThresholds &thresholds)
{
    const std::array<std::pair<Change, bool>, 6> facts = {{
        {Change::Size, hasOtherSize(before, after, thresholds.sizePercent)},
        {Change::Target, differ(before.finalUrl, after.finalUrl)},
        {Change::Title, differ(before.pageTitle, after.pageTitle)},
        {Change::Certificate, hasOtherCertificate(before, after)},
        {Change::Content, differ(before.bodySha256, after.bodySha256)},
        {Change::Slower, isSlower(before.times, after.times, thresholds)},
    }};
    std::vector<Change> changes;
    for (const auto &[change, isSo] : facts) {
        if (isSo)
            changes.push_back(change);
    }
    return changes;
}

std::vector<Change> changesBetween(const CheckResult &before, const CheckResult &after,
                                   const DifferenceThresholds &thresholds)
{
    if (hasFailed(before))
        return {hasFailed(after) ? Change::StillBroken : Change::Repaired};
    if (hasFailed(after))
        return {Change::NewlyBroken};
    return changesOfAnswer(before.fetch, after.fetch, thresholds);
}

} // namespace

const char *slug(Change change)
{
    return table[static_cast<std::size_t>(change)].slug;
}

const char *title(Change change)
{
    return table[static_cast<std::size_t>(change)].title;
}

std::optional<Change> changeFromSlug(QByteArrayView slug)
{
    const auto row =
        std::ranges::find(table, slug, [](const ChangeInfo &info) { return QByteArrayView(info.slug); });
    return row == table.end() ? std::nullopt : std::optional(row->change);
}

bool matters(Change change)
{
    return table[static_cast<std::size_t>(change)].matters;
}

bool DifferenceThresholds::ignores(Change change) const
{
    return std::ranges::find(ignored, change) != ignored.end();
}

bool RunDifference::matters() const
{
    return std::ranges::any_of(
        table, [this](const ChangeInfo &info) { return info.matters && count(info.change) > 0; });
}

RunComparison::RunComparison(QList<CheckResult> before, DifferenceThresholds thresholds)
    : m_before(std::move(before)),
      m_thresholds(std::move(thresholds)),
      m_nextOfSameUrl(std::size_t(m_before.size()), -1),
      m_hasPartner(std::size_t(m_before.size()), false)
{
    for (qsizetype i = m_before.size() - 1; i >= 0; --i) {
        const auto later = m_next.constFind(m_before[i].url);
        m_nextOfSameUrl[std::size_t(i)] = later == m_next.cend() ? -1 : *later;
        m_next.insert(m_before[i].url, i);
    }
}

void RunComparison::add(const CheckResult &after)
{
    UrlDifference difference;
    difference.url = after.url;
    difference.after = after;
    const auto next = m_next.find(after.url);
    if (next == m_next.end() || *next < 0) {
        difference.changes = {Change::Added};
    } else {
        const CheckResult &before = m_before[*next];
        m_hasPartner[std::size_t(*next)] = true;
        *next = m_nextOfSameUrl[std::size_t(*next)];
        if (isUnknown(before) || isUnknown(after)) {
            ++m_difference.unknown;
            return;
        }
        difference.changes = changesBetween(before, after, m_thresholds);
        difference.before = before;
    }
    note(std::move(difference));
}

RunDifference RunComparison::finish()
{
    for (qsizetype i = 0; i < m_before.size(); ++i) {
        if (m_hasPartner[std::size_t(i)])
            continue;
        UrlDifference difference;
        difference.url = m_before[i].url;
        difference.changes = {Change::Removed};
        difference.before = m_before[i];
        note(std::move(difference));
    }
    return std::move(m_difference);
}

void RunComparison::note(UrlDifference difference)
{
    std::erase_if(difference.changes, [this](Change change) { return m_thresholds.ignores(change); });
    if (difference.changes.empty()) {
        ++m_difference.unchanged;
        return;
    }
    for (const Change change : difference.changes)
        ++m_difference.counts[static_cast<std::size_t>(change)];
    m_difference.urls.append(std::move(difference));
}

RunDifference compareRuns(const QList<CheckResult> &before, const QList<CheckResult> &after,
                          const DifferenceThresholds &thresholds)
{
    RunComparison comparison(before, thresholds);
    for (const CheckResult &result : after)
        comparison.add(result);
    return comparison.finish();
}

} // namespace rollcall
