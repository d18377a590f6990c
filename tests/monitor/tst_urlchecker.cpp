// SPDX-License-Identifier: MIT
#include "core/monitor/urlchecker.h"

#include "core/async/gather.h"
#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/async/task.h"
#include "tests/support/faultserver.h"

#include <QTest>

#include <vector>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

CheckSettings quick()
{
    CheckSettings settings;
    settings.retries = 0;
    settings.transport.proxy = ProxySetting(ProxySetting::Kind::None);
    settings.politeness.firstPause = 1ms;
    return settings;
}

async::Coroutine<std::vector<CheckResult>> checkAll(LiveUrlChecker *checker, std::vector<UrlEntry> entries)
{
    std::vector<async::Coroutine<CheckResult>> checks;
    for (const UrlEntry &entry : entries)
        checks.push_back(checker->check(entry));
    std::vector<CheckResult> results = co_await async::gather(std::move(checks));
    co_return results;
}

/// Cancels a check once its request has arrived; true if Cancelled came out.
async::Coroutine<bool> cancelOnArrival(LiveUrlChecker *checker, UrlEntry entry, FaultServer *server)
{
    const async::Task<CheckResult> task = async::createTask(checker->check(entry));
    while (server->requests().isEmpty())
        co_await async::sleep(1ms);
    task.cancel();
    try {
        co_await task;
    } catch (const async::Cancelled &) {
        co_return true;
    }
    co_return false;
}

} // namespace

class TestUrlChecker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void resultsAreJudged();
    void eachCheckHasAConnectionOfItsOwn();
    void limitsHold_data();
    void limitsHold();
    void transientFailuresAreTriedAgain();
    void aBusyHostIsLeftAlone();
    void otherSchemesAreNotCalled();
    void cancellingEndsACheckAndFreesItsPlace();

private:
    std::unique_ptr<FaultServer> m_server;
};

void TestUrlChecker::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_server->on("/ok", {Send(httpResponse(200, {}, "hello"))});
    m_server->on("/bad", {Send(httpResponse(500))});
}

void TestUrlChecker::resultsAreJudged()
{
    LiveUrlChecker checker(quick());
    const std::vector<CheckResult> results =
        async::run(checkAll(&checker, {UrlEntry(m_server->url("/ok")), UrlEntry(m_server->url("/bad"))}));
    QCOMPARE(results[0].outcome, Outcome::Ok);
    QCOMPARE(results[0].fetch.bodyBytes, 5);
    QVERIFY(results[0].queueTime);
    QVERIFY(results[0].startedAt);
    QCOMPARE(results[1].outcome, Outcome::Failed);
    QCOMPARE(results[1].fetch.error, ErrorKind::HttpServerError);
    QVERIFY(results[1].fetch.responseHeaders.isEmpty());
}

void TestUrlChecker::eachCheckHasAConnectionOfItsOwn()
{
    LiveUrlChecker checker(quick());
    for (int i = 0; i < 3; ++i)
        async::run(checkAll(&checker, {UrlEntry(m_server->url("/ok"))}));
    QCOMPARE(m_server->connectionCount(), 3);
}

void TestUrlChecker::limitsHold_data()
{
    QTest::addColumn<CheckLimits>("limits");
    QTest::newRow("at once") << CheckLimits(3, 100);
    QTest::newRow("per host") << CheckLimits(100, 3);
}

void TestUrlChecker::limitsHold()
{
    QFETCH(const CheckLimits, limits);
    CheckSettings settings = quick();
    settings.limits = limits;
    LiveUrlChecker checker(settings);
    m_server->on("/slow", {Wait(20ms), Send(httpResponse(200))});
    const std::vector<CheckResult> results =
        async::run(checkAll(&checker, std::vector<UrlEntry>(12, UrlEntry(m_server->url("/slow")))));
    QCOMPARE(results.size(), std::size_t(12));
    QCOMPARE(m_server->requestCount("/slow"), 12);
    QCOMPARE(m_server->maximumRequestsInProgress(), 3);
}

void TestUrlChecker::transientFailuresAreTriedAgain()
{
    CheckSettings settings = quick();
    settings.retries = 2;
    LiveUrlChecker checker(settings);
    m_server->on("/moody", [this](const Request &) -> Script {
        return {Send(httpResponse(m_server->requestCount("/moody") < 3 ? 500 : 200))};
    });
    const std::vector<CheckResult> results =
        async::run(checkAll(&checker, {UrlEntry(m_server->url("/moody"))}));
    QCOMPARE(results[0].outcome, Outcome::Ok);
    QCOMPARE(results[0].attempts, 3);
}

void TestUrlChecker::aBusyHostIsLeftAlone()
{
    CheckSettings settings = quick();
    settings.politeness.longestPause = 2s;
    LiveUrlChecker checker(settings);
    m_server->on("/busy", {Send(httpResponse(429, {{"Retry-After", "3600"}}))});
    async::run(checkAll(&checker, {UrlEntry(m_server->url("/busy"))}));
    const std::vector<CheckResult> results = async::run(checkAll(&checker, {UrlEntry(m_server->url("/ok"))}));
    QCOMPARE(results[0].outcome, Outcome::Ok);
    QVERIFY(*results[0].queueTime > 500ms); // the host was held back, and the wait is queue time
}

void TestUrlChecker::otherSchemesAreNotCalled()
{
    LiveUrlChecker checker(quick());
    const std::vector<CheckResult> results =
        async::run(checkAll(&checker, {UrlEntry("mailto:me@a.example")}));
    QCOMPARE(results[0].fetch.error, ErrorKind::UnsupportedScheme);
}

void TestUrlChecker::cancellingEndsACheckAndFreesItsPlace()
{
    CheckSettings settings = quick();
    settings.limits = CheckLimits(1, 1);
    LiveUrlChecker checker(settings);
    m_server->on("/never", {WaitForever()});
    QVERIFY(async::run(cancelOnArrival(&checker, UrlEntry(m_server->url("/never")), m_server.get())));
    const std::vector<CheckResult> results = async::run(checkAll(&checker, {UrlEntry(m_server->url("/ok"))}));
    QCOMPARE(results[0].outcome, Outcome::Ok);
}

QTEST_GUILESS_MAIN(TestUrlChecker)
#include "tst_urlchecker.moc"
