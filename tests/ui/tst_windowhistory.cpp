// SPDX-License-Identifier: MIT
#include "core/history/historyfile.h"
#include "tests/ui/windowtest.h"
#include "ui/comparedialog.h"
#include "ui/resultview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include <optional>

using namespace rollcall;
using namespace rollcall::test;

/// What the window keeps of its checks.
class TestWindowHistory : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void aCheckIsKeptInTheHistory();
    void aRunIsNamedAfterTheListThatIsChecked();
    void aHistoryThatCannotBeOpenedIsSaidAndTheCheckRuns();
    void whatIsWrongWithTheOneFileIsSaidByTheStore();
    void thePastOfTheCurrentRowIsShown();
    void whatACheckFindsIsAddedToThePast();
    void twoRunsOfTheListAreCompared();
    void incidentsOfTheListAreShown();
    void columnsOfTheHistoryFollowTheChecks();
    void columnsOfTheHistoryAreSortedBy();

private:
    void check()
    {
        QTest::keyClick(table(), Qt::Key_F5);
        QTRY_VERIFY(m_session->isRunning());
        QTRY_VERIFY(!m_session->isRunning());
    }
    void showHistoryColumns()
    {
        auto *view = find<ResultView>("results");
        TableArrangement layout = view->layout();
        for (ColumnPlace &column : layout.columns)
            column.isShown = column.isShown || column.column == ResultColumn::Uptime ||
                             column.column == ResultColumn::Trend;
        view->setLayout(layout);
    }
    QList<StoredRun> runs()
    {
        std::optional<QList<StoredRun>> runs;
        m_history->ask(
            this, [](HistoryFile &file) { return file.runs().latest(10); },
            [&runs](const Answer<QList<StoredRun>> &answer) {
                const auto *found = std::get_if<QList<StoredRun>>(&answer);
                runs = found ? *found : QList<StoredRun>();
            });
        return QTest::qWaitFor([&runs] { return runs.has_value(); }) ? *runs : QList<StoredRun>();
    }
};

void TestWindowHistory::aCheckIsKeptInTheHistory()
{
    import({"/10", "/missing"});
    check();
    const QList<StoredRun> kept = runs();
    QCOMPARE(kept.size(), 1);
    const StoredRun &run = kept.first();
    QCOMPARE(run.start.kind, RunKind::Window);
    QCOMPARE(run.start.list, QStringLiteral("My URLs"));
    QCOMPARE(run.start.listId, StoredList::firstId);
    QVERIFY(run.ended);
    QCOMPARE(run.counts.ok, 1);
    QCOMPARE(run.counts.failed, 1);
}

void TestWindowHistory::aRunIsNamedAfterTheListThatIsChecked()
{
    import({"/10"});
    auto *lists = find<QAbstractItemView>("lists");
    lists->model()->setData(lists->currentIndex(), QStringLiteral("Production"));
    m_server->hold("/10");
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_server->heldRequests("/10"), 1);
    action("New list")->trigger(); // is open when the check ends
    m_server->releaseAll("/10");
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(runs().value(0).start.list, QStringLiteral("Production"));
    QCOMPARE(runs().value(0).start.listId, StoredList::firstId);
}

void TestWindowHistory::aHistoryThatCannotBeOpenedIsSaidAndTheCheckRuns()
{
    closeWindow();
    openWindow(m_folder->path()); // a folder in its place
    QTRY_VERIFY2(message().startsWith(QStringLiteral("The history cannot be opened: checks run, but")),
                 qPrintable(message()));
    import({"/10"});
    check();
    QCOMPARE(outcomes(), QStringLiteral("OK"));
    QVERIFY(runs().isEmpty());
}

void TestWindowHistory::whatIsWrongWithTheOneFileIsSaidByTheStore()
{
    closeWindow();
    QVERIFY(QFile::remove(path("list.db")));
    file("list.db", QByteArray(4096, 'x'));
    openWindow();
    QTRY_VERIFY(message().startsWith(QStringLiteral("The file that keeps your list is damaged")));
    QVERIFY(runs().isEmpty()); // the history has answered, and so has failed before
    QVERIFY(message().startsWith(QStringLiteral("The file that keeps your list is damaged")));
}

