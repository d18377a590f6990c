// SPDX-License-Identifier: MIT
#include "core/net/httpmethod.h"
#include "tests/net/fetchertest.h"
#include "tests/support/rawsockets.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace rollcall;
using namespace rollcall::test;

namespace {

/// A SOCKS5 proxy (RFC 1928) without authentication, that connects to one port whatever it is asked for.
class SocksProxy : public QTcpServer
{
public:
    explicit SocksProxy(quint16 target) : m_target(target)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
    }
    /// The names that clients asked for.
    QList<QByteArray> names;

private:
    void serve(QTcpSocket *client)
    {
        connect(client, &QTcpSocket::readyRead, client, [this, client] {
            const QByteArray bytes = client->readAll();
            QTcpSocket *const server = client->findChild<QTcpSocket *>();
            if (server) {
                server->write(bytes);
            } else if (bytes.size() >= 5 && bytes[1] == 1 && bytes[2] == 0 && bytes[3] == 3) {
                names += bytes.mid(5, bytes[4]);
                relay(client);
            } else {
                client->write(QByteArray("\x05\x00", 2));
            }
        });
    }
    void relay(QTcpSocket *client) const
    {
        auto *const server = new QTcpSocket(client);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        client->write(QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50", 10));
    }

    quint16 m_target;
};

ProxySetting proxyAt(const char *scheme, quint16 port)
{
    return *ProxySetting::fromText(QStringLiteral("%1://127.0.0.1:%2").arg(QLatin1String(scheme)).arg(port));
}

} // namespace

class TestFetcherRequests : public FetcherTest
{
    Q_OBJECT
private Q_SLOTS:
    void aBodyIsSentWithItsMethod_data();
    void aBodyIsSentWithItsMethod();
    void redirectsOfAPost_data();
    void redirectsOfAPost();
    void aBodyDoesNotGoToAnotherOrigin();
    void anOverrideStandsForTheNameServer();
    void theIpVersionIsChosen();
    void anHttpProxyIsUsed();
    void aSocksProxyLooksTheHostUp();
    void aProxyThatCannotBeUsedIsNamed();
    void proxiesAreReadFromText();
};

void TestFetcherRequests::aBodyIsSentWithItsMethod_data()
{
    QTest::addColumn<HttpMethod>("method");
    for (const HttpMethod method :
         {HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch, HttpMethod::Delete, HttpMethod::Options})
        QTest::newRow(verbOf(method).constData()) << method;
}

void TestFetcherRequests::aBodyIsSentWithItsMethod()
{
    QFETCH(const HttpMethod, method);
    server().on("/", answer(201, "made"));
    FetchRequest asked = request("/");
    asked.method = verbOf(method);
    asked.body = "hello=world";
    asked.headers = {{"Content-Type", "text/plain"}};
    const FetchResult result = fetch(asked);
    QCOMPARE(errorKindInfo(result.error).slug, "");
    QCOMPARE(result.status, 201);
    QCOMPARE(result.bodyBytes, 4);
    const Request &seen = server().requests().constFirst();
    QCOMPARE(seen.method, verbOf(method));
    QCOMPARE(seen.header("Content-Length"), QByteArray("11"));
    QCOMPARE(seen.header("Content-Type"), QByteArray("text/plain"));
}

void TestFetcherRequests::redirectsOfAPost_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("verb");
    QTest::newRow("301") << 301 << QByteArray("GET");
    QTest::newRow("302") << 302 << QByteArray("GET");
    QTest::newRow("303") << 303 << QByteArray("GET");
    QTest::newRow("307") << 307 << QByteArray("POST");
    QTest::newRow("308") << 308 << QByteArray("POST");
}

void TestFetcherRequests::redirectsOfAPost()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, verb);
    server().on("/", Script{Send(redirect(status, "/end"))});
    server().on("/end", answer(200, "end"));
    FetchRequest asked = request("/");
    asked.method = "POST";
    asked.body = "hello";
    asked.headers = {{"Content-Type", "text/plain"}, {"X-Kept", "1"}};
    QCOMPARE(errorKindInfo(fetch(asked).error).slug, "");
    const Request &seen = server().requests().constLast();
    QCOMPARE(seen.method, verb);
    QCOMPARE(seen.header("X-Kept"), QByteArray("1"));
    QCOMPARE(seen.header("Content-Type").isNull(), verb == "GET");
    QCOMPARE(seen.header("Content-Length").toInt(), verb == "GET" ? 0 : 5);
}

void TestFetcherRequests::aBodyDoesNotGoToAnotherOrigin()
{
    FaultServer other;
    QVERIFY(other.listen());
    server().on("/", Script{Send(redirect(307, other.url("/")))});
    FetchRequest asked = request("/");
    asked.method = "PUT";
    asked.body = "secret";
    const FetchResult result = fetch(asked);
    QCOMPARE(errorKindInfo(result.error).slug, "redirect-blocked");
    QCOMPARE(result.status, 307);
    QVERIFY(other.requests().isEmpty());
}

