// SPDX-License-Identifier: MIT
// Keeps the computer from falling asleep by itself.
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QString>

#include <cstddef>

QT_BEGIN_NAMESPACE
class QDBusMessage;
class QDBusPendingCallWatcher;
QT_END_NAMESPACE

namespace rollcall {

/// Asks whoever manages sleep, by the first of these who is there: org.freedesktop.PowerManagement (KDE,
/// Xfce), org.gnome.SessionManager, systemd's org.freedesktop.login1. Each takes its word back when the
/// program ends, however it ends.
class SleepLock : public QObject
{
    Q_OBJECT
public:
    SleepLock(const QDBusConnection &session, const QDBusConnection &system, QString applicationId,
              QObject *parent = nullptr);
    ~SleepLock() override;

    /// Takes effect when the desktop has answered. Holding twice is holding once.
    void hold(const QString &reason);
    void release();

private:
    struct Manager;
    static const Manager managers[];

    void ask(std::size_t manager);
    void onAnswer(std::size_t manager, const QDBusPendingCallWatcher &answer);
    QDBusMessage question(const Manager &manager) const;
    const QDBusConnection &busOf(const Manager &manager) const;
    void giveBack();

    QDBusConnection m_session;
    QDBusConnection m_system;
    QString m_applicationId;
    QString m_reason;
    bool m_isWanted = false;
    bool m_isAsking = false;
    const Manager *m_holder = nullptr;
    quint32 m_cookie = 0;              // of those who give one
    QDBusUnixFileDescriptor m_promise; // of login1: closing it gives it back
};

} // namespace rollcall
