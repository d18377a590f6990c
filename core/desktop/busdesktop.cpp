// SPDX-License-Identifier: MIT
#include "core/desktop/busdesktop.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace rollcall {

namespace {

const QString notifications = QStringLiteral("org.freedesktop.Notifications");
const QString notificationsPath = QStringLiteral("/org/freedesktop/Notifications");
constexpr int usualTime = -1; // how long it is shown, is the desktop's business

} // namespace

BusDesktop::BusDesktop(const QDBusConnection &session, const QDBusConnection &system, QString applicationId)
    : m_session(session),
      m_applicationId(std::move(applicationId)),
      m_sleep(session, system, m_applicationId),
      m_color(session)
{
    connect(&m_color, &ColorPreference::changed, this, &Desktop::prefersDarkChanged);
    m_session.connect(notifications, notificationsPath, notifications, QStringLiteral("ActionInvoked"), this,
                      SLOT(onActionInvoked(quint32, QString)));
}

BusDesktop::~BusDesktop()
{
    BusDesktop::showProgress(std::nullopt);
}

void BusDesktop::showProgress(std::optional<double> done)
{
    constexpr int hundred = 100;
    const int percent = done ? int(*done * hundred) : -1;
    if (std::exchange(m_percent, percent) == percent || !m_session.isConnected())
        return;
    QDBusMessage update = QDBusMessage::createSignal(QStringLiteral("/com/canonical/unity/launcherentry/1"),
                                                     QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                                     QStringLiteral("Update"));
    update << QStringLiteral("application://%1.desktop").arg(m_applicationId)
           << QVariantMap{{QStringLiteral("progress"), done.value_or(0)},
                          {QStringLiteral("progress-visible"), done.has_value()}};
    m_session.send(update);
}

void BusDesktop::holdSleep(const QString &reason)
{
    m_sleep.hold(reason);
}

void BusDesktop::allowSleep()
{
    m_sleep.release();
}

void BusDesktop::notify(const QString &title, const QString &text)
{
    if (!m_session.isConnected()) {
        Desktop::notify(title, text);
        return;
    }
    if (m_isNotifying) { // which one the next replaces, is known only with the answer
        m_next = Notification{title, text};
        return;
    }
    send({title, text});
}

void BusDesktop::send(const Notification &notification)
{
    QDBusMessage call = QDBusMessage::createMethodCall(notifications, notificationsPath, notifications,
                                                       QStringLiteral("Notify"));
    // The text may hold markup, so what looks like it is escaped. "default" is a click on the whole.
    call << QStringLiteral("Rollcall") << m_notification << m_applicationId << notification.title
         << notification.text.toHtmlEscaped() << QStringList{QStringLiteral("default"), QString()}
         << QVariantMap{{QStringLiteral("desktop-entry"), m_applicationId}} << usualTime;
    m_isNotifying = true;
    auto *watcher = new QDBusPendingCallWatcher(m_session.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        watcher->deleteLater();
        m_isNotifying = false;
        const QDBusPendingReply<quint32> reply = *watcher;
        if (!reply.isError())
            m_notification = reply.value();
        if (const auto next = std::exchange(m_next, std::nullopt))
            send(*next);
        else if (reply.isError())
            Q_EMIT notificationFailed(notification.title, notification.text);
    });
}

void BusDesktop::onActionInvoked(quint32 id, const QString &)
{
    if (id == m_notification)
        Q_EMIT notificationClicked();
}

} // namespace rollcall
