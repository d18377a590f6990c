// SPDX-License-Identifier: MIT
#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/async/task.h"
#include "core/check/checkrun.h"
#include "tests/support/faultserver.h"
#include "tests/support/rawsockets.h"

#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestPoliteRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aHostThatAsksForFewerCallsIsHeldBackAndNoOther();
    void theTimeHeldBackIsQueueTimeAndNotTheUrls();
    void aPauseDoesNotHoldUpTheOtherUrlsOfTheHost();
    void theSecondRoundComesLastAndOneAtATime();
    void withoutASecondRoundTheFirstCounts();
    void withoutRetriesNothingIsCalledTwice();
    void aHostThatCannotBeReachedIsGivenUp();
    void stoppingWhileEverythingIsHeldBackEndsTheRun();
    void aRateIsKeptAndCanBeLiftedWhileTheRunIsUnderWay();
    void aRatePerHostLeavesTheOtherHostsAlone();
    void urlsThatAreNeverCalledCostNoTurn();
    void aSecondCallThatIsCancelledDoesNotShowTheFirstOnesError();

private:
    CheckProgress run(const UrlList &list);
    QByteArrayList requestLog() const;

    std::unique_ptr<FaultServer> m_server;
    CheckSettings m_settings;
    QHash<qsizetype, CheckResult> m_results;
    QList<qsizetype> m_order;
};

void TestPoliteRun::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_settings = CheckSettings();
    m_settings.timeout = 60s;
    m_settings.limits = CheckLimits(10, 1);
    m_settings.politeness.firstPause = 1ms;
    m_results.clear();
    m_order.clear();
}

CheckProgress TestPoliteRun::run(const UrlList &list)
{
    CheckRun checkRun(list, m_settings);
    checkRun.onResult([this](const IndexedResult &indexed) {
        QVERIFY(!m_results.contains(indexed.index));
        m_results.insert(indexed.index, indexed.result);
        m_order.append(indexed.index);
    });
    return async::run(checkRun.run());
}

QByteArrayList TestPoliteRun::requestLog() const
{
    QByteArrayList targets;
    for (const Request &request : m_server->requests())
        targets.append(request.target);
    return targets;
}

/// The server is two hosts by two of its names. The limited one answers once the other is through.
void TestPoliteRun::aHostThatAsksForFewerCallsIsHeldBackAndNoOther()
{
    m_server->on("/limited", [this](const Request &request) {
        const bool isFirst = m_server->requestCount("/limited") == 1;
        Q_UNUSED(request);
        return Script{
            Send(isFirst ? httpResponse(429, {{"Retry-After", "1"}}) : httpResponse(200, {}, "ok"))};
    });
    m_server->on("/free", Script{Send(httpResponse(200, {}, "ok"))});
    UrlList list;
    for (int i = 0; i < 2; ++i)
        list.append(UrlEntry(m_server->url("/limited?" + QByteArray::number(i))));
    for (int i = 0; i < 5; ++i)
        list.append(UrlEntry(m_server->url("/free?" + QByteArray::number(i), "localhost")));
    QCOMPARE(run(list).ok, 7);
    QCOMPARE(m_results[0].attempts, 2);
    QCOMPARE(m_results[1].attempts, 1);
    const QByteArrayList log = requestLog();
    QCOMPARE(log.size(), 8);
    // All that belong to the other host have gone before the first one of the limited host goes on.
    QCOMPARE(QSet<qsizetype>(m_order.begin(), m_order.begin() + 5), QSet<qsizetype>({2, 3, 4, 5, 6}));
    QVERIFY(log.at(6).startsWith("/limited") && log.at(7).startsWith("/limited"));
}

void TestPoliteRun::theTimeHeldBackIsQueueTimeAndNotTheUrls()
{
    m_server->on("/", [this](const Request &) {
        const bool isFirst = m_server->requestCount("/") == 1;
        return Script{
            Send(isFirst ? httpResponse(503, {{"Retry-After", "1"}}) : httpResponse(200, {}, "ok"))};
    });
    m_settings.timeout = 900ms; // shorter than the wait
    m_settings.connectTimeout = 900ms;
    QCOMPARE(run({UrlEntry(m_server->url("/"))}).ok, 1);
    QVERIFY(*m_results[0].queueTime >= 1s);
    QVERIFY(*m_results[0].fetch.times.total < 900ms);
    QCOMPARE(m_results[0].attempts, 2);
}

