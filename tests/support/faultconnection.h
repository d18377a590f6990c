// SPDX-License-Identifier: MIT
// One connection of the fault server: reads requests and carries out scripts.
#pragma once

#include "tests/support/request.h"
#include "tests/support/script.h"

#include <QObject>
#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <optional>

namespace rollcall::test {

/// Runs one script at a time; with none to run it reads the next request and asks for its answer.
class FaultConnection : public QObject
{
    Q_OBJECT
public:
    /// How a connection ended.
    enum class End { ByClient, Closed, Reset, HandshakeFailed };

    /// \a socket is connected. Nothing happens before encrypt() or run().
    FaultConnection(int number, std::unique_ptr<QTcpSocket> socket);
    ~FaultConnection() override;

    int number() const { return m_number; }
    /// Makes the TLS handshake, the socket being a QSslSocket; encrypted() or ended() follows.
    void encrypt(const QSslConfiguration &configuration);
    /// Carries out \a script, then goes back to reading requests.
    void run(Script script);
    /// Closes in good order, whatever the script was about to do.
    void close();

Q_SIGNALS:
    /// The handshake that encrypt() began is done: call run().
    void encrypted();
    /// A request was read, between answers or by a WaitForRequest.
    void requestReceived(const rollcall::test::Request &request);
    /// A request was read between answers: call run() with its script, now or later.
    void answerWanted(const rollcall::test::Request &request);
    /// The script of the last answerWanted() is through, and the connection still open.
    void answered();
    /// The connection is no more; nothing follows.
    void ended(rollcall::test::FaultConnection::End end);

private:
    enum class Phase {
        Fresh,   // nothing was run yet
        Running, // carrying out a script
        Reading, // waiting for the next request
        Asking,  // a request waits for its script
        Over,    // ended, or ending as soon as everything is written
    };

    void proceed();
    bool runSteps();
    bool perform(const Send &step);
    bool perform(const SendDripped &step);
    bool perform(const Repeat &step);
    bool perform(const Wait &step);
    bool perform(const WaitForever &step);
    bool perform(const WaitForRequest &step);
    bool perform(const Close &step);
    bool perform(const Reset &step);
    std::optional<Request> takeRequest();
    qint64 unwrittenBytes() const;
    void onReadyRead();
    void onDisconnected();

    const int m_number;
    std::unique_ptr<QTcpSocket> m_socket;
    QTimer m_timer;
    Phase m_phase = Phase::Fresh;
    End m_end = End::ByClient;
    bool m_proceeding = false;
    bool m_answering = false; // the script answers a request, it did not come with the connection
    Script m_script;
    qsizetype m_step = 0;
    qint64 m_progress = 0; // of the step: bytes, repetitions, or whether its timer was started
    QByteArray m_received;
    qint64 m_bodyLeft = 0; // bytes of the last request's body that are still to be passed over
};

} // namespace rollcall::test
