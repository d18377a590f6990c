// SPDX-License-Identifier: MIT
#include "core/monitor/metricsserver.h"

#include <QByteArrayList>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>

namespace rollcall {

namespace {

constexpr qint64 longestRequest = 8 * 1024;
constexpr std::chrono::seconds timeLimit(5);
constexpr int mostConnections = 32;

QByteArray response(const char *status, const QByteArray &body)
{
    return QByteArray("HTTP/1.1 ") + status +
           "\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

/// The value of Host; null if there is none, or more than one.
QByteArray hostIn(const QByteArrayList &lines)
{
    QByteArray host;
    for (const QByteArray &line : lines) {
        if (!line.toLower().startsWith("host:"))
            continue;
        if (!host.isNull())
            return {};
        host = line.mid(5).trimmed().toLower();
    }
    return host;
}

bool isOurName(QByteArray host)
{
    const qsizetype colon = host.lastIndexOf(':');
    if (colon > host.lastIndexOf(']'))
        host.truncate(colon);
    constexpr std::array names = {"127.0.0.1", "localhost", "[::1]"};
    return std::any_of(names.begin(), names.end(), [&host](const char *name) { return host == name; });
}

} // namespace

MetricsServer::MetricsServer(std::function<QByteArray()> metrics, QObject *parent)
    : QObject(parent),
      m_metrics(std::move(metrics))
{
    connect(&m_server, &QTcpServer::newConnection, this, &MetricsServer::accept);
}

QString MetricsServer::listen(quint16 port)
{
    if (m_server.listen(QHostAddress::LocalHost, port))
        return {};
    return QStringLiteral("The metrics cannot be served on 127.0.0.1, port %1: %2.")
        .arg(port)
        .arg(m_server.errorString());
}

void MetricsServer::accept()
{
    while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_server.findChildren<QTcpSocket *>().size() > mostConnections) {
            socket->abort();
            continue;
        }
        QTimer::singleShot(timeLimit, socket, [socket] { socket->abort(); });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    }
}

void MetricsServer::read(QTcpSocket &socket)
{
    const QByteArray received = socket.peek(longestRequest + 1);
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0 && received.size() <= longestRequest)
        return;
    socket.disconnect(this); // one answer
    socket.readAll();
    socket.write(end < 0 ? response("431 Request Header Fields Too Large", "The request is too long.\n")
                         : answer(received.first(end)));
    socket.disconnectFromHost();
}

QByteArray MetricsServer::answer(const QByteArray &head) const
{
    QByteArrayList lines = head.split('\n');
    const QByteArrayList words = lines.takeFirst().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1."))
        return response("400 Bad Request", "This is no request of HTTP/1.\n");
    if (!isOurName(hostIn(lines)))
        return response("421 Misdirected Request", "The metrics are at 127.0.0.1 only.\n");
    if (words[0] != "GET")
        return response("405 Method Not Allowed", "There is only GET.\n");
    if (words[1].split('?').front() != "/metrics")
        return response("404 Not Found", "There is only /metrics.\n");
    return response("200 OK", m_metrics());
}

} // namespace rollcall
