// SPDX-License-Identifier: MIT
// A scripted HTTP server on loopback that can misbehave in every way, for tests and for the demonstration.
#pragma once

#include "tests/support/faultconnection.h"
#include "tests/support/request.h"
#include "tests/support/script.h"

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QSet>
#include <QSslConfiguration>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace rollcall::test {

/// Serves each connection by scripts, one request after another (HTTP/1.1 keep-alive); bodies of requests are
/// passed over. Event-driven: it may live in the thread of the client under test, or in another one (see
/// ThreadedFaultServer). All calls belong in the server's own thread.
///
/// What happened is kept in a log and in counters, so that tests compare order and numbers instead of times.
/// The log's lines, N being the number of the connection, from 1: "connected N", "encrypted N", "handshake
/// failed N", "request N GET /path?query", "answered N", "closed N" and "reset N" (by the script), "client
/// closed N".
class FaultServer : public QObject
{
    Q_OBJECT
public:
    /// Makes the script for one request.
    using Handler = std::function<Script(const Request &)>;
    /// Makes what connection \a number does before it reads requests.
    using ConnectionHandler = std::function<Script(int number)>;

    explicit FaultServer(QObject *parent = nullptr);
    /// Drops every connection.
    ~FaultServer() override;

    /// Speaks TLS with this certificate and key on connections accepted from now on.
    void useTls(QSslConfiguration configuration);
    /// Starts to listen; port 0 lets the system choose. False when the port is taken.
    bool listen(quint16 port = 0, const QHostAddress &address = QHostAddress::LocalHost);
    /// Refuses further connections; those that are open stay.
    void stopListening();
    /// Closes in good order every connection that is open.
    void closeConnections();

    quint16 port() const;
    /// The URL of \a pathAndQuery here; \a host stands in for the address, for example "localhost".
    QByteArray url(const QByteArray &pathAndQuery, const QByteArray &host = {}) const;

    /// Answers requests to \a path, with any query, by \a script. A path without a route gets a 404.
    void on(const QByteArray &path, Script script);
    /// Answers requests to \a path by what \a handler makes of each.
    void on(const QByteArray &path, Handler handler);
    /// Begins each connection with \a script, before any request is read.
    void onConnect(Script script);
    /// Begins each connection with what \a handler makes for it.
    void onConnect(ConnectionHandler handler);

    /// Keeps requests to \a path waiting for release().
    void hold(const QByteArray &path);
    /// Answers \a count requests to \a path, in the order in which they came: as many as wait now, and the
    /// rest as they come.
    void release(const QByteArray &path, int count = 1);
    /// Answers all that wait, and no longer holds \a path.
    void releaseAll(const QByteArray &path);
    /// How many requests to \a path are waiting for release() now.
    int heldRequests(const QByteArray &path) const;

    const QStringList &log() const { return m_log; }
    /// Every request so far, in the order of arrival.
    const QList<Request> &requests() const { return m_requests; }
    /// How many requests to \a path there were, with any query.
    int requestCount(const QByteArray &path) const;
    int connectionCount() const { return m_connectionCount; }
    int openConnections() const { return static_cast<int>(m_connections.size()); }
    int maximumOpenConnections() const { return m_maximumOpenConnections; }
    /// Requests read and not yet answered, the held ones among them.
    int requestsInProgress() const { return static_cast<int>(m_inProgress.size()); }
    int maximumRequestsInProgress() const { return m_maximumInProgress; }

Q_SIGNALS:
    /// A line was added to the log.
    void logged(const QString &line);

private:
    class Listener;
    struct Held {
        int credit = 0; // requests that may pass as soon as they come
        QList<Request> waiting;
    };

    void accept(qintptr descriptor);
    void begin(int number);
    void admit(const Request &request);
    void answer(const Request &request);
    void onRequest(const Request &request);
    void onAnswered(int number);
    void onEnded(int number, FaultConnection::End end);
    void note(const char *event, int number, const QByteArray &rest = {});

    std::unique_ptr<Listener> m_listener;
    std::optional<QSslConfiguration> m_tls;
    ConnectionHandler m_connectionHandler;
    QHash<QByteArray, Handler> m_routes;
    QHash<QByteArray, Held> m_held;
    std::map<int, std::unique_ptr<FaultConnection>> m_connections;
    QSet<int> m_inProgress; // connections whose request is not yet answered
    QStringList m_log;
    QList<Request> m_requests;
    int m_connectionCount = 0;
    int m_maximumOpenConnections = 0;
    int m_maximumInProgress = 0;
};

} // namespace rollcall::test
