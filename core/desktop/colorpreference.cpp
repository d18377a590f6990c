// SPDX-License-Identifier: MIT
#include "core/desktop/colorpreference.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace rollcall {

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop";
constexpr auto path = "/org/freedesktop/portal/desktop";
constexpr auto interface = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";
constexpr auto colorScheme = "color-scheme";

/// Some portals put the value into a variant within a variant.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

ColorPreference::ColorPreference(const QDBusConnection &session, QObject *parent)
    : QObject(parent),
      m_session(session)
{
    if (!m_session.isConnected())
        return;
    // From whomever, and without the value, since it is only the occasion to ask the portal: Qt 6.4 was seen
    // not to call a slot that takes the QDBusVariant, too.
    m_session.connect(QString(), QLatin1String(path), QLatin1String(interface),
                      QStringLiteral("SettingChanged"), this, SLOT(onSettingChanged(QString, QString)));
    ask();
}

void ColorPreference::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(QLatin1String(service), QLatin1String(path),
                                                       QLatin1String(interface), QStringLiteral("Read"));
    call << QLatin1String(appearance) << QLatin1String(colorScheme);
    auto *watcher = new QDBusPendingCallWatcher(m_session.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(QVariant::fromValue(reply.value()));
    });
}

void ColorPreference::onSettingChanged(const QString &nameSpace, const QString &key)
{
    if (nameSpace == QLatin1String(appearance) && key == QLatin1String(colorScheme))
        ask();
}

void ColorPreference::take(const QVariant &value)
{
    constexpr uint dark = 1;
    const bool prefersDark = unwrapped(value).toUInt() == dark;
    if (std::exchange(m_prefersDark, prefersDark) != prefersDark)
        Q_EMIT changed();
}

} // namespace rollcall
