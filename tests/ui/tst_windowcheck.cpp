// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace rollcall;
using namespace rollcall::test;

/// The main job, and everything about a running check.
class TestWindowCheck : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void importedUrlsAreCheckedAndExported();
    void onlyTheSelectedRowsAreChecked();
    void onlyTheVisibleRowsAreChecked();
    void theCheckButtonHasAMenu();
    void aPausedCheckGoesOn();
    void failedRowsAreCheckedAgain();
    void stoppingLeavesNothingRunning();
    void aStoppedCheckKeepsEarlierResults();
    void limitsActWhileACheckRuns();
    void whatIsTypedIntoAFieldCountsAtOnce();
    void theTitleAndTheFootTellHowFarItIs();
    void closingWhileACheckRunsEndsCleanly();
};

void TestWindowCheck::importedUrlsAreCheckedAndExported()
{
    m_window->importFiles({file("list.txt", list({"/10", "/20", "/missing"}).toLatin1())});
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(message(), QStringLiteral("3 URL(s) added."));
    QTest::mouseClick(button("Check all"), Qt::LeftButton);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|OK|Failed"));
    QCOMPARE(cell(0, ResultColumn::Bytes), QStringLiteral("10 B"));
    QCOMPARE(cell(1, ResultColumn::Bytes), QStringLiteral("20 B"));
    QCOMPARE(cell(2, ResultColumn::HttpStatus), QStringLiteral("404"));
    QCOMPARE(cell(2, ResultColumn::Error), QStringLiteral("Client error"));

    m_window->exportTo(path("out.csv"));
    QTRY_VERIFY(message().startsWith(QStringLiteral("3 row(s) exported")));
    QFile report(path("out.csv"));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = report.readAll().split('\n');
    QVERIFY(lines.at(0).startsWith("url,final_url,outcome,status"));
    QVERIFY(lines.at(1).startsWith(m_server->url("/10") + ","));
    QVERIFY(lines.at(3).contains("http-client-error"));
}

