// SPDX-License-Identifier: MIT
#include "core/check/verdict.h"

#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

FetchResult answer(int status = 200)
{
    FetchResult result;
    result.status = status;
    result.times.total = 1500ms;
    return result;
}

StatusRanges ranges(QStringView text)
{
    return statusRangesFromText(text).value();
}

QList<ErrorKind> kinds(const Verdict &verdict)
{
    QList<ErrorKind> kinds;
    for (const Reason &reason : verdict.reasons)
        kinds.append(reason.kind);
    return kinds;
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerIsWellByDefault();
    void statusesAreJudged_data();
    void statusesAreJudged();
    void aFailureOfTheCallIsTheOnlyReason();
    void aBotWallIsAWarningAndTheOnlyReason();
    void redirectsAreWhatTheRuleSays();
    void aUrlLeadsWhereItIsExpected();
    void aUrlThatLeadsElsewhereFails();
    void theFirstRedirectHasTheStatusThatIsExpected();
    void aRedirectThatIsExpectedIsNoWarning();
    void aSlowAnswerIsAWarningOrAFailure();
    void aTimeThatIsNotKnownIsNotSlow();
    void aCertificateWithFewDaysLeftIsAWarning_data();
    void aCertificateWithFewDaysLeftIsAWarning();
    void whatIsExpectedIsLookedForInGoodAnswersOnly();
    void aChangedBodyIsAWarning();
    void failuresComeBeforeWarnings();
    void theFirstReasonBecomesTheError();
};

void TestVerdict::anAnswerIsWellByDefault()
{
    FetchResult fetch = answer();
    fetch.redirects = {RedirectHop("http://a/", 301, 1ms)};
    fetch.certificateExpires = now.addDays(1);
    const Verdict verdict = judge(fetch, Rules(), now, PreviousAnswer(5, "other"));
    QCOMPARE(verdict.outcome, Outcome::Ok);
    QVERIFY(verdict.reasons.isEmpty());
}

void TestVerdict::statusesAreJudged_data()
{
    QTest::addColumn<QString>("accept");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("error");
    const auto row = [](const char *accept, int status, ErrorKind error) {
        QTest::addRow("%s, %d", accept, status) << QString::fromLatin1(accept) << status << error;
    };
    row("", 200, ErrorKind::None);
    row("", 204, ErrorKind::None);
    row("", 299, ErrorKind::None);
    row("", 103, ErrorKind::HttpUnexpectedStatus);
    row("", 304, ErrorKind::HttpUnexpectedStatus);
    row("", 404, ErrorKind::HttpClientError);
    row("", 429, ErrorKind::RateLimited);
    row("", 500, ErrorKind::HttpServerError);
    row("", 600, ErrorKind::HttpUnexpectedStatus);
    row("200-299,304", 304, ErrorKind::None);
    row("401", 401, ErrorKind::None);
    row("401", 200, ErrorKind::HttpUnexpectedStatus);
    row("400-429", 429, ErrorKind::None);
}

void TestVerdict::statusesAreJudged()
{
    QFETCH(const QString, accept);
    QFETCH(const int, status);
    QFETCH(const ErrorKind, error);
    Rules rules;
    rules.accept = ranges(accept);
    const Verdict verdict = judge(answer(status), rules, now);
    QCOMPARE(verdict.outcome, error == ErrorKind::None ? Outcome::Ok : Outcome::Failed);
    if (error != ErrorKind::None)
        QCOMPARE(verdict.reasons, QList<Reason>({Reason(error, QStringLiteral("HTTP %1").arg(status))}));
}

void TestVerdict::aFailureOfTheCallIsTheOnlyReason()
{
    FetchResult fetch = answer(404);
    fetch.error = ErrorKind::Truncated;
    fetch.errorDetail = QStringLiteral("got 1 of 2 bytes");
    Rules rules;
    rules.slowError = 1ms;
    const Verdict verdict = judge(fetch, rules, now);
    QCOMPARE(verdict.outcome, Outcome::Failed);
    QCOMPARE(verdict.reasons, QList<Reason>({Reason(fetch.error, fetch.errorDetail)}));
}

void TestVerdict::aBotWallIsAWarningAndTheOnlyReason()
{
    FetchResult fetch = answer(403);
    fetch.responseHeaders = {HeaderField("CF-Mitigated", "challenge")};
    Rules rules;
    rules.slowError = 1ms;
    const Verdict verdict = judge(fetch, rules, now);
    QCOMPARE(verdict.outcome, Outcome::Warning);
    QCOMPARE(kinds(verdict), QList<ErrorKind>({ErrorKind::BotChallenge}));
}

