// SPDX-License-Identifier: MIT
#include "core/async/run.h"
#include "core/net/curlaccessmanager.h"
#include "core/net/replywatcher.h"
#include "tests/support/faultserver.h"

#include <QTest>

#include <array>

using namespace rollcall;
using namespace rollcall::test;

namespace {

/// What an exchange has told by its end.
struct Told {
    Told() = default;

    bool hasHead = false;
    int status = 0;
    QList<HeaderField> headers;
    QByteArray body;
    ReplyFacts facts;
};

async::Coroutine<Told> heard(Exchange *exchange)
{
    Told told;
    std::array<char, 1000> buffer;
    for (;;) {
        for (qint64 count = 1; count > 0;) {
            count = exchange->read(buffer.data(), buffer.size());
            told.body.append(buffer.data(), count);
        }
        if (exchange->isFinished())
            break;
        co_await exchange->nextEvent();
    }
    told.hasHead = exchange->hasHead();
    told.status = exchange->status();
    told.headers = exchange->headers();
    told.facts = exchange->facts();
    co_return told;
}

} // namespace

/// The direct door to libcurl: what it tells, and that a QNetworkReply tells the same.
class TestCurlExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void bothDoorsTellTheSame_data();
    void bothDoorsTellTheSame();
    void nothingHappensBeforeTheEventLoop();
    void fieldsAreFoundInAnyCase();
    void theUrlIsSentAsItIs();
    void bodiesAreSent_data();
    void bodiesAreSent();
    void whatNobodyReadsSlowsTheSenderDown();
    void destructionEndsTheTransfer();
    void urlsWithoutAHostAreNotAccepted();

private:
    ExchangeRequest request(const QByteArray &path) const;

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CurlAccessManager> m_manager;
};

void TestCurlExchange::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_manager = std::make_unique<CurlAccessManager>(TransportOptions());
}

void TestCurlExchange::cleanup()
{
    m_manager.reset();
    m_server.reset();
}

ExchangeRequest TestCurlExchange::request(const QByteArray &path) const
{
    using namespace std::chrono_literals;
    ExchangeRequest request;
    request.url = m_server->url(path);
    request.method = "GET";
    request.connectTimeout = 60s;
    return request;
}

void TestCurlExchange::bothDoorsTellTheSame_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<ErrorKind>("error");
    const auto row = [](const char *name, const QByteArray &answer, ErrorKind error) {
        QTest::newRow(name) << Script{Send(answer), Close{}} << error;
    };
    row("an answer", httpResponse(200, {{"X-A", "1"}}, "hello"), ErrorKind::None);
    row("repeated fields",
        "HTTP/1.1 200 OK\r\nX-A: 1\r\nSet-Cookie: a=1\r\nx-a: 2\r\nSet-Cookie: b=2\r\nContent-Length: "
        "0\r\n\r\n",
        ErrorKind::None);
    row("an error page", httpResponse(503, {}, "later"), ErrorKind::None);
    row("early hints", "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n" + httpResponse(200, {}, "hello"),
        ErrorKind::None);
    row("chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        ErrorKind::None);
    row("too short", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", ErrorKind::Truncated);
    row("a chunk without an end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        ErrorKind::Truncated);
    row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        ErrorKind::MalformedResponse);
    row("no HTTP", "SSH-2.0-OpenSSH_9\r\n", ErrorKind::MalformedResponse);
    row("nothing", "", ErrorKind::ConnectionClosed);
}

void TestCurlExchange::bothDoorsTellTheSame()
{
    QFETCH(const Script, script);
    QFETCH(const ErrorKind, error);
    m_server->on("/", script);
    const std::unique_ptr<Exchange> direct = m_manager->begin(request("/"));
    const Told told = async::run(heard(direct.get()));
    ReplyWatcher reply(m_manager->get(QNetworkRequest(QUrl::fromEncoded(m_server->url("/")))));
    const Told toldByReply = async::run(heard(&reply));

    QCOMPARE(told.facts.error, error);
    QCOMPARE(toldByReply.facts.error, error);
    QCOMPARE(told.facts.errorDetail, toldByReply.facts.errorDetail);
    QCOMPARE(told.hasHead, toldByReply.hasHead);
    QCOMPARE(told.status, toldByReply.status);
    QCOMPARE(told.headers, toldByReply.headers);
    QCOMPARE(told.body, toldByReply.body);
    QCOMPARE(told.facts.httpVersion, toldByReply.facts.httpVersion);
    QCOMPARE(told.facts.remoteIp, toldByReply.facts.remoteIp);
    QCOMPARE(told.facts.reusedConnection, toldByReply.facts.reusedConnection);
    QCOMPARE(told.facts.firstByte.has_value(), toldByReply.facts.firstByte.has_value());
}

void TestCurlExchange::nothingHappensBeforeTheEventLoop()
{
    ExchangeRequest broken = request("/");
    broken.url = "http://[::1/";
    const std::unique_ptr<Exchange> exchange = m_manager->begin(broken);
    QVERIFY(!exchange->isConnected());
    QVERIFY(!exchange->isFinished());
    const Told told = async::run(heard(exchange.get()));
    QVERIFY(told.facts.error != ErrorKind::None);
    QVERIFY(!told.hasHead);
    QCOMPARE(told.status, 0);
}

void TestCurlExchange::fieldsAreFoundInAnyCase()
{
    m_server->on("/", Script{Send(httpResponse(200, {{"X-Name", "value"}, {"X-Empty", ""}}, "hello"))});
    const std::unique_ptr<Exchange> exchange = m_manager->begin(request("/"));
    QVERIFY(exchange->header("x-nAME").isNull()); // there is no head yet
    async::run(heard(exchange.get()));
    QCOMPARE(exchange->header("x-nAME"), QByteArray("value"));
    QVERIFY(!exchange->header("X-Empty").isNull());
    QVERIFY(exchange->header("X-None").isNull());
}

/// What the canonical form leaves unescaped is no second parser's business.
void TestCurlExchange::theUrlIsSentAsItIs()
{
    const QByteArray path = "/a|b;c/%7e/%zz/d'e?f={g}&h=[i]^`\\|%";
    const std::unique_ptr<Exchange> exchange = m_manager->begin(request(path));
    const Told told = async::run(heard(exchange.get()));
    QCOMPARE(told.facts.error, ErrorKind::None);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().constFirst().target, path);
}