void TestFetcherRequests::anOverrideStandsForTheNameServer()
{
    TransportOptions options;
    options.hostOverrides = {{QStringLiteral("Name.Test"), QHostAddress(QStringLiteral("127.0.0.1"))}};
    useOptions(options);
    server().on("/", answer(200, "ok"));
    FetchRequest asked = request("/");
    asked.url = server().url("/", "name.test");
    const FetchResult result = fetch(asked);
    QCOMPARE(errorKindInfo(result.error).slug, "");
    QCOMPARE(result.remoteIp, QByteArray("127.0.0.1"));
    QCOMPARE(server().requests().constFirst().header("Host"),
             "name.test:" + QByteArray::number(server().port()));
}

void TestFetcherRequests::theIpVersionIsChosen()
{
    TransportOptions options;
    options.ipVersion = IpVersion::V6;
    options.hostOverrides = {{QStringLiteral("name.test"), QHostAddress(QStringLiteral("127.0.0.1"))}};
    useOptions(options);
    server().on("/", answer(200, "ok"));
    FetchRequest asked = request("/");
    QCOMPARE(errorKindInfo(fetch(asked).error).slug, "dns-not-found");
    asked.url = server().url("/", "name.test");
    const FetchResult result = fetch(asked);
    QCOMPARE(errorKindInfo(result.error).slug, "dns-not-found");
    QCOMPARE(result.errorDetail, QStringLiteral("it has no IPv6 address"));
    options.ipVersion = IpVersion::V4;
    useOptions(options);
    QCOMPARE(errorKindInfo(fetch(asked).error).slug, "");
}

void TestFetcherRequests::anHttpProxyIsUsed()
{
    TransportOptions options;
    options.proxy = proxyAt("http", server().port());
    options.proxy.server.setUserInfo(QStringLiteral("me:secret"));
    useOptions(options);
    server().on("http://name.test/path", [](const Request &seen) {
        if (!seen.header("Proxy-Authorization").isNull())
            return answer(200, "through");
        return answer(407, "who?", {{"Proxy-Authenticate", "Basic realm=\"x\""}});
    });
    FetchRequest asked = request("/");
    asked.url = "http://name.test/path";
    const FetchResult result = fetch(asked);
    QCOMPARE(errorKindInfo(result.error).slug, "");
    QCOMPARE(result.status, 200);
    QCOMPARE(result.bodyBytes, 7);
    QVERIFY(!result.times.dns);
    const Request &seen = server().requests().constLast();
    QCOMPARE(seen.header("Proxy-Authorization"), "Basic " + QByteArray("me:secret").toBase64());
}

void TestFetcherRequests::aSocksProxyLooksTheHostUp()
{
    SocksProxy proxy(server().port());
    TransportOptions options;
    options.proxy = proxyAt("socks5", proxy.serverPort());
    useOptions(options);
    server().on("/", answer(200, "through"));
    FetchRequest asked = request("/");
    asked.url = "http://name.test/";
    const FetchResult result = fetch(asked);
    QCOMPARE(errorKindInfo(result.error).slug, "");
    QCOMPARE(result.bodyBytes, 7);
    QCOMPARE(proxy.names, QList<QByteArray>{"name.test"});
}

void TestFetcherRequests::aProxyThatCannotBeUsedIsNamed()
{
    TransportOptions options;
    options.proxy = proxyAt("http", refusedPort());
    useOptions(options);
    FetchRequest asked = request("/");
    asked.url = "http://name.test/";
    QCOMPARE(errorKindInfo(fetch(asked).error).slug, "proxy-error");
    options.proxy = proxyAt("socks5", refusedPort());
    useOptions(options);
    QCOMPARE(errorKindInfo(fetch(asked).error).slug, "proxy-error");
    options.proxy = proxyAt("http", server().port()); // which knows no tunnels
    useOptions(options);
    asked.url = "https://name.test/";
    // To Qt's own manager a proxy's 404 is the name server's.
    const bool isExact = engine() == EngineKind::Exact;
    QCOMPARE(errorKindInfo(fetch(asked).error).slug, isExact ? "proxy-error" : "dns-not-found");
}

void TestFetcherRequests::proxiesAreReadFromText()
{
    const auto server = [](const char *text) {
        const auto setting = ProxySetting::fromText(QLatin1String(text));
        return setting && setting->kind == ProxySetting::Kind::Server ? setting->server : QUrl();
    };
    QCOMPARE(server("http://proxy.test"), QUrl(QStringLiteral("http://proxy.test:8080")));
    QCOMPARE(server("https://u:p@proxy.test/"), QUrl(QStringLiteral("https://u:p@proxy.test:443")));
    QCOMPARE(server("socks5://[::1]:99"), QUrl(QStringLiteral("socks5://[::1]:99")));
    for (const char *bad : {"", "proxy.test", "proxy.test:80", "ftp://proxy.test", "http://",
                            "http://proxy.test/x", "http://proxy.test?x", "http://proxy.test:0"})
        QVERIFY2(!ProxySetting::fromText(QLatin1String(bad)), bad);
    QCOMPARE(ProxySetting::fromText(QStringLiteral("none"))->kind, ProxySetting::Kind::None);
    QCOMPARE(ProxySetting::fromText(QStringLiteral("desktop")), ProxySetting());
}

QTEST_GUILESS_MAIN(TestFetcherRequests)
#include "tst_fetcherrequests.moc"
