// SPDX-License-Identifier: MIT
#include "core/desktop/sleeplock.h"
#include "tests/desktop/privatebus.h"

#include <QDBusContext>
#include <QTest>

#include <fcntl.h>
#include <memory>
#include <optional>
#include <unistd.h>

using namespace rollcall;
using namespace rollcall::test;
using namespace Qt::StringLiterals;

/// KDE's and Xfce's.
class FakePowerManagement : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.PowerManagement.Inhibit")
public:
    QStringList log;

public Q_SLOTS:
    quint32 Inhibit(const QString &application, const QString &reason)
    {
        log.append(u"inhibit %1: %2"_s.arg(application, reason));
        return 9;
    }
    void UnInhibit(quint32 cookie) { log.append(u"uninhibit %1"_s.arg(cookie)); }
};

class FakeGnome : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.SessionManager")
public:
    QStringList log;

public Q_SLOTS:
    quint32 Inhibit(const QString &application, quint32 window, const QString &reason, quint32 flags)
    {
        log.append(u"inhibit %1: %2 (%3, %4)"_s.arg(application, reason).arg(window).arg(flags));
        return 10;
    }
    void Uninhibit(quint32 cookie) { log.append(u"uninhibit %1"_s.arg(cookie)); }
};

/// systemd's. Its promise is the writing end of a pipe.
class FakeLogin : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    QStringList log;

    ~FakeLogin() override
    {
        if (m_reading >= 0)
            ::close(m_reading);
    }
    /// Whether nobody has the promise any more.
    bool isGivenBack() const
    {
        char byte = 0;
        return ::read(m_reading, &byte, 1) == 0;
    }

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why,
                                    const QString &mode)
    {
        log.append(u"inhibit %1 %2: %3 (%4)"_s.arg(what, who, why, mode));
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            qFatal("no pipe");
        m_reading = ends[0];
        QDBusUnixFileDescriptor promise;
        promise.giveFileDescriptor(ends[1]);
        return promise;
    }

private:
    int m_reading = -1;
};

namespace {

/// The lock tells nobody when a manager's answer, or the lack of one, has reached it.
void letAnswersArrive()
{
    QTest::qWait(50);
}

} // namespace

class TestSleepLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theFirstManagerThereIsAskedOnce();
    void gnomeIsAskedWhereItManagesSleep();
    void systemdIsAskedWhereNobodyElseIs();
    void lettingGoBeforeTheAnswerGivesItBack();
    void theEndGivesItBack();
    void whereNobodyManagesSleepNothingHappens();

private:
    template <class Manager>
    std::unique_ptr<Manager> manager(const QString &service, const QString &path)
    {
        auto fake = std::make_unique<Manager>();
        const bool isThere = m_managers->registerService(service) &&
                             m_managers->registerObject(path, fake.get(), QDBusConnection::ExportAllSlots);
        if (!isThere)
            qFatal("no fake service");
        return fake;
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::optional<QDBusConnection> m_managers;
    std::unique_ptr<SleepLock> m_lock;
};

void TestSleepLock::initTestCase()
{
    if (!PrivateBus::isAvailable())
        QSKIP("dbus-daemon is not installed (Debian's package dbus-daemon)");
}

void TestSleepLock::init()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(m_bus->start());
    m_managers = m_bus->connection(u"managers"_s);
    const QDBusConnection program = m_bus->connection(u"program"_s);
    m_lock = std::make_unique<SleepLock>(program, program, u"rollcall"_s);
}

void TestSleepLock::cleanup()
{
    m_lock.reset();
    m_managers.reset();
    m_bus.reset();
}

void TestSleepLock::theFirstManagerThereIsAskedOnce()
{
    const auto power = manager<FakePowerManagement>(u"org.freedesktop.PowerManagement"_s,
                                                    u"/org/freedesktop/PowerManagement/Inhibit"_s);
    const auto gnome = manager<FakeGnome>(u"org.gnome.SessionManager"_s, u"/org/gnome/SessionManager"_s);
    m_lock->hold(u"A check is running"_s);
    m_lock->hold(u"A check is running"_s);
    QTRY_COMPARE(power->log, QStringList{u"inhibit rollcall: A check is running"_s});
    m_lock->hold(u"A check is running"_s);
    letAnswersArrive();
    m_lock->release();
    m_lock->release();
    QTRY_COMPARE(power->log.size(), 2);
    QCOMPARE(power->log.last(), u"uninhibit 9"_s);
    QVERIFY(gnome->log.isEmpty());
    m_lock->hold(u"Another one"_s);
    QTRY_COMPARE(power->log.last(), u"inhibit rollcall: Another one"_s);
}

void TestSleepLock::gnomeIsAskedWhereItManagesSleep()
{
    const auto gnome = manager<FakeGnome>(u"org.gnome.SessionManager"_s, u"/org/gnome/SessionManager"_s);
    m_lock->hold(u"why"_s);
    QTRY_COMPARE(gnome->log, QStringList{u"inhibit rollcall: why (0, 4)"_s});
    letAnswersArrive();
    m_lock->release();
    QTRY_COMPARE(gnome->log.last(), u"uninhibit 10"_s);
}

void TestSleepLock::systemdIsAskedWhereNobodyElseIs()
{
    const auto login = manager<FakeLogin>(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s);
    m_lock->hold(u"why"_s);
    QTRY_COMPARE(login->log, QStringList{u"inhibit sleep:idle rollcall: why (block)"_s});
    letAnswersArrive();
    QVERIFY(!login->isGivenBack());
    m_lock->release();
    QTRY_VERIFY(login->isGivenBack());
}

void TestSleepLock::lettingGoBeforeTheAnswerGivesItBack()
{
    const auto power = manager<FakePowerManagement>(u"org.freedesktop.PowerManagement"_s,
                                                    u"/org/freedesktop/PowerManagement/Inhibit"_s);
    m_lock->hold(u"why"_s);
    m_lock->release();
    QTRY_COMPARE(power->log, (QStringList{u"inhibit rollcall: why"_s, u"uninhibit 9"_s}));
}

void TestSleepLock::theEndGivesItBack()
{
    const auto power = manager<FakePowerManagement>(u"org.freedesktop.PowerManagement"_s,
                                                    u"/org/freedesktop/PowerManagement/Inhibit"_s);
    m_lock->hold(u"why"_s);
    QTRY_COMPARE(power->log.size(), 1);
    letAnswersArrive();
    m_lock.reset();
    QTRY_COMPARE(power->log.last(), u"uninhibit 9"_s);
}

void TestSleepLock::whereNobodyManagesSleepNothingHappens()
{
    m_lock->hold(u"why"_s);
    letAnswersArrive();
    m_lock->release();
    m_lock->hold(u"why"_s);
    m_lock.reset(); // with a question under way
    SleepLock lock(QDBusConnection(u"no bus"_s), QDBusConnection(u"no bus"_s), u"rollcall"_s);
    lock.hold(u"why"_s);
    lock.release();
}

QTEST_GUILESS_MAIN(TestSleepLock)
#include "tst_sleeplock.moc"
