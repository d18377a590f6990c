// SPDX-License-Identifier: MIT
#include "core/check/rules.h"

#include <algorithm>

namespace rollcall {

namespace {

template <class T>
void takeIfUnsaid(std::optional<T> &own, const std::optional<T> &general)
{
    if (!own)
        own = general;
}

/// Where a "*" fails to match, it takes one character more; only the last one ever has to be tried again.
bool matchesGlob(QByteArrayView pattern, QByteArrayView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype afterStar = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            afterStar = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++afterStar;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

} // namespace

Rules Rules::over(const Rules &general) const
{
    Rules rules = *this;
    takeIfUnsaid(rules.accept, general.accept);
    takeIfUnsaid(rules.redirects, general.redirects);
    takeIfUnsaid(rules.slowWarning, general.slowWarning);
    takeIfUnsaid(rules.slowError, general.slowError);
    takeIfUnsaid(rules.certificateDays, general.certificateDays);
    takeIfUnsaid(rules.expectations, general.expectations);
    takeIfUnsaid(rules.target, general.target);
    takeIfUnsaid(rules.contentChange, general.contentChange);
    takeIfUnsaid(rules.sizeChangePercent, general.sizeChangePercent);
    return rules;
}

bool Rules::needsBody() const
{
    return expectations && std::any_of(expectations->begin(), expectations->end(),
                                       [](const Expectation &each) { return each.needsBody(); });
}

bool Rules::needsPreviousAnswer() const
{
    return contentChange.value_or(false) || sizeChangePercent.value_or(0) > 0;
}

Rules rulesOf(const EntryDetails &details)
{
    Rules rules;
    if (!details.statuses.isEmpty())
        rules.accept = details.statuses;
    rules.target = details.target;
    return rules;
}

Rules RuleSet::rulesFor(QByteArrayView url, const Rules &own) const
{
    Rules rules = own;
    for (auto each = patterns.rbegin(); each != patterns.rend(); ++each) {
        if (matchesPattern(each->pattern, url))
            rules = rules.over(each->rules);
    }
    return rules.over(general);
}

bool RuleSet::needPreviousAnswers() const
{
    return general.needsPreviousAnswer() ||
           std::any_of(patterns.begin(), patterns.end(),
                       [](const PatternRules &each) { return each.rules.needsPreviousAnswer(); });
}

bool matchesPattern(QByteArrayView pattern, QByteArrayView url)
{
    const bool hasScheme = pattern.startsWith('*') || pattern.indexOf("://") >= 0;
    if (hasScheme)
        return matchesGlob(pattern, url);
    const qsizetype schemeEnd = url.indexOf("://");
    return schemeEnd >= 0 && matchesGlob(pattern, url.sliced(schemeEnd + 3));
}

} // namespace rollcall
