// SPDX-License-Identifier: MIT
#include "core/net/socketwatch.h"

#include <QSocketNotifier>

namespace rollcall {

SocketWatch::SocketWatch(Handler handler) : m_handler(std::move(handler)) {}

SocketWatch::~SocketWatch() = default;

void SocketWatch::DeleteLater::operator()(QSocketNotifier *notifier) const
{
    notifier->setEnabled(false);
    notifier->disconnect();
    notifier->deleteLater();
}

void SocketWatch::watch(qintptr socket, Events events)
{
    if (!events) {
        m_watched.erase(socket);
        return;
    }
    Notifiers &notifiers = m_watched[socket];
    update(notifiers.readable, socket, Readable, events.testFlag(Readable));
    update(notifiers.writable, socket, Writable, events.testFlag(Writable));
}

/// What is not wanted now will be wanted again: enabling a notifier is cheaper than making one.
void SocketWatch::update(Notifier &notifier, qintptr socket, Event event, bool isWanted)
{
    if (notifier) {
        notifier->setEnabled(isWanted);
    } else if (isWanted) {
        const auto type = event == Readable ? QSocketNotifier::Read : QSocketNotifier::Write;
        notifier.reset(new QSocketNotifier(socket, type));
        QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(),
                         [this, socket, event] { m_handler(socket, event); });
    }
}

} // namespace rollcall
