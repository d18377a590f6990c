// SPDX-License-Identifier: MIT
#include "core/desktop/sleeplock.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <iterator>
#include <utility>

namespace rollcall {

/// Somebody who manages sleep.
struct SleepLock::Manager {
    enum class Kind { PowerManagement, Gnome, Login };

    Kind kind;
    const char *service;
    const char *path;
    const char *interface;
    const char *takeBack; ///< the method that takes the cookie; null: closing the descriptor does it
};

const SleepLock::Manager SleepLock::managers[] = {
    {Manager::Kind::PowerManagement, "org.freedesktop.PowerManagement",
     "/org/freedesktop/PowerManagement/Inhibit", "org.freedesktop.PowerManagement.Inhibit", "UnInhibit"},
    {Manager::Kind::Gnome, "org.gnome.SessionManager", "/org/gnome/SessionManager",
     "org.gnome.SessionManager", "Uninhibit"},
    {Manager::Kind::Login, "org.freedesktop.login1", "/org/freedesktop/login1",
     "org.freedesktop.login1.Manager", nullptr},
};

SleepLock::SleepLock(const QDBusConnection &session, const QDBusConnection &system, QString applicationId,
                     QObject *parent)
    : QObject(parent),
      m_session(session),
      m_system(system),
      m_applicationId(std::move(applicationId))
{
}

SleepLock::~SleepLock()
{
    giveBack();
}

void SleepLock::hold(const QString &reason)
{
    m_reason = reason;
    if (std::exchange(m_isWanted, true) || m_isAsking || m_holder)
        return;
    ask(0);
}

void SleepLock::release()
{
    m_isWanted = false;
    giveBack();
}

/// Asks \a manager, and those behind it if that one is not there.
void SleepLock::ask(std::size_t manager)
{
    while (manager < std::size(managers) && !busOf(managers[manager]).isConnected())
        ++manager;
    m_isAsking = manager < std::size(managers);
    if (!m_isAsking)
        return;
    auto *watcher =
        new QDBusPendingCallWatcher(busOf(managers[manager]).asyncCall(question(managers[manager])), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, manager] {
        watcher->deleteLater();
        onAnswer(manager, *watcher);
    });
}

void SleepLock::onAnswer(std::size_t manager, const QDBusPendingCallWatcher &answer)
{
    if (answer.isError()) {
        ask(m_isWanted ? manager + 1 : std::size(managers));
        return;
    }
    m_isAsking = false;
    m_holder = &managers[manager];
    if (m_holder->takeBack)
        m_cookie = QDBusPendingReply<quint32>(answer).value();
    else
        m_promise = QDBusPendingReply<QDBusUnixFileDescriptor>(answer).value();
    if (!m_isWanted)
        giveBack();
}

QDBusMessage SleepLock::question(const Manager &manager) const
{
    constexpr quint32 noWindow = 0;
    constexpr quint32 againstSleep = 4;
    QDBusMessage call =
        QDBusMessage::createMethodCall(QLatin1String(manager.service), QLatin1String(manager.path),
                                       QLatin1String(manager.interface), QStringLiteral("Inhibit"));
    switch (manager.kind) {
    case Manager::Kind::PowerManagement:
        call << m_applicationId << m_reason;
        break;
    case Manager::Kind::Gnome:
        call << m_applicationId << noWindow << m_reason << againstSleep;
        break;
    case Manager::Kind::Login:
        call << QStringLiteral("sleep:idle") << m_applicationId << m_reason << QStringLiteral("block");
        break;
    }
    return call;
}

const QDBusConnection &SleepLock::busOf(const Manager &manager) const
{
    return manager.kind == Manager::Kind::Login ? m_system : m_session;
}

void SleepLock::giveBack()
{
    const Manager *const holder = std::exchange(m_holder, nullptr);
    if (!holder)
        return;
    m_promise = QDBusUnixFileDescriptor();
    if (!holder->takeBack)
        return;
    QDBusMessage call =
        QDBusMessage::createMethodCall(QLatin1String(holder->service), QLatin1String(holder->path),
                                       QLatin1String(holder->interface), QLatin1String(holder->takeBack));
    call << m_cookie;
    busOf(*holder).send(call);
}

} // namespace rollcall
