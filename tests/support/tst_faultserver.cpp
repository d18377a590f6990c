// SPDX-License-Identifier: MIT
#include "tests/support/faultserver.h"

#include <QTcpSocket>
#include <QTest>

using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

// A plain client: what arrived, and how it ended.
class Client
{
public:
    explicit Client(quint16 port)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] {
            received += socket.readAll();
            ++arrivals;
        });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }
    explicit Client(const FaultServer &server) : Client(server.port()) {}

    void request(const QByteArray &target) { socket.write("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"); }
    bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QTcpSocket socket;
    QByteArray received;
    int arrivals = 0;
};

const QByteArray hello = httpResponse(200, {}, "hello");

} // namespace

class tst_FaultServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answersRequestsOnOneConnectionInSequence();
    void answersPipelinedRequestsInOrder();
    void passesOverTheBodiesOfRequests();
    void anUnknownPathIsNotFound();
    void aHandlerSeesTheRequest();
    void dripsInPieces();
    void repeatsWithBackPressure();
    void waitsBeforeItGoesOn();
    void waitsForeverUntilTheClientLeaves();
    void waitsForAFurtherRequestWithinAScript();
    void closesAfterWhatWasSent();
    void closesWithoutAnswer();
    void runsAScriptOnConnecting();
    void countsConnectionsForTheConnectHandler();
    void holdsRequestsUntilReleased();
    void countsReleasesThatComeFirst();
    void forgetsHeldRequestsOfLostConnections();
    void countsWhatIsOpenAtOnce();
    void closesIdleConnectionsOnDemand();
    void stopsListening();

private:
    std::unique_ptr<FaultServer> m_server;
};

void tst_FaultServer::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_server->on("/hello", {Send(hello)});
}

void tst_FaultServer::cleanup()
{
    m_server.reset();
}

void tst_FaultServer::answersRequestsOnOneConnectionInSequence()
{
    Client client(*m_server);
    client.request("/hello?first");
    QTRY_COMPARE(client.received, hello);
    client.request("/hello");
    QTRY_COMPARE(client.received, hello + hello);
    client.socket.disconnectFromHost();
    const QStringList expected{
        QStringLiteral("connected 1"), QStringLiteral("request 1 GET /hello?first"),
        QStringLiteral("answered 1"),  QStringLiteral("request 1 GET /hello"),
        QStringLiteral("answered 1"),  QStringLiteral("client closed 1"),
    };
    QTRY_COMPARE(m_server->log(), expected);
    QCOMPARE(m_server->requestCount("/hello"), 2);
    QCOMPARE(m_server->connectionCount(), 1);
    QCOMPARE(m_server->requestsInProgress(), 0);
}

void tst_FaultServer::answersPipelinedRequestsInOrder()
{
    m_server->on("/other", {Send("other")});
    Client client(*m_server);
    client.request("/hello");
    client.request("/other");
    client.request("/hello");
    QTRY_COMPARE(client.received, hello + "other" + hello);
}

void tst_FaultServer::passesOverTheBodiesOfRequests()
{
    Client client(*m_server);
    client.socket.write("POST /hello HTTP/1.1\r\ncontent-length: 29\r\n\r\nGET /not-a-request HTTP/1.1\r\n");
    client.request("/hello");
    QTRY_COMPARE(client.received, hello + hello);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(m_server->requests().at(0).method, QByteArray("POST"));
    QCOMPARE(m_server->requests().at(1).method, QByteArray("GET"));
}

void tst_FaultServer::anUnknownPathIsNotFound()
{
    Client client(*m_server);
    client.request("/nowhere");
    QTRY_VERIFY(client.received.startsWith("HTTP/1.1 404 "));
}

void tst_FaultServer::aHandlerSeesTheRequest()
{
    m_server->on("/echo", [](const Request &request) -> Script {
        return {Send(request.method + ' ' + request.target + ' ' + request.header("hOST"))};
    });
    Client client(*m_server);
    client.request("/echo?a=b");
    QTRY_COMPARE(client.received, QByteArray("GET /echo?a=b x"));
    QCOMPARE(m_server->requests().at(0).raw, QByteArray("GET /echo?a=b HTTP/1.1\r\nHost: x\r\n\r\n"));
}

