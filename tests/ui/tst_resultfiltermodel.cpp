// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/filterpass.h"
#include "ui/resultfiltermodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestResultFilterModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsTheListInItsOrderAtFirst();
    void sortsNumbersAsNumbersAndPutsUnknownOnesLast();
    void sortsWhatNeedsALookFirst();
    void equalKeysKeepTheOrderOfTheList();
    void column_minusOneIsTheOrderOfTheListAgain();
    void showsOnlyWhatTheFilterMatches();
    void newRowsAreFilteredAndSortedIn();
    void removedRowsLeaveTheOthersInOrder();
    void selectionAndCurrentRowFollowTheirRows();
    void resultsMoveRowsOnlyNowAndThen();
    void resultsOfALongListMoveItsRowsToo();
    void whatWasFoundForOtherRowsIsLookedForAgain();
    void resultsMoveNothingWhenTheyDoNotMatter();
    void changesAreToldOfWhereTheRowsAreShown();
    void anythingAtRandomKeepsModelAndSourceInStep();

private:
    QList<QByteArray> shown() const
    {
        QList<QByteArray> list;
        for (int row = 0; row < m_model->rowCount(); ++row)
            list.append(m_source->at(m_model->toSourceRow(row)).entry.url);
        return list;
    }
    /// Sorts by bytes and gives a list that another thread looks at results: the later the row, the fewer.
    void setManyResults()
    {
        m_source->append(1, manyUrls(many));
        m_model->sort(columnOf(ResultColumn::Bytes), Qt::AscendingOrder);
        QList<StoredResult> results;
        for (int id = 1; id <= many; ++id)
            results.append(StoredResult(id, okResult(10 + many - id, 1ms)));
        m_source->setResults(results);
    }
    static RowFilter urlFilter(const char *text)
    {
        return {QString::fromLatin1(text), ResultColumn::Url, false};
    }

    static constexpr int many = 20'000;
    std::unique_ptr<ResultModel> m_source;
    std::unique_ptr<ResultFilterModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestResultFilterModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_source = std::make_unique<ResultModel>();
    m_model = std::make_unique<ResultFilterModel>(*m_source);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestResultFilterModel::showsTheListInItsOrderAtFirst()
{
    m_source->append(1, urls({"http://b/", "http://a/", "http://c/"}));
    QCOMPARE(shown(), (QList<QByteArray>{"http://b/", "http://a/", "http://c/"}));
    QCOMPARE(m_model->index(1, columnOf(ResultColumn::Url)).data().toString(), QStringLiteral("http://a/"));
}

void TestResultFilterModel::sortsNumbersAsNumbersAndPutsUnknownOnesLast()
{
    m_source->append(1, urls({"http://unknown/", "http://9/", "http://1000/", "http://80/"}));
    m_source->setResults({StoredResult(2, okResult(9, 1ms)), StoredResult(3, okResult(1000, 1ms)),
                          StoredResult(4, okResult(80, 1ms))});
    m_model->sort(columnOf(ResultColumn::Bytes), Qt::AscendingOrder);
    QCOMPARE(shown(), (QList<QByteArray>{"http://9/", "http://80/", "http://1000/", "http://unknown/"}));
    m_model->sort(columnOf(ResultColumn::Bytes), Qt::DescendingOrder);
    QCOMPARE(shown(), (QList<QByteArray>{"http://1000/", "http://80/", "http://9/", "http://unknown/"}));
}

void TestResultFilterModel::sortsWhatNeedsALookFirst()
{
    m_source->append(1, urls({"http://ok/", "http://unchecked/", "http://failed/", "http://running/"}));
    m_source->setResults(
        {StoredResult(1, okResult(9, 1ms)), StoredResult(3, failedResult(ErrorKind::Timeout))});
    m_source->setState({4}, RowState::Running);
    m_model->sort(columnOf(ResultColumn::Outcome), Qt::AscendingOrder);
    QCOMPARE(shown(),
             (QList<QByteArray>{"http://failed/", "http://running/", "http://unchecked/", "http://ok/"}));
}

void TestResultFilterModel::equalKeysKeepTheOrderOfTheList()
{
    m_source->append(1, manyUrls(50));
    QList<StoredResult> results;
    for (int id = 1; id <= 50; ++id)
        results.append(StoredResult(id, okResult(id % 2, 1ms)));
    m_source->setResults(results);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        m_model->sort(columnOf(ResultColumn::Bytes), order);
        for (int row = 1; row < 25; ++row)
            QVERIFY(m_model->toSourceRow(row - 1) < m_model->toSourceRow(row));
        for (int row = 26; row < 50; ++row)
            QVERIFY(m_model->toSourceRow(row - 1) < m_model->toSourceRow(row));
    }
}

