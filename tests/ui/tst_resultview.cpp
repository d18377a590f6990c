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
    void aLayoutThatShowsNothingIsNotTaken();
    void resetShowsTheFirstColumnsInTheOrderOfTheList();
    void fitToContentsMakesRoomForTheLongestCell();
    void aClickOnAHeaderSortsUpDownAndNotAtAll();
    void shiftAndAClickSortByOneColumnMore();
    void theSortMenuDoesTheSameFromTheKeyboard();
    void aSelectedRowStaysInItsPlaceWhileOthersMove();
    void withoutASelectionTheScrollPositionStays();
    void tellsTheShownColumnsFromLeftToRight();
    void copiesUrlsOneALine();

private:
    static QAction *entry(const QMenu &menu, ResultColumn column)
    {
        return menu.actions().at(columnOf(column));
    }
    void select(int row) { m_view->selectRow(row); }
    void clickHeader(ResultColumn column, Qt::KeyboardModifiers modifiers = {})
    {
        const QHeaderView *header = m_view->horizontalHeader();
        const int x = header->sectionViewportPosition(columnOf(column)) + 20;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, QPoint(x, header->height() / 2));
    }
    QList<int> shownOrder() const
    {
        QList<int> rows;
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows.append(m_model->toSourceRow(row));
        return rows;
    }

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
    QCOMPARE(shown.join(QLatin1Char(' ')), QStringLiteral("Outcome URL HTTP Bytes Time Error"));
}

void TestResultView::theColumnMenuShowsAndHidesAndLeavesTheLastOne()
{
    {
        QMenu menu;
        m_view->fillColumnMenu(menu);
        QCOMPARE(menu.actions().size(), m_model->columnCount() + 3); // a line, and two for all of them
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
    m_view->setColumnHidden(columnOf(ResultColumn::Bytes), true);
    m_view->setColumnWidth(columnOf(ResultColumn::Url), 123);
    m_view->horizontalHeader()->moveSection(0, 1);
    m_view->sortByColumn(columnOf(ResultColumn::Url), Qt::DescendingOrder);
    m_view->saveLayout(settings);

    init();
    m_source->append(1, urls({"http://a/", "http://b/"}));
    m_view->restoreLayout(settings);
    QVERIFY(m_view->isColumnHidden(columnOf(ResultColumn::Bytes)));
    QCOMPARE(m_view->columnWidth(columnOf(ResultColumn::Url)), 123);
    QCOMPARE(m_view->horizontalHeader()->logicalIndex(0), columnOf(ResultColumn::Url));
    QCOMPARE(m_model->toSourceRow(0), 1);
}

void TestResultView::aLayoutThatShowsNothingIsNotTaken()
{
    const TableArrangement before = m_view->layout();
    m_view->setLayout(TableArrangement());
    QCOMPARE(m_view->layout(), before);
}

void TestResultView::resetShowsTheFirstColumnsInTheOrderOfTheList()
{
    const TableArrangement first = m_view->layout();
    m_view->setColumnHidden(columnOf(ResultColumn::Bytes), true);
    m_view->horizontalHeader()->moveSection(0, 3);
    m_view->sortByColumn(columnOf(ResultColumn::Url), Qt::DescendingOrder);
    QMenu menu;
    m_view->fillColumnMenu(menu);
    menu.actions().constLast()->trigger();
    QCOMPARE(m_view->layout(), first);
}

void TestResultView::fitToContentsMakesRoomForTheLongestCell()
{
    m_source->append(1, urls({"http://host/" + QByteArray(100, 'w')}));
    QMenu menu;
    m_view->fillColumnMenu(menu);
    menu.actions().at(menu.actions().size() - 2)->trigger();
    QVERIFY(m_view->columnWidth(columnOf(ResultColumn::Url)) >
            m_view->fontMetrics().horizontalAdvance(QString(100, QLatin1Char('w'))));
}

void TestResultView::aClickOnAHeaderSortsUpDownAndNotAtAll()
{
    m_source->append(1, urls({"http://b/", "http://a/", "http://c/"}));
    const auto click = [this] { clickHeader(ResultColumn::Url); };
    click();
    QCOMPARE(m_model->toSourceRow(0), 1);
    click();
    QCOMPARE(m_model->toSourceRow(0), 2);
    click();
    QCOMPARE(m_model->toSourceRow(0), 0);
}

void TestResultView::shiftAndAClickSortByOneColumnMore()
{
    m_source->append(1, urls({"http://b/", "http://a/", "http://c/"}));
    m_source->setResults({StoredResult(1, okResult(7, 1ms)), StoredResult(2, okResult(7, 2ms)),
                          StoredResult(3, okResult(5, 3ms))});
    clickHeader(ResultColumn::Bytes);
    clickHeader(ResultColumn::Url, Qt::ShiftModifier);
    QCOMPARE(shownOrder(), (QList<int>{2, 1, 0}));
    clickHeader(ResultColumn::Url, Qt::ShiftModifier);
    QCOMPARE(shownOrder(), (QList<int>{2, 0, 1}));
    clickHeader(ResultColumn::Bytes, Qt::ShiftModifier);
    QCOMPARE(shownOrder(), (QList<int>{0, 1, 2}));
    QCOMPARE(m_model->sorting(), (Sorting{SortColumn(ResultColumn::Bytes, Qt::DescendingOrder),
                                          SortColumn(ResultColumn::Url, Qt::DescendingOrder)}));
    clickHeader(ResultColumn::Time); // alone again
    QCOMPARE(m_model->sorting(), Sorting{SortColumn(ResultColumn::Time, Qt::AscendingOrder)});
}

void TestResultView::theSortMenuDoesTheSameFromTheKeyboard()
{
    m_source->append(1, urls({"http://b/", "http://a/"}));
    const auto choose = [this](const QString &text) {
        QMenu menu;
        m_view->fillSortMenu(menu);
        for (QAction *action : menu.findChildren<QAction *>()) {
            if (action->text() == text)
                return action->trigger();
        }
        QFAIL(qPrintable(text));
    };
    choose(QStringLiteral("URL"));
    QCOMPARE(shownOrder(), (QList<int>{1, 0}));
    choose(QStringLiteral("URL, ascending"));
    QCOMPARE(shownOrder(), (QList<int>{0, 1}));
    QCOMPARE(m_model->sorting(), Sorting{SortColumn(ResultColumn::Url, Qt::DescendingOrder)});
    choose(QStringLiteral("&Order of the list"));
    QCOMPARE(m_model->sorting(), Sorting());
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

void TestResultView::tellsTheShownColumnsFromLeftToRight()
{
    m_view->horizontalHeader()->moveSection(0, 1);
    m_view->setColumnHidden(columnOf(ResultColumn::Bytes), true);
    QCOMPARE(m_view->shownColumns(),
             (QList<ResultColumn>{ResultColumn::Url, ResultColumn::Outcome, ResultColumn::HttpStatus,
                                  ResultColumn::Time, ResultColumn::Error}));
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
