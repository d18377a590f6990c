// SPDX-License-Identifier: MIT
#include "core/async/gather.h"
#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/check/checkrun.h"
#include "tests/support/faultserver.h"
#include "tests/support/rawsockets.h"

#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds generous(60);

/// Gives everybody else turns until \a condition holds; a test whose condition never does fails by its time
/// limit.
template <class Condition>
async::Coroutine<void> until(Condition condition)
{
    while (!condition())
        co_await async::sleep(1ms);
}

} // namespace

class TestCheckRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anEmptyListEndsAtOnce();
    void everyUrlHasItsResultOnce();
    void noMoreThanTheLimitAreInFlight();
    void noMoreThanTheHostsShareAreInFlight();
    void moreThanSixPerHostArePossible();
    void raisingTheLimitHasEffectAtOnce();
    void loweringTheLimitLetsWhatIsInFlightEnd();
    void theWaitForASlotIsNotPartOfTheTotalTime();
    void otherSchemesAreReportedAndNeverOpened();
    void aTransientFailureIsTriedAgain();
    void retriesEndWhenTheyAreUsedUp();
    void aPermanentFailureIsNotTriedAgain();
    void stoppingGivesEveryUrlARow();
    void stoppingBeforeTheFirstStepGivesEveryUrlARow();
    void cancellingTheRunStopsItAndIsNotSwallowed();
    void theConnectionIsKeptWhileTheHostHasMore();

private:
    /// Urls /0, /1, ... of the server, each answered with as many bytes as its number.
    UrlList serverUrls(int count);
    /// URLs of one path of the server, which answers one of them whenever \a atOnce of them wait for an
    /// answer, or fewer and no other is to come.
    UrlList heldUrls(int count, int atOnce);
    /// Runs the list and collects the results by position.
    CheckProgress run(CheckRun &run, UrlList list);
    CheckProgress run(const UrlList &list, const CheckSettings &settings);

    std::unique_ptr<FaultServer> m_server;
    CheckSettings m_settings;
    QHash<qsizetype, CheckResult> m_results;
    QList<qsizetype> m_started;
};

void TestCheckRun::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_settings = CheckSettings();
    m_settings.timeout = generous;
    m_settings.politeness.firstPause = 1ms;
    m_results.clear();
    m_started.clear();
}

UrlList TestCheckRun::serverUrls(int count)
{
    UrlList list;
    for (int i = 0; i < count; ++i) {
        const QByteArray path = '/' + QByteArray::number(i);
        m_server->on(path, Script{Send(httpResponse(200, {}, QByteArray(i, 'x')))});
        list.append(UrlEntry(m_server->url(path)));
    }
    return list;
}

UrlList TestCheckRun::heldUrls(int count, int atOnce)
{
    m_server->hold("/held");
    m_server->on("/held", Script{Send(httpResponse(200, {}, "ok"))});
    connect(
        m_server.get(), &FaultServer::logged, this,
        [this, count, atOnce] {
            const int held = m_server->heldRequests("/held");
            if (held >= atOnce || (held > 0 && m_server->requestCount("/held") == count))
                m_server->release("/held");
        },
        Qt::QueuedConnection);
    UrlList list;
    for (int i = 0; i < count; ++i)
        list.append(UrlEntry(m_server->url("/held?" + QByteArray::number(i))));
    return list;
}

CheckProgress TestCheckRun::run(const UrlList &list, const CheckSettings &settings)
{
    CheckRun checkRun(list, settings);
    return run(checkRun, list);
}

CheckProgress TestCheckRun::run(CheckRun &checkRun, UrlList list)
{
    checkRun.onStarted([this](qsizetype index) { m_started.append(index); });
    checkRun.onResult([this, list](const IndexedResult &indexed) {
        QVERIFY(!m_results.contains(indexed.index));
        QCOMPARE(indexed.result.url, list[indexed.index].url);
        m_results.insert(indexed.index, indexed.result);
    });
    return async::run(checkRun.run());
}

void TestCheckRun::anEmptyListEndsAtOnce()
{
    const CheckProgress progress = run({}, m_settings);
    QCOMPARE(progress.total, 0);
    QCOMPARE(progress.done(), 0);
}

void TestCheckRun::everyUrlHasItsResultOnce()
{
    constexpr int count = 200;
    const CheckProgress progress = run(serverUrls(count), m_settings);
    QCOMPARE(progress.total, count);
    QCOMPARE(progress.ok, count);
    QCOMPARE(progress.done(), count);
    QCOMPARE(progress.running, 0);
    QCOMPARE(m_results.size(), count);
    QCOMPARE(m_started.size(), count);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(m_results[i].outcome, Outcome::Ok);
        QCOMPARE(m_results[i].fetch.bodyBytes, i);
        QCOMPARE(m_results[i].attempts, 1);
        QVERIFY(m_results[i].startedAt && m_results[i].queueTime);
    }
}

