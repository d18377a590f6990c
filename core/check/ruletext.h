// SPDX-License-Identifier: MIT
// Rules as a person writes them: a name and a value.
#pragma once

#include "core/check/rules.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace rollcall {

/// Sets the rule called \a name in \a rules: "accept", "redirects", "slow-warning", "slow-error",
/// "certificate-days", "expect-text", "expect-regex", "expect-json", "expect-header"; an expectation is added
/// to those there are. Returns what the name takes, in English ("takes ok, warning or error"), when \a value
/// is something else, and leaves \a rules alone then; an empty string otherwise.
QString setRule(Rules &rules, QStringView name, const QString &value);

/// Adds to \a rules what \a text says: a pattern, a blank, and NAME=VALUE with a name and a value of
/// setRule(), or "expect=none" for no expectations. Returns what it should be, as setRule() does.
QString addPatternRule(RuleSet &rules, const QString &text);

/// What \a rules say that setRule() can set, each as NAME=VALUE; given to setRule() one by one they make the
/// same rules again.
QStringList ruleTexts(const Rules &rules);
/// Sets in \a rules what NAME=VALUE says. False for what setRule() refuses, or has no name for.
bool setRuleFromText(Rules &rules, const QString &text);

} // namespace rollcall
