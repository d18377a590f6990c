// SPDX-License-Identifier: MIT
#include "tests/support/threadedfaultserver.h"

#include <QTest>

#include <arpa/inet.h>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

using namespace rollcall::test;

namespace {

// What a client got that blocks its thread, and how its connection ended: 0 is an orderly end, else the
// system's error. Qt's socket reports a reset as an orderly end, so this one is the system's.
struct BlockingAnswer {
    QByteArray received;
    int error = 0;
};

BlockingAnswer askBlocking(quint16 port, const QByteArray &request)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    BlockingAnswer answer;
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
        ::send(descriptor, request.constData(), static_cast<size_t>(request.size()), MSG_NOSIGNAL) > 0) {
        char buffer[4096];
        ssize_t size = 0;
        while ((size = ::recv(descriptor, buffer, sizeof buffer, 0)) > 0)
            answer.received.append(buffer, size);
        answer.error = size < 0 ? errno : 0;
    } else {
        answer.error = errno;
    }
    ::close(descriptor);
    return answer;
}

} // namespace

class tst_ThreadedFaultServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksWhileTheClientBlocks();
    void resetsAfterWhatWasSent();
};

void tst_ThreadedFaultServer::worksWhileTheClientBlocks()
{
    ThreadedFaultServer threaded;
    const quint16 port = threaded.call([](FaultServer &server) {
        server.on("/hello", {Send("hello"), Close()});
        server.listen();
        return server.port();
    });
    const BlockingAnswer answer = askBlocking(port, "GET /hello HTTP/1.1\r\n\r\n");
    QCOMPARE(answer.received, QByteArray("hello"));
    QCOMPARE(threaded.call([](FaultServer &server) { return server.requestCount("/hello"); }), 1);
}

void tst_ThreadedFaultServer::resetsAfterWhatWasSent()
{
    ThreadedFaultServer threaded;
    const quint16 port = threaded.call([](FaultServer &server) {
        server.on("/reset", {Send("partial"), Reset()});
        server.on("/close", {Send("partial"), Close()});
        server.listen();
        return server.port();
    });
    const BlockingAnswer closed = askBlocking(port, "GET /close HTTP/1.1\r\n\r\n");
    QCOMPARE(closed.received, QByteArray("partial"));
    QCOMPARE(closed.error, 0);
    const BlockingAnswer reset = askBlocking(port, "GET /reset HTTP/1.1\r\n\r\n");
    QCOMPARE(reset.received, QByteArray("partial"));
    QCOMPARE(reset.error, ECONNRESET);
    QCOMPARE(threaded.call([](FaultServer &server) { return server.log().last(); }),
             QStringLiteral("reset 2"));
}

QTEST_GUILESS_MAIN(tst_ThreadedFaultServer)
#include "tst_threadedfaultserver.moc"
