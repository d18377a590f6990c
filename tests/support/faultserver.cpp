// SPDX-License-Identifier: MIT
#include "tests/support/faultserver.h"

#include <QSslSocket>
#include <QTcpServer>

#include <algorithm>

namespace rollcall::test {

class FaultServer::Listener : public QTcpServer
{
public:
    explicit Listener(FaultServer &server) : m_server(server) { setListenBacklogSize(4096); }

protected:
    void incomingConnection(qintptr descriptor) override { m_server.accept(descriptor); }

private:
    FaultServer &m_server;
};

FaultServer::FaultServer(QObject *parent) : QObject(parent) {}

FaultServer::~FaultServer() = default;

void FaultServer::useTls(QSslConfiguration configuration)
{
    m_tls = std::move(configuration);
}

bool FaultServer::listen(quint16 port, const QHostAddress &address)
{
    m_listener = std::make_unique<Listener>(*this);
    return m_listener->listen(address, port);
}

void FaultServer::stopListening()
{
    m_listener->close();
}

void FaultServer::closeConnections()
{
    QList<FaultConnection *> open;
    for (const auto &[number, connection] : m_connections)
        open.append(connection.get());
    for (FaultConnection *connection : std::as_const(open))
        connection->close();
}

quint16 FaultServer::port() const
{
    return m_listener ? m_listener->serverPort() : 0;
}

QByteArray FaultServer::url(const QByteArray &pathAndQuery, const QByteArray &host) const
{
    const QByteArray scheme = m_tls ? "https://" : "http://";
    const QByteArray name = host.isEmpty() ? m_listener->serverAddress().toString().toLatin1() : host;
    return scheme + name + ':' + QByteArray::number(port()) + pathAndQuery;
}

void FaultServer::on(const QByteArray &path, Script script)
{
    on(path, [script = std::move(script)](const Request &) { return script; });
}

void FaultServer::on(const QByteArray &path, Handler handler)
{
    m_routes[path] = std::move(handler);
}

void FaultServer::onConnect(Script script)
{
    onConnect([script = std::move(script)](int) { return script; });
}

void FaultServer::onConnect(ConnectionHandler handler)
{
    m_connectionHandler = std::move(handler);
}

void FaultServer::hold(const QByteArray &path)
{
    m_held.insert(path, Held());
}

void FaultServer::release(const QByteArray &path, int count)
{
    const auto held = m_held.find(path);
    if (held == m_held.end())
        return;
    held->credit += count;
    QList<Request> passing;
    while (held->credit > 0 && !held->waiting.isEmpty()) {
        --held->credit;
        passing.append(held->waiting.takeFirst());
    }
    for (const Request &request : std::as_const(passing))
        answer(request);
}

void FaultServer::releaseAll(const QByteArray &path)
{
    const QList<Request> passing = m_held.take(path).waiting;
    for (const Request &request : passing)
        answer(request);
}

int FaultServer::heldRequests(const QByteArray &path) const
{
    return static_cast<int>(m_held.value(path).waiting.size());
}

int FaultServer::requestCount(const QByteArray &path) const
{
    return static_cast<int>(
        std::count_if(m_requests.begin(), m_requests.end(),
                      [&path](const Request &request) { return request.path() == path; }));
}

void FaultServer::accept(qintptr descriptor)
{
    const int number = ++m_connectionCount;
    std::unique_ptr<QTcpSocket> socket;
    if (m_tls)
        socket = std::make_unique<QSslSocket>();
    else
        socket = std::make_unique<QTcpSocket>();
    socket->setSocketDescriptor(descriptor);
    auto owned = std::make_unique<FaultConnection>(number, std::move(socket));
    FaultConnection *connection = owned.get();
    m_connections.emplace(number, std::move(owned));
    m_maximumOpenConnections = std::max(m_maximumOpenConnections, openConnections());

    connect(connection, &FaultConnection::encrypted, this, [this, number] {
        note("encrypted", number);
        begin(number);
    });
    connect(connection, &FaultConnection::requestReceived, this, &FaultServer::onRequest);
    connect(connection, &FaultConnection::answerWanted, this, &FaultServer::admit);
    connect(connection, &FaultConnection::answered, this, [this, number] { onAnswered(number); });
    connect(connection, &FaultConnection::ended, this,
            [this, number](FaultConnection::End end) { onEnded(number, end); });
    note("connected", number);
    if (m_tls)
        connection->encrypt(*m_tls);
    else
        begin(number);
}

void FaultServer::begin(int number)
{
    m_connections.at(number)->run(m_connectionHandler ? m_connectionHandler(number) : Script());
}

void FaultServer::onRequest(const Request &request)
{
    m_requests.append(request);
    note("request", request.connection, request.method + ' ' + request.target);
}

void FaultServer::admit(const Request &request)
{
    m_inProgress.insert(request.connection);
    m_maximumInProgress = std::max(m_maximumInProgress, requestsInProgress());
    const auto held = m_held.find(request.path());
    if (held == m_held.end()) {
        answer(request);
    } else if (held->credit > 0) {
        --held->credit;
        answer(request);
    } else {
        held->waiting.append(request);
    }
}

void FaultServer::answer(const Request &request)
{
    const auto connection = m_connections.find(request.connection);
    if (connection == m_connections.end())
        return;
    const auto route = m_routes.constFind(request.path());
    if (route == m_routes.constEnd())
        connection->second->run({Send(httpResponse(404, {}, "no such route\n"))});
    else
        connection->second->run((*route)(request));
}

void FaultServer::onAnswered(int number)
{
    m_inProgress.remove(number);
    note("answered", number);
}

void FaultServer::onEnded(int number, FaultConnection::End end)
{
    m_inProgress.remove(number);
    for (Held &held : m_held)
        held.waiting.removeIf([number](const Request &request) { return request.connection == number; });
    const auto ended = m_connections.find(number);
    FaultConnection *connection = ended->second.release();
    m_connections.erase(ended);
    // It is still at work on the signal that led here, and must not outlive this server.
    connection->setParent(this);
    connection->deleteLater();
    switch (end) {
    case FaultConnection::End::ByClient:
        return note("client closed", number);
    case FaultConnection::End::Closed:
        return note("closed", number);
    case FaultConnection::End::Reset:
        return note("reset", number);
    case FaultConnection::End::HandshakeFailed:
        return note("handshake failed", number);
    }
}

void FaultServer::note(const char *event, int number, const QByteArray &rest)
{
    QString line = QStringLiteral("%1 %2").arg(QLatin1String(event)).arg(number);
    if (!rest.isEmpty())
        line += u' ' + QString::fromUtf8(rest);
    m_log.append(line);
    Q_EMIT logged(line);
}

} // namespace rollcall::test
