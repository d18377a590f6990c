// SPDX-License-Identifier: MIT
#include "core/check/rules.h"
#include "core/check/ruletext.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void patternsMatchWholeUrls_data();
    void patternsMatchWholeUrls();
    void manyStarsAreNoTrap();
    void theMostSpecificPlaceThatSaysSomethingDecides();
    void theLastPatternThatMatchesDecides();
    void aMoreSpecificPlaceCanLiftALimit();
    void anEntrysStatusesAreItsOwnRules();
    void rulesAreReadFromTheirText_data();
    void rulesAreReadFromTheirText();
    void whatARuleTakesIsSaid_data();
    void whatARuleTakesIsSaid();
    void aWrongValueLeavesTheRulesAlone();
    void expectationsAddUpAndCanBeDropped();
    void patternRulesAreReadFromTheirText();
    void whatIsNoPatternRuleIsRefused_data();
    void whatIsNoPatternRuleIsRefused();
};

void TestRules::patternsMatchWholeUrls_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *pattern, const char *url, bool matches) {
        QTest::addRow("%s for %s", pattern, url) << QByteArray(pattern) << QByteArray(url) << matches;
    };
    row("https://a.example/*", "https://a.example/", true);
    row("https://a.example/*", "https://a.example/x/y?z", true);
    row("https://a.example/*", "http://a.example/x", false);
    row("https://a.example/", "https://a.example/x", false);
    row("a.example/*", "http://a.example/x", true);
    row("a.example/*", "https://a.example/x", true);
    row("a.example/*", "https://b.example/?u=a.example/x", false);
    row("*.example/*", "https://a.example/x", true);
    row("*", "https://a.example/x", true);
    row("*.pdf", "https://a.example/x.pdf", true);
    row("*.pdf", "https://a.example/x.pdf?y", false);
    row("*/old/*/x", "https://a.example/old/1/old/2/x", true);
    row("*/?q=*", "https://a.example/?q=1", true);
    row("*/?q=*", "https://a.example/xq=1", false);
    row("", "https://a.example/", false);
    row("a.example/*", "mailto:x", false);
}

void TestRules::patternsMatchWholeUrls()
{
    QFETCH(const QByteArray, pattern);
    QFETCH(const QByteArray, url);
    QFETCH(const bool, matches);
    QCOMPARE(matchesPattern(pattern, url), matches);
}