void tst_FaultServer::dripsInPieces()
{
    m_server->on("/fast", {SendDripped("abcdefg", 2, 1ms), Send("!")});
    m_server->on("/slow", {SendDripped("abcdefg", 2, 1h), Send("!")});
    Client slow(*m_server);
    slow.request("/slow");
    Client fast(*m_server);
    fast.request("/fast");
    QTRY_COMPARE(fast.received, QByteArray("abcdefg!"));
    QTRY_COMPARE(slow.received, QByteArray("ab"));
}

void tst_FaultServer::repeatsWithBackPressure()
{
    constexpr qint64 count = 512;
    const QByteArray block(65'536, 'x');
    m_server->on("/large", {Repeat(block, count), Send("end")});
    QTcpSocket reader;
    reader.setReadBufferSize(1024);
    reader.connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->port());
    reader.write("GET /large HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(reader.bytesAvailable(), 1024);

    // 32 MiB do not fit into the system's buffers: as long as nobody reads, the script cannot be through.
    Client other(*m_server);
    other.request("/hello");
    QTRY_COMPARE(other.received, hello);
    QVERIFY(!m_server->log().contains(QStringLiteral("answered 1")));

    reader.setReadBufferSize(0);
    QTRY_COMPARE_WITH_TIMEOUT(reader.bytesAvailable(), count * block.size() + 3, 60'000);
    QVERIFY(reader.readAll().endsWith("xend"));
    QVERIFY(m_server->log().contains(QStringLiteral("answered 1")));
}

void tst_FaultServer::waitsBeforeItGoesOn()
{
    m_server->on("/short", {Send("a"), Wait(1ms), Send("b")});
    m_server->on("/long", {Send("a"), Wait(1h), Send("b")});
    Client longWait(*m_server);
    longWait.request("/long");
    Client shortWait(*m_server);
    shortWait.request("/short");
    QTRY_COMPARE(shortWait.received, QByteArray("ab"));
    QTRY_COMPARE(longWait.received, QByteArray("a"));
}

void tst_FaultServer::waitsForeverUntilTheClientLeaves()
{
    m_server->on("/never", {WaitForever(), Send("not sent")});
    Client client(*m_server);
    client.request("/never");
    QTRY_COMPARE(m_server->requestsInProgress(), 1);
    client.socket.disconnectFromHost();
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(client.received, QByteArray());
    QCOMPARE(m_server->requestsInProgress(), 0);
    QCOMPARE(m_server->log().last(), QStringLiteral("client closed 1"));
}

void tst_FaultServer::waitsForAFurtherRequestWithinAScript()
{
    m_server->on("/once", {Send(hello), WaitForRequest(), Close()});
    Client client(*m_server);
    client.request("/once");
    QTRY_COMPARE(client.received, hello);
    QVERIFY(!client.isClosed());
    client.request("/again");
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.received, hello);
    QCOMPARE(m_server->requestCount("/again"), 1);
}

void tst_FaultServer::closesAfterWhatWasSent()
{
    const QByteArray body(1'048'576, 'x');
    m_server->on("/close", {Send(body), Close(), Send("not sent")});
    Client client(*m_server);
    client.request("/close");
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.socket.error(), QAbstractSocket::RemoteHostClosedError);
    QCOMPARE(client.received + client.socket.readAll(), body);
    QTRY_COMPARE(m_server->log().last(), QStringLiteral("closed 1"));
}

void tst_FaultServer::closesWithoutAnswer()
{
    m_server->on("/nothing", closeWithoutAnswer());
    Client client(*m_server);
    client.request("/nothing");
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.socket.error(), QAbstractSocket::RemoteHostClosedError);
    QCOMPARE(client.received, QByteArray());
}

