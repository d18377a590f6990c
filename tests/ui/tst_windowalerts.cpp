// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"
#include "ui/alertkindsfield.h"
#include "ui/mainactions.h"
#include "ui/settingsdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace Qt::StringLiterals;

/// How a watch tells of what it finds: what the person sets, and tries.
class TestWindowAlerts : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSetIsKept();
    void whatIsWrongIsSaidAndNotApplied_data();
    void whatIsWrongIsSaidAndNotApplied();
    void oneKindAtLeastIsChosen();
    void aTestSaysHowItEnded();
    void aTestThatFailsSaysNoSecret();
    void alertsThatDoNotArriveAreSaidOnce();

private:
    void openPage() const
    {
        m_window->actionSet().settings->trigger();
        find<QListWidget>("settingsPages")->setCurrentRow(1);
    }
    bool apply() const
    {
        auto *dialog = m_window->findChild<SettingsDialog *>();
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        return !dialog->isVisible();
    }
    void test(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QString end(const QByteArray &name) const { return find<QLabel>((name + "End").constData())->text(); }
};

void TestWindowAlerts::whatIsSetIsKept()
{
    openPage();
    QVERIFY(find<QCheckBox>("settingAlertsDesktop")->isChecked());
    QCOMPARE(find<AlertKindsField>("settingAlertsKinds")->kinds(), AlertRule::usualKinds());
    find<QCheckBox>("settingAlertsDesktop")->setChecked(false);
    find<QLineEdit>("settingAlertsWebhook")->setText(u" example.com/hook "_s);
    find<QLineEdit>("settingAlertsCommand")->setText(u"logger \"a b\""_s);
    for (QCheckBox *kind : find<AlertKindsField>("settingAlertsKinds")->findChildren<QCheckBox *>())
        kind->setChecked(kind->text() == u"Down"_s || kind->text() == u"Up again"_s);
    find<QLineEdit>("settingAlertsLists")->setText(u"Production, Docs"_s);
    find<QLineEdit>("settingAlertsTags")->setText(u"live"_s);
    QVERIFY(apply());
    closeWindow();
    openWindow();
    const AlertChannels kept = m_window->program().preferences().alerts;
    QVERIFY(!kept.desktop);
    QCOMPARE(kept.webhook, QByteArray("https://example.com/hook"));
    QCOMPARE(kept.command, u"logger \"a b\""_s);
    QCOMPARE(kept.rule.kinds, (QSet<AlertKind>{AlertKind::Down, AlertKind::Up}));
    QCOMPARE(kept.rule.lists, (QStringList{u"Production"_s, u"Docs"_s}));
    QCOMPARE(kept.rule.tags, QStringList{u"live"_s});
    openPage();
    QCOMPARE(find<QLineEdit>("settingAlertsWebhook")->text(), u"https://example.com/hook"_s);
    QVERIFY(find<QCheckBox>("alertKind-down")->isChecked());
    QVERIFY(!find<QCheckBox>("alertKind-certificate")->isChecked());
    QCOMPARE(find<QLineEdit>("settingAlertsLists")->text(), u"Production, Docs"_s);
}

void TestWindowAlerts::whatIsWrongIsSaidAndNotApplied_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("no http") << QByteArray("settingAlertsWebhook") << u"ftp://example.com/"_s;
    QTest::newRow("no URL") << QByteArray("settingAlertsWebhook") << u"http://"_s;
}

void TestWindowAlerts::oneKindAtLeastIsChosen()
{
    openPage();
    for (QCheckBox *kind : find<AlertKindsField>("settingAlertsKinds")->findChildren<QCheckBox *>())
        kind->setChecked(false);
    QVERIFY(!apply());
    QVERIFY(find<QLabel>("settingAlertsKindsProblem")->isVisible());
    QTest::keyClick(find<QCheckBox>("alertKind-down"), Qt::Key_Space);
    QVERIFY(apply());
    QCOMPARE(m_window->program().preferences().alerts.rule.kinds, QSet<AlertKind>{AlertKind::Down});
}

void TestWindowAlerts::whatIsWrongIsSaidAndNotApplied()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QString, text);
    openPage();
    find<QLineEdit>(field.constData())->setText(text);
    find<QListWidget>("settingsPages")->setCurrentRow(0);
    QVERIFY(!apply());
    QCOMPARE(find<QListWidget>("settingsPages")->currentRow(), 1); // where it is
    QVERIFY(find<QLabel>((field + "Problem").constData())->isVisible());
    QCOMPARE(m_window->program().preferences().alerts, AlertChannels());
}

void TestWindowAlerts::aTestSaysHowItEnded()
{
    m_server->on("/hook", {Send(httpResponse(204, {}, {}))});
    openPage();
    test("testAlertsDesktop");
    QTRY_COMPARE(end("testAlertsDesktop"), u"It was delivered."_s);
    find<QLineEdit>("settingAlertsWebhook")->setText(QString::fromUtf8(m_server->url("/hook")));
    test("testAlertsWebhook");
    QTRY_COMPARE(end("testAlertsWebhook"), u"It was delivered."_s);
    QCOMPARE(m_server->requestCount("/hook"), 1);
    test("testAlertsCommand"); // there is none
    QTRY_COMPARE(end("testAlertsCommand"), u"It was not delivered: there is nothing to send it to."_s);
    find<QLineEdit>("settingAlertsCommand")->setText(u"false"_s);
    test("testAlertsCommand");
    QTRY_VERIFY(end("testAlertsCommand").contains(u"its exit code is 1"_s));
    QCOMPARE(m_window->program().preferences().alerts, AlertChannels()); // nothing was applied
}

void TestWindowAlerts::aTestThatFailsSaysNoSecret()
{
    openPage();
    QString url = QString::fromUtf8(m_server->url("/missing?token=hidden"));
    url.replace(u"http://"_s, u"http://person:hidden@"_s);
    find<QLineEdit>("settingAlertsWebhook")->setText(url);
    test("testAlertsWebhook");
    QTRY_VERIFY(end("testAlertsWebhook").startsWith(u"It was not delivered: "_s));
    QVERIFY2(!end("testAlertsWebhook").contains(u"hidden"_s), qPrintable(end("testAlertsWebhook")));
    QCOMPARE(m_server->requestCount("/missing"), 1);
}

void TestWindowAlerts::alertsThatDoNotArriveAreSaidOnce()
{
    Q_EMIT m_watching->deliveryFailed(u"It will be tried again."_s);
    QCOMPARE(message(),
             u"Alerts do not arrive; Settings, Alerts can send a test. (It will be tried again.)"_s);
    Q_EMIT m_watching->deliveryFailed(u"It is given up."_s);
    QVERIFY(message().endsWith(u"(It will be tried again.)"_s));
}

QTEST_MAIN(TestWindowAlerts)
#include "tst_windowalerts.moc"
