// SPDX-License-Identifier: MIT
#include "core/async/run.h"
#include "core/check/checkrun.h"
#include "tests/support/faultserver.h"

#include <QCryptographicHash>
#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestEntryRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anEntryIsCalledAsItSays();
    void whatAnEntryDoesNotSayIsAsForAll();
    void anEntrysHeaderStandsForTheOneForAll();
    void fieldsOfFramingAreNotTheLists();
    void aMethodMayBeAny();
    void anEntrysTimeLimitHoldsForIt();
    void onlyWhatCanBeRepeatedIsCalledAgain();
    void answersAreComparedWithThoseBefore();
    void onlyGoodAnswersAreRemembered();

private:
    UrlEntry entry(const QByteArray &path, const EntryDetails &details) const
    {
        return UrlEntry(m_server->url(path), details);
    }
    CheckProgress run(const UrlList &list, const PreviousAnswers &previous = {});

    std::unique_ptr<FaultServer> m_server;
    CheckSettings m_settings;
    QHash<qsizetype, CheckResult> m_results;
};

void TestEntryRun::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_server->on("/", Script{Send(httpResponse(200, {}, "ok"))});
    m_settings = CheckSettings();
    m_settings.timeout = 60s;
    m_settings.politeness.firstPause = 1ms;
    m_results.clear();
}

CheckProgress TestEntryRun::run(const UrlList &list, const PreviousAnswers &previous)
{
    CheckRun checkRun(list, m_settings, previous);
    checkRun.onResult(
        [this](const IndexedResult &indexed) { m_results.insert(indexed.index, indexed.result); });
    return async::run(checkRun.run());
}

void TestEntryRun::anEntryIsCalledAsItSays()
{
    EntryDetails details;
    details.method = "POST";
    details.body = "hello=world";
    details.headers = {{"Content-Type", "text/plain"}, {"X-Own", "1"}};
    m_settings.headers = {{"X-All", "2"}};
    QCOMPARE(run({entry("/", details)}).ok, 1);
    const Request &seen = m_server->requests().constFirst();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.header("Content-Length"), QByteArray("11"));
    QCOMPARE(seen.header("Content-Type"), QByteArray("text/plain"));
    QCOMPARE(seen.header("X-Own"), QByteArray("1"));
    QCOMPARE(seen.header("X-All"), QByteArray("2"));
}

void TestEntryRun::whatAnEntryDoesNotSayIsAsForAll()
{
    m_settings.method = HttpMethod::Put;
    m_settings.body = "for all";
    EntryDetails named;
    named.name = u"named"_s;
    EntryDetails deleting;
    deleting.method = "DELETE";
    m_settings.limits.concurrency = 1;
    QCOMPARE(run({entry("/", named), entry("/", deleting)}).ok, 2);
    const QList<Request> &seen = m_server->requests();
    QCOMPARE(seen[0].method, QByteArray("PUT"));
    QCOMPARE(seen[0].header("Content-Length"), QByteArray("7"));
    QCOMPARE(seen[1].method, QByteArray("DELETE"));
    QCOMPARE(seen[1].header("Content-Length").toInt(), 0); // the body was for another method
}

void TestEntryRun::anEntrysHeaderStandsForTheOneForAll()
{
    m_settings.headers = {{"Authorization", "Bearer all"}};
    EntryDetails details;
    details.headers = {{"authorization", "Bearer own"}};
    QCOMPARE(run({entry("/", details)}).ok, 1);
    const Request &seen = m_server->requests().constFirst();
    QCOMPARE(seen.header("Authorization"), QByteArray("Bearer own"));
    QCOMPARE(seen.raw.count("Bearer"), 1);
}

void TestEntryRun::fieldsOfFramingAreNotTheLists()
{
    EntryDetails details;
    details.method = "POST";
    details.body = "four";
    details.headers = {{"content-length", "4000"}, {"Transfer-Encoding", "chunked"}, {"Connection", "close"}};
    QCOMPARE(run({entry("/", details)}).ok, 1);
    const Request &seen = m_server->requests().constFirst();
    QCOMPARE(seen.header("Content-Length"), QByteArray("4"));
    QVERIFY(seen.header("Transfer-Encoding").isNull());
}

void TestEntryRun::aMethodMayBeAny()
{
    EntryDetails details;
    details.method = "PURGE";
    QCOMPARE(run({entry("/", details)}).ok, 1);
    QCOMPARE(m_server->requests().constFirst().method, QByteArray("PURGE"));
}

void TestEntryRun::anEntrysTimeLimitHoldsForIt()
{
    m_server->on("/never", Script{WaitForever{}});
    m_settings.retries = 0;
    EntryDetails hurried;
    hurried.timeLimit = 100ms;
    QCOMPARE(run({entry("/never", hurried), UrlEntry(m_server->url("/"))}).failed, 1);
    QCOMPARE(m_results[0].fetch.error, ErrorKind::Timeout);
    QVERIFY2(m_results[0].fetch.errorDetail.startsWith(u"100 ms"_s),
             qPrintable(m_results[0].fetch.errorDetail));
}

void TestEntryRun::onlyWhatCanBeRepeatedIsCalledAgain()
{
    m_server->on("/busy", Script{Send(httpResponse(503, {}, "later"))});
    m_settings.politeness.secondRound = false;
    EntryDetails posting;
    posting.method = "POST";
    EntryDetails putting;
    putting.method = "PUT";
    QCOMPARE(run({entry("/busy", posting), entry("/busy?2", putting)}).failed, 2);
    QCOMPARE(m_results[0].attempts, 1);
    QCOMPARE(m_results[1].attempts, 2);
}

void TestEntryRun::answersAreComparedWithThoseBefore()
{
    m_settings.rules.general.contentChange = true;
    const QByteArray same = QCryptographicHash::hash("ok", QCryptographicHash::Sha256).toHex();
    const UrlList list = {UrlEntry(m_server->url("/?same")), UrlEntry(m_server->url("/?changed")),
                          UrlEntry(m_server->url("/?unknown")), UrlEntry(m_server->url("/?beyond"))};
    run(list, {PreviousAnswer(2, same), PreviousAnswer(2, QByteArray(64, '0')), std::nullopt});
    QCOMPARE(m_results[0].outcome, Outcome::Ok);
    QCOMPARE(m_results[1].outcome, Outcome::Warning);
    QCOMPARE(m_results[1].fetch.error, ErrorKind::ContentChanged);
    QCOMPARE(m_results[2].outcome, Outcome::Ok);
    QCOMPARE(m_results[3].outcome, Outcome::Ok);
}

void TestEntryRun::onlyGoodAnswersAreRemembered()
{
    m_server->on("/gone", Script{Send(httpResponse(404, {}, "gone"))});
    m_server->on("/wall", Script{Send(httpResponse(503, {{"cf-mitigated", "challenge"}}, "wait"))});
    run({UrlEntry(m_server->url("/")), UrlEntry(m_server->url("/gone")), UrlEntry(m_server->url("/wall"))});
    QCOMPARE(previousAnswerOf(m_results[0]), PreviousAnswer(2, m_results[0].fetch.bodySha256));
    QVERIFY(!previousAnswerOf(m_results[1]));
    QCOMPARE(m_results[2].outcome, Outcome::Warning);
    QVERIFY(!previousAnswerOf(m_results[2]));
}

QTEST_GUILESS_MAIN(TestEntryRun)
#include "tst_entryrun.moc"
