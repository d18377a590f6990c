// SPDX-License-Identifier: MIT
#include "core/check/threadspread.h"

#include <QTest>

#include <optional>

using namespace rollcall;

class TestThreadSpread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHostBeginsWhereTheLeastIsToDo();
    void aHostStaysWhereItBegan();
    void callsOfOneHostAtATimeUseAllThreads();
    void aCallThatHasEndedCountsNoMore();
    void oneThreadHasAll();
};

void TestThreadSpread::aHostBeginsWhereTheLeastIsToDo()
{
    ThreadSpread spread(3);
    const auto first = spread.place(0, 0);
    const auto second = spread.place(1, 0);
    const auto third = spread.place(2, 0);
    const auto fourth = spread.place(3, 0);
    QCOMPARE(first.thread(), 0);
    QCOMPARE(second.thread(), 1);
    QCOMPARE(third.thread(), 2);
    QCOMPARE(fourth.thread(), 0);
}

void TestThreadSpread::aHostStaysWhereItBegan()
{
    ThreadSpread spread(2);
    const auto other = spread.place(0, 0);
    {
        const auto first = spread.place(1, 0);
        QCOMPARE(first.thread(), 1);
    }
    const auto busy = spread.place(2, 0);
    QCOMPARE(busy.thread(), 1);
    const auto again = spread.place(1, 0);
    QCOMPARE(again.thread(), 1);
}

void TestThreadSpread::callsOfOneHostAtATimeUseAllThreads()
{
    ThreadSpread spread(3);
    const auto other = spread.place(0, 0);
    for (int slot = 0; slot < 6; ++slot) {
        const auto place = spread.place(1, slot);
        QCOMPARE(place.thread(), (1 + slot) % 3);
    }
}

void TestThreadSpread::aCallThatHasEndedCountsNoMore()
{
    ThreadSpread spread(2);
    std::optional<ThreadSpread::Place> first;
    first.emplace(spread, 0);
    QCOMPARE(spread.place(0, 0).thread(), 1);
    first.reset();
    QCOMPARE(spread.place(1, 0).thread(), 0);
}

void TestThreadSpread::oneThreadHasAll()
{
    ThreadSpread spread(1);
    for (int host = 0; host < 5; ++host)
        QCOMPARE(spread.place(host, host).thread(), 0);
}

QTEST_GUILESS_MAIN(TestThreadSpread)
#include "tst_threadspread.moc"
