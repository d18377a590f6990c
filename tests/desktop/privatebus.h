// SPDX-License-Identifier: MIT
// A message bus of the test's own, with nobody on it but whom the test puts there.
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <optional>

namespace rollcall::test {

/// Runs dbus-daemon (Debian's package dbus) for as long as it lives.
class PrivateBus
{
public:
    /// Whether the program is installed.
    static bool isAvailable();

    ~PrivateBus();

    /// False when the daemon does not start.
    bool start();
    /// A connection of its own to the bus, closed with it.
    QDBusConnection connection(const QString &name);

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

} // namespace rollcall::test