void TestWindowCheck::onlyTheSelectedRowsAreChecked()
{
    import({"/10", "/20", "/30"});
    select({1});
    QTest::keyClick(table(), Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE(outcomes(), QStringLiteral("Not checked|OK|Not checked"));
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestWindowCheck::onlyTheVisibleRowsAreChecked()
{
    import({"/10", "/20", "/30"});
    find<QLineEdit>("filterText")->setText(QStringLiteral("/20"));
    QTest::keyClick(table(), Qt::Key_F5, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK"));
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(m_server->requests().size(), 1);
    find<QLineEdit>("filterText")->setText(QStringLiteral("nothing like this"));
    QVERIFY(!action("Check visible")->isEnabled());
}

void TestWindowCheck::theCheckButtonHasAMenu()
{
    const auto *check = qobject_cast<QToolButton *>(button("Check all"));
    QStringList commands;
    for (const QAction *command : check->menu()->actions())
        commands.append(command->iconText());
    QCOMPARE(commands.join(QLatin1Char('|')),
             QStringLiteral("Check all|Check selected|Check visible|Re-check failed"));
}

void TestWindowCheck::aPausedCheckGoesOn()
{
    m_server->hold("/10");
    find<QSpinBox>("atOnce")->setValue(1);
    import({"/10?a", "/10?b"});
    QVERIFY(!action("Pause")->isEnabled());
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_server->heldRequests("/10"), 1);
    QTest::keyClick(table(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(find<QLabel>("remaining")->text(), QStringLiteral("Pausing: 1 still running"));
    m_server->release("/10");
    QTRY_COMPARE(find<QLabel>("remaining")->text(), QStringLiteral("Paused"));
    QCOMPARE(outcomes(), QStringLiteral("OK|Queued"));
    QVERIFY(find<QLabel>("speed")->text().isEmpty());
    QVERIFY(button("Stop")->isEnabled());
    m_server->releaseAll("/10");
    QTest::mouseClick(button("Resume"), Qt::LeftButton);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|OK"));
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(action("Pause")->iconText(), QStringLiteral("Pause"));
}

void TestWindowCheck::failedRowsAreCheckedAgain()
{
    import({"/10", "/missing"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Failed"));
    QTRY_VERIFY(!m_session->isRunning());
    m_server->on("/missing", {Send(httpResponse(200, {}, "found"))});
    QTest::keyClick(table(), Qt::Key_F5, Qt::ControlModifier);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|OK"));
    QCOMPARE(m_server->requestCount("/10"), 1);
}

void TestWindowCheck::stoppingLeavesNothingRunning()
{
    m_server->hold("/20");
    import({"/10", "/20"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK|Running"));
    QVERIFY(button("Stop")->isEnabled());
    QTest::keyClick(table(), Qt::Key_Escape);
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(outcomes(), QStringLiteral("OK|Cancelled"));
    QVERIFY(!button("Stop")->isEnabled());
    QVERIFY(button("Check all")->isEnabled());
}

void TestWindowCheck::aStoppedCheckKeepsEarlierResults()
{
    import({"/10"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK"));
    QTRY_VERIFY(!m_session->isRunning());
    m_server->hold("/10");
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(outcomes(), QStringLiteral("Running"));
    QTest::mouseClick(button("Stop"), Qt::LeftButton);
    QTRY_COMPARE(outcomes(), QStringLiteral("OK"));
    QCOMPARE(cell(0, ResultColumn::Bytes), QStringLiteral("10 B"));
}

void TestWindowCheck::limitsActWhileACheckRuns()
{
    m_server->hold("/10");
    find<QSpinBox>("atOnce")->setValue(1);
    import({"/10?a", "/10?b", "/10?c"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_server->heldRequests("/10"), 1);
    QTRY_COMPARE(outcomes().count(QStringLiteral("Running")), 1);
    find<QSpinBox>("atOnce")->setValue(3);
    QTRY_COMPARE(m_server->heldRequests("/10"), 3);
    m_server->releaseAll("/10");
    QTRY_COMPARE(outcomes().count(QStringLiteral("OK")), 3);
}

void TestWindowCheck::whatIsTypedIntoAFieldCountsAtOnce()
{
    m_server->hold("/10");
    import({"/10?a", "/10?b", "/10?c"});
    auto *field = find<QSpinBox>("atOnce");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("2"));
    QTest::mouseClick(button("Check all"), Qt::LeftButton); // the field still has the cursor
    QTRY_COMPARE(m_server->heldRequests("/10"), 2);
    QTRY_COMPARE(outcomes().count(QStringLiteral("Running")), 2);
    QCOMPARE(outcomes().count(QStringLiteral("Queued")), 1);
}

void TestWindowCheck::theTitleAndTheFootTellHowFarItIs()
{
    m_server->hold("/20");
    import({"/10", "/20"});
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Rollcall"));
    QCOMPARE(find<QLabel>("position")->text(), QStringLiteral("2 URL(s)"));
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("Rollcall: 50 %"));
    QCOMPARE(find<QLabel>("position")->text(), QStringLiteral("1 of 2"));
    m_server->releaseAll("/20");
    QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("Rollcall"));
    QVERIFY(find<QLabel>("position")->text().startsWith(QStringLiteral("2 URL(s) checked in ")));
}

void TestWindowCheck::closingWhileACheckRunsEndsCleanly()
{
    m_server->hold("/10");
    import({"/10?a", "/10?b", "/20"});
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_server->heldRequests("/10"), 2);
    QTRY_COMPARE(outcomes(), QStringLiteral("Running|Running|OK"));
    QVERIFY(m_window->close());
    closeWindow();
    QTRY_COMPARE(m_server->openConnections(), 0);
    openWindow();
    QCOMPARE(cell(2, ResultColumn::Outcome), QStringLiteral("OK")); // what was done is kept
}

QTEST_MAIN(TestWindowCheck)
#include "tst_windowcheck.moc"
