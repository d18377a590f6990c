// SPDX-License-Identifier: MIT
#include "core/desktop/desktop.h"

#include <QMetaObject>

#ifdef ROLLCALL_HAS_DBUS
#include "core/desktop/busdesktop.h"

#include <QDBusConnection>
#endif

namespace rollcall {

void Desktop::showProgress(std::optional<double>) {}

void Desktop::holdSleep(const QString &) {}

void Desktop::allowSleep() {}

void Desktop::notify(const QString &title, const QString &text)
{
    QMetaObject::invokeMethod(
        this, [this, title, text] { Q_EMIT notificationFailed(title, text); }, Qt::QueuedConnection);
}

bool Desktop::prefersDark() const
{
    return false;
}

std::unique_ptr<Desktop> makeDesktop(const QString &applicationId)
{
#ifdef ROLLCALL_HAS_DBUS
    return std::make_unique<BusDesktop>(QDBusConnection::sessionBus(), QDBusConnection::systemBus(),
                                        applicationId);
#else
    Q_UNUSED(applicationId)
    return std::make_unique<Desktop>();
#endif
}

} // namespace rollcall