void TestCheckRun::noMoreThanTheLimitAreInFlight()
{
    m_settings.limits = CheckLimits(3, 100);
    QCOMPARE(run(heldUrls(40, 3), m_settings).ok, 40);
    QCOMPARE(m_server->maximumRequestsInProgress(), 3);
}

void TestCheckRun::noMoreThanTheHostsShareAreInFlight()
{
    m_settings.limits = CheckLimits(50, 2);
    QCOMPARE(run(heldUrls(40, 2), m_settings).ok, 40);
    QCOMPARE(m_server->maximumRequestsInProgress(), 2);
}

void TestCheckRun::moreThanSixPerHostArePossible()
{
    m_settings.limits = CheckLimits(20, 20);
    QCOMPARE(run(heldUrls(40, 20), m_settings).ok, 40);
    QCOMPARE(m_server->maximumRequestsInProgress(), 20);
}

namespace {

async::Coroutine<void> runAndChangeLimits(CheckRun *run, FaultServer *server, CheckLimits before,
                                          CheckLimits after, int *inFlightBefore, int *inFlightAfter)
{
    const async::Task<CheckProgress> task = async::createTask(run->run());
    async::Coroutine<void> filled =
        until([=] { return server->heldRequests("/held") == before.concurrency; });
    co_await std::move(filled);
    *inFlightBefore = server->requestsInProgress();
    run->setLimits(after);
    if (after.concurrency < before.concurrency) // what is above the new limit has to end first
        server->release("/held", before.concurrency);
    async::Coroutine<void> settled =
        until([=] { return server->heldRequests("/held") == after.concurrency; });
    co_await std::move(settled);
    *inFlightAfter = server->requestsInProgress();
    server->releaseAll("/held");
    co_await task;
}

} // namespace

void TestCheckRun::raisingTheLimitHasEffectAtOnce()
{
    m_server->hold("/held");
    m_server->on("/held", Script{Send(httpResponse(200, {}, "ok"))});
    UrlList list;
    for (int i = 0; i < 12; ++i)
        list.append(UrlEntry(m_server->url("/held?" + QByteArray::number(i))));
    m_settings.limits = CheckLimits(2, 2);
    CheckRun checkRun(list, m_settings);
    int before = 0;
    int after = 0;
    async::run(
        runAndChangeLimits(&checkRun, m_server.get(), CheckLimits(2, 2), CheckLimits(9, 9), &before, &after));
    QCOMPARE(before, 2);
    QCOMPARE(after, 9);
    QCOMPARE(checkRun.progress().ok, 12);
}

void TestCheckRun::loweringTheLimitLetsWhatIsInFlightEnd()
{
    m_server->hold("/held");
    m_server->on("/held", Script{Send(httpResponse(200, {}, "ok"))});
    UrlList list;
    for (int i = 0; i < 12; ++i)
        list.append(UrlEntry(m_server->url("/held?" + QByteArray::number(i))));
    m_settings.limits = CheckLimits(6, 6);
    CheckRun checkRun(list, m_settings);
    int before = 0;
    int after = 0;
    async::run(
        runAndChangeLimits(&checkRun, m_server.get(), CheckLimits(6, 6), CheckLimits(1, 6), &before, &after));
    QCOMPARE(before, 6);
    QCOMPARE(after, 1);
    QCOMPARE(checkRun.progress().ok, 12);
    QCOMPARE(checkRun.progress().cancelled, 0);
}

void TestCheckRun::theWaitForASlotIsNotPartOfTheTotalTime()
{
    m_server->on("/slow", Script{Wait(50ms), Send(httpResponse(200, {}, "ok"))});
    UrlList list;
    for (int i = 0; i < 3; ++i)
        list.append(UrlEntry(m_server->url("/slow?" + QByteArray::number(i))));
    m_settings.limits = CheckLimits(1, 1);
    run(list, m_settings);
    const CheckResult &last = m_results[2];
    const auto before = *m_results[0].fetch.times.total + *m_results[1].fetch.times.total;
    QVERIFY(*last.queueTime >= before);
    QVERIFY(*last.fetch.times.total >= 50ms);
}

void TestCheckRun::otherSchemesAreReportedAndNeverOpened()
{
    const UrlList list = {UrlEntry("file:///etc/hostname"), UrlEntry("ftp://127.0.0.1/"),
                          UrlEntry("data:text/plain,x"), UrlEntry("javascript:alert(1)")};
    const CheckProgress progress = run(list, m_settings);
    QCOMPARE(progress.failed, 4);
    for (const CheckResult &result : std::as_const(m_results)) {
        QCOMPARE(result.fetch.error, ErrorKind::UnsupportedScheme);
        QCOMPARE(result.attempts, 0);
        QCOMPARE(result.fetch.status, 0);
        QCOMPARE(result.fetch.bodyBytes, 0);
    }
}

