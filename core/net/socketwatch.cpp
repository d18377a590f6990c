// SPDX-License-Identifier: MIT
// Where there is no epoll: a notifier for each socket and direction.
#include "core/net/socketwatch.h"

#include <QSocketNotifier>

#include <unordered_map>

namespace rollcall {

class SocketWatch::Private
{
public:
    explicit Private(Handler handler) : m_handler(std::move(handler)) {}

    void watch(qintptr socket, Events events)
    {
        if (!events) {
            m_watched.erase(socket);
            return;
        }
        Notifiers &notifiers = m_watched[socket];
        update(notifiers.readable, socket, Readable, events.testFlag(Readable));
        update(notifiers.writable, socket, Writable, events.testFlag(Writable));
    }

private:
    /// A notifier may be on the stack when it has to go.
    struct DeleteLater {
        void operator()(QSocketNotifier *notifier) const
        {
            notifier->setEnabled(false);
            notifier->disconnect();
            notifier->deleteLater();
        }
    };
    using Notifier = std::unique_ptr<QSocketNotifier, DeleteLater>;
    struct Notifiers {
        Notifier readable;
        Notifier writable;
    };

    /// What is not wanted now will be wanted again: enabling a notifier is cheaper than making one.
    void update(Notifier &notifier, qintptr socket, Event event, bool isWanted)
    {
        if (notifier) {
            notifier->setEnabled(isWanted);
        } else if (isWanted) {
            const auto type = event == Readable ? QSocketNotifier::Read : QSocketNotifier::Write;
            notifier.reset(new QSocketNotifier(socket, type));
            QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(),
                             [this, ready = Ready{socket, event}] { m_handler(std::span(&ready, 1)); });
        }
    }

    Handler m_handler;
    std::unordered_map<qintptr, Notifiers> m_watched;
};

SocketWatch::SocketWatch(Handler handler) : d(std::make_unique<Private>(std::move(handler))) {}

SocketWatch::~SocketWatch() = default;

void SocketWatch::watch(qintptr socket, Events events)
{
    d->watch(socket, events);
}

void SocketWatch::visitReady(const Handler &) {}

} // namespace rollcall
