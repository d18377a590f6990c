// SPDX-License-Identifier: MIT
// run() in a program that has no QCoreApplication of its own.
#include "asynctest.h"

#include "core/async/timeout.h"

#include <QCoreApplication>

namespace rollcall::async::test {

namespace {

Coroutine<bool> hasApplication()
{
    co_await turns(1);
    co_return QCoreApplication::instance() != nullptr;
}

Coroutine<int> endTogether(int value)
{
    const Task<void> other = createTask(turns(value));
    co_await turns(value + 1); // both end in the same turn
    co_return value;
}

Coroutine<int> valueAfter(std::chrono::nanoseconds delay, int value)
{
    co_await sleep(delay);
    co_return value;
}

Coroutine<int> inTime(std::chrono::nanoseconds limit, int value)
{
    const int inside = co_await timeout(limit, valueSoon(value));
    co_return inside;
}

Coroutine<void> holdForEver(Counted)
{
    const Counted local;
    co_await sleep(never);
}

} // namespace

class TestRunWithoutApplication : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void makesAnApplicationAndPutsItAway()
    {
        QVERIFY(!QCoreApplication::instance());
        QVERIFY(run(hasApplication()));
        QVERIFY(!QCoreApplication::instance());
        QVERIFY_THROWS_EXCEPTION(Failure, run(failSoon("main")));
        QVERIFY(!QCoreApplication::instance());
    }
    void worksAgainAndAgain()
    {
        for (int i = 1; i <= 5; ++i)
            QCOMPARE(run(endTogether(i)), i);
    }
    void timersOfOneRunDoNotReachIntoTheNext()
    {
        QCOMPARE(run(inTime(10ms, 1)), 1); // leaves the clock set to 10 ms from now
        QCOMPARE(run(valueAfter(20ms, 2)), 2);
        QCOMPARE(run(inTime(never, 3)), 3);
        QCOMPARE(run(valueAfter(1ms, 4)), 4);
    }
    void tasksWithoutRunEndWithTheApplication()
    {
        int argumentCount = 1;
        char name[] = "test";
        char *arguments[] = {name, nullptr};
        for (int i = 0; i < 2; ++i) {
            const QCoreApplication application(argumentCount, arguments);
            createTask(holdForEver(Counted()));
            const Task<int> other = createTask(valueSoon(i));
            while (!other.isDone())
                QCoreApplication::processEvents();
            QCOMPARE(Counted::live, 2);
        }
        QCOMPARE(Counted::live, 0);
    }
};

} // namespace rollcall::async::test

QTEST_APPLESS_MAIN(rollcall::async::test::TestRunWithoutApplication)
#include "tst_runwithoutapplication.moc"
