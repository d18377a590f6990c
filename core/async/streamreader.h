// SPDX-License-Identifier: MIT
// StreamReader: reads from a socket, a process or a pipe as the data comes in.
#pragma once

#include "core/async/coroutine.h"
#include "core/async/waiters.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

class QIODevice;

namespace rollcall::async {

/// asyncio's StreamReader over an open QIODevice. Make it before the data can end, so that it sees the end.
/// Where the data ended, the functions give what is left; all throw SenderDestroyed once the device is gone.
/// If a wait is cancelled, what has not been given stays to be read. One reader at a time; must outlive its
/// reads.
class StreamReader
{
public:
    explicit StreamReader(QIODevice *device);
    StreamReader(const StreamReader &) = delete;
    StreamReader &operator=(const StreamReader &) = delete;

    /// Waits until there is something to read, and gives at most \a maxBytes of it (≥ 1). Empty at the end.
    Coroutine<QByteArray> read(qint64 maxBytes);
    /// Waits for a whole line and gives it, its line feed included; the last one may have none. Empty at the
    /// end.
    Coroutine<QByteArray> readLine();
    /// Gives everything up to the end.
    Coroutine<QByteArray> readAll();

private:
    /// Waits until there is more to read, or never will be.
    Coroutine<void> change();
    QIODevice &device() const;
    void noteEnd();

    QPointer<QIODevice> m_device;
    bool m_hasEnded;
    detail::QueuedSuspension::Queue m_waiters;
    QObject m_context; // ends the connections
};

} // namespace rollcall::async
