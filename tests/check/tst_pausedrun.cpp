// SPDX-License-Identifier: MIT
#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/async/task.h"
#include "core/check/checkrun.h"
#include "tests/support/faultserver.h"

#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

/// Gives everybody else turns until \a condition holds; a test whose condition never does fails by its time
/// limit.
template <class Condition>
async::Coroutine<void> until(Condition condition)
{
    while (!condition())
        co_await async::sleep(1ms);
}

/// Runs \a run and lets \a director turn its knobs meanwhile.
async::Coroutine<CheckProgress> direct(CheckRun *run, async::Coroutine<void> director)
{
    const async::Task<CheckProgress> running = async::createTask(run->run());
    co_await std::move(director);
    const CheckProgress progress = co_await running;
    co_return progress;
}

/// Pauses while one call is in flight, lets it end, gives others every chance to begin, and goes on.
async::Coroutine<void> pauseInTheMiddle(CheckRun *run, FaultServer *server, QList<int> *requests)
{
    async::Coroutine<void> held = until([=] { return server->heldRequests("/held") == 1; });
    co_await std::move(held);
    run->setPaused(true);
    run->setPaused(true);
    server->releaseAll("/held");
    async::Coroutine<void> ended = until([=] { return run->progress().done() == 1; });
    co_await std::move(ended);
    async::Coroutine<void> nothing = async::sleep(50ms);
    co_await std::move(nothing);
    requests->append(server->requestCount("/held"));
    run->setPaused(false);
}

} // namespace

class TestPausedRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whilePausedNoCallBeginsAndWhatIsInFlightEnds();
    void aPauseIsQueueTimeAndNotElapsed();
    void aRunThatIsPausedFromTheStartWaits();
    void aRetryWaitsForTheEndOfThePause();
    void aPausedRunCanBeStopped();
    void pausingAStoppedRunDoesNotKeepItFromItsEnd();

private:
    /// This many URLs of the server's path /held.
    UrlList urls(int count) const;

    std::unique_ptr<FaultServer> m_server;
    CheckSettings m_settings;
    QHash<qsizetype, CheckResult> m_results;
};

void TestPausedRun::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_server->on("/held", Script{Send(httpResponse(200, {}, "ok"))});
    m_settings = CheckSettings();
    m_settings.timeout = 60s;
    m_settings.politeness.firstPause = 1ms;
    m_results.clear();
}

UrlList TestPausedRun::urls(int count) const
{
    UrlList list;
    for (int i = 0; i < count; ++i)
        list.append(UrlEntry(m_server->url("/held?" + QByteArray::number(i))));
    return list;
}

void TestPausedRun::whilePausedNoCallBeginsAndWhatIsInFlightEnds()
{
    m_settings.limits = CheckLimits(1, 1);
    m_server->hold("/held");
    const UrlList list = urls(3);
    CheckRun checkRun(list, m_settings);
    checkRun.onResult([this](const IndexedResult &each) { m_results.insert(each.index, each.result); });
    QList<int> requests;
    const CheckProgress progress =
        async::run(direct(&checkRun, pauseInTheMiddle(&checkRun, m_server.get(), &requests)));
    QCOMPARE(requests, QList<int>{1});
    QCOMPARE(progress.ok, 3);
    QVERIFY(!progress.isPaused);
}

void TestPausedRun::aPauseIsQueueTimeAndNotElapsed()
{
    m_settings.limits = CheckLimits(1, 1);
    m_server->hold("/held");
    const UrlList list = urls(2);
    CheckRun checkRun(list, m_settings);
    checkRun.onResult([this](const IndexedResult &each) { m_results.insert(each.index, each.result); });
    QList<int> requests;
    const auto begin = async::Clock::now();
    const CheckProgress progress =
        async::run(direct(&checkRun, pauseInTheMiddle(&checkRun, m_server.get(), &requests)));
    const auto whole = async::Clock::now() - begin;
    QVERIFY(m_results[1].queueTime >= 50ms);
    QVERIFY(progress.elapsed <= whole - 50ms);
}

void TestPausedRun::aRunThatIsPausedFromTheStartWaits()
{
    const UrlList list = urls(5);
    CheckRun checkRun(list, m_settings);
    checkRun.setPaused(true);
    const auto resume = [](CheckRun *run, FaultServer *server) -> async::Coroutine<void> {
        async::Coroutine<void> nothing = async::sleep(50ms);
        co_await std::move(nothing);
        [server, run] {
            QCOMPARE(server->requests().size(), 0);
            QVERIFY(run->progress().isPaused);
            QCOMPARE(run->progress().elapsed, 0ms);
        }();
        run->setPaused(false);
    };
    QCOMPARE(async::run(direct(&checkRun, resume(&checkRun, m_server.get()))).ok, 5);
}

void TestPausedRun::aRetryWaitsForTheEndOfThePause()
{
    int calls = 0;
    m_server->on("/flaky", [&calls](const Request &) {
        return ++calls == 1 ? Script{Send(httpResponse(503, {}, "busy"))}
                            : Script{Send(httpResponse(200, {}, "ok"))};
    });
    m_server->hold("/flaky");
    const UrlList list{UrlEntry(m_server->url("/flaky"))};
    CheckRun checkRun(list, m_settings);
    const auto pause = [](CheckRun *run, FaultServer *server) -> async::Coroutine<void> {
        async::Coroutine<void> held = until([=] { return server->heldRequests("/flaky") == 1; });
        co_await std::move(held);
        run->setPaused(true);
        server->releaseAll("/flaky");
        async::Coroutine<void> ended = until([=] { return run->progress().running == 0; });
        co_await std::move(ended);
        async::Coroutine<void> nothing = async::sleep(50ms); // longer than the pause before a retry
        co_await std::move(nothing);
        [server] { QCOMPARE(server->requestCount("/flaky"), 1); }();
        run->setPaused(false);
    };
    QCOMPARE(async::run(direct(&checkRun, pause(&checkRun, m_server.get()))).ok, 1);
    QCOMPARE(calls, 2);
}

void TestPausedRun::aPausedRunCanBeStopped()
{
    const UrlList list = urls(20);
    CheckRun checkRun(list, m_settings);
    checkRun.setPaused(true);
    const auto stop = [](CheckRun *run) -> async::Coroutine<void> {
        async::Coroutine<void> nothing = async::sleep(1ms);
        co_await std::move(nothing);
        run->stop();
    };
    QCOMPARE(async::run(direct(&checkRun, stop(&checkRun))).cancelled, 20);
    QVERIFY(m_server->requests().isEmpty());
}

void TestPausedRun::pausingAStoppedRunDoesNotKeepItFromItsEnd()
{
    CheckRun checkRun(urls(20), m_settings);
    checkRun.setPaused(true);
    const auto stop = [](CheckRun *run) -> async::Coroutine<void> {
        async::Coroutine<void> nothing = async::sleep(1ms);
        co_await std::move(nothing);
        run->setPaused(false);
        run->setPaused(true);
        run->stop();
        run->setPaused(true);
    };
    QCOMPARE(async::run(direct(&checkRun, stop(&checkRun))).cancelled, 20);
}

QTEST_GUILESS_MAIN(TestPausedRun)
#include "tst_pausedrun.moc"