void TestVerdict::redirectsAreWhatTheRuleSays()
{
    FetchResult fetch = answer();
    Rules rules;
    rules.redirects = RedirectRule::Error;
    QCOMPARE(judge(fetch, rules, now).outcome, Outcome::Ok);
    fetch.redirects = {RedirectHop("http://a/", 301, 1ms), RedirectHop("http://a/b", 302, 1ms)};
    const Verdict failed = judge(fetch, rules, now);
    QCOMPARE(failed.outcome, Outcome::Failed);
    QCOMPARE(failed.reasons, QList<Reason>({Reason(ErrorKind::Redirected, QStringLiteral("HTTP 301, 302"))}));
    rules.redirects = RedirectRule::Warning;
    QCOMPARE(judge(fetch, rules, now).outcome, Outcome::Warning);
    rules.redirects = RedirectRule::Ok;
    QCOMPARE(judge(fetch, rules, now).outcome, Outcome::Ok);
}

void TestVerdict::aUrlLeadsWhereItIsExpected()
{
    Rules rules;
    rules.target = RedirectTarget("https://new.example/a?b");
    FetchResult fetch = answer();
    fetch.finalUrl = "https://new.example/a?b";
    QCOMPARE(judge(fetch, rules, now), Verdict()); // also without a redirect
    fetch.redirects = {RedirectHop("http://old.example/", 301, 1ms),
                       RedirectHop("https://old.example/", 302, 1ms)};
    QCOMPARE(judge(fetch, rules, now), Verdict());
    fetch.finalUrl = "https://new.example/a?b#fragment";
    QCOMPARE(judge(fetch, rules, now), Verdict());
    rules.target = RedirectTarget("https://me:secret@new.example/a?b");
    QCOMPARE(judge(fetch, rules, now), Verdict());
}

void TestVerdict::aUrlThatLeadsElsewhereFails()
{
    Rules rules;
    rules.target = RedirectTarget("https://me:secret@new.example/a");
    FetchResult fetch = answer();
    fetch.finalUrl = "https://new.example/A";
    fetch.redirects = {RedirectHop("http://old.example/", 301, 1ms)};
    QCOMPARE(judge(fetch, rules, now),
             Verdict(Outcome::Failed, {Reason(ErrorKind::UnexpectedTarget,
                                              QStringLiteral("https://new.example/a is expected"))}));
    fetch.status = 404;
    QCOMPARE(kinds(judge(fetch, rules, now)),
             QList<ErrorKind>({ErrorKind::HttpClientError, ErrorKind::UnexpectedTarget}));
}

void TestVerdict::theFirstRedirectHasTheStatusThatIsExpected()
{
    Rules rules;
    rules.target = RedirectTarget("https://new.example/", 301);
    FetchResult fetch = answer();
    fetch.finalUrl = "https://new.example/";
    const auto reason = [](const char *detail) {
        return QList<Reason>{Reason(ErrorKind::UnexpectedTarget, QString::fromLatin1(detail))};
    };
    QCOMPARE(judge(fetch, rules, now).reasons, reason("no redirect, HTTP 301 is expected"));
    fetch.redirects = {RedirectHop("http://old.example/", 302, 1ms),
                       RedirectHop("https://old.example/", 301, 1ms)};
    QCOMPARE(judge(fetch, rules, now).reasons, reason("HTTP 302, HTTP 301 is expected"));
    rules.target->url = "https://new.example/a";
    QCOMPARE(judge(fetch, rules, now).reasons,
             reason("https://new.example/a is expected; HTTP 302, HTTP 301 is expected"));
    rules.target->url = "https://new.example/";
    fetch.redirects.removeFirst();
    QCOMPARE(judge(fetch, rules, now), Verdict());
}

void TestVerdict::aRedirectThatIsExpectedIsNoWarning()
{
    Rules rules;
    rules.redirects = RedirectRule::Error;
    rules.target = RedirectTarget("https://new.example/");
    FetchResult fetch = answer();
    fetch.finalUrl = "https://new.example/";
    fetch.redirects = {RedirectHop("http://old.example/", 301, 1ms)};
    QCOMPARE(judge(fetch, rules, now), Verdict());
}

void TestVerdict::aSlowAnswerIsAWarningOrAFailure()
{
    const FetchResult fetch = answer(); // in 1.5 s
    Rules rules;
    rules.slowWarning = 1500ms;
    rules.slowError = 3s;
    QCOMPARE(judge(fetch, rules, now).outcome, Outcome::Ok);
    rules.slowWarning = 1499ms;
    const Verdict warned = judge(fetch, rules, now);
    QCOMPARE(warned.outcome, Outcome::Warning);
    QCOMPARE(warned.reasons,
             QList<Reason>({Reason(ErrorKind::TooSlow, QStringLiteral("1.500 s, the limit is 1.499 s"))}));
    rules.slowError = 1s;
    const Verdict failed = judge(fetch, rules, now);
    QCOMPARE(failed.outcome, Outcome::Failed);
    QCOMPARE(kinds(failed), QList<ErrorKind>({ErrorKind::TooSlow})); // said once
    rules.slowWarning = rules.slowError = Rules::noLimit;
    QCOMPARE(judge(fetch, rules, now).outcome, Outcome::Ok);
}

void TestVerdict::aTimeThatIsNotKnownIsNotSlow()
{
    FetchResult fetch = answer();
    fetch.times.total.reset();
    Rules rules;
    rules.slowError = 1ms;
    QCOMPARE(judge(fetch, rules, now).outcome, Outcome::Ok);
}

