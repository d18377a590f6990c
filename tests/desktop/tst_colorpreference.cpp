// SPDX-License-Identifier: MIT
#include "core/desktop/colorpreference.h"
#include "tests/desktop/privatebus.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

using namespace rollcall;
using namespace rollcall::test;
using namespace Qt::StringLiterals;

class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &nameSpace, const QString &key) const
    {
        const bool isAsked = nameSpace == u"org.freedesktop.appearance" && key == u"color-scheme";
        return QDBusVariant(QVariant::fromValue(QDBusVariant(isAsked ? scheme : 0)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &nameSpace, const QString &key, const QDBusVariant &value);
};

class TestColorPreference : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theDesktopsWishIsFollowed();
    void withoutAPortalItIsNo();
};

void TestColorPreference::initTestCase()
{
    if (!PrivateBus::isAvailable())
        QSKIP("dbus-daemon is not installed (Debian's package dbus-daemon)");
}

void TestColorPreference::theDesktopsWishIsFollowed()
{
    PrivateBus bus;
    QVERIFY(bus.start());
    QDBusConnection portalConnection = bus.connection(u"portal"_s);
    FakePortal portal;
    portal.scheme = 1;
    QVERIFY(portalConnection.registerService(u"org.freedesktop.portal.Desktop"_s));
    QVERIFY(
        portalConnection.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    const ColorPreference preference(bus.connection(u"program"_s));
    QSignalSpy changed(&preference, &ColorPreference::changed);
    QVERIFY(!preference.prefersDark()); // not known yet: nothing waits for the portal
    QTRY_VERIFY(preference.prefersDark());
    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"accent-color"_s, QDBusVariant(0U));
    portal.scheme = 2;
    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(2U));
    QTRY_VERIFY(!preference.prefersDark());
    QCOMPARE(changed.count(), 2);
}

void TestColorPreference::withoutAPortalItIsNo()
{
    const ColorPreference alone{QDBusConnection(u"no bus"_s)};
    QVERIFY(!alone.prefersDark());
    PrivateBus bus;
    QVERIFY(bus.start());
    const ColorPreference preference(bus.connection(u"program"_s));
    QTest::qWait(50);
    QVERIFY(!preference.prefersDark());
}

QTEST_GUILESS_MAIN(TestColorPreference)
#include "tst_colorpreference.moc"
