// SPDX-License-Identifier: MIT
// Cancelling a task: where it arrives, how it travels, what may become of it.
#include "asynctest.h"

#include "core/async/event.h"

#include <memory>

namespace rollcall::async::test {

namespace {

Coroutine<void> neverRun(QStringList *log, Counted)
{
    log->append(u"ran"_s);
    co_return;
}

Coroutine<void> cancelBeforeStart(QStringList *log)
{
    const Task<void> task = createTask(neverRun(log, Counted()));
    log->append(task.cancel() ? u"asked"_s : u"refused"_s);
    const QString end = co_await endOf(task);
    log->append(end);
    log->append(u"live %1"_s.arg(Counted::live));
    log->append(task.cancel() ? u"asked"_s : u"refused"_s);
    log->append(task.isCancelled() ? u"is cancelled"_s : u"is not"_s);
}

Coroutine<void> cancelWaiting(QStringList *log)
{
    const Task<void> task = createTask(waitForCancellation(log, u"task"_s));
    co_await turns(1);
    task.cancel();
    task.cancel();
    log->append(u"asked %1 times"_s.arg(task.cancelRequests()));
    const QString end = co_await endOf(task);
    log->append(end);
}

Coroutine<void> waitAndGoOn(QStringList *log, Event *event)
{
    co_await event->wait();
    log->append(u"woken"_s);
}

Coroutine<void> cancelWoken(QStringList *log)
{
    Event event;
    const Task<void> task = createTask(waitAndGoOn(log, &event));
    co_await turns(1);
    event.set();
    task.cancel();
    const QString end = co_await endOf(task);
    log->append(end);
}

Coroutine<void> cancelWokenAndTakeBack(QStringList *log)
{
    Event event;
    const Task<void> task = createTask(waitAndGoOn(log, &event));
    co_await turns(1);
    event.set();
    task.cancel();
    const int left = task.uncancel();
    log->append(u"%1 left"_s.arg(left));
    const QString end = co_await endOf(task);
    log->append(end);
}

Coroutine<void> cancelSelfAndWait(QStringList *log)
{
    TaskBase::current()->cancel();
    Event event;
    event.set();
    co_await event.wait(); // does not pause, so it does not throw
    log->append(u"not paused yet"_s);
    co_await turns(1);
    log->append(u"paused"_s);
}

Coroutine<int> cancelSelfAndReturn()
{
    co_await turns(1);
    TaskBase::current()->cancel();
    co_return 12;
}

Coroutine<int> cancelSelfAndFail()
{
    co_await turns(1);
    TaskBase::current()->cancel();
    throw Failure("first");
}

Coroutine<int> cancelSelfAndTakeBack()
{
    co_await turns(1);
    TaskBase::current()->cancel();
    TaskBase::current()->uncancel();
    co_return 12;
}

Coroutine<int> swallow(QStringList *log)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(u"swallowed"_s);
    }
    co_await turns(1);
    co_return 42;
}

Coroutine<void> cancelSwallowing(QStringList *log)
{
    const Task<int> task = createTask(swallow(log));
    co_await turns(1);
    task.cancel();
    const int value = co_await task;
    log->append(QString::number(value));
    log->append(task.isCancelled() ? u"is cancelled"_s : u"is not"_s);
}

Coroutine<void> cleanUpSlowly(QStringList *log)
{
    bool wasCancelled = false;
    try {
        co_await sleep(never);
    } catch (const std::exception &) {
        log->append(u"caught as an error"_s);
    } catch (const Cancelled &) {
        wasCancelled = true;
    }
    co_await logSoon(log, u"cleaned up"_s);
    if (wasCancelled)
        throw Cancelled();
}

Coroutine<void> cancelAndAwaitCleanUp(QStringList *log)
{
    const Task<void> task = createTask(cleanUpSlowly(log));
    co_await turns(1);
    task.cancel();
    const QString end = co_await endOf(task);
    log->append(end);
}

Coroutine<void> cancelDuringCleanUp(QStringList *log)
{
    const Task<void> task = createTask(cleanUpSlowly(log));
    co_await turns(1);
    task.cancel();
    co_await turns(1); // it cleans up now
    task.cancel();
    const QString end = co_await endOf(task);
    log->append(end);
}

