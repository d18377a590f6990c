// SPDX-License-Identifier: MIT
#include "core/check/ruletext.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rollcall {

namespace {

using Problem = QString;

Problem setAccept(Rules &rules, const QString &value)
{
    const std::optional<StatusRanges> ranges = statusRangesFromText(value);
    if (value.trimmed().isEmpty() || !ranges)
        return QStringLiteral("takes status codes such as 200-299,304");
    rules.accept = ranges;
    return {};
}

Problem setRedirects(Rules &rules, const QString &value)
{
    if (value == u"ok")
        rules.redirects = RedirectRule::Ok;
    else if (value == u"warning")
        rules.redirects = RedirectRule::Warning;
    else if (value == u"error")
        rules.redirects = RedirectRule::Error;
    else
        return QStringLiteral("takes ok, warning or error");
    return {};
}

Problem setTime(std::optional<std::chrono::milliseconds> &target, const QString &value)
{
    constexpr double longest = 3600;
    constexpr double shortest = 0.001;
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    if (value == u"none")
        target = Rules::noLimit;
    else if (isNumber && seconds >= shortest && seconds <= longest)
        target = std::chrono::round<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
    else
        return QStringLiteral("takes 0.001 to 3600 seconds, or none");
    return {};
}

Problem setSlowWarning(Rules &rules, const QString &value)
{
    return setTime(rules.slowWarning, value);
}

Problem setSlowError(Rules &rules, const QString &value)
{
    return setTime(rules.slowError, value);
}

Problem setCertificateDays(Rules &rules, const QString &value)
{
    constexpr int most = 3650;
    bool isNumber = false;
    const int days = value.toInt(&isNumber);
    if (!isNumber || days < 0 || days > most)
        return QStringLiteral("takes 0 to 3650 days");
    rules.certificateDays = days;
    return {};
}

Problem setContentChange(Rules &rules, const QString &value)
{
    if (value != u"on" && value != u"off")
        return QStringLiteral("takes on or off");
    rules.contentChange = value == u"on";
    return {};
}

Problem setSizeChange(Rules &rules, const QString &value)
{
    constexpr int most = 1000;
    bool isNumber = false;
    const int percent = value.toInt(&isNumber);
    if (!isNumber || percent < 0 || percent > most)
        return QStringLiteral("takes 0 to 1000 per cent");
    rules.sizeChangePercent = percent;
    return {};
}

Problem addExpectation(Rules &rules, const Expectation::OrProblem &expectation, const char *takes)
{
    if (const auto *problem = std::get_if<Expectation::Problem>(&expectation))
        return QStringLiteral("takes %1 (%2)").arg(QLatin1String(takes), problem->sentence);
    QList<Expectation> all = rules.expectations.value_or(QList<Expectation>());
    all.append(std::get<Expectation>(expectation));
    rules.expectations = all;
    return {};
}

Problem expectText(Rules &rules, const QString &value)
{
    return addExpectation(rules, Expectation::text(value), "a text that the body holds");
}

Problem expectRegex(Rules &rules, const QString &value)
{
    return addExpectation(rules, Expectation::pattern(value), "a regular expression");
}

Problem expectJson(Rules &rules, const QString &value)
{
    return addExpectation(rules, Expectation::json(value), "a place in JSON such as items[0].state=ok");
}

Problem expectHeader(Rules &rules, const QString &value)
{
    return addExpectation(rules, Expectation::header(value), "a header such as 'Content-Type: text/html'");
}

Problem forgetExpectations(Rules &rules, const QString &value)
{
    if (value != u"none")
        return QStringLiteral("takes none");
    rules.expectations = QList<Expectation>();
    return {};
}

struct Setter {
    const char16_t *name;
    Problem (*set)(Rules &rules, const QString &value);
};

constexpr std::array setters = {
    Setter{u"accept", setAccept},
    Setter{u"redirects", setRedirects},
    Setter{u"slow-warning", setSlowWarning},
    Setter{u"slow-error", setSlowError},
    Setter{u"certificate-days", setCertificateDays},
    Setter{u"content-change", setContentChange},
    Setter{u"size-change", setSizeChange},
    Setter{u"expect-text", expectText},
    Setter{u"expect-regex", expectRegex},
    Setter{u"expect-json", expectJson},
    Setter{u"expect-header", expectHeader},
    Setter{u"expect", forgetExpectations},
};

const Setter *setterOf(QStringView name)
{
    const auto *const setter = std::find_if(setters.begin(), setters.end(),
                                            [name](const Setter &each) { return name == each.name; });
    return setter == setters.end() ? nullptr : setter;
}

QString redirectsText(RedirectRule rule)
{
    switch (rule) {
    case RedirectRule::Ok:
        return QStringLiteral("ok");
    case RedirectRule::Warning:
        return QStringLiteral("warning");
    case RedirectRule::Error:
        return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

QString timeText(std::chrono::milliseconds time)
{
    return time == Rules::noLimit ? QStringLiteral("none") : QString::number(double(time.count()) / 1000);
}

QString expectationText(const Expectation &expectation)
{
    switch (expectation.kind()) {
    case Expectation::Kind::Text:
        return QStringLiteral("expect-text=") + expectation.written();
    case Expectation::Kind::Pattern:
        return QStringLiteral("expect-regex=") + expectation.written();
    case Expectation::Kind::Json:
        return QStringLiteral("expect-json=") + expectation.written();
    case Expectation::Kind::Header:
        return QStringLiteral("expect-header=") + expectation.written();
    }
    Q_UNREACHABLE();
}

} // namespace

QString setRule(Rules &rules, QStringView name, const QString &value)
{
    const Setter *const setter = setterOf(name);
    Q_ASSERT(setter);
    return setter->set(rules, value);
}

QString addPatternRule(RuleSet &rules, const QString &text)
{
    const qsizetype blank = text.indexOf(u' ');
    const QString setting = text.mid(blank + 1).trimmed();
    const qsizetype equals = setting.indexOf(u'=');
    const Setter *const setter = equals < 0 ? nullptr : setterOf(QStringView(setting).first(equals));
    if (blank <= 0 || !setter)
        return QStringLiteral("takes a pattern and a rule such as 'https://example.com/* accept=200,401'");

    const QByteArray pattern = text.left(blank).toUtf8();
    const bool goesOn = !rules.patterns.isEmpty() && rules.patterns.back().pattern == pattern;
    Rules changed = goesOn ? rules.patterns.back().rules : Rules();
    const QString problem = setter->set(changed, setting.mid(equals + 1));
    if (!problem.isEmpty())
        return QStringLiteral("has %1, which %2").arg(setting.left(equals), problem);
    if (goesOn)
        rules.patterns.back().rules = changed;
    else
        rules.patterns.append(PatternRules(pattern, changed));
    return {};
}

QStringList ruleTexts(const Rules &rules)
{
    QStringList texts;
    if (rules.accept) // the usual codes are the empty list
        texts.append(QStringLiteral("accept=") +
                     statusText(rules.accept->isEmpty() ? StatusRanges{usualStatuses} : *rules.accept));
    if (rules.redirects)
        texts.append(QStringLiteral("redirects=") + redirectsText(*rules.redirects));
    if (rules.slowWarning)
        texts.append(QStringLiteral("slow-warning=") + timeText(*rules.slowWarning));
    if (rules.slowError)
        texts.append(QStringLiteral("slow-error=") + timeText(*rules.slowError));
    if (rules.certificateDays)
        texts.append(QStringLiteral("certificate-days=%1").arg(*rules.certificateDays));
    if (rules.expectations && rules.expectations->isEmpty())
        texts.append(QStringLiteral("expect=none"));
    for (const Expectation &expectation : rules.expectations.value_or(QList<Expectation>()))
        texts.append(expectationText(expectation));
    return texts;
}

bool setRuleFromText(Rules &rules, const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const Setter *const setter = equals < 0 ? nullptr : setterOf(QStringView(text).first(equals));
    return setter != nullptr && setter->set(rules, text.mid(equals + 1)).isEmpty();
}

} // namespace rollcall
