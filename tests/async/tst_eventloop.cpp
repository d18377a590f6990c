// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/eventloop.h"

#include <QCoreApplication>
#include <QTimer>

#include <memory>
#include <thread>

namespace rollcall::async::test {

namespace {

template <class Function>
QString refusalOf(Function function)
{
    try {
        function();
    } catch (const InvalidState &error) {
        return QString::fromUtf8(error.what());
    }
    return u"accepted"_s;
}

Coroutine<int> countUp(int *count)
{
    co_await turns(1);
    co_return ++*count;
}

Coroutine<void> leaveTask(QStringList *log, Task<void> *left)
{
    *left = createTask(logSoon(log, u"left over"_s), u"left"_s);
    log->append(u"main ends"_s);
    co_return;
}

Coroutine<void> leaveWaiting(QStringList *log)
{
    createTask(waitForCancellation(log, u"left over"_s));
    co_await turns(1);
}

Coroutine<Counted> giveCounted(Counted)
{
    co_await turns(1);
    co_return Counted();
}

Coroutine<void> logName(QStringList *log)
{
    log->append(currentTask().name());
    co_return;
}

Coroutine<void> useLoopInside(QStringList *log, EventLoop *loop)
{
    log->append(loop->isRunning() ? u"running"_s : u"not running"_s);
    log->append(refusalOf([loop] { loop->runUntilComplete(turns(1)); }));
    log->append(refusalOf([loop] { loop->close(); }));
    log->append(refusalOf([] { EventLoop another; }));
    co_await turns(1);
    log->append(u"goes on"_s);
}

Coroutine<void> runInCallback(QStringList *log, EventLoop *loop)
{
    const Future<void> called = createFuture();
    QTimer::singleShot(0, qApp, [log, loop, called] {
        log->append(refusalOf([loop] { loop->runUntilComplete(turns(1)); }));
        called.setResult();
    });
    co_await called;
}

Coroutine<void> cancelMain(QStringList *log, bool takeBack)
{
    AnyTask main = currentTask();
    main.cancel();
    try {
        co_await turns(1);
    } catch (const Cancelled &) {
        log->append(u"asked %1 times"_s.arg(main.cancelRequests()));
        if (takeBack)
            main.uncancel();
    }
    co_await turns(1);
    log->append(u"goes on"_s);
}

} // namespace

class TestEventLoop : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void runsOneAfterTheOther()
    {
        int count = 0;
        EventLoop loop;
        QVERIFY(!loop.isRunning());
        QVERIFY(!loop.isClosed());
        QCOMPARE(loop.runUntilComplete(countUp(&count)), 1);
        QCOMPARE(loop.runUntilComplete(countUp(&count)), 2);
        QVERIFY_THROWS_EXCEPTION(Failure, loop.runUntilComplete(failSoon("main")));
        QCOMPARE(loop.runUntilComplete(countUp(&count)), 3); // a failure does not close it
    }
    void runsTasksAndFutures()
    {
        EventLoop loop;
        const Task<int> task = createTask(valueSoon(5));
        QCOMPARE(loop.runUntilComplete(task), 5);
        QCOMPARE(loop.runUntilComplete(task), 5); // done already
        const Future<int> future = createFuture<int>();
        QTimer::singleShot(0, qApp, [future] { future.setResult(6); });
        QCOMPARE(loop.runUntilComplete(future), 6);
        const Future<void> cancelled = createFuture();
        cancelled.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, loop.runUntilComplete(cancelled));
    }
    void runUntilDoneThrowsNothing()
    {
        EventLoop loop;
        const Task<int> task = createTask(failSoon("task"));
        loop.runUntilDone(task);
        QCOMPARE(stateOf(task), u"failed: task"_s);
    }
    void whatIsLeftOverGoesOnInTheNextCall()
    {
        QStringList log;
        Task<void> left;
        EventLoop loop;
        loop.runUntilComplete(leaveTask(&log, &left));
        QCOMPARE(stateOf(left), u"pending"_s);
        loop.runUntilComplete(turns(3));
        QCOMPARE(stateOf(left), u"done"_s);
        QCOMPARE(told(log), u"main ends, left over"_s);
    }
    void closeCancelsWhatIsLeftOver()
    {
        QStringList log;
        EventLoop loop;
        loop.runUntilComplete(leaveWaiting(&log));
        QCOMPARE(told(log), QString());
        loop.close();
        QCOMPARE(told(log), u"left over cancelled"_s);
        QVERIFY(loop.isClosed());
        QVERIFY(Scheduler::current().tasks().empty());
        loop.close(); // does nothing
    }
    void destructionCloses()
    {
        QStringList log;
        {
            EventLoop loop;
            loop.runUntilComplete(leaveWaiting(&log));
        }
        QCOMPARE(told(log), u"left over cancelled"_s);
        {
            const EventLoop unused; // neither the first one nor this one is in the way of the next
        }
        QCOMPARE(run(valueSoon(1)), 1);
    }
    void closedOneRefuses()
    {
        EventLoop loop;
        loop.close();
        QCOMPARE(refusalOf([&loop] { loop.runUntilComplete(valueSoon(1)); }), u"the event loop is closed"_s);
        QVERIFY(Scheduler::current().tasks().empty()); // the coroutine was dropped, not started
        const Future<void> future = createFuture();
        QCOMPARE(refusalOf([&] { loop.runUntilDone(future); }), u"the event loop is closed"_s);
    }
    void isRefusedInsideItself()
    {
        QStringList log;
        EventLoop loop;
        loop.runUntilComplete(useLoopInside(&log, &loop));
        loop.runUntilComplete(runInCallback(&log, &loop));
        const QString running = u"the event loop is running already"_s;
        QCOMPARE(log.mid(0, 3), QStringList({u"running"_s, running, running}));
        QVERIFY(log[3].startsWith(u"run() and EventLoop cannot be used in a coroutine"_s));
        QCOMPARE(log.mid(4), QStringList({u"goes on"_s, running}));
    }
    void oneAtATimeInAThread()
    {
        EventLoop loop;
        QVERIFY(refusalOf([] { EventLoop another; }).startsWith(u"run() and EventLoop cannot"_s));
        QVERIFY(refusalOf([] { run(turns(1)); }).startsWith(u"run() and EventLoop cannot"_s));
        int ofThread = 0;
        std::thread([&ofThread] {
            EventLoop another;
            ofThread = another.runUntilComplete(valueSoon(7));
        }).join();
        QCOMPARE(ofThread, 7);
        QCOMPARE(loop.runUntilComplete(valueSoon(8)), 8);
    }
    void mainTaskIsCalledMain()
    {
        QCOMPARE(logOf(logName), u"main"_s);
        QStringList log;
        EventLoop().runUntilComplete(logName(&log));
        QCOMPARE(told(log), u"main"_s);
    }
    void quittingCancelsMainAndLeavesItUsable()
    {
        QStringList log;
        EventLoop loop;
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        QVERIFY_THROWS_EXCEPTION(Cancelled, loop.runUntilComplete(waitForCancellation(&log, u"main"_s)));
        QCOMPARE(told(log), u"main cancelled"_s);
        QCOMPARE(loop.runUntilComplete(valueSoon(2)), 2);
    }
    void cancelledMainMayGoOn()
    {
        QStringList log;
        run(cancelMain(&log, true));
        run(cancelMain(&log, false));
        QCOMPARE(told(log), u"asked 1 times, goes on, asked 1 times, goes on"_s);
    }
    void valuesEndWithTheirCall()
    {
        EventLoop loop;
        {
            const Counted value = loop.runUntilComplete(giveCounted(Counted()));
            QCOMPARE(Counted::live, 1);
        }
        QCOMPARE(Counted::live, 0);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestEventLoop)
#include "tst_eventloop.moc"
