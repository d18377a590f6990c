// SPDX-License-Identifier: MIT
// Cancelling the task that waits for a TaskGroup.
#include "taskgrouptest.h"

#include "core/async/event.h"
#include "core/async/timeout.h"

namespace rollcall::async::test {

namespace {

/// Runs \a parent until it waits, cancels it, and tells how it ended.
Coroutine<void> cancelSoon(QStringList *log, Coroutine<void> parent, int times = 1)
{
    const Task<void> task = createTask(std::move(parent));
    co_await turns(3);
    for (int i = 0; i < times; ++i) {
        task.cancel();
        co_await turns(2);
    }
    const QString end = co_await endOfGroup(task);
    log->append(end);
    log->append(u"%1 requests"_s.arg(task.cancelRequests()));
}

Coroutine<void> joinTwo(Coroutine<void> a, Coroutine<void> b)
{
    TaskGroup group;
    group.createTask(std::move(a));
    group.createTask(std::move(b));
    co_await group.join();
}

Coroutine<void> runWith(Coroutine<void> body, Coroutine<void> a)
{
    TaskGroup group;
    group.createTask(std::move(a));
    co_await group.run(std::move(body));
}

Coroutine<void> runBody(Coroutine<void> body)
{
    TaskGroup group;
    co_await group.run(std::move(body));
}

Coroutine<void> cancelTasks(QStringList *log)
{
    co_await cancelSoon(log, joinTwo(waitForCancellation(log, u"a"_s), waitForCancellation(log, u"b"_s)));
}

Coroutine<void> cancelBodyAndTasks(QStringList *log)
{
    co_await cancelSoon(log,
                        runWith(waitForCancellation(log, u"body"_s), waitForCancellation(log, u"task"_s)));
}

Coroutine<void> cancelBodyAlone(QStringList *log)
{
    co_await cancelSoon(log, runBody(waitForCancellation(log, u"body"_s)));
}

Coroutine<void> cancelIntoFailures(QStringList *log)
{
    co_await cancelSoon(log, joinTwo(failWhenCancelled(u"a"_s), failWhenCancelled(u"b"_s)));
}

Coroutine<void> cancelIntoFailureOfBody(QStringList *log)
{
    co_await cancelSoon(log, runBody(failWhenCancelled(u"body"_s)));
}

Coroutine<void> cancelIntoCleanUp(QStringList *log)
{
    co_await cancelSoon(log, joinTwo(cleanUpFor(log, u"slow"_s, 9), turns(0)));
}

Coroutine<void> cancelAgainInCleanUp(QStringList *log)
{
    co_await cancelSoon(log, joinTwo(cleanUpFor(log, u"slow"_s, 9), turns(0)), 2);
}

Coroutine<void> swallow(QStringList *log)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(u"swallowed"_s);
    }
}

Coroutine<void> cancelSwallowingBody(QStringList *log)
{
    co_await cancelSoon(log, runWith(swallow(log), logAfter(log, u"task goes on"_s, 12)));
}

Coroutine<void> cancelSwallowingTask(QStringList *log)
{
    co_await cancelSoon(log, joinTwo(swallow(log), turns(0)));
}

/// A task fails while the body cleans up after a cancellation from outside.
Coroutine<void> failDuringCleanUp(QStringList *log)
{
    co_await cancelSoon(log, runWith(cleanUpFor(log, u"body"_s, 20), failAfter(u"task"_s, 6)));
}

Coroutine<void> awaitTask(Coroutine<void> coroutine)
{
    const Task<void> task = createTask(std::move(coroutine));
    co_await task;
}

Coroutine<void> failDuringCleanUpInAnotherTask(QStringList *log)
{
    co_await cancelSoon(log, awaitTask(runWith(cleanUpFor(log, u"body"_s, 20), failAfter(u"task"_s, 6))));
}

Coroutine<void> cancelNested(QStringList *log)
{
    co_await cancelSoon(log, runBody(joinTwo(failWhenCancelled(u"a"_s), failWhenCancelled(u"b"_s))));
}

Coroutine<void> cancelNestedWithTask(QStringList *log)
{
    co_await cancelSoon(log, runWith(joinTwo(failWhenCancelled(u"a"_s), turns(0)),
                                     waitForCancellation(log, u"outer task"_s)));
}

Coroutine<void> cancelBeforeItWaits(QStringList *log)
{
    const Task<void> task = createTask(joinTwo(logSoon(log, u"never"_s), logSoon(log, u"never"_s)));
    task.cancel();
    const QString end = co_await endOfGroup(task);
    log->append(end);
}

Coroutine<void> setAndFail(Event *started)
{
    started->set();
    co_await turns(1);
    throw Failure("task");
}

Coroutine<void> reportAndGoOn(QStringList *log, Event *started)
{
    TaskGroup group;
    group.createTask(setAndFail(started));
    const QString end = co_await endOfGroup(group.run(sleep(never)));
    log->append(end);
    log->append(requests());
    co_await waitForCancellation(log, u"next wait"_s);
}

/// The task fails, and the parent is cancelled from outside in the same turn.
Coroutine<void> failAndCancel(QStringList *log)
{
    Event started;
    const Task<void> task = createTask(reportAndGoOn(log, &started));
    co_await started.wait();
    task.cancel();
    const QString end = co_await endOfGroup(task);
    log->append(end);
}

