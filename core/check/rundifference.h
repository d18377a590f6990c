// SPDX-License-Identifier: MIT
// What changed from one run of a list to another: a pure function of two lists of results.
#pragma once

#include "core/check/checkresult.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rollcall {

/// What is different at one URL. The first five exclude each other; the others hold for a URL that passed
/// both times, and there may be several.
enum class Change {
    NewlyBroken, ///< passed, and fails now
    StillBroken, ///< failed both times
    Repaired,    ///< failed, and passes now
    Added,       ///< was not in the first run
    Removed,     ///< is not in the second
    Size,        ///< the body is larger or smaller by more than the threshold
    Target,      ///< the redirects lead elsewhere
    Title,       ///< of the page
    Certificate, ///< expires at another time or has another issuer
    Content,     ///< another SHA-256 of the body
    Slower,      ///< took longer by more than the threshold
};

inline constexpr std::size_t changeCount = static_cast<std::size_t>(Change::Slower) + 1;

/// The word for \a change in scripts, for example "newly-broken".
const char *slug(Change change);
/// Two or three English words for people, for example "newly broken".
const char *title(Change change);
std::optional<Change> changeFromSlug(QByteArrayView slug);
/// Whether \a change is bad news or a surprise: not what was so before, was mended, or concerns the list.
bool matters(Change change);

/// From where on a difference counts.
struct DifferenceThresholds {
    DifferenceThresholds() = default;

    double sizePercent = 10;
    double slowerPercent = 100;
    std::chrono::milliseconds slowerAtLeast{200}; ///< shorter delays are noise, whatever their percentage
    std::vector<Change> ignored;                  ///< these are not looked for

    bool ignores(Change change) const;
    friend bool operator==(const DifferenceThresholds &, const DifferenceThresholds &) = default;
};

/// One URL at which something changed.
struct UrlDifference {
    UrlDifference() = default;

    QByteArray url;
    std::vector<Change> changes; ///< in the order of the enumeration, at least one
    std::optional<CheckResult> before;
    std::optional<CheckResult> after;

    friend bool operator==(const UrlDifference &, const UrlDifference &) = default;
};

/// What changed between two runs.
struct RunDifference {
    RunDifference() = default;

    /// In the order of the second run; those that it no longer has stand last, in the order of the first.
    QList<UrlDifference> urls;
    std::array<qsizetype, changeCount> counts{}; ///< of URLs, by Change
    qsizetype unchanged = 0;
    qsizetype unknown =
        0; ///< URLs that one of the runs says nothing about: cancelled, or this computer was offline

    qsizetype count(Change change) const { return counts[static_cast<std::size_t>(change)]; }
    /// Whether any change matters().
    bool matters() const;

    friend bool operator==(const RunDifference &, const RunDifference &) = default;
};

/// Compares a run with an earlier one, result by result, so that only the earlier one has to be in memory. A
/// URL that is in a run several times is held against the other run's in their order.
class RunComparison
{
public:
    RunComparison(QList<CheckResult> before, DifferenceThresholds thresholds);

    /// The next result of the later run.
    void add(const CheckResult &after);
    /// What changed, once every result was added. Call it once.
    RunDifference finish();

private:
    void note(UrlDifference difference);

    QList<CheckResult> m_before;
    DifferenceThresholds m_thresholds;
    QHash<QByteArray, qsizetype> m_next; // by URL: the first result of it that has no partner yet
    std::vector<qsizetype> m_nextOfSameUrl;
    std::vector<bool> m_hasPartner;
    RunDifference m_difference;
};

/// What changed from \a before to \a after. Any thread.
RunDifference compareRuns(const QList<CheckResult> &before, const QList<CheckResult> &after,
                          const DifferenceThresholds &thresholds = {});

} // namespace rollcall