void TestResultFilterModel::column_minusOneIsTheOrderOfTheListAgain()
{
    m_source->append(1, urls({"http://b/", "http://a/", "http://c/"}));
    m_model->sort(columnOf(ResultColumn::Url), Qt::AscendingOrder);
    QCOMPARE(shown(), (QList<QByteArray>{"http://a/", "http://b/", "http://c/"}));
    m_model->sort(-1);
    QCOMPARE(shown(), (QList<QByteArray>{"http://b/", "http://a/", "http://c/"}));
}

void TestResultFilterModel::showsOnlyWhatTheFilterMatches()
{
    m_source->append(1, urls({"http://one/", "http://two/", "http://three/"}));
    m_model->setFilter(urlFilter("T"));
    QCOMPARE(m_model->rowCount(), 3); // http
    m_model->setFilter(urlFilter("/t"));
    QCOMPARE(shown(), (QList<QByteArray>{"http://two/", "http://three/"}));
    QCOMPARE(m_model->fromSourceRow(0), -1);
    QCOMPARE(m_model->fromSourceRow(2), 1);
    m_model->setFilter(urlFilter("nowhere"));
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setFilter({});
    QCOMPARE(m_model->rowCount(), 3);
}

void TestResultFilterModel::newRowsAreFilteredAndSortedIn()
{
    m_source->append(1, urls({"http://b/x", "http://d/x"}));
    m_model->sort(columnOf(ResultColumn::Url), Qt::AscendingOrder);
    m_model->setFilter(urlFilter("x"));
    m_source->append(3, urls({"http://a/", "http://c/x"}));
    QCOMPARE(shown(), (QList<QByteArray>{"http://b/x", "http://c/x", "http://d/x"}));
}

void TestResultFilterModel::removedRowsLeaveTheOthersInOrder()
{
    m_source->append(1, urls({"http://d/", "http://b/", "http://a/", "http://c/"}));
    m_model->sort(columnOf(ResultColumn::Url), Qt::AscendingOrder);
    m_source->remove({2, 4});
    QCOMPARE(shown(), (QList<QByteArray>{"http://a/", "http://d/"}));
}