void TestPoliteRun::aPauseDoesNotHoldUpTheOtherUrlsOfTheHost()
{
    m_settings.politeness.firstPause = 200ms;
    m_server->on("/cut", [this](const Request &) {
        const bool isFirst = m_server->requestCount("/cut") == 1;
        return Script{Send(httpResponse(200, {{"Content-Length", "2"}}, isFirst ? "o" : "ok")), Close()};
    });
    m_server->on("/well", Script{Send(httpResponse(200, {}, "ok"))});
    UrlList list = {UrlEntry(m_server->url("/cut"))};
    for (int i = 0; i < 5; ++i)
        list.append(UrlEntry(m_server->url("/well?" + QByteArray::number(i))));
    QCOMPARE(run(list).ok, 6);
    QCOMPARE(m_results[0].attempts, 2);
    QCOMPARE(requestLog().last(), QByteArray("/cut"));
}

void TestPoliteRun::theSecondRoundComesLastAndOneAtATime()
{
    m_settings.limits = CheckLimits(4, 4);
    m_server->on("/well", Script{Send(httpResponse(200, {}, "ok"))});
    m_server->on("/broken", Script{Send(httpResponse(500, {}, "broken"))});
    UrlList list = {UrlEntry(m_server->url("/broken"))};
    for (int i = 0; i < 10; ++i)
        list.append(UrlEntry(m_server->url("/well?" + QByteArray::number(i))));
    const CheckProgress progress = run(list);
    QCOMPARE(progress.ok, 10);
    QCOMPARE(progress.failed, 1);
    QCOMPARE(m_results[0].attempts, 3); // retried once, and once more at the end
    QCOMPARE(m_order.last(), 0);
    QCOMPARE(requestLog().last(), QByteArray("/broken"));
}

void TestPoliteRun::withoutASecondRoundTheFirstCounts()
{
    m_settings.politeness.secondRound = false;
    m_server->on("/", Script{Send(httpResponse(500, {}, "broken"))});
    QCOMPARE(run({UrlEntry(m_server->url("/"))}).failed, 1);
    QCOMPARE(m_results[0].attempts, 2);
}

void TestPoliteRun::withoutRetriesNothingIsCalledTwice()
{
    m_settings.retries = 0;
    m_server->on("/", Script{Send(httpResponse(429, {}, "slowly"))});
    QCOMPARE(run({UrlEntry(m_server->url("/"))}).failed, 1);
    QCOMPARE(m_results[0].attempts, 1);
    QCOMPARE(m_results[0].fetch.error, ErrorKind::RateLimited);
}

void TestPoliteRun::aHostThatCannotBeReachedIsGivenUp()
{
    m_settings.politeness.giveUpAfter = 3;
    m_server->on("/", Script{Send(httpResponse(200, {}, "ok"))});
    const QByteArray refused = "http://127.0.0.1:" + QByteArray::number(refusedPort()) + '/';
    UrlList list;
    for (int i = 0; i < 10; ++i)
        list.append(UrlEntry(refused + QByteArray::number(i)));
    list.append(UrlEntry(m_server->url("/")));
    const CheckProgress progress = run(list);
    QCOMPARE(progress.failed, 10);
    QCOMPARE(progress.ok, 1);
    QCOMPARE(m_results[2].attempts, 1);
    for (int i = 3; i < 10; ++i) {
        QCOMPARE(m_results[i].attempts, 0);
        QCOMPARE(m_results[i].outcome, Outcome::Failed);
        QCOMPARE(m_results[i].fetch.error, ErrorKind::ConnectionRefused);
        QVERIFY(m_results[i].fetch.errorDetail.contains(u"not called: 3 calls"));
        QVERIFY(!m_results[i].startedAt);
    }
}

void TestPoliteRun::stoppingWhileEverythingIsHeldBackEndsTheRun()
{
    m_server->on("/", Script{Send(httpResponse(429, {{"Retry-After", "60"}}))});
    UrlList list;
    for (int i = 0; i < 3; ++i)
        list.append(UrlEntry(m_server->url("/?" + QByteArray::number(i))));
    CheckRun checkRun(list, m_settings);
    checkRun.onResult(
        [this](const IndexedResult &indexed) { m_results.insert(indexed.index, indexed.result); });
    connect(m_server.get(), &FaultServer::logged, m_server.get(), [this, &checkRun](const QString &line) {
        if (line.startsWith(u"answered"))
            QTimer::singleShot(50ms, m_server.get(), [&checkRun] { checkRun.stop(); });
    });
    const CheckProgress progress = async::run(checkRun.run());
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(progress.done(), 3);
    QCOMPARE(progress.cancelled, 2);
    QCOMPARE(m_results[0].fetch.error, ErrorKind::RateLimited); // what was found out is not lost
}

