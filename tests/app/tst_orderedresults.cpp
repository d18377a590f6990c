// SPDX-License-Identifier: MIT
#include "app/cli/orderedresults.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

using namespace rollcall;
using namespace rollcall::cli;

class OrderedResultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNextIsPassedOnAtOnce()
    {
        QByteArrayList log;
        OrderedResults results([&log](const CheckResult &result) { log.append(result.url); });
        results.add(numbered(0));
        QCOMPARE(log, QByteArrayList{"0"});
        results.add(numbered(1));
        QCOMPARE(log, (QByteArrayList{"0", "1"}));
        QCOMPARE(results.held(), 0);
    }

    void whatIsEarlyWaitsForAllBeforeIt()
    {
        QByteArrayList log;
        OrderedResults results([&log](const CheckResult &result) { log.append(result.url); });
        results.add(numbered(2));
        results.add(numbered(1));
        results.add(numbered(4));
        QVERIFY(log.isEmpty());
        QCOMPARE(results.held(), 3);
        results.add(numbered(0));
        QCOMPARE(log, (QByteArrayList{"0", "1", "2"}));
        QCOMPARE(results.held(), 1);
        results.add(numbered(3));
        QCOMPARE(log, (QByteArrayList{"0", "1", "2", "3", "4"}));
    }

    void anyOrderOfCompletionGivesTheOrderOfTheList()
    {
        constexpr int count = 1000;
        std::vector<int> indexes(count);
        std::iota(indexes.begin(), indexes.end(), 0);
        std::shuffle(indexes.begin(), indexes.end(),
                     std::mt19937(1)); // NOLINT(bugprone-random-generator-seed)
        int next = 0;
        OrderedResults results([&next](const CheckResult &result) { QCOMPARE(result.url.toInt(), next++); });
        for (const int index : indexes)
            results.add(numbered(index));
        QCOMPARE(next, count);
        QCOMPARE(results.held(), 0);
    }

private:
    static IndexedResult numbered(int index)
    {
        return {index, CheckResult::neverStarted(QByteArray::number(index))};
    }
};

QTEST_GUILESS_MAIN(OrderedResultsTest)
#include "tst_orderedresults.moc"
