// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"
#include "ui/exportstatus.h"
#include "ui/statusoverview.h"
#include "ui/statustile.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

class TestStatusOverview : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void theWorstOutcomeIsTheHeadline();
    void tilesAreAsLargeAsTheyCanBe_data();
    void tilesAreAsLargeAsTheyCanBe();
    void theOpenListIsShownAsItsResultsCome();
    void listsThatAreNotOpenAreCountedByTheStore();
    void listsComeAndGo();
    void aTileOpensItsList();
    void itIsOneWindow();
    void theWholeScreenIsUsedAndLeft();
    void lettersGrowWithTheWindow();
    void theStatusOfTheOpenListIsExported();
    void whatCannotBeWrittenIsSaid();
    void anExportThatIsStoppedLeavesTheOldFile();
    void everyControlHasANameAndAPlaceInTheTabOrder();

private:
    StatusOverview *open()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        auto *overview = m_window->findChild<StatusOverview *>();
        const auto isActive = [overview] { return QApplication::activeWindow() == overview; };
        return overview && QTest::qWaitFor(isActive) ? overview : nullptr;
    }
    void check()
    {
        m_window->checkAll(); // the key is that of the active window
        QVERIFY(m_session->isRunning());
        QTRY_VERIFY(!m_session->isRunning());
    }
    static ListStatus status(const StatusOverview &overview, int row)
    {
        const auto tiles = overview.findChildren<StatusTile *>();
        return row < tiles.size() ? tiles.at(row)->status() : ListStatus();
    }
};

void TestStatusOverview::theWorstOutcomeIsTheHeadline()
{
    ListStatus list;
    QCOMPARE(statusHeadline(list), QStringLiteral("No URLs"));
    list.counts.total = 1'204;
    QCOMPARE(statusHeadline(list), QStringLiteral("Not checked yet"));
    list.counts.ok = 1'200;
    QCOMPARE(statusHeadline(list), QStringLiteral("OK so far"));
    QCOMPARE(statusCounts(list), QStringLiteral("OK 1,200   Warning 0   Failed 0   Not checked 4"));
    list.counts.total = 1'200;
    QCOMPARE(statusHeadline(list), QStringLiteral("All OK"));
    list.counts.warnings = 2;
    QCOMPARE(statusHeadline(list), QStringLiteral("2 warning(s)"));
    list.counts.failed = 3;
    QCOMPARE(statusHeadline(list), QStringLiteral("3 failed"));
}

void TestStatusOverview::tilesAreAsLargeAsTheyCanBe_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QSize>("area");
    QTest::addColumn<int>("columns");
    QTest::newRow("one") << 1 << QSize(900, 500) << 1;
    QTest::newRow("two, wide") << 2 << QSize(1000, 200) << 2;
    QTest::newRow("two, high") << 2 << QSize(500, 600) << 1;
    QTest::newRow("four") << 4 << QSize(1000, 500) << 2;
    QTest::newRow("nine") << 9 << QSize(1200, 600) << 3;
    QTest::newRow("no narrower than the least") << 9 << QSize(450, 200) << 2;
    QTest::newRow("hidden") << 3 << QSize(0, 0) << 1;
}

void TestStatusOverview::tilesAreAsLargeAsTheyCanBe()
{
    QFETCH(int, count);
    QFETCH(QSize, area);
    QTEST(tileColumns(count, area, 200), "columns");
}

void TestStatusOverview::theOpenListIsShownAsItsResultsCome()
{
    import({"/10", "/missing"});
    const StatusOverview *overview = open();
    QVERIFY(overview);
    QCOMPARE(status(*overview, 0).name, QStringLiteral("My URLs"));
    QCOMPARE(statusHeadline(status(*overview, 0)), QStringLiteral("Not checked yet"));
    check();
    QTRY_COMPARE(statusHeadline(status(*overview, 0)), QStringLiteral("1 failed"));
    QCOMPARE(status(*overview, 0).counts.ok, 1);
    QVERIFY(status(*overview, 0).lastCheck);
    QTRY_COMPARE(status(*overview, 0).day.uptime(), 0.5);
    QTRY_VERIFY(!status(*overview, 0).isBeingChecked);
    QCOMPARE(overview->findChild<QLabel *>(QStringLiteral("statusHeadline"))->text(),
             QStringLiteral("Failures in 1 of 1 list(s)"));
}

void TestStatusOverview::listsThatAreNotOpenAreCountedByTheStore()
{
    import({"/10", "/20", "/missing"});
    check();
    action("New list")->trigger();
    m_window->close();
    closeWindow(); // nothing of the first list is in memory now
    openWindow();
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    const StatusOverview *overview = open();
    QVERIFY(overview);
    QTRY_COMPARE(status(*overview, 0).counts.failed, 1);
    QCOMPARE(status(*overview, 0).counts.ok, 2);
    QCOMPARE(status(*overview, 0).counts.total, 3);
    QVERIFY(status(*overview, 0).lastCheck);
    QTRY_COMPARE(status(*overview, 0).day.counted(), 3);
    QCOMPARE(statusHeadline(status(*overview, 1)), QStringLiteral("No URLs"));
}

