// SPDX-License-Identifier: MIT
#include "core/monitor/alertrule.h"

#include "tests/monitor/alerttools.h"

#include <QTest>

using namespace rollcall;
using rollcall::test::alertOf;
using rollcall::test::fullAlert;

class TestAlertRule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kindsAreRead();
    void aRecoveryIsWantedWhereTheTroubleWas_data();
    void aRecoveryIsWantedWhereTheTroubleWas();
    void listsAndTagsChoose();
    void whatConcernsNoUrlGoesToAll();
};

void TestAlertRule::kindsAreRead()
{
    QCOMPARE(AlertRule::kindsFromText(u"down, up"), (QSet<AlertKind>{AlertKind::Down, AlertKind::Up}));
    QCOMPARE(AlertRule::kindsFromText(u"all")->size(), qsizetype(alertKinds().size()));
    QVERIFY(!AlertRule::kindsFromText(u"down,sideways"));
    QVERIFY(!AlertRule::kindsFromText(u""));
    QCOMPARE(AlertRule::kindsText({AlertKind::Up, AlertKind::Down}), QStringLiteral("down, up"));
    QCOMPARE(AlertRule::kindsFromText(AlertRule::kindsText(AlertRule::usualKinds())),
             AlertRule::usualKinds());
}

void TestAlertRule::aRecoveryIsWantedWhereTheTroubleWas_data()
{
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<AlertKind>("kind");
    QTest::addColumn<Health>("previous");
    QTest::addColumn<bool>("wanted");
    QTest::newRow("up after down") << "down,up" << AlertKind::Up << Health::Down << true;
    QTest::newRow("up after degraded, of which nothing was told")
        << "down,up" << AlertKind::Up << Health::Degraded << false;
    QTest::newRow("up after degraded") << "degraded,up" << AlertKind::Up << Health::Degraded << true;
    QTest::newRow("degraded after down: it answers")
        << "down,up" << AlertKind::Degraded << Health::Down << true;
    QTest::newRow("degraded after up") << "down,up" << AlertKind::Degraded << Health::Up << false;
    QTest::newRow("never up") << "down" << AlertKind::Up << Health::Down << false;
    QTest::newRow("a test") << "down" << AlertKind::Test << Health::Unknown << true;
    QTest::newRow("what is not asked for") << "down" << AlertKind::Certificate << Health::Unknown << false;
}

void TestAlertRule::aRecoveryIsWantedWhereTheTroubleWas()
{
    QFETCH(const QString, kinds);
    QFETCH(const AlertKind, kind);
    QFETCH(const Health, previous);
    QFETCH(const bool, wanted);
    AlertRule rule;
    rule.kinds = AlertRule::kindsFromText(kinds).value_or(QSet<AlertKind>());
    Alert alert = alertOf(kind);
    alert.previous = previous;
    QCOMPARE(rule.wants(alert), wanted);
}

void TestAlertRule::listsAndTagsChoose()
{
    AlertRule rule;
    QVERIFY(rule.wants(fullAlert()));
    rule.lists = QStringList{QStringLiteral("shops"), QStringLiteral("news")};
    rule.tags = QStringList{QStringLiteral("eu")};
    QVERIFY(rule.wants(fullAlert()));
    rule.tags = QStringList{QStringLiteral("us")};
    QVERIFY(!rule.wants(fullAlert()));
    rule.tags.clear();
    rule.lists = QStringList{QStringLiteral("news")};
    QVERIFY(!rule.wants(fullAlert()));
}

void TestAlertRule::whatConcernsNoUrlGoesToAll()
{
    AlertRule rule;
    rule.lists = QStringList{QStringLiteral("news")};
    rule.tags = QStringList{QStringLiteral("us")};
    QVERIFY(rule.wants(alertOf(AlertKind::OutageBegins, "")));
    rule.kinds = {AlertKind::Down};
    QVERIFY(!rule.wants(alertOf(AlertKind::OutageBegins, "")));
}

QTEST_APPLESS_MAIN(TestAlertRule)
#include "tst_alertrule.moc"
