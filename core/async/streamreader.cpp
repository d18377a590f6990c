// SPDX-License-Identifier: MIT
#include "core/async/streamreader.h"

#include "core/async/errors.h"

#include <QIODevice>
#include <QProcess>

namespace rollcall::async {

namespace {

/// Whether nothing can come in beyond what \a device has already.
bool hasEnded(const QIODevice &device)
{
    const auto *const process = qobject_cast<const QProcess *>(&device);
    return !device.isSequential() || !device.isOpen() ||
           (process && process->state() == QProcess::NotRunning);
}

} // namespace

StreamReader::StreamReader(QIODevice *device) : m_device(device), m_hasEnded(hasEnded(*device))
{
    QObject::connect(device, &QIODevice::readyRead, &m_context,
                     [this] { detail::QueuedSuspension::wakeAll(m_waiters); });
    QObject::connect(device, &QIODevice::readChannelFinished, &m_context, [this] { noteEnd(); });
    QObject::connect(device, &QIODevice::aboutToClose, &m_context, [this] { noteEnd(); });
    QObject::connect(device, &QObject::destroyed, &m_context, [this] { noteEnd(); });
}

Coroutine<QByteArray> StreamReader::read(qint64 maxBytes)
{
    while (device().bytesAvailable() == 0 && !m_hasEnded) {
        Coroutine<void> changing = change();
        co_await std::move(changing);
    }
    co_return device().read(maxBytes);
}

Coroutine<QByteArray> StreamReader::readLine()
{
    while (!device().canReadLine() && !m_hasEnded) {
        Coroutine<void> changing = change();
        co_await std::move(changing);
    }
    co_return device().readLine();
}

Coroutine<QByteArray> StreamReader::readAll()
{
    while (!m_hasEnded) {
        Coroutine<void> changing = change();
        co_await std::move(changing);
    }
    co_return device().readAll();
}

Coroutine<void> StreamReader::change()
{
    detail::QueuedSuspension wait(m_waiters);
    co_await wait;
}

QIODevice &StreamReader::device() const
{
    if (!m_device)
        throw SenderDestroyed();
    return *m_device;
}

void StreamReader::noteEnd()
{
    m_hasEnded = true;
    detail::QueuedSuspension::wakeAll(m_waiters);
}

} // namespace rollcall::async
