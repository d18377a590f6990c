// SPDX-License-Identifier: MIT
// Tells when sockets become readable or writable.
#pragma once

#include <QFlags>

#include <functional>
#include <memory>
#include <unordered_map>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace rollcall {

/// Watches any number of sockets on the event loop of the thread that made it.
class SocketWatch
{
public:
    enum Event { Readable = 1, Writable = 2 };
    Q_DECLARE_FLAGS(Events, Event)
    using Handler = std::function<void(qintptr socket, Events events)>;

    /// \a handler is called from the event loop; it may change what is watched.
    explicit SocketWatch(Handler handler);
    ~SocketWatch();
    SocketWatch(const SocketWatch &) = delete;
    SocketWatch &operator=(const SocketWatch &) = delete;

    /// Watches \a socket for \a events from now on; for none: no more, as is due before it is closed.
    void watch(qintptr socket, Events events);

private:
    /// A notifier may be on the stack when it has to go.
    struct DeleteLater {
        void operator()(QSocketNotifier *notifier) const;
    };
    using Notifier = std::unique_ptr<QSocketNotifier, DeleteLater>;
    struct Notifiers {
        Notifier readable;
        Notifier writable;
    };

    void update(Notifier &notifier, qintptr socket, Event event, bool isWanted);

    Handler m_handler;
    std::unordered_map<qintptr, Notifiers> m_watched;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(SocketWatch::Events)

} // namespace rollcall
