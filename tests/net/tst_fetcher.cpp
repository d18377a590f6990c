// SPDX-License-Identifier: MIT
#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/net/accessmanagers.h"
#include "core/net/fetcher.h"
#include "core/net/hostresolver.h"
#include "tests/support/faultserver.h"
#include "tests/support/rawsockets.h"

#include <QCryptographicHash>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(rollcall::test::Script)

namespace {

/// Long enough for any machine; a test that runs into it fails by its error.
constexpr std::chrono::seconds generous(60);
/// For what never comes.
constexpr std::chrono::milliseconds brief(300);

Script answer(int status, const QByteArray &body, const Headers &headers = {})
{
    return {Send(httpResponse(status, headers, body))};
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

class TestFetcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aGoodAnswerIsReportedWithItsFacts();
    void brokenAndGoodAnswersAreToldApart_data();
    void brokenAndGoodAnswersAreToldApart();
    void everyErrorStatusIsAnAnswerAndNoFailure();
    void theHeadersAndTheMethodAreThoseAskedFor();
    void headIsAnsweredWithoutABody();
    void aCompressedBodyIsCountedBothWays();
    void redirectsAreFollowedAndEachHopIsKept();
    void redirectsAreReadAsBrowsersReadThem();
    void relativeRedirectsAreResolved();
    void aRedirectLoopIsNamed();
    void tooManyRedirectsAreNamed();
    void aRedirectToAnotherSchemeIsNeverOpened_data();
    void aRedirectToAnotherSchemeIsNeverOpened();
    void secretsDoNotFollowARedirectToAnotherOrigin();
    void secretsFollowARedirectWithinTheOrigin();
    void credentialsInTheUrlBecomeAHeaderAndLeaveNoTrace();
    void cookiesAreNotKept();
    void aBodyOverTheCapIsCutOffAndTheConnectionEnds();
    void aHugeBodyIsCountedExactly();
    void aRefusedPortIsNamed();
    void anUnknownHostIsNamed();
    void aConnectThatHangsEndsAtTheConnectDeadline();
    void anAnswerThatNeverComesEndsAtTheDeadline();
    void aBodyThatDripsEndsAtTheDeadlineWithWhatCame();
    void theDeadlineCoversAllHops();
    void cancellingEndsTheTransferAtOnce();
    void anInvalidUrlIsNamed();

private:
    FetchRequest request(const QByteArray &path) const;
    FetchResult fetch(const FetchRequest &request);
    FetchResult fetch(const QByteArray &path) { return fetch(request(path)); }

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<AccessManagers> m_managers;
    std::unique_ptr<HostResolver> m_resolver;
};

void TestFetcher::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_managers = std::make_unique<AccessManagers>(TransportOptions());
    m_resolver = std::make_unique<HostResolver>();
}

void TestFetcher::cleanup()
{
    m_managers.reset();
    m_resolver.reset();
    m_server.reset();
}

FetchRequest TestFetcher::request(const QByteArray &path) const
{
    FetchRequest request;
    request.url = m_server->url(path);
    request.userAgent = "tests";
    request.timeout = generous;
    request.connectTimeout = generous;
    return request;
}

FetchResult TestFetcher::fetch(const FetchRequest &request)
{
    Fetcher fetcher(*m_managers, *m_resolver);
    return async::run(fetcher.fetch(request));
}

void TestFetcher::aGoodAnswerIsReportedWithItsFacts()
{
    m_server->on("/", answer(200, "hello world", {{"Content-Type", "text/plain; charset=utf-8"}}));
    const FetchResult result = fetch("/");
    QCOMPARE(result.error, ErrorKind::None);
    QVERIFY(result.errorDetail.isEmpty());
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 11);
    QCOMPARE(result.wireBytes, 11);
    QCOMPARE(result.contentType, QByteArray("text/plain; charset=utf-8"));
    QCOMPARE(result.finalUrl, m_server->url("/"));
    QCOMPARE(result.remoteIp, QByteArray("127.0.0.1"));
    QCOMPARE(result.bodySha256, QCryptographicHash::hash("hello world", QCryptographicHash::Sha256).toHex());
    QVERIFY(result.redirects.isEmpty());
    QVERIFY(!result.times.dns); // an address needs no look-up
    QVERIFY(!result.times.tls);
    QVERIFY(result.tlsVersion.isEmpty());
    QVERIFY(result.times.firstByte && result.times.total);
    QVERIFY(*result.times.firstByte <= *result.times.total);
}

