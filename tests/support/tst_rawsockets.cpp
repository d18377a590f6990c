// SPDX-License-Identifier: MIT
#include "tests/support/rawsockets.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace rollcall::test;

class tst_RawSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesOnTheRefusedPort();
    void nobodyElseGetsTheRefusedPort();
    void hangsOnTheBlackHole();
};

void tst_RawSockets::refusesOnTheRefusedPort()
{
    QVERIFY(refusedPort() != 0);
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), refusedPort());
    QTRY_COMPARE(client.error(), QAbstractSocket::ConnectionRefusedError);
}

void tst_RawSockets::nobodyElseGetsTheRefusedPort()
{
    const quint16 port = refusedPort();
    QCOMPARE(refusedPort(), port);
    QTcpServer other;
    QVERIFY(!other.listen(QHostAddress::LocalHost, port));
}

void tst_RawSockets::hangsOnTheBlackHole()
{
    const BlackHole hole;
    QVERIFY(hole.isReady());
    QTcpSocket hanging;
    hanging.connectToHost(QHostAddress(QHostAddress::LocalHost), hole.port());

    // Meanwhile another connection is made and used.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket prompt;
    prompt.connectToHost(server.serverAddress(), server.serverPort());
    QTRY_VERIFY(server.hasPendingConnections());
    server.nextPendingConnection()->write("hello");
    QTRY_COMPARE(prompt.bytesAvailable(), 5);
    QCOMPARE(hanging.state(), QAbstractSocket::ConnectingState);
}

QTEST_GUILESS_MAIN(tst_RawSockets)
#include "tst_rawsockets.moc"
