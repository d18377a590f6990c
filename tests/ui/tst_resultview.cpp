// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/resultcolumns.h"
#include "ui/resultview.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestResultView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsTheMainColumnsAtFirst();
    void theColumnMenuShowsAndHidesAndLeavesTheLastOne();
    void layoutIsRememberedAndGivenBack();
    void aLayoutOfOtherColumnsIsNotTaken();
    void aClickOnAHeaderSortsUpDownAndNotAtAll();
    void aSelectedRowStaysInItsPlaceWhileOthersMove();
    void withoutASelectionTheScrollPositionStays();
    void copiesTheShownColumnsInTheOrderShown();
    void copiesUrlsOneALine();

private:
    static QAction *entry(const QMenu &menu, ResultColumn column)
    {
        return menu.actions().at(columnOf(column));
    }
    void select(int row) { m_view->selectRow(row); }

    std::unique_ptr<ResultModel> m_source;
    std::unique_ptr<ResultFilterModel> m_model;
    std::unique_ptr<ResultView> m_view;
};

void TestResultView::init()
{
    m_view.reset();
    m_model.reset();
    m_source = std::make_unique<ResultModel>();
    m_model = std::make_unique<ResultFilterModel>(*m_source);
    m_view = std::make_unique<ResultView>(*m_model);
    m_view->resize(1000, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestResultView::showsTheMainColumnsAtFirst()
{
    QStringList shown;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!m_view->isColumnHidden(column))
            shown.append(m_model->headerData(column, Qt::Horizontal).toString());
    }
    QCOMPARE(shown.join(QLatin1Char(' ')), QStringLiteral("Outcome URL HTTP Bytes Time Type Error"));
}

void TestResultView::theColumnMenuShowsAndHidesAndLeavesTheLastOne()
{
    {
        QMenu menu;
        m_view->fillColumnMenu(menu);
        QCOMPARE(menu.actions().size(), m_model->columnCount());
        QVERIFY(entry(menu, ResultColumn::Url)->isChecked());
        QVERIFY(!entry(menu, ResultColumn::Hash)->isChecked());
        entry(menu, ResultColumn::Hash)->trigger();
        QVERIFY(!m_view->isColumnHidden(columnOf(ResultColumn::Hash)));
        for (const ResultColumnInfo &column : resultColumns()) {
            if (column.column != ResultColumn::Url && !m_view->isColumnHidden(columnOf(column.column)))
                entry(menu, column.column)->trigger();
        }
    }
    QMenu menu;
    m_view->fillColumnMenu(menu);
    QVERIFY(!entry(menu, ResultColumn::Url)->isEnabled());
    QVERIFY(entry(menu, ResultColumn::Bytes)->isEnabled());
}

void TestResultView::layoutIsRememberedAndGivenBack()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_view->setColumnHidden(columnOf(ResultColumn::Type), true);
    m_view->setColumnWidth(columnOf(ResultColumn::Url), 123);
    m_view->horizontalHeader()->moveSection(0, 1);
    m_view->sortByColumn(columnOf(ResultColumn::Url), Qt::DescendingOrder);
    m_view->saveLayout(settings);

    init();
    m_source->append(1, urls({"http://a/", "http://b/"}));
    m_view->restoreLayout(settings);
    QVERIFY(m_view->isColumnHidden(columnOf(ResultColumn::Type)));
    QCOMPARE(m_view->columnWidth(columnOf(ResultColumn::Url)), 123);
    QCOMPARE(m_view->horizontalHeader()->logicalIndex(0), columnOf(ResultColumn::Url));
    QCOMPARE(m_model->toSourceRow(0), 1);
}

void TestResultView::aLayoutOfOtherColumnsIsNotTaken()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_view->setColumnHidden(columnOf(ResultColumn::Type), true);
    m_view->saveLayout(settings);
    settings.setValue(QStringLiteral("table/columns"), QStringList{QStringLiteral("url")});

    init();
    m_view->restoreLayout(settings);
    QVERIFY(!m_view->isColumnHidden(columnOf(ResultColumn::Type)));
}

void TestResultView::aClickOnAHeaderSortsUpDownAndNotAtAll()
{
    m_source->append(1, urls({"http://b/", "http://a/", "http://c/"}));
    const auto click = [this] {
        const QHeaderView *header = m_view->horizontalHeader();
        const int x = header->sectionViewportPosition(columnOf(ResultColumn::Url)) + 20;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
    };
    click();
    QCOMPARE(m_model->toSourceRow(0), 1);
    click();
    QCOMPARE(m_model->toSourceRow(0), 2);
    click();
    QCOMPARE(m_model->toSourceRow(0), 0);
}

void TestResultView::aSelectedRowStaysInItsPlaceWhileOthersMove()
{
    constexpr int count = 500;
    m_source->append(1, manyUrls(count));
    m_view->sortByColumn(columnOf(ResultColumn::Bytes), Qt::AscendingOrder);
    select(200);
    m_view->scrollTo(m_model->index(200, 0), QAbstractItemView::PositionAtCenter);
    const int top = m_view->visualRect(m_view->currentIndex()).top();
    QVERIFY(top > 0);

    QList<StoredResult> results;
    for (int id = 301; id <= count; ++id)
        results.append(StoredResult(id, okResult(id, 1ms)));
    m_source->setResults(results); // 200 rows go above the selected one
    QTRY_COMPARE(m_view->currentIndex().row(), 400);
    QCOMPARE(m_view->visualRect(m_view->currentIndex()).top(), top);
    QCOMPARE(m_view->selectedIds(), QList<qint64>{201});
}

void TestResultView::withoutASelectionTheScrollPositionStays()
{
    m_source->append(1, manyUrls(500));
    m_view->sortByColumn(columnOf(ResultColumn::Bytes), Qt::AscendingOrder);
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 1000);
    m_view->verticalScrollBar()->setValue(1000);
    m_source->setResults({StoredResult(400, okResult(1, 1ms))});
    QTRY_COMPARE(m_model->toSourceRow(0), 399);
    QCOMPARE(m_view->verticalScrollBar()->value(), 1000);
}

void TestResultView::copiesTheShownColumnsInTheOrderShown()
{
    m_source->append(1, urls({"http://a/", "http://b/"}));
    m_source->setResults(
        {StoredResult(1, okResult(812, 5ms)), StoredResult(2, failedResult(ErrorKind::Timeout))});
    m_view->horizontalHeader()->moveSection(0, 1);
    m_view->setColumnHidden(columnOf(ResultColumn::Type), true);
    m_view->selectAll();
    QCOMPARE(m_view->selectedText(),
             QStringLiteral("http://a/\tOK\t200\t812 B\t5.0 ms\t\nhttp://b/\tFailed\t–\t–\t–\tTimed out\n"));
}

void TestResultView::copiesUrlsOneALine()
{
    m_source->append(1, urls({"http://a/", "http://b/", "http://c/"}));
    m_view->sortByColumn(columnOf(ResultColumn::Url), Qt::DescendingOrder);
    select(0);
    m_view->selectionModel()->select(m_model->index(2, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(m_view->selectedUrls(), QStringLiteral("http://c/\nhttp://a/\n"));
}

QTEST_MAIN(TestResultView)
#include "tst_resultview.moc"