void TestVerdict::aCertificateWithFewDaysLeftIsAWarning_data()
{
    QTest::addColumn<QDateTime>("expires");
    QTest::addColumn<QString>("detail");
    QTest::newRow("enough") << now.addDays(14) << QString();
    QTest::newRow("a second too few")
        << now.addDays(14).addSecs(-1) << QStringLiteral("on 2026-03-15, whole days left: 13");
    QTest::newRow("hours") << now.addSecs(3600) << QStringLiteral("on 2026-03-01, whole days left: 0");
    QTest::newRow("gone") << now.addSecs(-1) << QStringLiteral("it expired on 2026-03-01");
}

void TestVerdict::aCertificateWithFewDaysLeftIsAWarning()
{
    QFETCH(const QDateTime, expires);
    QFETCH(const QString, detail);
    Rules rules;
    rules.certificateDays = 14;
    FetchResult fetch = answer();
    fetch.certificateExpires = expires;
    const Verdict verdict = judge(fetch, rules, now);
    QCOMPARE(verdict.outcome, detail.isEmpty() ? Outcome::Ok : Outcome::Warning);
    if (!detail.isEmpty())
        QCOMPARE(verdict.reasons, QList<Reason>({Reason(ErrorKind::CertificateExpiresSoon, detail)}));
}

void TestVerdict::whatIsExpectedIsLookedForInGoodAnswersOnly()
{
    Rules rules;
    rules.expectations = {std::get<Expectation>(Expectation::text(QStringLiteral("hello"))),
                          std::get<Expectation>(Expectation::header(QStringLiteral("X-Served")))};
    const Verdict bare = judge(answer(), rules, now);
    QCOMPARE(bare.outcome, Outcome::Failed);
    QCOMPARE(kinds(bare), QList<ErrorKind>({ErrorKind::UnexpectedContent, ErrorKind::UnexpectedHeader}));
    QCOMPARE(kinds(judge(answer(404), rules, now)), QList<ErrorKind>({ErrorKind::HttpClientError}));
    FetchResult fetch = answer();
    fetch.bodyPrefix = "say hello";
    fetch.bodyBytes = fetch.bodyPrefix.size();
    fetch.responseHeaders = {HeaderField("x-served", "1")};
    QCOMPARE(judge(fetch, rules, now).outcome, Outcome::Ok);
}

void TestVerdict::aChangedBodyIsAWarning()
{
    FetchResult fetch = answer();
    fetch.bodyBytes = 110;
    fetch.bodySha256 = "new";
    Rules rules;
    rules.contentChange = true;
    QCOMPARE(judge(fetch, rules, now).outcome, Outcome::Ok); // nothing to compare with
    QCOMPARE(judge(fetch, rules, now, PreviousAnswer(110, "new")).outcome, Outcome::Ok);
    QCOMPARE(judge(fetch, rules, now, PreviousAnswer(110, "")).outcome, Outcome::Ok);
    const Verdict changed = judge(fetch, rules, now, PreviousAnswer(110, "old"));
    QCOMPARE(changed.outcome, Outcome::Warning);
    QCOMPARE(kinds(changed), QList<ErrorKind>({ErrorKind::ContentChanged}));
    rules.contentChange = false;
    rules.sizeChangePercent = 10;
    QCOMPARE(judge(fetch, rules, now, PreviousAnswer(100, "old")).outcome, Outcome::Ok);
    rules.sizeChangePercent = 9;
    const Verdict grown = judge(fetch, rules, now, PreviousAnswer(100, "old"));
    QCOMPARE(grown.reasons,
             QList<Reason>({Reason(ErrorKind::ContentChanged, QStringLiteral("110 bytes, 100 before"))}));
}

void TestVerdict::failuresComeBeforeWarnings()
{
    FetchResult fetch = answer();
    fetch.redirects = {RedirectHop("http://a/", 301, 1ms)};
    Rules rules;
    rules.redirects = RedirectRule::Warning;
    rules.slowError = 1s;
    const Verdict verdict = judge(fetch, rules, now);
    QCOMPARE(verdict.outcome, Outcome::Failed);
    QCOMPARE(kinds(verdict), QList<ErrorKind>({ErrorKind::TooSlow, ErrorKind::Redirected}));
}

void TestVerdict::theFirstReasonBecomesTheError()
{
    Verdict verdict;
    verdict.outcome = Outcome::Failed;
    verdict.reasons = {Reason(ErrorKind::TooSlow, QStringLiteral("a")),
                       Reason(ErrorKind::Redirected, QStringLiteral("b"))};
    CheckResult result;
    apply(verdict, result);
    QCOMPARE(result.outcome, Outcome::Failed);
    QCOMPARE(result.fetch.error, ErrorKind::TooSlow);
    QCOMPARE(result.fetch.errorDetail, QStringLiteral("a"));
    QCOMPARE(reasonsOf(result), verdict.reasons);
    apply(Verdict(), result);
    QCOMPARE(result.outcome, Outcome::Ok);
    QVERIFY(reasonsOf(result).isEmpty());
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
