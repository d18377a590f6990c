// SPDX-License-Identifier: MIT
#include "core/monitor/metricsserver.h"

#include <QTcpSocket>
#include <QTest>

using namespace rollcall;

namespace {

/// What the server answers to \a request, until it closes the connection.
QByteArray ask(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(request);
    if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 60'000))
        return "the connection stays open";
    return socket.readAll();
}

} // namespace

class TestMetricsServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requestsAreAnswered_data();
    void requestsAreAnswered();
    void theTextIsMadeForEachRequest();
    void aRequestMayComeInPieces();
    void whoSaysNothingIsLetGo();
    void aTakenPortIsSaid();
};

void TestMetricsServer::requestsAreAnswered_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *name, const QByteArray &request, const char *status) {
        QTest::newRow(name) << request << QByteArray(status);
    };
    row("metrics", "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1:9100\r\n\r\n", "200 OK");
    row("by another of our names", "GET /metrics HTTP/1.1\r\nhost: LOCALHOST\r\n\r\n", "200 OK");
    row("with a query", "GET /metrics?x=1 HTTP/1.0\r\nHost: [::1]:80\r\n\r\n", "200 OK");
    row("elsewhere", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "404 Not Found");
    row("another method", "POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n",
        "405 Method Not Allowed");
    row("by a name that is not ours", "GET /metrics HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "421 Misdirected Request");
    row("by no name", "GET /metrics HTTP/1.1\r\n\r\n", "421 Misdirected Request");
    row("by two names", "GET /metrics HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        "421 Misdirected Request");
    row("no HTTP", "hello\r\n\r\n", "400 Bad Request");
    row("too long", "GET /metrics HTTP/1.1\r\nHost: localhost\r\nX: " + QByteArray(10'000, 'x'),
        "431 Request Header Fields Too Large");
}

void TestMetricsServer::requestsAreAnswered()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, status);
    MetricsServer server([] { return QByteArray("up 1\n"); });
    QCOMPARE(server.listen(0), QString());
    const QByteArray answer = ask(server.port(), request);
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status + "\r\n"), answer.constData());
    QCOMPARE(answer.endsWith("\r\n\r\nup 1\n"), status == "200 OK");
}

void TestMetricsServer::theTextIsMadeForEachRequest()
{
    int count = 0;
    MetricsServer server([&count] { return "count " + QByteArray::number(++count) + '\n'; });
    QCOMPARE(server.listen(0), QString());
    const QByteArray request = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
    QVERIFY(ask(server.port(), request).endsWith("count 1\n"));
    QVERIFY(ask(server.port(), request).endsWith("count 2\n"));
}

void TestMetricsServer::aRequestMayComeInPieces()
{
    MetricsServer server([] { return QByteArray("up 1\n"); });
    QCOMPARE(server.listen(0), QString());
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.port());
    for (const char *piece : {"GET /met", "rics HTTP/1.1\r\nHo", "st: localhost\r\n\r", "\n"}) {
        socket.write(piece);
        QVERIFY(QTest::qWaitFor([&socket] { return socket.bytesToWrite() == 0; }, 60'000));
    }
    QVERIFY(
        QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 60'000));
    QVERIFY(socket.readAll().endsWith("up 1\n"));
}

void TestMetricsServer::whoSaysNothingIsLetGo()
{
    MetricsServer server([] { return QByteArray(); });
    QCOMPARE(server.listen(0), QString());
    QCOMPARE(ask(server.port(), "GET /metrics"), QByteArray());
}

void TestMetricsServer::aTakenPortIsSaid()
{
    MetricsServer first([] { return QByteArray(); });
    QCOMPARE(first.listen(0), QString());
    MetricsServer second([] { return QByteArray(); });
    const QString problem = second.listen(first.port());
    QVERIFY2(problem.contains(QString::number(first.port())), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestMetricsServer)
#include "tst_metricsserver.moc"