void TestStatusOverview::listsComeAndGo()
{
    import({"/10"});
    const StatusOverview *overview = open();
    QVERIFY(overview);
    action("New list")->trigger();
    QTRY_COMPARE(overview->findChildren<StatusTile *>().size(), 2);
    action("Undo adding the list “New list”")->trigger();
    QTRY_COMPARE(overview->findChildren<StatusTile *>().size(), 1);
}

void TestStatusOverview::aTileOpensItsList()
{
    import({"/10"});
    action("New list")->trigger();
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    const StatusOverview *overview = open();
    QVERIFY(overview);
    auto *tile = overview->findChildren<StatusTile *>().at(0);
    tile->setFocus();
    QTest::keyClick(tile, Qt::Key_Return);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
}

void TestStatusOverview::itIsOneWindow()
{
    QVERIFY(open());
    action("Status overview")->trigger();
    QCOMPARE(m_window->findChildren<StatusOverview *>().size(), 1);
    m_window->findChild<StatusOverview *>()->close();
    QTRY_COMPARE(m_window->findChildren<StatusOverview *>().size(), 0);
}

void TestStatusOverview::theWholeScreenIsUsedAndLeft()
{
    StatusOverview *overview = open();
    QVERIFY(overview);
    const auto *button = overview->findChild<QPushButton *>(QStringLiteral("fullScreen"));
    QTest::keyClick(overview, Qt::Key_F11);
    QTRY_VERIFY(overview->isFullScreen());
    QVERIFY(button->isChecked());
    QTest::keyClick(overview, Qt::Key_Escape);
    QTRY_VERIFY(!overview->isFullScreen());
    QVERIFY(!button->isChecked() && overview->isVisible());
    QTest::keyClick(overview, Qt::Key_Escape);
    QTRY_COMPARE(m_window->findChildren<StatusOverview *>().size(), 0);
}

void TestStatusOverview::lettersGrowWithTheWindow()
{
    StatusOverview *overview = open();
    QVERIFY(overview);
    const auto *headline = overview->findChild<QLabel *>(QStringLiteral("statusHeadline"));
    overview->resize(600, 300);
    QTRY_COMPARE(overview->width(), 600);
    const int before = headline->font().pixelSize();
    overview->resize(1800, 1000);
    QTRY_VERIFY(headline->font().pixelSize() > before);
}

void TestStatusOverview::theStatusOfTheOpenListIsExported()
{
    import({"/10", "/missing"});
    StatusOverview *overview = open();
    QVERIFY(overview);
    check();
    QTRY_COMPARE(status(*overview, 0).day.counted(), 2); // the history has the run
    overview->exportTo(path("status.html"));
    const auto *said = overview->findChild<QLabel *>(QStringLiteral("exportSaid"));
    QTRY_COMPARE(said->text(), QStringLiteral("Exported to %1.").arg(path("status.html")));
    QFile file(path("status.html"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    QVERIFY(page.contains("<h1>Status of My URLs</h1>"));
    QVERIFY(page.contains("<tr data-o=\"failed\"><td>Failed</td><td><a rel=\"noreferrer noopener\" href=\"" +
                          m_server->url("/missing")));
    QVERIFY(page.contains(", and goes on"));
}

void TestStatusOverview::whatCannotBeWrittenIsSaid()
{
    StatusOverview *overview = open();
    QVERIFY(overview);
    overview->exportTo(path("no such folder/status.html"));
    const auto *said = overview->findChild<QLabel *>(QStringLiteral("exportSaid"));
    QTRY_VERIFY(said->text().startsWith(QStringLiteral("Nothing was exported. Cannot write")));
}

void TestStatusOverview::anExportThatIsStoppedLeavesTheOldFile()
{
    StatusOverview *overview = open();
    QVERIFY(overview);
    const QString written = file("status.html", "old");
    std::stop_source stopped;
    stopped.request_stop();
    const QString failure =
        exportStatus(written, m_history->path(), {"http://a/"}, QStringLiteral("Ours"), stopped.get_token());
    QVERIFY2(failure.endsWith(QStringLiteral("it was stopped.")), qPrintable(failure));
    QFile old(written);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    overview->exportTo(path("other.html"));
    delete overview; // must only return
}

void TestStatusOverview::everyControlHasANameAndAPlaceInTheTabOrder()
{
    import({"/10"});
    const StatusOverview *overview = open();
    QVERIFY(overview);
    QTRY_COMPARE(status(*overview, 0).counts.total, 1);
    for (QAbstractButton *control : overview->findChildren<QAbstractButton *>()) {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(control);
        QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
        QVERIFY(control->focusPolicy() & Qt::TabFocus);
    }
    QCOMPARE(overview->findChildren<StatusTile *>().at(0)->accessibleName(),
             QStringLiteral("My URLs, Not checked yet, OK 0 Warning 0 Failed 0 Not checked 1, "
                            "Uptime 24 h: –, Last check: –"));
}

QTEST_MAIN(TestStatusOverview)
#include "tst_statusoverview.moc"
