// SPDX-License-Identifier: MIT
#include "tests/net/fetchertest.h"

#include "core/async/run.h"

namespace rollcall::test {

using namespace std::chrono_literals;

void FetcherTest::initTestCase_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::newRow("qt") << EngineKind::Qt;
    if (isAvailable(EngineKind::Exact))
        QTest::newRow("exact") << EngineKind::Exact;
}

EngineKind FetcherTest::engine()
{
    QFETCH_GLOBAL(const EngineKind, engine);
    return engine;
}

void FetcherTest::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    useOptions(TransportOptions());
}

void FetcherTest::cleanup()
{
    m_managers.reset();
    m_resolver.reset();
    m_server.reset();
}

void FetcherTest::useOptions(TransportOptions options)
{
    options.engine = engine();
    m_managers = std::make_unique<AccessManagers>(options);
    m_resolver = std::make_unique<HostResolver>(options.ipVersion, options.hostOverrides);
}

FetchRequest FetcherTest::request(const QByteArray &path) const
{
    FetchRequest request;
    request.url = m_server->url(path);
    request.userAgent = "tests";
    request.timeout = 60s;
    request.connectTimeout = 60s;
    return request;
}

FetchResult FetcherTest::fetch(const FetchRequest &request)
{
    Fetcher fetcher(*m_managers, *m_resolver);
    return async::run(fetcher.fetch(request));
}

Script answer(int status, const QByteArray &body, const Headers &headers)
{
    return {Send(httpResponse(status, headers, body))};
}

} // namespace rollcall::test
