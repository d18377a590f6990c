// SPDX-License-Identifier: MIT
// Tells when sockets become readable or writable.
#pragma once

#include <QFlags>

#include <functional>
#include <memory>
#include <span>

namespace rollcall {

/// Watches any number of sockets on the event loop of the thread that made it. On Linux through an epoll of
/// its own, whose one descriptor the event loop sees: Qt's loops would look at all sockets for each that is
/// ready.
class SocketWatch
{
public:
    enum Event { Readable = 1, Writable = 2 };
    Q_DECLARE_FLAGS(Events, Event)

    struct Ready {
        qintptr socket;
        Events events;
    };
    using Handler = std::function<void(std::span<const Ready>)>;

    /// \a handler is called from the event loop; it may change what is watched. It may hear of a socket that
    /// it has just stopped to watch.
    explicit SocketWatch(Handler handler);
    ~SocketWatch();
    SocketWatch(const SocketWatch &) = delete;
    SocketWatch &operator=(const SocketWatch &) = delete;

    /// Watches \a socket for \a events from now on; for none: no more, as is due before it is closed.
    void watch(qintptr socket, Events events);

    /// Calls \a visit, which may change what is watched, with what is ready now and the handler has not been
    /// told yet, each socket once. Where there is no epoll: with nothing.
    void visitReady(const Handler &visit);

private:
    class Private;
    std::unique_ptr<Private> d;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(SocketWatch::Events)

} // namespace rollcall
