// SPDX-License-Identifier: MIT
// Failures that are this computer's own, or that of its name server.
#include "core/async/run.h"
#include "core/net/localnetwork.h"
#include "tests/net/fetchertest.h"

#include <QFile>

#include <sys/resource.h>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

/// Lets this process open no further file or socket.
class NoMoreFiles
{
public:
    NoMoreFiles()
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        QFile next(QStringLiteral("/dev/null"));
        if (!next.open(QIODevice::ReadOnly))
            return;
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(next.handle()); // the lowest number that is free
        m_isInForce = setrlimit(RLIMIT_NOFILE, &limit) == 0;
    }
    ~NoMoreFiles() { setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(NoMoreFiles)

    bool isInForce() const { return m_isInForce; }

private:
    rlimit m_before = {};
    bool m_isInForce = false;
};

} // namespace

class TestFetcherHere : public FetcherTest
{
    Q_OBJECT
private Q_SLOTS:
    void anAddressWithoutARouteIsUnreachable();
    void aNameServerThatFailsIsNoUnknownHost();
    void socketsThatRunOutAreNotTheServersFault();
};

/// TCP has no way to a broadcast address, so no packet leaves this computer.
void TestFetcherHere::anAddressWithoutARouteIsUnreachable()
{
    FetchRequest asked = request("/");
    asked.url = "http://255.255.255.255/";
    const ErrorKind expected = isOffline() ? ErrorKind::LocalNetwork : ErrorKind::NetworkUnreachable;
    QCOMPARE(errorKindInfo(fetch(asked).error).slug, errorKindInfo(expected).slug);
}

void TestFetcherHere::aNameServerThatFailsIsNoUnknownHost()
{
    HostResolver failing(
        [](const QString &) { return HostLookup(LookupStatus::Failed, QStringLiteral("it is broken")); });
    Fetcher fetcher(managers(), failing);
    FetchRequest asked = request("/");
    asked.url = "http://name.test/";
    const FetchResult result = async::run(fetcher.fetch(asked));
    const ErrorKind expected = isOffline() ? ErrorKind::LocalNetwork : ErrorKind::DnsFailure;
    QCOMPARE(errorKindInfo(result.error).slug, errorKindInfo(expected).slug);
    QCOMPARE(result.errorDetail, QStringLiteral("it is broken"));
}

void TestFetcherHere::socketsThatRunOutAreNotTheServersFault()
{
    server().on("/", answer(200, "ok"));
    FetchRequest asked = request("/");
    asked.keepConnection = false;
    QCOMPARE(fetch(asked).error, ErrorKind::None); // by now the manager has what it needs itself
    QTRY_COMPARE(server().openConnections(), 0);
    const NoMoreFiles limit;
    QVERIFY(limit.isInForce());
    const FetchResult result = fetch(asked);
    QCOMPARE(errorKindInfo(result.error).slug, "out-of-resources");
    QCOMPARE(server().requestCount("/"), 1);
}

QTEST_GUILESS_MAIN(TestFetcherHere)
#include "tst_fetcherhere.moc"
