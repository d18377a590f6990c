// SPDX-License-Identifier: MIT
#include "tests/support/faultconnection.h"

#include "tests/support/rawsockets.h"

#include <QScopedValueRollback>
#include <QSslSocket>

namespace rollcall::test {

namespace {

constexpr qint64 writeAheadBytes = 262'144;

} // namespace

FaultConnection::FaultConnection(int number, std::unique_ptr<QTcpSocket> socket)
    : m_number(number),
      m_socket(std::move(socket)),
      m_timer(this)
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FaultConnection::proceed);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &FaultConnection::onReadyRead);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &FaultConnection::proceed);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &FaultConnection::onDisconnected);
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket.get()))
        connect(secure, &QSslSocket::encryptedBytesWritten, this, &FaultConnection::proceed);
}

FaultConnection::~FaultConnection()
{
    m_socket->disconnect(this);
}

void FaultConnection::encrypt(const QSslConfiguration &configuration)
{
    auto *secure = qobject_cast<QSslSocket *>(m_socket.get());
    m_end = End::HandshakeFailed;
    connect(secure, &QSslSocket::encrypted, this, [this] {
        m_end = End::ByClient;
        Q_EMIT encrypted();
    });
    // A certificate that OpenSSL refuses to serve is an error without an end of the connection.
    connect(secure, &QSslSocket::errorOccurred, this, [this] {
        if (m_end == End::HandshakeFailed)
            m_socket->abort();
    });
    secure->setSslConfiguration(configuration);
    secure->startServerEncryption();
}

void FaultConnection::run(Script script)
{
    if (m_phase == Phase::Over)
        return;
    m_answering = m_phase == Phase::Asking;
    m_phase = Phase::Running;
    m_script = std::move(script);
    m_step = 0;
    m_progress = 0;
    proceed();
}

void FaultConnection::close()
{
    if (m_phase == Phase::Over)
        return;
    m_timer.stop();
    m_phase = Phase::Over;
    m_end = End::Closed;
    m_socket->disconnectFromHost();
}

// Goes on as far as it can; every event comes here. The loop, and not recursion, serves pipelined requests.
void FaultConnection::proceed()
{
    if (m_proceeding)
        return;
    const QScopedValueRollback guard(m_proceeding, true);
    while (m_phase == Phase::Running || m_phase == Phase::Reading) {
        if (m_phase == Phase::Running) {
            if (!runSteps())
                return;
            m_phase = Phase::Reading;
            if (m_answering)
                Q_EMIT answered();
        } else {
            const std::optional<Request> request = takeRequest();
            if (!request)
                return;
            m_phase = Phase::Asking;
            Q_EMIT requestReceived(*request);
            Q_EMIT answerWanted(*request);
        }
    }
}

// True at the end of the script; false when a step waits for an event, which then performs that step again.
bool FaultConnection::runSteps()
{
    while (m_step < m_script.size()) {
        const bool done = std::visit([this](const auto &step) { return perform(step); }, m_script.at(m_step));
        if (!done || m_phase != Phase::Running)
            return false;
        ++m_step;
        m_progress = 0;
    }
    return true;
}

bool FaultConnection::perform(const Send &step)
{
    m_socket->write(step.bytes);
    return true;
}

bool FaultConnection::perform(const SendDripped &step)
{
    if (m_timer.isActive())
        return false;
    m_socket->write(step.bytes.mid(m_progress, step.chunk));
    m_progress += step.chunk;
    if (m_progress >= step.bytes.size())
        return true;
    m_timer.start(step.interval);
    return false;
}

bool FaultConnection::perform(const Repeat &step)
{
    for (; m_progress < step.count; ++m_progress) {
        if (unwrittenBytes() >= writeAheadBytes)
            return false;
        m_socket->write(step.bytes);
    }
    return true;
}

bool FaultConnection::perform(const Wait &step)
{
    if (m_progress > 0)
        return !m_timer.isActive();
    m_progress = 1;
    m_timer.start(step.duration);
    return false;
}

bool FaultConnection::perform(const WaitForever &)
{
    return false;
}

bool FaultConnection::perform(const WaitForRequest &)
{
    const std::optional<Request> request = takeRequest();
    if (!request)
        return false;
    Q_EMIT requestReceived(*request);
    return true;
}

bool FaultConnection::perform(const Close &)
{
    close();
    return false;
}

bool FaultConnection::perform(const Reset &)
{
    if (unwrittenBytes() > 0)
        return false;
    m_end = End::Reset;
    resetOnClose(m_socket->socketDescriptor());
    m_socket->abort();
    return false;
}

std::optional<Request> FaultConnection::takeRequest()
{
    const qint64 passedOver = qMin<qint64>(m_bodyLeft, m_received.size());
    m_received.remove(0, passedOver);
    m_bodyLeft -= passedOver;
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    Request request(m_number, m_received.left(end + 4));
    m_received.remove(0, end + 4);
    m_bodyLeft = request.header("Content-Length").toLongLong();
    return request;
}

qint64 FaultConnection::unwrittenBytes() const
{
    const auto *secure = qobject_cast<QSslSocket *>(m_socket.get());
    return m_socket->bytesToWrite() + (secure != nullptr ? secure->encryptedBytesToWrite() : 0);
}

void FaultConnection::onReadyRead()
{
    m_received += m_socket->readAll();
    proceed();
}

void FaultConnection::onDisconnected()
{
    m_timer.stop();
    m_phase = Phase::Over;
    Q_EMIT ended(m_end);
}

} // namespace rollcall::test
