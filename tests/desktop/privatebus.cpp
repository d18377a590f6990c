// SPDX-License-Identifier: MIT
#include "tests/desktop/privatebus.h"

#include <QFile>
#include <QStandardPaths>

namespace rollcall::test {

namespace {

const QString daemonName = QStringLiteral("dbus-daemon");
constexpr int patienceMs = 30'000;

} // namespace

bool PrivateBus::isAvailable()
{
    return !QStandardPaths::findExecutable(daemonName).isEmpty();
}

PrivateBus::~PrivateBus()
{
    for (const QString &name : m_names)
        QDBusConnection::disconnectFromBus(name);
    m_daemon.terminate();
    m_daemon.waitForFinished(patienceMs);
}

bool PrivateBus::start()
{
    // The usual configuration would start the services of the person who runs the test.
    QFile configuration(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write("<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toUtf8() +
                        "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
                        "<allow receive_sender=\"*\"/>"
                        "<allow own=\"*\"/></policy></busconfig>");
    configuration.close();
    m_daemon.start(daemonName,
                   {QStringLiteral("--config-file=") + configuration.fileName(), QStringLiteral("--nofork"),
                    QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
    if (!m_daemon.waitForReadyRead(patienceMs))
        return false;
    m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
    return !m_address.isEmpty();
}

QDBusConnection PrivateBus::connection(const QString &name)
{
    m_names.append(name);
    return QDBusConnection::connectToBus(m_address, name);
}

} // namespace rollcall::test
