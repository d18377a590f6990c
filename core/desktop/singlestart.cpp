// SPDX-License-Identifier: MIT
#include "core/desktop/singlestart.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QThread>

namespace rollcall {

namespace {

Q_LOGGING_CATEGORY(logStart, "rollcall.start")

constexpr auto streamVersion = QDataStream::Qt_6_4;
constexpr quint32 protocol = 1;
constexpr qint64 longestRequest = 16 * 1024 * 1024;
const QByteArray answer = "taken\n";

/// Short, since a socket's path may have no more than 107 bytes, and in a folder that is this person's alone.
QString socketPathFor(const QString &folder)
{
    constexpr qsizetype longestPath = 100;
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString name = QStringLiteral("rollcall-") + QString::fromLatin1(hash.first(16));
    const QString path =
        QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)).filePath(name);
    return path.toUtf8().size() <= longestPath ? path : QDir::temp().filePath(name);
}

QByteArray toBytes(const StartRequest &request)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    stream << protocol << request.lists << request.checks << request.activationToken << request.isHidden;
    return bytes;
}

} // namespace

SingleStart::SingleStart(const QString &profileFolder, QObject *parent)
    : QObject(parent),
      m_folder(QDir::cleanPath(QDir(profileFolder).absolutePath())),
      m_socketPath(socketPathFor(m_folder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleStart::accept);
}

SingleStart::~SingleStart() = default;

SingleStart::Role SingleStart::start(const StartRequest &request, std::chrono::milliseconds patience)
{
    QDir().mkpath(m_folder);
    m_lock = std::make_unique<QLockFile>(QDir(m_folder).filePath(QStringLiteral("rollcall.lock")));
    m_lock->setStaleLockTime(0); // only the end of its owner makes it stale
    bool isFirst = m_lock->tryLock();
    if (!isFirst && m_lock->error() != QLockFile::LockFailedError) {
        // Who cannot write a lock there cannot write anything else there, either: no harm is done by two.
        qCWarning(logStart, "the folder %s cannot be locked", qUtf8Printable(m_folder));
        return Role::First;
    }
    if (!isFirst && handOver(request, patience))
        return Role::Second;
    isFirst = isFirst || m_lock->tryLock(); // the one before may just have ended
    if (!isFirst)
        return Role::Unanswered;
    listen();
    return Role::First;
}

/// Only the owner of the lock comes here, so a socket that is there already was left behind.
void SingleStart::listen()
{
    QLocalServer::removeServer(m_socketPath);
    if (!m_server.listen(m_socketPath))
        qCWarning(logStart, "no socket at %s: %s", qUtf8Printable(m_socketPath),
                  qUtf8Printable(m_server.errorString()));
}

bool SingleStart::handOver(const StartRequest &request, std::chrono::milliseconds patience) const
{
    constexpr unsigned long pauseMs = 20;
    const QDeadlineTimer deadline(patience);
    const auto left = [&deadline] { return int(deadline.remainingTime()); };
    QLocalSocket socket;
    // The first one has its lock a moment before its socket.
    for (socket.connectToServer(m_socketPath); !socket.waitForConnected(left());
         socket.connectToServer(m_socketPath)) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(pauseMs);
    }
    const QByteArray bytes = toBytes(request);
    QDataStream stream(&socket);
    stream.setVersion(streamVersion);
    stream << bytes;
    while (socket.bytesAvailable() < answer.size()) {
        if (!socket.waitForReadyRead(left()))
            return false;
    }
    return socket.readAll() == answer;
}

void SingleStart::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void SingleStart::read(QLocalSocket *socket)
{
    QDataStream stream(socket);
    stream.setVersion(streamVersion);
    stream.startTransaction();
    QByteArray bytes;
    stream >> bytes;
    if (!stream.commitTransaction()) {
        if (socket->bytesAvailable() > longestRequest)
            socket->abort();
        return;
    }
    QDataStream fields(bytes);
    fields.setVersion(streamVersion);
    quint32 version = 0;
    StartRequest request;
    fields >> version;
    if (version == protocol)
        fields >> request.lists >> request.checks >> request.activationToken;
    if (!fields.atEnd()) // a program from before there was --tray
        fields >> request.isHidden;
    if (version != protocol || fields.status() != QDataStream::Ok) {
        qCWarning(logStart, "a start that is not understood");
        socket->abort();
        return;
    }
    socket->write(answer);
    socket->disconnectFromServer();
    Q_EMIT requested(request);
}

} // namespace rollcall
