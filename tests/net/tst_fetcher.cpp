// SPDX-License-Identifier: MIT
#include "core/async/run.h"
#include "core/async/sleep.h"
#include "tests/net/fetchertest.h"
#include "tests/support/rawsockets.h"

#include <QCryptographicHash>
#include <QSemaphore>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

/// For what never comes.
constexpr std::chrono::milliseconds brief(300);

/// Calls a living name while as many dead ones as \a deadNames are being looked up, until \a gate lets go.
async::Coroutine<FetchResult> fetchBehind(Fetcher *fetcher, FetchRequest request, int deadNames,
                                          std::shared_ptr<QSemaphore> gate)
{
    const QByteArray port = request.url.mid(request.url.lastIndexOf(':'));
    std::vector<async::Task<FetchResult>> dead;
    for (int i = 0; i < deadNames; ++i) {
        request.url = "http://dead" + QByteArray::number(i) + ".test/";
        dead.push_back(async::createTask(fetcher->fetch(request)));
    }
    request.url = "http://localhost" + port;
    async::Coroutine<FetchResult> fetching = fetcher->fetch(request);
    FetchResult result = co_await std::move(fetching);
    gate->release(deadNames);
    for (const async::Task<FetchResult> &task : dead)
        co_await task;
    co_return result;
}

/// Starts a call and cancels it once the server has the request.
async::Coroutine<bool> cancelWhenAsked(Fetcher *fetcher, FetchRequest request, FaultServer *server)
{
    const async::Task<FetchResult> task = async::createTask(fetcher->fetch(request));
    while (server->requests().isEmpty())
        co_await async::sleep(1ms);
    task.cancel();
    try {
        co_await task;
    } catch (const async::Cancelled &) {
    }
    while (server->openConnections() > 0)
        co_await async::sleep(1ms);
    co_return task.isCancelled();
}

} // namespace

class TestFetcher : public FetcherTest
{
    Q_OBJECT
private Q_SLOTS:
    void aGoodAnswerIsReportedWithItsFacts();
    void everyErrorStatusIsAnAnswerAndNoFailure();
    void theHeadersAndTheMethodAreThoseAskedFor();
    void headIsAnsweredWithoutABody();
    void aCompressedBodyIsCountedBothWays();
    void credentialsInTheUrlBecomeAHeaderAndLeaveNoTrace();
    void cookiesAreNotKept();
    void aBodyOverTheCapIsCutOffAndTheConnectionEnds();
    void aHugeBodyIsCountedExactly();
    void aRefusedPortIsNamed();
    void anUnknownHostIsNamed();
    void aConnectThatHangsEndsAtTheConnectDeadline();
    void anAnswerThatNeverComesEndsAtTheDeadline();
    void aBodyThatDripsEndsAtTheDeadlineWithWhatCame();
    void aServerThatTakesLongToAnswerEndsAtTheFirstByteLimit();
    void aPauseWithinABodyEndsAtTheIdleLimit();
    void aSlowBodyWithoutALongPauseIsFine();
    void deadNamesDoNotHoldUpLivingOnes();
    void aConnectionThatWasKeptIsToldFromANewOne();
    void aKeptConnectionThatIsDeadIsReplaced();
    void anAnswerIsAskedForOnlyOnce();
    void theTitleOfAPageIsReported();
    void aBombEndsAtTheCap();
    void theDeadlineCoversAllHops();
    void cancellingEndsTheTransferAtOnce();
    void anInvalidUrlIsNamed();
};

void TestFetcher::aGoodAnswerIsReportedWithItsFacts()
{
    server().on("/", answer(200, "hello world", {{"Content-Type", "text/plain; charset=utf-8"}}));
    const FetchResult result = fetch("/");
    QCOMPARE(result.error, ErrorKind::None);
    QVERIFY(result.errorDetail.isEmpty());
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 11);
    QCOMPARE(result.wireBytes, 11);
    QCOMPARE(result.contentType, QByteArray("text/plain; charset=utf-8"));
    QCOMPARE(result.finalUrl, server().url("/"));
    QCOMPARE(result.remoteIp, QByteArray("127.0.0.1"));
    QCOMPARE(result.bodySha256, QCryptographicHash::hash("hello world", QCryptographicHash::Sha256).toHex());
    QVERIFY(result.redirects.isEmpty());
    QVERIFY(!result.times.dns); // an address needs no look-up
    QVERIFY(!result.times.tls);
    QVERIFY(result.tlsVersion.isEmpty());
    QVERIFY(result.times.firstByte && result.times.total);
    QVERIFY(*result.times.firstByte <= *result.times.total);
}