void tst_FaultServer::runsAScriptOnConnecting()
{
    m_server->onConnect({Send("banner "), WaitForRequest(), Send("first ")});
    Client client(*m_server);
    QTRY_COMPARE(client.received, QByteArray("banner "));
    client.request("/not-routed");
    QTRY_COMPARE(client.received, QByteArray("banner first "));
    client.request("/hello");
    QTRY_COMPARE(client.received, "banner first " + hello);
    QCOMPARE(m_server->requestCount("/not-routed"), 1);
}

void tst_FaultServer::countsConnectionsForTheConnectHandler()
{
    m_server->onConnect([](int number) -> Script {
        if (number == 1)
            return {WaitForRequest(), Close()};
        return {};
    });
    Client first(*m_server);
    first.request("/hello");
    QTRY_VERIFY(first.isClosed());
    QCOMPARE(first.received, QByteArray());
    Client second(*m_server);
    second.request("/hello");
    QTRY_COMPARE(second.received, hello);
}

void tst_FaultServer::holdsRequestsUntilReleased()
{
    m_server->hold("/hello");
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<Client>(*m_server));
        clients.back()->request("/hello");
        QTRY_COMPARE(m_server->heldRequests("/hello"), i + 1);
    }
    QCOMPARE(m_server->requestsInProgress(), 3);

    m_server->release("/hello", 2);
    QTRY_COMPARE(clients[0]->received, hello);
    QTRY_COMPARE(clients[1]->received, hello);
    QCOMPARE(m_server->heldRequests("/hello"), 1);
    QCOMPARE(clients[2]->received, QByteArray());

    m_server->releaseAll("/hello");
    QTRY_COMPARE(clients[2]->received, hello);
    clients[0]->request("/hello");
    QTRY_COMPARE(clients[0]->received, hello + hello);
    QCOMPARE(m_server->maximumRequestsInProgress(), 3);
}

void tst_FaultServer::countsReleasesThatComeFirst()
{
    m_server->hold("/hello");
    m_server->release("/hello");
    Client client(*m_server);
    client.request("/hello");
    QTRY_COMPARE(client.received, hello);
    client.request("/hello");
    QTRY_COMPARE(m_server->heldRequests("/hello"), 1);
    QCOMPARE(client.received, hello);
}

void tst_FaultServer::forgetsHeldRequestsOfLostConnections()
{
    m_server->hold("/hello");
    Client client(*m_server);
    client.request("/hello");
    QTRY_COMPARE(m_server->heldRequests("/hello"), 1);
    client.socket.abort();
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(m_server->heldRequests("/hello"), 0);
    QCOMPARE(m_server->requestsInProgress(), 0);
}

void tst_FaultServer::countsWhatIsOpenAtOnce()
{
    auto first = std::make_unique<Client>(*m_server);
    Client second(*m_server);
    QTRY_COMPARE(m_server->openConnections(), 2);
    first.reset();
    QTRY_COMPARE(m_server->openConnections(), 1);
    Client third(*m_server);
    QTRY_COMPARE(m_server->connectionCount(), 3);
    QCOMPARE(m_server->openConnections(), 2);
    QCOMPARE(m_server->maximumOpenConnections(), 2);
}

void tst_FaultServer::closesIdleConnectionsOnDemand()
{
    Client client(*m_server);
    client.request("/hello");
    QTRY_COMPARE(client.received, hello);
    m_server->closeConnections();
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(m_server->log().last(), QStringLiteral("closed 1"));
}

void tst_FaultServer::stopsListening()
{
    const quint16 port = m_server->port();
    Client open(*m_server);
    QTRY_COMPARE(m_server->openConnections(), 1);
    m_server->stopListening();
    open.request("/hello");
    QTRY_COMPARE(open.received, hello);
    Client late(port);
    QTRY_COMPARE(late.socket.error(), QAbstractSocket::ConnectionRefusedError);
}

QTEST_GUILESS_MAIN(tst_FaultServer)
#include "tst_faultserver.moc"