Coroutine<void> failInCleanUp()
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        throw Failure("clean-up");
    }
}

Coroutine<void> cancelFailing(QStringList *log)
{
    const Task<void> task = createTask(failInCleanUp());
    co_await turns(1);
    task.cancel();
    const QString end = co_await endOf(task);
    log->append(end);
    log->append(task.isCancelled() ? u"is cancelled"_s : u"is not"_s);
}

template <class T>
Coroutine<void> awaitTask(QStringList *log, Task<T> task, QString name)
{
    try {
        co_await task;
        log->append(name + u" went on"_s);
    } catch (const Cancelled &) {
        log->append(name + u" cancelled"_s);
        throw;
    }
}

Coroutine<void> cancelForwarded(QStringList *log)
{
    const Task<void> inner = createTask(waitForCancellation(log, u"inner"_s));
    const Task<void> middle = createTask(awaitTask(log, inner, u"middle"_s));
    const Task<void> outer = createTask(awaitTask(log, middle, u"outer"_s));
    co_await turns(1);
    outer.cancel();
    const QString end = co_await endOf(outer);
    log->append(end);
}

Coroutine<void> cancelForwardedToSwallowing(QStringList *log)
{
    const Task<int> inner = createTask(swallow(log));
    const Task<void> outer = createTask(awaitTask(log, inner, u"outer"_s));
    co_await turns(1);
    outer.cancel();
    const QString end = co_await endOf(outer);
    log->append(end);
}

Coroutine<void> cancelForwardedToCleanUp(QStringList *log)
{
    const Task<void> inner = createTask(cleanUpSlowly(log));
    const Task<void> outer = createTask(awaitTask(log, inner, u"outer"_s));
    co_await turns(1);
    outer.cancel();
    const QString end = co_await endOf(outer);
    log->append(end);
}

Coroutine<void> cancelAwaitedOne(QStringList *log)
{
    const Task<void> inner = createTask(waitForCancellation(log, u"inner"_s));
    const Task<void> outer = createTask(awaitTask(log, inner, u"outer"_s));
    co_await turns(1);
    inner.cancel();
    const QString end = co_await endOf(outer);
    log->append(end);
    log->append(u"asked %1 times"_s.arg(outer.cancelRequests()));
}

Coroutine<void> cancelBoth(QStringList *log)
{
    const Task<void> inner = createTask(waitForCancellation(log, u"inner"_s));
    const Task<void> outer = createTask(awaitTask(log, inner, u"outer"_s));
    co_await turns(1);
    inner.cancel();
    outer.cancel();
    const QString end = co_await endOf(outer);
    log->append(end);
}

Coroutine<void> cancelOneOfSeveralAwaiters(QStringList *log)
{
    const Task<void> inner = createTask(waitForCancellation(log, u"inner"_s));
    const Task<void> first = createTask(awaitTask(log, inner, u"first"_s));
    const Task<void> second = createTask(awaitTask(log, inner, u"second"_s));
    co_await turns(1);
    second.cancel();
    const QString endOfFirst = co_await endOf(first);
    const QString endOfSecond = co_await endOf(second);
    log->append(endOfFirst);
    log->append(endOfSecond);
}

Coroutine<void> cancelTheNextAwaiter(QStringList *log, Task<int> task, std::shared_ptr<Task<void>> next)
{
    co_await task;
    log->append(u"first goes on"_s);
    next->cancel();
}

Coroutine<void> awaitersCancelEachOther(QStringList *log)
{
    const auto second = std::make_shared<Task<void>>();
    const Task<int> task = createTask(valueSoon(1));
    const Task<void> first = createTask(cancelTheNextAwaiter(log, task, second));
    *second = createTask(awaitTask(log, task, u"second"_s));
    const QString end = co_await endOf(*second);
    log->append(end);
    co_await first;
}