void TestFetcher::everyErrorStatusIsAnAnswerAndNoFailure()
{
    server().on("/", [](const Request &seen) { return answer(seen.target.mid(2).toInt(), "why"); });
    for (int status = 400; status < 600; ++status) {
        const FetchResult result = fetch("/?" + QByteArray::number(status));
        QCOMPARE(errorKindInfo(result.error).slug, "");
        QCOMPARE(result.status, status);
        QCOMPARE(result.bodyBytes, 3);
        QVERIFY(!result.bodySha256.isEmpty());
    }
}

void TestFetcher::theHeadersAndTheMethodAreThoseAskedFor()
{
    server().on("/", answer(200, "ok"));
    FetchRequest custom = request("/?query=1#fragment");
    custom.headers = {{"X-Test", "one two"}, {"Accept", "text/html"}};
    QCOMPARE(fetch(custom).error, ErrorKind::None);
    const Request &seen = server().requests().constFirst();
    QCOMPARE(seen.method, QByteArray("GET"));
    QCOMPARE(seen.target, QByteArray("/?query=1"));
    QCOMPARE(seen.header("X-Test"), QByteArray("one two"));
    QCOMPARE(seen.header("Accept"), QByteArray("text/html"));
    QCOMPARE(seen.header("User-Agent"), QByteArray("tests"));
    QVERIFY(seen.header("Cookie").isEmpty());
    QVERIFY(seen.header("Authorization").isEmpty());
}