namespace {

async::Coroutine<CheckProgress> runAndLift(CheckRun *run, FaultServer *server, CheckLimits lifted)
{
    const async::Task<CheckProgress> task = async::createTask(run->run());
    while (server->requests().isEmpty())
        co_await async::sleep(1ms);
    co_await async::sleep(50ms);
    const auto before = server->requests().size();
    run->setLimits(lifted);
    CheckProgress progress = co_await task;
    progress.running = before; // what had gone before the change
    co_return progress;
}

} // namespace

void TestPoliteRun::aRateIsKeptAndCanBeLiftedWhileTheRunIsUnderWay()
{
    m_server->on("/", Script{Send(httpResponse(200, {}, "ok"))});
    UrlList list;
    for (int i = 0; i < 20; ++i)
        list.append(UrlEntry(m_server->url("/?" + QByteArray::number(i))));
    for (const bool isPerHost : {false, true}) {
        CheckLimits limits(10, 10);
        (isPerHost ? limits.ratePerHost : limits.rate) = 0.001; // the second in a quarter of an hour
        m_settings.limits = limits;
        CheckRun checkRun(list, m_settings);
        const CheckProgress progress = async::run(runAndLift(&checkRun, m_server.get(), CheckLimits(10, 10)));
        QCOMPARE(progress.running, isPerHost ? 21 : 1);
        QCOMPARE(progress.ok, 20);
    }
}

void TestPoliteRun::aRatePerHostLeavesTheOtherHostsAlone()
{
    m_settings.limits.ratePerHost = 0.001;
    m_server->on("/", Script{Send(httpResponse(200, {}, "ok"))});
    const UrlList list = {UrlEntry(m_server->url("/?1")), UrlEntry(m_server->url("/?2")),
                          UrlEntry(m_server->url("/?3", "localhost"))};
    CheckRun checkRun(list, m_settings);
    checkRun.onResult([this, &checkRun](const IndexedResult &indexed) {
        m_results.insert(indexed.index, indexed.result);
        if (m_results.size() == 2)
            QTimer::singleShot(0, m_server.get(), [&checkRun] { checkRun.stop(); });
    });
    const CheckProgress progress = async::run(checkRun.run());
    QCOMPARE(progress.ok, 2);
    QCOMPARE(progress.cancelled, 1);
    QCOMPARE(m_results[1].outcome, Outcome::Cancelled);
}

void TestPoliteRun::urlsThatAreNeverCalledCostNoTurn()
{
    m_settings.limits = CheckLimits(10, 10);
    m_settings.limits.rate = 0.001;
    m_settings.limits.ratePerHost = 0.001;
    m_server->on("/", Script{Send(httpResponse(200, {}, "ok"))});
    UrlList list;
    for (int i = 0; i < 5; ++i)
        list.append(UrlEntry("mailto:somebody" + QByteArray::number(i)));
    list.append(UrlEntry(m_server->url("/")));
    const CheckProgress progress = run(list);
    QCOMPARE(progress.failed, 5);
    QCOMPARE(progress.ok, 1);
}

void TestPoliteRun::aSecondCallThatIsCancelledDoesNotShowTheFirstOnesError()
{
    m_server->on("/", [this](const Request &) {
        if (m_server->requestCount("/") == 1)
            return Script{Send(httpResponse(500, {}, "broken"))};
        return Script{WaitForever()};
    });
    CheckRun checkRun({UrlEntry(m_server->url("/"))}, m_settings);
    checkRun.onResult(
        [this](const IndexedResult &indexed) { m_results.insert(indexed.index, indexed.result); });
    connect(m_server.get(), &FaultServer::logged, m_server.get(), [this, &checkRun] {
        if (m_server->requestCount("/") == 2)
            checkRun.stop();
    });
    async::run(checkRun.run());
    QCOMPARE(m_results[0].outcome, Outcome::Cancelled);
    QCOMPARE(m_results[0].attempts, 2);
    QCOMPARE(reasonsOf(m_results[0]), QList<Reason>({Reason(ErrorKind::Cancelled, {})}));
}

QTEST_GUILESS_MAIN(TestPoliteRun)
#include "tst_politerun.moc"
