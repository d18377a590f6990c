// SPDX-License-Identifier: MIT
#include "core/desktop/busdesktop.h"
#include "tests/desktop/privatebus.h"

#include <QDBusArgument>
#include <QDBusContext>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

using namespace rollcall;
using namespace rollcall::test;
using namespace Qt::StringLiterals;

/// Somebody who shows notifications and looks after a launcher.
class FakeShell : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList log;
    bool isBroken = false;

public Q_SLOTS:
    quint32 Notify(const QString &application, quint32 replaces, const QString &icon, const QString &title,
                   const QString &text, const QStringList &actions, const QVariantMap &hints, int timeout)
    {
        if (isBroken) {
            sendErrorReply(QDBusError::Failed, u"broken"_s);
            return 0;
        }
        log.append(u"%1|%2|%3|%4|%5|%6|%7|%8"_s.arg(application)
                       .arg(replaces)
                       .arg(icon, title, text, actions.join(u','), hints.value(u"desktop-entry"_s).toString())
                       .arg(timeout));
        return 41;
    }
    void onUpdate(const QString &application, const QVariantMap &properties)
    {
        log.append(u"%1 %2 %3"_s.arg(application)
                       .arg(properties.value(u"progress-visible"_s).toBool())
                       .arg(properties.value(u"progress"_s).toDouble()));
    }

Q_SIGNALS:
    void ActionInvoked(quint32 id, const QString &action);
};

class TestBusDesktop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theLauncherShowsEachPercentOnce();
    void theProgressIsTakenBackAtTheEnd();
    void aNotificationIsShownAndReplaced();
    void ofSeveralAtOnceTheLastIsShown();
    void markupInATextIsEscaped();
    void aClickOnItIsHeardOf();
    void whereNobodyShowsItThatIsSaid();
    void withoutABusNothingHappens();

private:
    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeShell> m_shell;
    std::unique_ptr<BusDesktop> m_desktop;
    std::optional<QDBusConnection> m_shellConnection;
};

void TestBusDesktop::initTestCase()
{
    if (!PrivateBus::isAvailable())
        QSKIP("dbus-daemon is not installed (Debian's package dbus-daemon)");
}

void TestBusDesktop::init()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(m_bus->start());
    m_shell = std::make_unique<FakeShell>();
    m_shellConnection = m_bus->connection(u"shell"_s);
    QVERIFY(m_shellConnection->registerService(u"org.freedesktop.Notifications"_s));
    QVERIFY(m_shellConnection->registerObject(u"/org/freedesktop/Notifications"_s, m_shell.get(),
                                              QDBusConnection::ExportAllSlots |
                                                  QDBusConnection::ExportAllSignals));
    QVERIFY(m_shellConnection->connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s,
                                       m_shell.get(), SLOT(onUpdate(QString, QVariantMap))));
    m_desktop = std::make_unique<BusDesktop>(m_bus->connection(u"program"_s), QDBusConnection(u"no bus"_s),
                                             u"rollcall"_s);
}

void TestBusDesktop::cleanup()
{
    m_desktop.reset();
    m_shellConnection.reset();
    m_shell.reset();
    m_bus.reset();
}

void TestBusDesktop::theLauncherShowsEachPercentOnce()
{
    for (const double done : {0.0, 0.004, 0.42, 0.424, 1.0})
        m_desktop->showProgress(done);
    m_desktop->showProgress(std::nullopt);
    m_desktop->showProgress(std::nullopt);
    const QString application = u"application://rollcall.desktop "_s;
    QTRY_COMPARE(m_shell->log, (QStringList{application + u"1 0"_s, application + u"1 0.42"_s,
                                            application + u"1 1"_s, application + u"0 0"_s}));
}

void TestBusDesktop::theProgressIsTakenBackAtTheEnd()
{
    m_desktop->showProgress(0.5);
    m_desktop.reset();
    QTRY_COMPARE(m_shell->log.size(), 2);
    QVERIFY(m_shell->log.last().endsWith(u" 0 0"));
}

void TestBusDesktop::aNotificationIsShownAndReplaced()
{
    m_desktop->notify(u"Done"_s, u"3 of 120 failed."_s);
    QTRY_COMPARE(m_shell->log,
                 QStringList{u"Rollcall|0|rollcall|Done|3 of 120 failed.|default,|rollcall|-1"_s});
    m_desktop->notify(u"Done"_s, u"Again."_s);
    QTRY_COMPARE(m_shell->log.size(), 2);
    QVERIFY(m_shell->log.last().startsWith(u"Rollcall|41|"));
}

void TestBusDesktop::ofSeveralAtOnceTheLastIsShown()
{
    for (const QString &text : {u"First."_s, u"Second."_s, u"Third."_s})
        m_desktop->notify(u"Done"_s, text);
    QTRY_COMPARE(m_shell->log.size(), 2);
    QVERIFY(m_shell->log.first().startsWith(u"Rollcall|0|rollcall|Done|First.|"));
    QVERIFY(m_shell->log.last().startsWith(u"Rollcall|41|rollcall|Done|Third.|"));
}

void TestBusDesktop::markupInATextIsEscaped()
{
    m_desktop->notify(u"<b>"_s, u"<i>a & b"_s);
    QTRY_COMPARE(m_shell->log.size(), 1);
    QVERIFY(m_shell->log.first().contains(u"|<b>|&lt;i&gt;a &amp; b|"));
}

void TestBusDesktop::aClickOnItIsHeardOf()
{
    QSignalSpy clicked(m_desktop.get(), &Desktop::notificationClicked);
    m_desktop->notify(u"Done"_s, u"All passed."_s);
    QTRY_COMPARE(m_shell->log.size(), 1);
    Q_EMIT m_shell->ActionInvoked(7, u"default"_s); // another program's
    Q_EMIT m_shell->ActionInvoked(41, u"default"_s);
    QTRY_COMPARE(clicked.count(), 1);
}

void TestBusDesktop::whereNobodyShowsItThatIsSaid()
{
    QSignalSpy failed(m_desktop.get(), &Desktop::notificationFailed);
    m_shell->isBroken = true;
    m_desktop->notify(u"Done"_s, u"All passed."_s);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first(), (QList<QVariant>{u"Done"_s, u"All passed."_s}));
    QVERIFY(m_shellConnection->unregisterService(u"org.freedesktop.Notifications"_s));
    m_desktop->notify(u"Done"_s, u"All passed."_s);
    QTRY_COMPARE(failed.count(), 2);
}

void TestBusDesktop::withoutABusNothingHappens()
{
    BusDesktop desktop(QDBusConnection(u"no bus"_s), QDBusConnection(u"no bus"_s), u"rollcall"_s);
    QSignalSpy failed(&desktop, &Desktop::notificationFailed);
    desktop.showProgress(0.5);
    desktop.holdSleep(u"A check is running"_s);
    desktop.allowSleep();
    desktop.notify(u"Done"_s, u"All passed."_s);
    QVERIFY(failed.isEmpty()); // not while the caller is still in notify()
    QTRY_COMPARE(failed.count(), 1);
}

QTEST_GUILESS_MAIN(TestBusDesktop)
#include "tst_busdesktop.moc"
