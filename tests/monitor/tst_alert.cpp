// SPDX-License-Identifier: MIT
#include "core/monitor/alert.h"

#include "tests/monitor/alerttools.h"

#include <QTest>

using namespace rollcall;
using rollcall::test::alertOf;
using rollcall::test::fullAlert;

class TestAlert : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slugsLeadBack();
    void jsonKeepsEverything_data();
    void jsonKeepsEverything();
    void whatIsWrongInJsonIsLeftEmpty();
    void eachHasAnIdOfItsOwn();
    void titlesNameTheUrlByItsName();
    void textsTellTheReason();
};

void TestAlert::slugsLeadBack()
{
    QCOMPARE(alertKinds().size(), std::size_t(11));
    for (const AlertKind kind : alertKinds())
        QCOMPARE(alertKindFromSlug(slug(kind)), kind);
    QCOMPARE(alertKindFromSlug("sideways"), std::nullopt);
}

void TestAlert::jsonKeepsEverything_data()
{
    QTest::addColumn<Alert>("alert");
    QTest::newRow("everything") << fullAlert();
    QTest::newRow("little") << alertOf(AlertKind::RedirectChanged);
    QTest::newRow("no URL") << alertOf(AlertKind::OutageBegins, "");
}

void TestAlert::jsonKeepsEverything()
{
    QFETCH(const Alert, alert);
    QCOMPARE(alertFromJson(alertToJson(alert)), alert);
}

void TestAlert::whatIsWrongInJsonIsLeftEmpty()
{
    const Alert alert =
        alertFromJson({{QStringLiteral("event"), 3}, {QStringLiteral("at"), QStringLiteral("now")}});
    QCOMPARE(alert, Alert());
}

void TestAlert::eachHasAnIdOfItsOwn()
{
    QVERIFY(alertOf(AlertKind::Up).id != alertOf(AlertKind::Up).id);
    QVERIFY(!alertOf(AlertKind::Up).id.isEmpty());
}

void TestAlert::titlesNameTheUrlByItsName()
{
    QCOMPARE(alertTitle(alertOf(AlertKind::Down)), QStringLiteral("http://a.example/ is down"));
    QCOMPARE(alertTitle(fullAlert()), QStringLiteral("Shop \\ \"Zürich\" is down"));
    for (const AlertKind kind : alertKinds())
        QVERIFY(!alertTitle(alertOf(kind)).isEmpty());
}

void TestAlert::textsTellTheReason()
{
    const QString text = alertText(fullAlert());
    for (const char *part : {"https://a.example/", "HTTP 503", "line\nbreak", "Whole days left: 6",
                             "Since 2026-11-24T10:05:00Z"})
        QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(text));
}

QTEST_APPLESS_MAIN(TestAlert)
#include "tst_alert.moc"