Coroutine<void> countRequests(QStringList *log)
{
    const Task<void> task = createTask(waitForCancellation(log, u"task"_s));
    const Task<void> &state = task;
    log->append(u"%1"_s.arg(state.cancelRequests()));
    log->append(u"%1"_s.arg(state.uncancel())); // never below zero
    task.cancel();
    task.cancel();
    log->append(u"%1"_s.arg(state.cancelRequests()));
    log->append(u"%1"_s.arg(state.uncancel()));
    log->append(u"%1"_s.arg(state.cancelRequests()));
    const QString end = co_await endOf(task); // before its start, so it never logged anything itself
    log->append(end);
}

} // namespace

class TestCancellation : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void cancelledBeforeItsStartItNeverRuns()
    {
        QCOMPARE(logOf(cancelBeforeStart), u"asked, cancelled, live 0, refused, is cancelled"_s);
    }
    void cancelEndsTheWaitOnce()
    {
        QCOMPARE(logOf(cancelWaiting), u"asked 2 times, task cancelled, cancelled"_s);
    }
    void cancelReachesTheTaskAfterItWasWoken() { QCOMPARE(logOf(cancelWoken), u"cancelled"_s); }
    void takenBackInTimeItDoesNotReachTheTask()
    {
        QCOMPARE(logOf(cancelWokenAndTakeBack), u"0 left, woken, done"_s);
    }
    void cancellingItselfIsThrownAtTheNextPause()
    {
        QStringList log;
        QVERIFY_THROWS_EXCEPTION(Cancelled, run(cancelSelfAndWait(&log)));
        QCOMPARE(told(log), u"not paused yet"_s);
    }
    void cancelledInItsLastStepItEndsCancelled()
    {
        QVERIFY_THROWS_EXCEPTION(Cancelled, run(cancelSelfAndReturn()));
        QVERIFY_THROWS_EXCEPTION(Failure, run(cancelSelfAndFail()));
        QCOMPARE(run(cancelSelfAndTakeBack()), 12);
    }
    void swallowingTheCancellationGoesOn() { QCOMPARE(logOf(cancelSwallowing), u"swallowed, 42, is not"_s); }
    void cleanUpMayAwaitAndIsNoError() { QCOMPARE(logOf(cancelAndAwaitCleanUp), u"cleaned up, cancelled"_s); }
    void secondCancelInterruptsTheCleanUp() { QCOMPARE(logOf(cancelDuringCleanUp), u"cancelled"_s); }
    void failureInTheCleanUpWins() { QCOMPARE(logOf(cancelFailing), u"failed: clean-up, is not"_s); }

    void cancelIsForwardedToTheAwaitedTask()
    {
        QCOMPARE(logOf(cancelForwarded), u"inner cancelled, middle cancelled, outer cancelled, cancelled"_s);
    }
    void awaitedTaskThatSwallowsDecides()
    {
        QCOMPARE(logOf(cancelForwardedToSwallowing), u"swallowed, outer went on, done"_s);
    }
    void cancelWaitsForTheCleanUpOfTheAwaitedTask()
    {
        QCOMPARE(logOf(cancelForwardedToCleanUp), u"cleaned up, outer cancelled, cancelled"_s);
    }
    void cancellationOfTheAwaitedTaskIsThrownToTheAwaiter()
    {
        QCOMPARE(logOf(cancelAwaitedOne), u"inner cancelled, outer cancelled, cancelled, asked 0 times"_s);
    }
    void bothCancelledAtOnceEndOnce()
    {
        QCOMPARE(logOf(cancelBoth), u"inner cancelled, outer cancelled, cancelled"_s);
    }
    void cancellingOneAwaiterCancelsTheSharedTask()
    {
        QCOMPARE(logOf(cancelOneOfSeveralAwaiters),
                 u"inner cancelled, first cancelled, second cancelled, cancelled, cancelled"_s);
    }
    void awaiterMayCancelTheNextOne()
    {
        QCOMPARE(logOf(awaitersCancelEachOther), u"first goes on, second cancelled, cancelled"_s);
    }
    void requestsAreCounted() { QCOMPARE(logOf(countRequests), u"0, 0, 2, 1, 1, cancelled"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestCancellation)
#include "tst_cancellation.moc"