void TestFetcher::headIsAnsweredWithoutABody()
{
    server().on("/",
                Script{Send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nContent-Encoding: gzip\r\n\r\n")});
    FetchRequest head = request("/");
    head.method = "HEAD";
    const FetchResult result = fetch(head);
    QCOMPARE(server().requests().constFirst().method, QByteArray("HEAD"));
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 0);
}

void TestFetcher::aCompressedBodyIsCountedBothWays()
{
    const QByteArray text(100'000, 'x');
    const QByteArray packed = gzipped(text);
    server().on("/", answer(200, packed, {{"Content-Encoding", "gzip"}}));
    const FetchResult result = fetch("/");
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.bodyBytes, text.size());
    QCOMPARE(result.wireBytes, packed.size());
    QCOMPARE(result.bodySha256, QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

void TestFetcher::credentialsInTheUrlBecomeAHeaderAndLeaveNoTrace()
{
    server().on("/", answer(401, "who are you?"));
    FetchRequest secret = request("/");
    secret.url.replace("http://", "http://us%40er:pass%3Aword@");
    const FetchResult result = fetch(secret);
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.status, 401);
    QCOMPARE(server().requestCount("/"), 1);
    QCOMPARE(server().requests().constFirst().header("Authorization"),
             "Basic " + QByteArray("us@er:pass:word").toBase64());
    QVERIFY(!result.errorDetail.contains(QStringLiteral("pass")));
    QVERIFY(!result.finalUrl.contains("pass"));
}

void TestFetcher::cookiesAreNotKept()
{
    server().on("/", answer(200, "ok", {{"Set-Cookie", "session=1"}}));
    QCOMPARE(fetch("/").error, ErrorKind::None);
    QCOMPARE(fetch("/").error, ErrorKind::None);
    QVERIFY(server().requests().constLast().header("Cookie").isEmpty());
}

void TestFetcher::aBodyOverTheCapIsCutOffAndTheConnectionEnds()
{
    constexpr qint64 cap = 100'000;
    server().on("/", Script{Send("HTTP/1.1 200 OK\r\n\r\n"), Repeat(QByteArray(65'536, 'x'), 1'000'000)});
    FetchRequest capped = request("/");
    capped.maxBodyBytes = cap;
    const FetchResult result = fetch(capped);
    QCOMPARE(result.error, ErrorKind::BodyTooLarge);
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, cap);
    QTRY_COMPARE(server().openConnections(), 0);
}

void TestFetcher::aHugeBodyIsCountedExactly()
{
    constexpr qint64 pieces = 2000;
    const QByteArray piece(64 * 1024, 'x');
    const qint64 size = pieces * piece.size();
    server().on("/",
                Script{Send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n"),
                       Repeat(piece, pieces)});
    FetchRequest huge = request("/");
    huge.maxBodyBytes = size;
    const FetchResult result = fetch(huge);
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.bodyBytes, size);
    QCOMPARE(result.wireBytes, size);
}

void TestFetcher::aRefusedPortIsNamed()
{
    FetchRequest refused = request("/");
    refused.url = "http://127.0.0.1:" + QByteArray::number(refusedPort()) + '/';
    const FetchResult result = fetch(refused);
    QCOMPARE(result.error, ErrorKind::ConnectionRefused);
    QCOMPARE(result.status, 0);
    QVERIFY(!result.times.firstByte);
    QVERIFY(!result.wireBytes);
}

void TestFetcher::anUnknownHostIsNamed()
{
    FetchRequest unknown = request("/");
    unknown.url = "http://does-not-exist.invalid/";
    const FetchResult result = fetch(unknown);
    QVERIFY(result.error == ErrorKind::DnsNotFound || result.error == ErrorKind::DnsFailure);
    QVERIFY(result.times.dns);
}

void TestFetcher::aConnectThatHangsEndsAtTheConnectDeadline()
{
    const BlackHole blackHole;
    if (!blackHole.isReady())
        QSKIP("this system accepts connections beyond a full backlog, so none can be made to hang");
    FetchRequest hanging = request("/");
    hanging.url = "http://127.0.0.1:" + QByteArray::number(blackHole.port()) + '/';
    hanging.connectTimeout = brief;
    const FetchResult result = fetch(hanging);
    QCOMPARE(result.error, ErrorKind::ConnectTimeout);
    QVERIFY(*result.times.total >= brief);
}

void TestFetcher::anAnswerThatNeverComesEndsAtTheDeadline()
{
    server().on("/", Script{WaitForever{}});
    FetchRequest waiting = request("/");
    waiting.timeout = brief;
    const FetchResult result = fetch(waiting);
    QCOMPARE(result.error, ErrorKind::Timeout);
    QVERIFY2(result.errorDetail.contains(QStringLiteral("no answer")), qPrintable(result.errorDetail));
    QVERIFY(*result.times.total >= brief);
    QTRY_COMPARE(server().openConnections(), 0);
}

void TestFetcher::aBodyThatDripsEndsAtTheDeadlineWithWhatCame()
{
    server().on("/", Script{Send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhello"), WaitForever{}});
    FetchRequest waiting = request("/");
    waiting.timeout = 1s;
    const FetchResult result = fetch(waiting);
    QCOMPARE(result.error, ErrorKind::Timeout);
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 5);
}

void TestFetcher::aServerThatTakesLongToAnswerEndsAtTheFirstByteLimit()
{
    server().on("/", Script{WaitForever{}});
    FetchRequest waiting = request("/");
    waiting.firstByteTimeout = brief;
    const FetchResult result = fetch(waiting);
    QCOMPARE(errorKindInfo(result.error).slug, "first-byte-timeout");
    QCOMPARE(result.errorDetail, QStringLiteral("300 ms"));
    QCOMPARE(result.status, 0);
    QTRY_COMPARE(server().openConnections(), 0);
}

void TestFetcher::aPauseWithinABodyEndsAtTheIdleLimit()
{
    server().on("/", Script{Send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhello"), WaitForever{}});
    FetchRequest waiting = request("/");
    waiting.idleTimeout = brief;
    const FetchResult result = fetch(waiting);
    QCOMPARE(errorKindInfo(result.error).slug, "timeout");
    QCOMPARE(result.errorDetail, QStringLiteral("nothing for 300 ms, 5 bytes so far"));
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 5);
}

void TestFetcher::aSlowBodyWithoutALongPauseIsFine()
{
    server().on("/", Script{SendDripped(httpResponse(200, {}, QByteArray(100, 'x')), 10, 20ms)});
    FetchRequest patient = request("/");
    patient.idleTimeout = 20s;
    patient.firstByteTimeout = 20s;
    const FetchResult result = fetch(patient);
    QCOMPARE(errorKindInfo(result.error).slug, "");
    QCOMPARE(result.bodyBytes, 100);
}

/// As many dead names as there are threads in Qt's own resolver, several times over.
void TestFetcher::deadNamesDoNotHoldUpLivingOnes()
{
    constexpr int deadNames = 100;
    const auto living = std::make_shared<QSemaphore>();
    HostResolver stub([living](const QString &host) {
        if (host.startsWith(QLatin1String("dead")))
            living->acquire(); // until the living have been answered
        HostLookup lookup(
            host.startsWith(QLatin1String("dead")) ? LookupStatus::NotFound : LookupStatus::Found, QString());
        lookup.addresses = {QHostAddress(QHostAddress::LocalHost)};
        return lookup;
    });
    server().on("/", answer(200, "ok"));
    Fetcher fetcher(managers(), stub);
    const FetchResult result = async::run(fetchBehind(&fetcher, request("/"), deadNames, living));
    QCOMPARE(errorKindInfo(result.error).slug, "");
    QVERIFY(result.times.dns);
}

void TestFetcher::aConnectionThatWasKeptIsToldFromANewOne()
{
    server().on("/", answer(200, "ok"));
    QCOMPARE(fetch("/").reusedConnection, false);
    const FetchResult second = fetch("/");
    if (engine() == EngineKind::Exact) // Qt's own manager does not say
        QCOMPARE(second.reusedConnection, true);
    QVERIFY(!second.times.connect);
    QCOMPARE(server().connectionCount(), 1);
}

void TestFetcher::aKeptConnectionThatIsDeadIsReplaced()
{
    server().on("/", [](const Request &seen) {
        Script script = answer(200, "ok");
        if (seen.connection == 1)
            script += Script{WaitForRequest{}, Close{}}; // the next request dies with the connection
        return script;
    });
    QCOMPARE(fetch("/").error, ErrorKind::None);
    const FetchResult second = fetch("/");
    QCOMPARE(errorKindInfo(second.error).slug, "");
    QCOMPARE(second.bodyBytes, 2);
    if (engine() == EngineKind::Exact)
        QCOMPARE(second.reusedConnection, false);
    QCOMPARE(server().connectionCount(), 2);
}

void TestFetcher::anAnswerIsAskedForOnlyOnce()
{
    server().on("/", closeWithoutAnswer());
    QCOMPARE(errorKindInfo(fetch("/").error).slug, "connection-closed");
    const int requestsOfQt = 4; // it repeats the request in silence, and nothing tells it not to
    QCOMPARE(server().requestCount("/"), engine() == EngineKind::Exact ? 1 : requestsOfQt);
}

void TestFetcher::theTitleOfAPageIsReported()
{
    server().on("/", answer(200, gzipped("<html><title>Hello &amp; welcome</title>"),
                            {{"Content-Type", "text/html"}, {"Content-Encoding", "gzip"}}));
    QCOMPARE(fetch("/").pageTitle, QStringLiteral("Hello & welcome"));
}

void TestFetcher::aBombEndsAtTheCap()
{
    constexpr qint64 cap = 1'000'000;
    const QByteArray bomb = gzipped(gzipped(QByteArray(10'000'000, '\0')));
    server().on("/", answer(200, bomb, {{"Content-Encoding", "gzip, gzip"}}));
    FetchRequest capped = request("/");
    capped.maxBodyBytes = cap;
    const FetchResult result = fetch(capped);
    QCOMPARE(errorKindInfo(result.error).slug, "body-too-large");
    QCOMPARE(result.bodyBytes, cap);
    QVERIFY(result.wireBytes <= bomb.size());
}

void TestFetcher::theDeadlineCoversAllHops()
{
    server().on("/", [](const Request &seen) {
        return Script{Wait(20ms),
                      Send(redirect(302, "/?" + QByteArray::number(seen.target.mid(2).toInt() + 1)))};
    });
    FetchRequest endless = request("/?0");
    endless.timeout = brief;
    endless.maxRedirects = 100'000;
    QCOMPARE(fetch(endless).error, ErrorKind::Timeout);
}

void TestFetcher::cancellingEndsTheTransferAtOnce()
{
    server().on("/", Script{WaitForever{}});
    Fetcher fetcher(managers(), resolver());
    QVERIFY(async::run(cancelWhenAsked(&fetcher, request("/"), &server())));
    QVERIFY(server().log().contains(QStringLiteral("client closed 1")));
}

void TestFetcher::anInvalidUrlIsNamed()
{
    FetchRequest invalid = request("/");
    invalid.url = "http:///nothing";
    QCOMPARE(fetch(invalid).error, ErrorKind::InvalidUrl);
}

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
