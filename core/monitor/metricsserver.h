// SPDX-License-Identifier: MIT
// Serves one text, the metrics, to programs on this machine.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTcpServer>

#include <functional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace rollcall {

/// A server of HTTP/1.1 for GET /metrics alone, on 127.0.0.1 alone. (Debian's Qt 6.4 has no QHttpServer.) A
/// request has at most 8 KiB and 5 seconds, and each connection one request; a browser that was led here
/// under another name is turned away, so that no web page can read the metrics. Lives in one thread.
class MetricsServer : public QObject
{
public:
    /// \a metrics gives the text, in Prometheus's text format 0.0.4.
    explicit MetricsServer(std::function<QByteArray()> metrics, QObject *parent = nullptr);

    /// Listens; port 0 lets the system choose. Returns an English sentence when it cannot, else an empty
    /// string.
    QString listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }

private:
    void accept();
    void read(QTcpSocket &socket);
    QByteArray answer(const QByteArray &head) const;

    std::function<QByteArray()> m_metrics;
    QTcpServer m_server;
};

} // namespace rollcall
