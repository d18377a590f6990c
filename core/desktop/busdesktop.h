// SPDX-License-Identifier: MIT
// The desktop as the freedesktop.org programs offer it over D-Bus.
#pragma once

#include "core/desktop/colorpreference.h"
#include "core/desktop/desktop.h"
#include "core/desktop/sleeplock.h"

#include <QDBusConnection>

namespace rollcall {

class BusDesktop : public Desktop
{
    Q_OBJECT
public:
    /// Either bus may be without a connection; what would go over it is left out then.
    BusDesktop(const QDBusConnection &session, const QDBusConnection &system, QString applicationId);
    /// Takes back the progress and lets the computer sleep.
    ~BusDesktop() override;

    /// As the launchers of Unity, KDE's task manager, Dash to Dock and others understand it
    /// (com.canonical.Unity.LauncherEntry). Sent only when the percentage changes.
    void showProgress(std::optional<double> done) override;
    void holdSleep(const QString &reason) override;
    void allowSleep() override;
    /// As the Desktop Notifications Specification has it (org.freedesktop.Notifications).
    void notify(const QString &title, const QString &text) override;
    bool prefersDark() const override { return m_color.prefersDark(); }

private Q_SLOTS:
    void onActionInvoked(quint32 id, const QString &action);

private:
    struct Notification {
        QString title;
        QString text;
    };
    void send(const Notification &notification);

    QDBusConnection m_session;
    QString m_applicationId;
    SleepLock m_sleep;
    ColorPreference m_color;
    int m_percent = -1;                 ///< as it is shown; -1: none is
    quint32 m_notification = 0;         ///< the last one that was shown; 0: none was
    bool m_isNotifying = false;         ///< the answer to the last one is under way
    std::optional<Notification> m_next; ///< waits for that answer
};

} // namespace rollcall
