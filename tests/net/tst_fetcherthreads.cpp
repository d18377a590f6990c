// SPDX-License-Identifier: MIT
#include "core/async/gather.h"
#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/async/task.h"
#include "core/net/fetcherthreads.h"
#include "tests/support/faultserver.h"

#include <QTest>

#include <vector>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

FetchRequest requestOf(const QByteArray &url)
{
    FetchRequest request;
    request.url = url;
    request.timeout = 60s;
    request.connectTimeout = 60s;
    return request;
}

async::Coroutine<std::vector<FetchResult>> fetchOnEach(FetcherThreads *threads, QByteArray url)
{
    std::vector<async::Coroutine<FetchResult>> fetches;
    for (int thread = 0; thread < threads->count(); ++thread)
        fetches.push_back(threads->fetcher(thread).fetch(requestOf(url)));
    async::Coroutine<std::vector<FetchResult>> all = async::gather(std::move(fetches));
    std::vector<FetchResult> results = co_await std::move(all);
    co_return results;
}

/// Cancels a request on the last thread once the server has it.
async::Coroutine<bool> cancelHeld(FetcherThreads *threads, FaultServer *server, QByteArray path)
{
    const async::Task<FetchResult> task =
        async::createTask(threads->fetcher(threads->count() - 1).fetch(requestOf(server->url(path))));
    while (server->heldRequests(path) == 0) {
        async::Coroutine<void> pause = async::sleep(1ms);
        co_await std::move(pause);
    }
    task.cancel();
    bool wasCancelled = false;
    try {
        co_await task;
    } catch (const async::Cancelled &) {
        wasCancelled = true;
    }
    while (server->openConnections() > 0) { // the transfer ends, too
        async::Coroutine<void> pause = async::sleep(1ms);
        co_await std::move(pause);
    }
    co_return wasCancelled;
}

} // namespace

class TestFetcherThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void eachThreadGivesTheSameFacts();
    void theStockManagerHasOneThread();
    void threadsHaveTheirOwnConnections();
    void theyShareWhatTheNameServersSay();
    void cancellingEndsTheTransferOnItsThread();

private:
    std::unique_ptr<FaultServer> m_server;
};

void TestFetcherThreads::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_server->on("/", Script{Send(httpResponse(200, {{"X-Name", "value"}}, "body"))});
}

void TestFetcherThreads::eachThreadGivesTheSameFacts()
{
    FetcherThreads threads((TransportOptions()));
    const std::vector<FetchResult> results = async::run(fetchOnEach(&threads, m_server->url("/")));
    QCOMPARE(qsizetype(results.size()), qsizetype(threads.count()));
    for (const FetchResult &result : results) {
        QCOMPARE(result.error, ErrorKind::None);
        QCOMPARE(result.status, 200);
        QCOMPARE(result.bodyBytes, 4);
        QCOMPARE(headerValue(result, "X-Name"), QByteArray("value"));
        QCOMPARE(result.bodySha256, results.front().bodySha256);
    }
}

void TestFetcherThreads::theStockManagerHasOneThread()
{
    TransportOptions options;
    options.engine = EngineKind::Qt;
    const FetcherThreads threads(options);
    QCOMPARE(threads.count(), 1);
}

void TestFetcherThreads::threadsHaveTheirOwnConnections()
{
    FetcherThreads threads((TransportOptions()));
    for (int round = 0; round < 3; ++round)
        async::run(fetchOnEach(&threads, m_server->url("/")));
    QCOMPARE(m_server->connectionCount(), threads.count());
}

void TestFetcherThreads::theyShareWhatTheNameServersSay()
{
    TransportOptions options;
    options.hostOverrides = {{QStringLiteral("a.test"), QHostAddress(QHostAddress::LocalHost)}};
    FetcherThreads threads(options);
    const std::vector<FetchResult> results = async::run(fetchOnEach(&threads, m_server->url("/", "a.test")));
    for (const FetchResult &result : results) {
        QCOMPARE(result.error, ErrorKind::None);
        QCOMPARE(result.remoteIp, QByteArray("127.0.0.1"));
    }
    // One of them asked; the others have its answer, and no time of their own.
    const std::vector<FetchResult> named = async::run(fetchOnEach(&threads, m_server->url("/", "localhost")));
    int told = 0;
    for (const FetchResult &result : named) {
        QCOMPARE(result.error, ErrorKind::None);
        told += result.times.dns ? 1 : 0;
    }
    QVERIFY(told >= 1);
}

void TestFetcherThreads::cancellingEndsTheTransferOnItsThread()
{
    FetcherThreads threads((TransportOptions()));
    m_server->hold("/held");
    QVERIFY(async::run(cancelHeld(&threads, m_server.get(), "/held")));
    QCOMPARE(m_server->openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestFetcherThreads)
#include "tst_fetcherthreads.moc"