void TestResultFilterModel::selectionAndCurrentRowFollowTheirRows()
{
    m_source->append(1, urls({"http://a/", "http://b/", "http://c/", "http://d/"}));
    QItemSelectionModel selection(m_model.get());
    const auto selectRow = [&](int row) {
        selection.select(m_model->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    selectRow(1);
    selectRow(3);
    const QPersistentModelIndex current = m_model->index(1, 0);
    const auto selected = [&] {
        QSet<QByteArray> set;
        for (const QModelIndex &index : selection.selectedRows())
            set.insert(m_source->at(m_model->toSourceRow(index.row())).entry.url);
        return set;
    };
    m_model->sort(columnOf(ResultColumn::Url), Qt::DescendingOrder);
    QCOMPARE(selected(), (QSet<QByteArray>{"http://b/", "http://d/"}));
    QCOMPARE(current.row(), 2);
    m_model->setFilter(urlFilter("b"));
    QCOMPARE(selected(), QSet<QByteArray>{"http://b/"});
    QCOMPARE(current.row(), 0);
    m_model->setFilter({});
    QCOMPARE(selected(), QSet<QByteArray>{"http://b/"});
    m_source->remove({1});
    QCOMPARE(selected(), QSet<QByteArray>{"http://b/"});
    QCOMPARE(current.row(), 2);
}

void TestResultFilterModel::resultsMoveRowsOnlyNowAndThen()
{
    constexpr int count = 100;
    m_source->append(1, manyUrls(count));
    m_model->sort(columnOf(ResultColumn::Bytes), Qt::AscendingOrder);
    QSignalSpy moves(m_model.get(), &QAbstractItemModel::layoutChanged);
    // The later the row, the smaller its number: each result alone would move a row to the top.
    for (int id = 1; id <= count; ++id)
        m_source->setResults({StoredResult(id, okResult(1000 - id, 1ms))});
    QCOMPARE(moves.count(), 0);
    QSignalSpy settled(m_model.get(), &QAbstractItemModel::layoutChanged);
    QVERIFY(settled.wait());
    QElapsedTimer sinceSettled;
    sinceSettled.start();
    QCOMPARE(m_model->toSourceRow(0), count - 1);
    QCOMPARE(moves.count(), 1);

    m_source->setResults({StoredResult(1, okResult(1, 1ms))});
    QCoreApplication::processEvents();
    const bool isEarly =
        std::chrono::milliseconds(sinceSettled.elapsed()) < ResultFilterModel::settleInterval / 2;
    QVERIFY(moves.count() == 1 || !isEarly);
    QTRY_COMPARE(m_model->toSourceRow(0), 0);
}

void TestResultFilterModel::resultsOfALongListMoveItsRowsToo()
{
    m_tester.reset(); // looks at every row after every change
    setManyResults();
    QVERIFY(m_model->isSettling());
    QTRY_VERIFY(!m_model->isSettling());
    QCOMPARE(m_model->rowCount(), many);
    for (int row = 0; row < many; ++row)
        QCOMPARE(m_model->toSourceRow(row), many - 1 - row);
}

void TestResultFilterModel::whatWasFoundForOtherRowsIsLookedForAgain()
{
    m_tester.reset();
    setManyResults();
    QTRY_VERIFY(!m_model->isSettling());
    QTest::qWait(std::chrono::milliseconds(ResultFilterModel::settleInterval).count());
    m_source->setResults({StoredResult(1, okResult(0, 1ms))});
    QCoreApplication::processEvents(); // the other thread begins
    m_source->remove({2});
    m_source->setResults({StoredResult(3, okResult(1, 1ms))});
    QTRY_VERIFY(!m_model->isSettling());
    QCOMPARE(m_model->rowCount(), many - 1);
    QCOMPARE(m_model->at(0).id, 1);
    QCOMPARE(m_model->at(1).id, 3);
    QCOMPARE(m_model->at(2).id, many);
}

void TestResultFilterModel::resultsMoveNothingWhenTheyDoNotMatter()
{
    m_source->append(1, manyUrls(10));
    m_model->sort(columnOf(ResultColumn::Url), Qt::DescendingOrder);
    m_model->setFilter(urlFilter("host"));
    m_source->setResults({StoredResult(3, okResult(1, 1ms))});
    QVERIFY(!m_model->isSettling());
    m_model->sort(columnOf(ResultColumn::Bytes), Qt::DescendingOrder);
    m_source->setResults({StoredResult(3, okResult(2, 1ms))});
    QVERIFY(m_model->isSettling());
}

void TestResultFilterModel::changesAreToldOfWhereTheRowsAreShown()
{
    m_source->append(1, urls({"http://a/", "http://b/", "http://c/", "http://hidden"}));
    m_model->sort(columnOf(ResultColumn::Url), Qt::DescendingOrder);
    m_model->setFilter({QStringLiteral("/$"), ResultColumn::Url, true});
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_source->setResults({StoredResult(1, okResult(1, 1ms))});
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex().row(), 2);
    QCOMPARE(changes.first().at(1).toModelIndex().row(), 2);
    m_source->setResults({StoredResult(4, okResult(1, 1ms))});
    QCOMPARE(changes.count(), 1); // the filter hides it
}

void TestResultFilterModel::anythingAtRandomKeepsModelAndSourceInStep()
{
    QRandomGenerator random(20'26);
    qint64 nextId = 1;
    for (int step = 0; step < 300; ++step) {
        switch (random.bounded(5)) {
        case 0: {
            const UrlList added = manyUrls(random.bounded(1, 20));
            m_source->append(nextId, added);
            nextId += added.size();
            break;
        }
        case 1: {
            QList<qint64> ids;
            for (int i = 0; i < m_source->rowCount(); ++i) {
                if (random.bounded(4) == 0)
                    ids.append(m_source->at(i).id);
            }
            m_source->remove(ids);
            break;
        }
        case 2:
            m_model->sort(random.bounded(-1, m_model->columnCount()), Qt::SortOrder(random.bounded(2)));
            break;
        case 3:
            m_model->setFilter(urlFilter(random.bounded(2) ? "1" : ""));
            break;
        case 4:
            m_source->setResults(
                {StoredResult(random.bounded(int(nextId)) + 1, okResult(random.bounded(100), 1ms))});
            break;
        }
        int matching = 0;
        for (int row = 0; row < m_source->rowCount(); ++row) {
            const bool matches = FilterPass(m_model->filter()).matches(m_source->at(row));
            matching += matches;
            QCOMPARE(m_model->fromSourceRow(row) >= 0, matches);
            if (matches)
                QCOMPARE(m_model->toSourceRow(m_model->fromSourceRow(row)), row);
        }
        QCOMPARE(m_model->rowCount(), matching);
    }
}

QTEST_MAIN(TestResultFilterModel)
#include "tst_resultfiltermodel.moc"