void TestRules::manyStarsAreNoTrap()
{
    QByteArray pattern;
    for (int i = 0; i < 1000; ++i)
        pattern += "*a";
    QVERIFY(!matchesPattern(pattern + "b", QByteArray(10'000, 'a')));
    QVERIFY(matchesPattern(pattern, QByteArray(10'000, 'a')));
}

void TestRules::theMostSpecificPlaceThatSaysSomethingDecides()
{
    RuleSet rules;
    rules.general.slowWarning = 1s;
    rules.general.slowError = 2s;
    rules.general.certificateDays = 3;
    Rules ofPattern;
    ofPattern.slowWarning = 10s;
    ofPattern.slowError = 20s;
    rules.patterns = {PatternRules("a.example/*", ofPattern)};
    Rules own;
    own.slowWarning = 100s;
    const Rules all = rules.rulesFor("https://a.example/x", own);
    QCOMPARE(all.slowWarning, 100s);
    QCOMPARE(all.slowError, 20s);
    QCOMPARE(all.certificateDays, 3);
    QVERIFY(!all.accept);
    QCOMPARE(rules.rulesFor("https://b.example/x", Rules()), rules.general);
}

void TestRules::theLastPatternThatMatchesDecides()
{
    Rules first;
    first.slowWarning = 1s;
    first.slowError = 1s;
    Rules second;
    second.slowWarning = 2s;
    RuleSet rules;
    rules.patterns = {PatternRules("*", first), PatternRules("*/x", second), PatternRules("*/y", Rules())};
    QCOMPARE(rules.rulesFor("https://a/x", Rules()).slowWarning, 2s);
    QCOMPARE(rules.rulesFor("https://a/x", Rules()).slowError, 1s);
    QCOMPARE(rules.rulesFor("https://a/y", Rules()).slowWarning, 1s);
}

void TestRules::aMoreSpecificPlaceCanLiftALimit()
{
    RuleSet rules;
    QVERIFY(setRule(rules.general, u"slow-error", u"1"_s).isEmpty());
    QVERIFY(setRule(rules.general, u"expect-text", u"x"_s).isEmpty());
    QVERIFY(addPatternRule(rules, u"*/report slow-error=none"_s).isEmpty());
    QVERIFY(addPatternRule(rules, u"*/report expect=none"_s).isEmpty());
    const Rules report = rules.rulesFor("https://a/report", Rules());
    QCOMPARE(report.slowError, Rules::noLimit);
    QVERIFY(!report.needsBody());
    QVERIFY(rules.rulesFor("https://a/", Rules()).needsBody());
}

void TestRules::anEntrysStatusesAreItsOwnRules()
{
    EntryDetails details;
    QCOMPARE(rulesOf(details), Rules());
    details.statuses = {StatusRange(401, 401)};
    Rules expected;
    expected.accept = details.statuses;
    QCOMPARE(rulesOf(details), expected);
}

void TestRules::rulesAreReadFromTheirText_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<Rules>("expected");
    Rules rules;
    rules.accept = {StatusRange(200, 204), StatusRange(304, 304)};
    QTest::newRow("accept") << u"304,200-204"_s << rules;
    rules = Rules();
    rules.redirects = RedirectRule::Warning;
    QTest::newRow("redirects") << u"warning"_s << rules;
    rules = Rules();
    rules.slowWarning = 1500ms;
    QTest::newRow("slow-warning") << u"1.5"_s << rules;
    rules = Rules();
    rules.slowError = 1ms;
    QTest::newRow("slow-error") << u"0.001"_s << rules;
    rules = Rules();
    rules.certificateDays = 21;
    QTest::newRow("certificate-days") << u"21"_s << rules;
}

void TestRules::rulesAreReadFromTheirText()
{
    QFETCH(const QString, value);
    QFETCH(const Rules, expected);
    Rules rules;
    QCOMPARE(setRule(rules, QString::fromLatin1(QTest::currentDataTag()), value), QString());
    QCOMPARE(rules, expected);
}

void TestRules::whatARuleTakesIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *value, const char *problem) {
        QTest::addRow("%s=%s", name, value)
            << QString::fromLatin1(name) << QString::fromLatin1(value) << QString::fromLatin1(problem);
    };
    for (const char *value : {"", " ", "abc", "200-", "299-200", "2000"})
        row("accept", value, "takes status codes such as 200-299,304");
    row("redirects", "never", "takes ok, warning or error");
    for (const char *value : {"", "0", "-1", "nan", "1e9", "1,5"})
        row("slow-warning", value, "takes 0.001 to 3600 seconds, or none");
    for (const char *value : {"", "-1", "3651", "1.5", "soon"})
        row("certificate-days", value, "takes 0 to 3650 days");
    row("expect-text", "", "takes a text that the body holds (there is no text)");
    row("expect-regex", "[a",
        "takes a regular expression (missing terminating ] for character class at character 3)");
    row("expect-json", "a[",
        "takes a place in JSON such as items[0].state=ok (a bracket that is not closed at character 2)");
    row("expect-header", "?",
        "takes a header such as 'Content-Type: text/html' (that is no name of a header)");
    row("expect", "all", "takes none");
}

void TestRules::whatARuleTakesIsSaid()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QString, problem);
    Rules rules;
    QCOMPARE(setRule(rules, name, value), problem);
}

void TestRules::aWrongValueLeavesTheRulesAlone()
{
    Rules rules;
    setRule(rules, u"accept", u"404"_s);
    const Rules before = rules;
    QVERIFY(!setRule(rules, u"accept", u"x"_s).isEmpty());
    QVERIFY(!setRule(rules, u"expect-regex", u"("_s).isEmpty());
    QCOMPARE(rules, before);
}

void TestRules::expectationsAddUpAndCanBeDropped()
{
    Rules rules;
    setRule(rules, u"expect-text", u"a"_s);
    setRule(rules, u"expect-header", u"b"_s);
    QCOMPARE(rules.expectations->size(), 2);
    setRule(rules, u"expect", u"none"_s);
    QVERIFY(rules.expectations->isEmpty());
}

void TestRules::patternRulesAreReadFromTheirText()
{
    RuleSet rules;
    QCOMPARE(addPatternRule(rules, u"a.example/* accept=401"_s), QString());
    QCOMPARE(addPatternRule(rules, u"a.example/*  expect-text=b = c "_s), QString());
    QCOMPARE(addPatternRule(rules, u"* redirects=error"_s), QString());
    QCOMPARE(rules.patterns.size(), 2); // the same pattern again goes on with its rules
    QCOMPARE(rules.patterns[0].pattern, QByteArray("a.example/*"));
    QCOMPARE(*rules.patterns[0].rules.accept, StatusRanges({StatusRange(401, 401)}));
    QCOMPARE(*rules.patterns[0].rules.expectations,
             QList<Expectation>({std::get<Expectation>(Expectation::text(u"b = c"_s))}));
    QCOMPARE(rules.patterns[1].rules.redirects, RedirectRule::Error);
}

void TestRules::whatIsNoPatternRuleIsRefused_data()
{
    QTest::addColumn<QString>("problem");
    const QString usage = u"takes a pattern and a rule such as 'https://example.com/* accept=200,401'"_s;
    for (const char *text : {"", "accept=200", "* accept", "* nonsense=1", " accept=200", "* "})
        QTest::newRow(text) << usage;
    QTest::newRow("* accept=x") << u"has accept, which takes status codes such as 200-299,304"_s;
}

void TestRules::whatIsNoPatternRuleIsRefused()
{
    QFETCH(const QString, problem);
    RuleSet rules;
    QCOMPARE(addPatternRule(rules, QString::fromLatin1(QTest::currentDataTag())), problem);
    QVERIFY(rules.patterns.isEmpty());
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
