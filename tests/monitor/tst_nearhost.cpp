// SPDX-License-Identifier: MIT
#include "core/monitor/nearhost.h"

#include <QTest>

class TestNearHost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostsOfTheOwnNetworkAreNear_data();
    void hostsOfTheOwnNetworkAreNear();
};

void TestNearHost::hostsOfTheOwnNetworkAreNear_data()
{
    QTest::addColumn<bool>("isNear");
    for (const char *host : {"localhost", "router", "127.0.0.1", "[::1]", "10.1.2.3", "172.31.0.1",
                             "192.168.178.1", "169.254.3.4", "[fe80::1]", "[fd12:3456::1]", "nas.local",
                             "printer.lan", "a.localhost", "db.internal", "tv.home.arpa"})
        QTest::newRow(host) << true;
    for (const char *host : {"example.com", "172.32.0.1", "193.168.0.1", "8.8.8.8", "[2001:db8::1]",
                             "local.example", "xn--bcher-kva.example"})
        QTest::newRow(host) << false;
}

void TestNearHost::hostsOfTheOwnNetworkAreNear()
{
    QFETCH(const bool, isNear);
    QCOMPARE(rollcall::isNearHost(QTest::currentDataTag()), isNear);
}

QTEST_APPLESS_MAIN(TestNearHost)
#include "tst_nearhost.moc"
