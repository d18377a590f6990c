// SPDX-License-Identifier: MIT
#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/async/task.h"
#include "core/net/accessmanagers.h"
#include "core/net/fetcher.h"
#include "core/net/hostresolver.h"
#include "tests/support/threadedfaultserver.h"

#include <QTest>

#include <thread>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

/// The thread has something else to do meanwhile: this is what the tests are about.
constexpr auto blocked = 100ms;

struct Dated {
    Dated() = default;

    FetchTimes times;
    async::Clock::time_point known; ///< when the event loop was held up, or went on
};

/// Holds up the event loop once the answer is on its way.
async::Coroutine<Dated> blockBeforeReading(Fetcher *fetcher, FetchRequest request,
                                           ThreadedFaultServer *server)
{
    Dated dated;
    const async::Task<FetchResult> task = async::createTask(fetcher->fetch(request));
    while (server->call([](FaultServer &one) { return one.heldRequests("/"); }) == 0)
        co_await async::sleep(1ms);
    server->call([](FaultServer &one) { one.releaseAll("/"); });
    while (!server->call([](FaultServer &one) { return one.log().contains(QStringLiteral("answered 1")); }))
        std::this_thread::sleep_for(1ms);
    dated.known = async::Clock::now();
    std::this_thread::sleep_for(blocked);
    const FetchResult result = co_await task;
    dated.times = result.times;
    co_return dated;
}

/// Holds up the event loop between the start of a call and its first step.
async::Coroutine<Dated> blockBeforeConnecting(Fetcher *fetcher, FetchRequest request,
                                              ThreadedFaultServer *server)
{
    Dated dated;
    const async::Task<FetchResult> task = async::createTask(fetcher->fetch(request));
    std::this_thread::sleep_for(blocked);
    dated.known = async::Clock::now();
    server->call([](FaultServer &one) { one.releaseAll("/"); });
    const FetchResult result = co_await task;
    dated.times = result.times;
    co_return dated;
}

} // namespace

/// The times that the exact engine tells are those of the network, however late the event loop looks.
class TestArrivalTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anAnswerIsDatedWhenItArrived();
    void theTimeBeforeTheFirstStepIsTimeInTheQueue();
    void theTotalLastsToTheLastByte();

private:
    std::unique_ptr<ThreadedFaultServer> m_server;
    std::unique_ptr<AccessManagers> m_managers;
    std::unique_ptr<HostResolver> m_resolver;
    std::unique_ptr<Fetcher> m_fetcher;
    FetchRequest m_request;
};

void TestArrivalTime::init()
{
    m_server = std::make_unique<ThreadedFaultServer>();
    TransportOptions options;
    options.engine = EngineKind::Exact;
    m_managers = std::make_unique<AccessManagers>(options);
    m_resolver = std::make_unique<HostResolver>();
    m_fetcher = std::make_unique<Fetcher>(*m_managers, *m_resolver);
    m_request.url = m_server->call([](FaultServer &server) {
        server.on("/", Script{Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")});
        server.hold("/");
        server.listen();
        return server.url("/");
    });
    m_request.timeout = 60s;
    m_request.connectTimeout = 60s;
    m_request.started = async::Clock::now();
}

void TestArrivalTime::cleanup()
{
    m_fetcher.reset();
    m_resolver.reset();
    m_managers.reset();
    m_server.reset();
}

void TestArrivalTime::anAnswerIsDatedWhenItArrived()
{
    const Dated dated = async::run(blockBeforeReading(m_fetcher.get(), m_request, m_server.get()));
    const auto began = m_request.started + dated.times.held;
    QVERIFY(began + *dated.times.firstByte < dated.known + blocked / 2);
    QVERIFY(began + *dated.times.total < dated.known + blocked / 2);
    QVERIFY(*dated.times.firstByte <= *dated.times.total);
}

void TestArrivalTime::theTimeBeforeTheFirstStepIsTimeInTheQueue()
{
    const Dated dated = async::run(blockBeforeConnecting(m_fetcher.get(), m_request, m_server.get()));
    QVERIFY(dated.times.held >= blocked);
    QVERIFY(m_request.started + dated.times.held >= dated.known);
}

void TestArrivalTime::theTotalLastsToTheLastByte()
{
    m_request.url = m_server->call([](FaultServer &server) {
        server.on("/slow",
                  Script{Send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nok"), Wait(blocked), Send("ok")});
        return server.url("/slow");
    });
    const FetchResult result = async::run(m_fetcher->fetch(m_request));
    QCOMPARE(result.bodyBytes, 4);
    QVERIFY(*result.times.total - *result.times.firstByte >= blocked / 2);
}

QTEST_GUILESS_MAIN(TestArrivalTime)
#include "tst_arrivaltime.moc"