void TestFetcher::brokenAndGoodAnswersAreToldApart_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("bodyBytes");
    const auto row = [](const char *name, const Script &script, ErrorKind error, int status, qint64 bytes) {
        QTest::newRow(name) << script << error << status << bytes;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    row("an empty body", answer(200, ""), ErrorKind::None, 200, 0);
    row("204 without a body", answer(204, ""), ErrorKind::None, 204, 0);
    row("304 without a body", answer(304, ""), ErrorKind::None, 304, 0);
    row("404 with a body", answer(404, "gone"), ErrorKind::None, 404, 4);
    row("503", answer(503, "later"), ErrorKind::None, 503, 5);
    row("301 without a Location is an answer like any other", answer(301, "where?"), ErrorKind::None, 301, 6);
    row("a chunked body",
        {Send(httpResponse(200, {{"Transfer-Encoding", "chunked"}}, chunked({"hello ", "world"})))},
        ErrorKind::None, 200, 11);
    row("a body that ends with the connection", {Send(ok + "\r\nhello"), Close{}}, ErrorKind::None, 200, 5);
    row("a body in drips", {SendDripped(httpResponse(200, {}, "hello world"), 3, 1ms)}, ErrorKind::None, 200,
        11);
    row("a gzip body", answer(200, gzipped("hello world"), {{"Content-Encoding", "gzip"}}), ErrorKind::None,
        200, 11);
    row("an announced length that comes twice alike",
        {Send(ok + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello")}, ErrorKind::None, 200, 5);
    row("closed without an answer", closeWithoutAnswer(), ErrorKind::ConnectionClosed, 0, 0);
    row("closed within the head", {Send("HTTP/1.1 200 OK\r\nContent-Le"), Close{}},
        ErrorKind::ConnectionClosed, 0, 0);
    row("cut short of its length", {Send(ok + "Content-Length: 100\r\n\r\nhello"), Close{}},
        ErrorKind::Truncated, 200, 5);
    row("cut within a chunk", {Send(ok + "Transfer-Encoding: chunked\r\n\r\n10\r\nhello"), Close{}},
        ErrorKind::Truncated, 200, 5);
    row("reset within the body", {Send(ok + "Content-Length: 100\r\n\r\nhello"), Wait(20ms), Reset{}},
        ErrorKind::Truncated, 200, 5);
    row("gzip cut short", answer(200, gzipped("hello world").chopped(6), {{"Content-Encoding", "gzip"}}),
        ErrorKind::ContentDecoding, 200, 11);
    row("gzip in name only", answer(200, "hello world", {{"Content-Encoding", "gzip"}}),
        ErrorKind::ContentDecoding, 200, 0);
    row("an encoding nobody asked for", answer(200, "hello world", {{"Content-Encoding", "br"}}),
        ErrorKind::ContentDecoding, 200, 0);
}

void TestFetcher::brokenAndGoodAnswersAreToldApart()
{
    QFETCH(const Script, script);
    QFETCH(const ErrorKind, error);
    QFETCH(const int, status);
    QFETCH(const qint64, bodyBytes);
    m_server->on("/", script);
    const FetchResult result = fetch("/");
    QCOMPARE(errorKindInfo(result.error).slug, errorKindInfo(error).slug);
    QCOMPARE(result.status, status);
    QCOMPARE(result.bodyBytes, bodyBytes);
    QCOMPARE(result.bodySha256.isEmpty(), error != ErrorKind::None);
    QVERIFY(result.times.total);
}

void TestFetcher::everyErrorStatusIsAnAnswerAndNoFailure()
{
    m_server->on("/", [](const Request &seen) { return answer(seen.target.mid(2).toInt(), "why"); });
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
    m_server->on("/", answer(200, "ok"));
    FetchRequest custom = request("/?query=1#fragment");
    custom.headers = {{"X-Test", "one two"}, {"Accept", "text/html"}};
    QCOMPARE(fetch(custom).error, ErrorKind::None);
    const Request &seen = m_server->requests().constFirst();
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
    m_server->on("/",
                 Script{Send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nContent-Encoding: gzip\r\n\r\n")});
    FetchRequest head = request("/");
    head.method = HttpMethod::Head;
    const FetchResult result = fetch(head);
    QCOMPARE(m_server->requests().constFirst().method, QByteArray("HEAD"));
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 0);
}

void TestFetcher::aCompressedBodyIsCountedBothWays()
{
    const QByteArray text(100'000, 'x');
    const QByteArray packed = gzipped(text);
    m_server->on("/", answer(200, packed, {{"Content-Encoding", "gzip"}}));
    const FetchResult result = fetch("/");
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.bodyBytes, text.size());
    QCOMPARE(result.wireBytes, packed.size());
    QCOMPARE(result.bodySha256, QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

void TestFetcher::redirectsAreFollowedAndEachHopIsKept()
{
    m_server->on("/a", Script{Send(redirect(301, m_server->url("/b")))});
    m_server->on("/b", Script{Send(redirect(307, m_server->url("/c")))});
    m_server->on("/c", answer(200, "end"));
    const FetchResult result = fetch("/a");
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 3);
    QCOMPARE(result.finalUrl, m_server->url("/c"));
    QCOMPARE(result.redirects.size(), 2);
    QCOMPARE(result.redirects[0].url, m_server->url("/a"));
    QCOMPARE(result.redirects[0].status, 301);
    QCOMPARE(result.redirects[1].url, m_server->url("/b"));
    QCOMPARE(result.redirects[1].status, 307);
}

void TestFetcher::redirectsAreReadAsBrowsersReadThem()
{
    m_server->on("/dir/a", Script{Send(redirect(302, "\\other\\.\\b c?x='1"))});
    m_server->on("/other/b%20c", answer(200, "there"));
    const FetchResult result = fetch("/dir/a");
    QCOMPARE(result.status, 200);
    QCOMPARE(result.finalUrl, m_server->url("/other/b%20c?x=%271"));
}

void TestFetcher::relativeRedirectsAreResolved()
{
    m_server->on("/dir/a", Script{Send(redirect(302, "../other/b?x=1"))});
    m_server->on("/other/b", answer(200, "end"));
    const FetchResult result = fetch("/dir/a");
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.finalUrl, m_server->url("/other/b?x=1"));
}

void TestFetcher::aRedirectLoopIsNamed()
{
    m_server->on("/a", Script{Send(redirect(302, "/b"))});
    m_server->on("/b", Script{Send(redirect(302, "/a"))});
    const FetchResult result = fetch("/a");
    QCOMPARE(result.error, ErrorKind::RedirectLoop);
    QCOMPARE(result.redirects.size(), 2);
    QCOMPARE(m_server->requestCount("/a"), 1);
}

void TestFetcher::tooManyRedirectsAreNamed()
{
    m_server->on("/", [](const Request &seen) {
        return Script{Send(redirect(302, "/?" + QByteArray::number(seen.target.mid(2).toInt() + 1)))};
    });
    FetchRequest limited = request("/?0");
    limited.maxRedirects = 3;
    const FetchResult result = fetch(limited);
    QCOMPARE(result.error, ErrorKind::TooManyRedirects);
    QCOMPARE(result.status, 302);
    QCOMPARE(m_server->requestCount("/"), 4);
    QCOMPARE(result.finalUrl, m_server->url("/?3"));
}

void TestFetcher::aRedirectToAnotherSchemeIsNeverOpened_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("file") << QByteArray("file:///etc/hostname");
    QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/x");
    QTest::newRow("data") << QByteArray("data:text/plain,hello");
    QTest::newRow("javascript") << QByteArray("javascript:alert(1)");
}

void TestFetcher::aRedirectToAnotherSchemeIsNeverOpened()
{
    QFETCH(const QByteArray, location);
    m_server->on("/", Script{Send(redirect(302, location))});
    const FetchResult result = fetch("/");
    QCOMPARE(result.error, ErrorKind::UnsupportedScheme);
    QVERIFY(result.errorDetail.contains(QString::fromLatin1(location)));
    QCOMPARE(result.status, 302);
    QCOMPARE(result.finalUrl, m_server->url("/"));
    QCOMPARE(result.bodyBytes, 0);
}

void TestFetcher::secretsDoNotFollowARedirectToAnotherOrigin()
{
    FaultServer other;
    QVERIFY(other.listen());
    other.on("/", answer(200, "end"));
    m_server->on("/", Script{Send(redirect(302, other.url("/")))});
    FetchRequest secret = request("/");
    secret.url.replace("http://", "http://user:password@");
    secret.headers = {{"X-Api-Key", "secret"}};
    QCOMPARE(fetch(secret).error, ErrorKind::None);
    QCOMPARE(m_server->requests().constFirst().header("X-Api-Key"), QByteArray("secret"));
    QVERIFY(!m_server->requests().constFirst().header("Authorization").isEmpty());
    QVERIFY(other.requests().constFirst().header("X-Api-Key").isEmpty());
    QVERIFY(other.requests().constFirst().header("Authorization").isEmpty());
}

void TestFetcher::secretsFollowARedirectWithinTheOrigin()
{
    m_server->on("/", Script{Send(redirect(302, "/end"))});
    m_server->on("/end", answer(200, "end"));
    FetchRequest secret = request("/");
    secret.url.replace("http://", "http://user:password@");
    secret.headers = {{"X-Api-Key", "secret"}};
    QCOMPARE(fetch(secret).error, ErrorKind::None);
    QCOMPARE(m_server->requests().constLast().header("X-Api-Key"), QByteArray("secret"));
    QVERIFY(!m_server->requests().constLast().header("Authorization").isEmpty());
}

void TestFetcher::credentialsInTheUrlBecomeAHeaderAndLeaveNoTrace()
{
    m_server->on("/", answer(401, "who are you?"));
    FetchRequest secret = request("/");
    secret.url.replace("http://", "http://us%40er:pass%3Aword@");
    const FetchResult result = fetch(secret);
    QCOMPARE(result.error, ErrorKind::None);
    QCOMPARE(result.status, 401);
    QCOMPARE(m_server->requestCount("/"), 1);
    QCOMPARE(m_server->requests().constFirst().header("Authorization"),
             "Basic " + QByteArray("us@er:pass:word").toBase64());
    QVERIFY(!result.errorDetail.contains(QStringLiteral("pass")));
    QVERIFY(!result.finalUrl.contains("pass"));
}

void TestFetcher::cookiesAreNotKept()
{
    m_server->on("/", answer(200, "ok", {{"Set-Cookie", "session=1"}}));
    QCOMPARE(fetch("/").error, ErrorKind::None);
    QCOMPARE(fetch("/").error, ErrorKind::None);
    QVERIFY(m_server->requests().constLast().header("Cookie").isEmpty());
}

void TestFetcher::aBodyOverTheCapIsCutOffAndTheConnectionEnds()
{
    constexpr qint64 cap = 100'000;
    m_server->on("/", Script{Send("HTTP/1.1 200 OK\r\n\r\n"), Repeat(QByteArray(65'536, 'x'), 1'000'000)});
    FetchRequest capped = request("/");
    capped.maxBodyBytes = cap;
    const FetchResult result = fetch(capped);
    QCOMPARE(result.error, ErrorKind::BodyTooLarge);
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, cap);
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestFetcher::aHugeBodyIsCountedExactly()
{
    constexpr qint64 pieces = 2000;
    const QByteArray piece(64 * 1024, 'x');
    const qint64 size = pieces * piece.size();
    m_server->on("/",
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
        QSKIP("this system accepts connections beyond the backlog");
    FetchRequest hanging = request("/");
    hanging.url = "http://127.0.0.1:" + QByteArray::number(blackHole.port()) + '/';
    hanging.connectTimeout = brief;
    const FetchResult result = fetch(hanging);
    QCOMPARE(result.error, ErrorKind::ConnectTimeout);
    QVERIFY(*result.times.total >= brief);
}

void TestFetcher::anAnswerThatNeverComesEndsAtTheDeadline()
{
    m_server->on("/", Script{WaitForever{}});
    FetchRequest waiting = request("/");
    waiting.timeout = brief;
    const FetchResult result = fetch(waiting);
    QCOMPARE(result.error, ErrorKind::Timeout);
    QVERIFY2(result.errorDetail.contains(QStringLiteral("no answer")), qPrintable(result.errorDetail));
    QVERIFY(*result.times.total >= brief);
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestFetcher::aBodyThatDripsEndsAtTheDeadlineWithWhatCame()
{
    m_server->on("/", Script{Send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhello"), WaitForever{}});
    FetchRequest waiting = request("/");
    waiting.timeout = 1s;
    const FetchResult result = fetch(waiting);
    QCOMPARE(result.error, ErrorKind::Timeout);
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 5);
}

void TestFetcher::theDeadlineCoversAllHops()
{
    m_server->on("/", [](const Request &seen) {
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
    m_server->on("/", Script{WaitForever{}});
    Fetcher fetcher(*m_managers, *m_resolver);
    QVERIFY(async::run(cancelWhenAsked(&fetcher, request("/"), m_server.get())));
    QVERIFY(m_server->log().contains(QStringLiteral("client closed 1")));
}

void TestFetcher::anInvalidUrlIsNamed()
{
    FetchRequest invalid = request("/");
    invalid.url = "http:///nothing";
    QCOMPARE(fetch(invalid).error, ErrorKind::InvalidUrl);
}

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