Coroutine<void> selfCancel(QStringList *log)
{
    currentTask().cancel();
    TaskGroup group;
    group.createTask(logSoon(log, u"never"_s));
    co_await group.join();
}

Coroutine<void> cancelledWhenItBeginsToWait(QStringList *log)
{
    const Task<void> task = createTask(selfCancel(log));
    const QString end = co_await endOfGroup(task);
    log->append(end);
}

// --- with time limits ----------------------------------------------------------------------------------

Coroutine<void> groupUnderLimit(QStringList *log)
{
    const QString end = co_await endOfGroup(
        timeout(5ms, joinTwo(waitForCancellation(log, u"a"_s), waitForCancellation(log, u"b"_s))));
    log->append(end);
    log->append(requests());
}

Coroutine<void> limitInGroup(QStringList *log)
{
    const QString end = co_await endOfGroup(
        joinTwo(timeout(5ms, waitForCancellation(log, u"a"_s)), waitForCancellation(log, u"b"_s)));
    log->append(end);
    log->append(requests());
}

Coroutine<void> failUnderLimit(QStringList *log)
{
    const QString end = co_await endOfGroup(
        timeout(never, joinTwo(failAfter(u"task"_s, 1), waitForCancellation(log, u"b"_s))));
    log->append(end);
    log->append(requests());
}

Coroutine<void> failWhenLimitPasses(QStringList *log)
{
    const QString end = co_await endOfGroup(timeout(5ms, joinTwo(failWhenCancelled(u"task"_s), turns(0))));
    log->append(end);
    log->append(requests());
    co_await turns(1);
}

} // namespace

class TestTaskGroupCancellation : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void cancelsTheTasks()
    {
        QCOMPARE(logOf(cancelTasks), u"a cancelled, b cancelled, cancelled, 1 requests"_s);
    }
    void cancelsTheBodyFirst()
    {
        QCOMPARE(logOf(cancelBodyAndTasks), u"body cancelled, task cancelled, cancelled, 1 requests"_s);
    }
    void cancelsABodyWithoutTasks()
    {
        QCOMPARE(logOf(cancelBodyAlone), u"body cancelled, cancelled, 1 requests"_s);
    }
    void failuresOnTheWayWin()
    {
        QCOMPARE(logOf(cancelIntoFailures), u"[a b], 1 requests"_s);
        QCOMPARE(logOf(cancelIntoFailureOfBody), u"[body], 1 requests"_s);
    }
    void cleanUpOfTheTasksIsWaitedFor()
    {
        QCOMPARE(logOf(cancelIntoCleanUp), u"slow cleans up, slow cleaned up, cancelled, 1 requests"_s);
    }
    void cancelledAgainItStillWaits()
    {
        QCOMPARE(logOf(cancelAgainInCleanUp), u"slow cleans up, slow cleaned up, cancelled, 2 requests"_s);
    }
    void bodyMaySwallowIt()
    {
        QCOMPARE(logOf(cancelSwallowingBody), u"swallowed, task goes on, done, 1 requests"_s);
    }
    void tasksThatSwallowItDoNotStopIt()
    {
        QCOMPARE(logOf(cancelSwallowingTask), u"swallowed, cancelled, 1 requests"_s);
    }
    void failureInterruptsTheCleanUpOfTheBody()
    {
        QCOMPARE(logOf(failDuringCleanUp), u"body cleans up, [task], 1 requests"_s);
        QCOMPARE(logOf(failDuringCleanUpInAnotherTask), u"body cleans up, [task], 1 requests"_s);
    }
    void failuresOfAnInnerGroupReachTheOuterOne()
    {
        QCOMPARE(logOf(cancelNested), u"[[a b]], 1 requests"_s);
        QCOMPARE(logOf(cancelNestedWithTask), u"outer task cancelled, [[a]], 1 requests"_s);
    }
    void cancelledBeforeItStartsItCreatesNothing() { QCOMPARE(logOf(cancelBeforeItWaits), u"cancelled"_s); }
    void cancelledWhenItBeginsToWaitNoTaskStarts()
    {
        QCOMPARE(logOf(cancelledWhenItBeginsToWait), u"cancelled"_s);
    }
    void failureAndCancellationAreBothTold()
    {
        QCOMPARE(logOf(failAndCancel), u"[task], 1 requests, next wait cancelled, cancelled"_s);
    }

    void timeLimitCancelsTheGroup()
    {
        QCOMPARE(logOf(groupUnderLimit), u"a cancelled, b cancelled, timed out, 0 requests"_s);
    }
    void timeLimitOfOneTaskIsAFailure()
    {
        QCOMPARE(logOf(limitInGroup), u"a cancelled, b cancelled, [timed out], 0 requests"_s);
    }
    void failureUnderATimeLimitPasses()
    {
        QCOMPARE(logOf(failUnderLimit), u"b cancelled, [task], 0 requests"_s);
        QCOMPARE(logOf(failWhenLimitPasses), u"[task], 0 requests"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestTaskGroupCancellation)
#include "tst_taskgroupcancellation.moc"