void TestWindowHistory::thePastOfTheCurrentRowIsShown()
{
    import({"/10", "/missing"});
    table()->selectRow(0);
    auto *tabs = find<QTabWidget>("detailsTabs");
    QCOMPARE(tabs->tabText(tabs->currentIndex()), QStringLiteral("History"));
    QTRY_VERIFY(find<QLabel>("historySentence")->text().startsWith(QStringLiteral("Nothing is known of")));
    check();
    tabs->setCurrentIndex(tabs->count() - 1); // a row with a result shows its timing at first
    QTRY_COMPARE(find<QToolButton>("historyPeriod1")->text(), QStringLiteral("24 hours  100 %"));
    table()->selectRow(1);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), QStringLiteral("History"));
    QTRY_COMPARE(find<QToolButton>("historyPeriod1")->text(), QStringLiteral("24 hours  0 %"));
    QTRY_COMPARE(find<QAbstractItemView>("incidents")->model()->rowCount(), 1);
}

void TestWindowHistory::whatACheckFindsIsAddedToThePast()
{
    import({"/10"});
    table()->selectRow(0);
    check();
    auto *tabs = find<QTabWidget>("detailsTabs");
    tabs->setCurrentIndex(tabs->count() - 1);
    const auto *day = find<QToolButton>("historyPeriod1");
    QTRY_COMPARE(day->toolTip(), QStringLiteral("1 of 1 check(s) did not fail"));
    check();
    QTRY_COMPARE(day->toolTip(), QStringLiteral("2 of 2 check(s) did not fail"));
}

void TestWindowHistory::twoRunsOfTheListAreCompared()
{
    import({"/10", "/missing"});
    check();
    m_server->on("/missing", {Send(httpResponse(200, {}, "found"))});
    check();
    QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
    const auto *dialog = find<CompareDialog>("compareDialog");
    QVERIFY(dialog->isVisible());
    QTRY_COMPARE(dialog->findChild<QLabel *>(QStringLiteral("compareSummary"))->text(),
                 QStringLiteral("Repaired: 1   Unchanged: 1"));
}

void TestWindowHistory::incidentsOfTheListAreShown()
{
    import({"/10", "/missing"});
    check();
    QTest::keyClick(table(), Qt::Key_I, Qt::ControlModifier);
    const auto *dialog = find<QDialog>("incidentsDialog");
    QVERIFY(dialog->isVisible());
    QTRY_COMPARE(dialog->findChild<QLabel *>(QStringLiteral("incidentSummary"))->text(),
                 QStringLiteral("1 incident(s), 1 not over yet."));
    auto *incidents = dialog->findChild<QTableView *>(QStringLiteral("incidentsOfTheList"));
    auto *show = button("Show in table");
    QVERIFY(!show->isEnabled());
    find<QLineEdit>("filterText")->setText(QStringLiteral("/10")); // hides the row that is wanted
    QTRY_COMPARE(rows(), 1);
    incidents->selectRow(0);
    QTest::mouseClick(show, Qt::LeftButton);
    QCOMPARE(rows(), 2);
    QCOMPARE(find<ResultView>("results")->currentRow()->entry.url, m_server->url("/missing"));
}

void TestWindowHistory::columnsOfTheHistoryFollowTheChecks()
{
    import({"/10", "/missing"});
    check();
    QCOMPARE(cell(0, ResultColumn::Uptime), QString()); // nobody has asked
    showHistoryColumns();
    QTRY_COMPARE(cell(0, ResultColumn::Uptime), QStringLiteral("100 %"));
    QTRY_COMPARE(cell(1, ResultColumn::Uptime), QStringLiteral("0 %"));
    QCOMPARE(cell(1, ResultColumn::Trend), QStringLiteral("1 failed"));
    m_server->on("/missing", {Send(httpResponse(200, {}, "found"))});
    check();
    QTRY_COMPARE(cell(1, ResultColumn::Uptime), QStringLiteral("50.00 %"));
    import({"/20"});
    QCOMPARE(cell(2, ResultColumn::Uptime), QString()); // of it there is no past
    QVERIFY(m_window->close());
    closeWindow();
    openWindow(); // the columns are remembered
    QTRY_COMPARE(cell(1, ResultColumn::Uptime), QStringLiteral("50.00 %"));
}

void TestWindowHistory::columnsOfTheHistoryAreSortedBy()
{
    import({"/10", "/missing", "/20"});
    check();
    showHistoryColumns();
    QTRY_COMPARE(cell(1, ResultColumn::Uptime), QStringLiteral("0 %"));
    table()->sortByColumn(columnOf(ResultColumn::Uptime), Qt::AscendingOrder);
    QTRY_COMPARE(cell(0, ResultColumn::Uptime), QStringLiteral("0 %"));
    QVERIFY(cell(0, ResultColumn::Url).endsWith(QStringLiteral("/missing")));
}

QTEST_MAIN(TestWindowHistory)
#include "tst_windowhistory.moc"