void TestCurlExchange::bodiesAreSent_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a body") << QByteArray("POST") << QByteArray("hello=world");
    QTest::newRow("a large one") << QByteArray("PUT") << QByteArray(300'000, 'x');
    QTest::newRow("an empty one") << QByteArray("POST") << QByteArray();
    QTest::newRow("none with GET") << QByteArray("GET") << QByteArray("ignored");
}

void TestCurlExchange::bodiesAreSent()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    ExchangeRequest asked = request("/");
    asked.method = method;
    asked.body = body;
    asked.headers = {{"Content-Type", "text/plain"}, {"X-Empty", ""}};
    const std::unique_ptr<Exchange> exchange = m_manager->begin(asked);
    const Told told = async::run(heard(exchange.get()));
    QCOMPARE(told.status, 404); // there is no route, and yet the body was passed over
    const Request &seen = m_server->requests().constFirst();
    QCOMPARE(seen.method, method);
    QCOMPARE(seen.header("Content-Length"), method == "GET" ? QByteArray() : QByteArray::number(body.size()));
    QCOMPARE(seen.header("Content-Type"), QByteArray("text/plain"));
    QVERIFY(!seen.header("X-Empty").isNull());
    QVERIFY(seen.header("Accept").isNull());
    QVERIFY(seen.header("Expect").isNull());
}

void TestCurlExchange::whatNobodyReadsSlowsTheSenderDown()
{
    constexpr qint64 pieces = 200;
    const QByteArray piece(65'536, 'x');
    m_server->on("/", Script{Send("HTTP/1.1 200 OK\r\nContent-Length: " +
                                  QByteArray::number(pieces * piece.size()) + "\r\n\r\n"),
                             Repeat(piece, pieces)});
    const std::unique_ptr<Exchange> exchange = m_manager->begin(request("/"));
    QTRY_VERIFY(exchange->hasHead());
    for (int turn = 0; turn < 200; ++turn) // enough for all of it, if nothing held it up
        QCoreApplication::processEvents();
    QVERIFY(!exchange->isFinished());
    QByteArray first(2 * Exchange::readBufferBytes, '\0');
    const qint64 kept = exchange->read(first.data(), first.size());
    QVERIFY2(kept < Exchange::readBufferBytes + 64 * 1024, qPrintable(QString::number(kept)));
    const Told rest = async::run(heard(exchange.get()));
    QCOMPARE(kept + rest.body.size(), pieces * piece.size());
    QCOMPARE(rest.facts.error, ErrorKind::None);
}

void TestCurlExchange::destructionEndsTheTransfer()
{
    m_server->on("/", Script{WaitForever{}});
    std::unique_ptr<Exchange> exchange = m_manager->begin(request("/"));
    QTRY_COMPARE(m_server->requests().size(), 1);
    QVERIFY(exchange->isConnected());
    exchange.reset();
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestCurlExchange::urlsWithoutAHostAreNotAccepted()
{
    QVERIFY(m_manager->accepts("http://host/"));
    QVERIFY(m_manager->accepts("https://[::1]:1/"));
    QVERIFY(!m_manager->accepts("nonsense"));
    QVERIFY(!m_manager->accepts(""));
}

QTEST_GUILESS_MAIN(TestCurlExchange)
#include "tst_curlexchange.moc"