void TestCheckRun::aTransientFailureIsTriedAgain()
{
    m_server->on("/", [this](const Request &) {
        const bool isFirst = m_server->requestCount("/") == 1;
        return Script{Send(isFirst ? httpResponse(503, {}, "later") : httpResponse(200, {}, "ok"))};
    });
    run({UrlEntry(m_server->url("/"))}, m_settings);
    QCOMPARE(m_results[0].outcome, Outcome::Ok);
    QCOMPARE(m_results[0].attempts, 2);
    QCOMPARE(m_results[0].fetch.status, 200);
}

void TestCheckRun::retriesEndWhenTheyAreUsedUp()
{
    m_server->on("/", Script{Send(httpResponse(503, {}, "later"))});
    m_settings.retries = 2;
    m_settings.politeness.secondRound = false;
    run({UrlEntry(m_server->url("/"))}, m_settings);
    QCOMPARE(m_results[0].fetch.error, ErrorKind::HttpServerError);
    QCOMPARE(m_results[0].attempts, 3);
    QCOMPARE(m_server->requestCount("/"), 3);
}

void TestCheckRun::aPermanentFailureIsNotTriedAgain()
{
    m_settings.retries = 5;
    const QByteArray refused = "http://127.0.0.1:" + QByteArray::number(refusedPort()) + '/';
    run({UrlEntry(refused), UrlEntry(m_server->url("/missing"))}, m_settings);
    QCOMPARE(m_results[0].fetch.error, ErrorKind::ConnectionRefused);
    QCOMPARE(m_results[0].attempts, 1);
    QCOMPARE(m_results[1].fetch.error, ErrorKind::HttpClientError);
    QCOMPARE(m_results[1].fetch.status, 404);
    QCOMPARE(m_results[1].attempts, 1);
}

void TestCheckRun::stoppingGivesEveryUrlARow()
{
    UrlList list = serverUrls(3);
    m_server->on("/never", Script{WaitForever{}});
    for (int i = 0; i < 100; ++i)
        list.append(UrlEntry(m_server->url("/never?" + QByteArray::number(i))));
    m_settings.limits = CheckLimits(10, 10);
    CheckRun checkRun(list, m_settings);
    connect(m_server.get(), &FaultServer::logged, m_server.get(), [this, &checkRun] {
        if (m_server->requestCount("/never") == 10)
            checkRun.stop();
    });
    const CheckProgress progress = run(checkRun, list);
    QCOMPARE(progress.ok, 3);
    QCOMPARE(progress.cancelled, 100);
    QCOMPARE(m_results.size(), list.size());
    QCOMPARE(m_results[5].outcome, Outcome::Cancelled); // in flight
    QCOMPARE(m_results[5].fetch.error, ErrorKind::Cancelled);
    QCOMPARE(m_results[5].attempts, 1);
    QVERIFY(m_results[5].startedAt);
    QCOMPARE(m_results[50].outcome, Outcome::Cancelled); // still waiting
    QVERIFY(!m_results[50].startedAt);
    QCOMPARE(m_results[50].fetch.error, ErrorKind::Cancelled);
    QCOMPARE(m_results[50].attempts, 0);
    QVERIFY(m_server->requestCount("/never") < 30);
}

void TestCheckRun::stoppingBeforeTheFirstStepGivesEveryUrlARow()
{
    const UrlList list = serverUrls(20);
    CheckRun checkRun(list, m_settings);
    checkRun.stop();
    checkRun.stop();
    const CheckProgress progress = run(checkRun, list);
    QCOMPARE(progress.cancelled, 20);
    QCOMPARE(m_results.size(), 20);
    QVERIFY(m_server->requests().isEmpty());
}

namespace {

async::Coroutine<bool> cancelRun(CheckRun *run, FaultServer *server)
{
    const async::Task<CheckProgress> task = async::createTask(run->run());
    async::Coroutine<void> asked = until([=] { return server->requestCount("/never") > 0; });
    co_await std::move(asked);
    task.cancel();
    try {
        co_await task;
    } catch (const async::Cancelled &) {
    }
    co_return task.isCancelled();
}

} // namespace

void TestCheckRun::cancellingTheRunStopsItAndIsNotSwallowed()
{
    m_server->on("/never", Script{WaitForever{}});
    UrlList list;
    for (int i = 0; i < 10; ++i)
        list.append(UrlEntry(m_server->url("/never?" + QByteArray::number(i))));
    CheckRun checkRun(list, m_settings);
    QVERIFY(async::run(cancelRun(&checkRun, m_server.get())));
    QCOMPARE(checkRun.progress().cancelled, 10);
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestCheckRun::theConnectionIsKeptWhileTheHostHasMore()
{
    m_settings.limits = CheckLimits(1, 1);
    QCOMPARE(run(serverUrls(30), m_settings).ok, 30);
    QCOMPARE(m_server->connectionCount(), 1);
}

QTEST_GUILESS_MAIN(TestCheckRun)
#include "tst_checkrun.moc"
