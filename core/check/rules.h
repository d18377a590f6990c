// SPDX-License-Identifier: MIT
// What is asked of an answer: for all URLs, for those that match a pattern, for one.
#pragma once

#include "core/check/expectation.h"
#include "core/url/entrydetails.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <chrono>
#include <optional>

namespace rollcall {

/// What a redirect that was followed is.
enum class RedirectRule { Ok, Warning, Error };

/// What is asked of an answer. What is absent was not said: a less specific set of rules decides, and where
/// none does, the default in the comment holds.
struct Rules {
    Rules() = default;

    /// A limit that nothing exceeds, for where a less specific set has one.
    static constexpr std::chrono::milliseconds noLimit = std::chrono::milliseconds::max();

    std::optional<StatusRanges> accept;                   ///< 200 to 299
    std::optional<RedirectRule> redirects;                ///< Ok
    std::optional<std::chrono::milliseconds> slowWarning; ///< a total time above is a warning; noLimit
    std::optional<std::chrono::milliseconds> slowError;   ///< and a failure above this; noLimit
    std::optional<int> certificateDays;                   ///< a certificate with fewer left is a warning; 0
    std::optional<QList<Expectation>> expectations;       ///< all of them must be met; none
    std::optional<RedirectTarget> target;                 ///< where the URL shall lead; anywhere
    std::optional<bool> contentChange;    ///< a body other than the previous one is a warning; false
    std::optional<int> sizeChangePercent; ///< a body longer or shorter by more is a warning; 0: never

    /// These, and what they do not say taken from \a general.
    Rules over(const Rules &general) const;
    bool needsBody() const;
    bool needsPreviousAnswer() const;

    friend bool operator==(const Rules &, const Rules &) = default;
};

/// What an entry of a list says for itself.
Rules rulesOf(const EntryDetails &details);

/// Rules for the URLs that match a pattern, in which "*" stands for any text and everything else for itself.
/// Without a scheme it holds for http and https.
struct PatternRules {
    PatternRules() = default;
    PatternRules(QByteArray urlPattern, Rules patternRules)
        : pattern(std::move(urlPattern)),
          rules(std::move(patternRules))
    {
    }

    QByteArray pattern;
    Rules rules;

    friend bool operator==(const PatternRules &, const PatternRules &) = default;
};

/// The rules of a check. Each setting of them comes from the most specific place that says it: the URL's own
/// entry, then the patterns, the last one that matches first, then what holds for all.
struct RuleSet {
    RuleSet() = default;

    Rules general;
    QList<PatternRules> patterns;

    /// What holds for \a url, whose entry says \a own.
    Rules rulesFor(QByteArrayView url, const Rules &own) const;
    /// Whether any rule compares an answer with the one before.
    bool needPreviousAnswers() const;

    friend bool operator==(const RuleSet &, const RuleSet &) = default;
};

/// Whether the whole of \a url matches \a pattern (see PatternRules). Linear in time but for "*" after "*".
bool matchesPattern(QByteArrayView pattern, QByteArrayView url);

} // namespace rollcall
