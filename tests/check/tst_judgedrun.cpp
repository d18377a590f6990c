// SPDX-License-Identifier: MIT
#include "core/async/run.h"
#include "core/check/checkrun.h"
#include "core/check/ruletext.h"
#include "tests/support/faultserver.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestJudgedRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aWarningIsCountedAndIsNoFailure();
    void rulesHoldForTheUrlsTheyNameAndEntriesForThemselves();
    void eachUrlOfARedirectMapPassesOrFails();
    void bodiesAreLookedAtAsFarAsSaid();
    void ofWhatTheVerdictWasBasedOnTheHeadersAloneAreKept();
    void aBotWallIsNotCalledAgain();
    void anAcceptedStatusHoldsNobodyBack();

private:
    CheckProgress run(const UrlList &list);
    void set(QStringView name, const QString &value)
    {
        QCOMPARE(setRule(m_settings.rules.general, name, value), QString());
    }

    std::unique_ptr<FaultServer> m_server;
    CheckSettings m_settings;
    QHash<qsizetype, CheckResult> m_results;
};

void TestJudgedRun::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_settings = CheckSettings();
    m_settings.timeout = 60s;
    m_settings.politeness.firstPause = 1ms;
    m_results.clear();
}

CheckProgress TestJudgedRun::run(const UrlList &list)
{
    CheckRun checkRun(list, m_settings);
    checkRun.onResult(
        [this](const IndexedResult &indexed) { m_results.insert(indexed.index, indexed.result); });
    return async::run(checkRun.run());
}

void TestJudgedRun::aWarningIsCountedAndIsNoFailure()
{
    m_server->on("/old", Script{Send(redirect(301, "/new"))});
    m_server->on("/new", Script{Send(httpResponse(200, {}, "ok"))});
    set(u"redirects", u"warning"_s);
    const CheckProgress progress = run({UrlEntry(m_server->url("/old")), UrlEntry(m_server->url("/new"))});
    QCOMPARE(progress.warnings, 1);
    QCOMPARE(progress.ok, 1);
    QCOMPARE(progress.failed, 0);
    QCOMPARE(m_results[0].outcome, Outcome::Warning);
    QCOMPARE(m_results[0].fetch.error, ErrorKind::Redirected);
    QVERIFY(englishMessage(m_results[0]).endsWith(u"(HTTP 301)"));
}

void TestJudgedRun::rulesHoldForTheUrlsTheyNameAndEntriesForThemselves()
{
    m_server->on("/private", Script{Send(httpResponse(401, {}, "no"))});
    QCOMPARE(addPatternRule(m_settings.rules, u"*/private?b accept=401"_s), QString());
    EntryDetails details;
    details.statuses = {StatusRange(401, 401)};
    run({UrlEntry(m_server->url("/private?a")), UrlEntry(m_server->url("/private?b")),
         UrlEntry(m_server->url("/private?c"), details)});
    QCOMPARE(m_results[0].outcome, Outcome::Failed);
    QCOMPARE(m_results[1].outcome, Outcome::Ok);
    QCOMPARE(m_results[2].outcome, Outcome::Ok);
}

void TestJudgedRun::eachUrlOfARedirectMapPassesOrFails()
{
    m_server->on("/old", Script{Send(redirect(301, "/new"))});
    m_server->on("/new", Script{Send(httpResponse(200, {}, "ok"))});
    set(u"redirects", u"error"_s);
    const auto entry = [this](const char *query, const char *target, int status) {
        EntryDetails details;
        details.target = RedirectTarget(m_server->url(target), status);
        return UrlEntry(m_server->url("/old") + query, details);
    };
    run({entry("?1", "/new", 301), entry("?2", "/new", 308), entry("?3", "/other", 0),
         UrlEntry(m_server->url("/old"))});
    QCOMPARE(m_results[0].outcome, Outcome::Ok);
    QCOMPARE(m_results[1].fetch.errorDetail, u"HTTP 301, HTTP 308 is expected"_s);
    QCOMPARE(m_results[2].fetch.error, ErrorKind::UnexpectedTarget);
    QCOMPARE(m_results[3].fetch.error, ErrorKind::Redirected);
}

void TestJudgedRun::bodiesAreLookedAtAsFarAsSaid()
{
    m_server->on("/short",
                 Script{Send(httpResponse(200, {{"Content-Encoding", "gzip"}}, gzipped("a needle")))});
    m_server->on("/long", Script{Send(httpResponse(200, {}, QByteArray(examinedBytes, 'x') + "needle"))});
    set(u"expect-text", u"needle"_s);
    run({UrlEntry(m_server->url("/short")), UrlEntry(m_server->url("/long"))});
    QCOMPARE(m_results[0].outcome, Outcome::Ok);
    QCOMPARE(m_results[1].fetch.error, ErrorKind::UnexpectedContent);
    QCOMPARE(m_results[1].fetch.errorDetail,
             u"no text \"needle\" in the first 1048576 of 1048582 bytes; the rest was not looked at"_s);
    QCOMPARE(m_results[1].attempts, 1);
}

void TestJudgedRun::ofWhatTheVerdictWasBasedOnTheHeadersAloneAreKept()
{
    m_server->on("/", Script{Send(httpResponse(200, {{"X-Name", "x"}}, "body"))});
    set(u"expect-text", u"body"_s);
    set(u"expect-header", u"X-Name: x"_s);
    QCOMPARE(run({UrlEntry(m_server->url("/"))}).ok, 1);
    QVERIFY(m_results[0].fetch.bodyPrefix.isEmpty());
    QCOMPARE(headerValue(m_results[0].fetch, "X-Name"), QByteArray("x")); // somebody may want to see them
}

void TestJudgedRun::aBotWallIsNotCalledAgain()
{
    m_server->on("/marked", Script{Send(httpResponse(503, {{"cf-mitigated", "challenge"}}, "wait"))});
    m_server->on("/page", Script{Send(httpResponse(403, {}, "<p>/cdn-cgi/challenge-platform/x"))});
    const CheckProgress progress =
        run({UrlEntry(m_server->url("/marked")), UrlEntry(m_server->url("/page"))});
    QCOMPARE(progress.warnings, 2);
    for (const CheckResult &result : std::as_const(m_results)) {
        QCOMPARE(result.fetch.error, ErrorKind::BotChallenge);
        QCOMPARE(result.attempts, 1);
    }
}

void TestJudgedRun::anAcceptedStatusHoldsNobodyBack()
{
    m_settings.politeness.firstPause = 1h;
    m_settings.politeness.longestPause = 1h;
    m_server->on("/", Script{Send(httpResponse(503, {{"Retry-After", "3600"}}, "as planned"))});
    set(u"accept", u"503"_s);
    QCOMPARE(run({UrlEntry(m_server->url("/")), UrlEntry(m_server->url("/?2"))}).ok, 2);
    QCOMPARE(m_results[0].attempts, 1);
}

QTEST_GUILESS_MAIN(TestJudgedRun)
#include "tst_judgedrun.moc"
