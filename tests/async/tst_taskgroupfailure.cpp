// SPDX-License-Identifier: MIT
// Failures in a TaskGroup: of tasks, of the body, of groups in groups.
#include "taskgrouptest.h"

namespace rollcall::async::test {

namespace {

/// How the group of these three ends.
Coroutine<void> endOfThree(QStringList *log, Coroutine<void> a, Coroutine<void> b, Coroutine<void> c)
{
    TaskGroup group;
    const Task<void> first = group.createTask(std::move(a));
    const Task<void> second = group.createTask(std::move(b));
    const Task<void> third = group.createTask(std::move(c));
    const QString end = co_await endOfGroup(group.join());
    log->append(end);
    for (const Task<void> &task : {first, second, third})
        log->append(task.isCancelled() ? u"c"_s : task.state()->hasFailed() ? u"f"_s : u"ok"_s);
    log->append(requests());
    co_await turns(1); // nothing is left to be thrown here
}

/// How the group with \a body and the tasks that it creates ends.
Coroutine<void> endOfBody(QStringList *log, TaskGroup *group, Coroutine<void> body)
{
    const QString end = co_await endOfGroup(group->run(std::move(body)));
    log->append(end);
    log->append(requests());
    co_await turns(1);
}

// --- tasks ---------------------------------------------------------------------------------------------

Coroutine<void> cancelSiblings(QStringList *log)
{
    co_await endOfThree(log, waitForCancellation(log, u"before"_s), failAfter(u"failed"_s, 1),
                        waitForCancellation(log, u"after"_s));
}

Coroutine<void> failOneAfterTheOther(QStringList *log)
{
    co_await endOfThree(log, failWhenCancelled(u"b"_s), failAfter(u"a"_s, 1), failWhenCancelled(u"c"_s));
}

Coroutine<void> failTogether(QStringList *log)
{
    co_await endOfThree(log, failAfter(u"b"_s, 2), failAfter(u"a"_s, 1), failAfter(u"c"_s, 1));
}

Coroutine<void> failInCleanUp(QStringList *log)
{
    co_await endOfThree(log, failWhenCancelled(u"clean-up"_s), failAfter(u"first"_s, 1), turns(0));
}

Coroutine<void> waitForCleanUp(QStringList *log)
{
    co_await endOfThree(log, cleanUpFor(log, u"slow"_s, 5), failAfter(u"failed"_s, 1), turns(0));
}

Coroutine<void> failBeforeOthersStart(QStringList *log)
{
    co_await endOfThree(log, failAfter(u"at once"_s, 0), logSoon(log, u"never"_s), logSoon(log, u"never"_s));
}

Coroutine<void> swallow(QStringList *log)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(u"swallowed"_s);
    }
    co_await turns(2);
}

Coroutine<void> siblingSwallows(QStringList *log)
{
    co_await endOfThree(log, swallow(log), failAfter(u"failed"_s, 1), turns(0));
}

Coroutine<void> throwNumber()
{
    co_await turns(1);
    throw 5;
}

Coroutine<void> failByNumber(QStringList *log)
{
    co_await endOfThree(log, throwNumber(), failWhenCancelled(u"clean-up"_s), turns(0));
}

Coroutine<void> throwCancelled()
{
    co_await turns(1);
    throw Cancelled();
}

Coroutine<void> throwingCancelledIsNone(QStringList *log)
{
    co_await endOfThree(log, throwCancelled(), logAfter(log, u"goes on"_s, 4), turns(0));
}

Coroutine<void> cancelOneTask(QStringList *log)
{
    TaskGroup group;
    const Task<void> task = group.createTask(waitForCancellation(log, u"task"_s));
    group.createTask(logAfter(log, u"sibling goes on"_s, 5));
    co_await turns(1);
    task.cancel();
    const QString end = co_await endOfGroup(group.join());
    log->append(end);
}

Coroutine<void> doneBeforeFailure(QStringList *log)
{
    co_await endOfThree(log, turns(0), failAfter(u"late"_s, 4), turns(2));
}

Coroutine<void> holdUntilCancelled(Counted)
{
    const Counted local;
    co_await sleep(never);
}

Coroutine<void> countAfterFailure(QStringList *log)
{
    TaskGroup group;
    for (int i = 0; i < 50; ++i)
        group.createTask(holdUntilCancelled(Counted()));
    group.createTask(failAfter(u"failed"_s, 2));
    const QString end = co_await endOfGroup(group.join());
    log->append(end);
    log->append(u"%1 live"_s.arg(Counted::live));
}

// --- the body ------------------------------------------------------------------------------------------

Coroutine<void> createAndFail(QStringList *log, TaskGroup *group, int turnsBefore)
{
    group->createTask(waitForCancellation(log, u"task"_s));
    co_await failAfter(u"body"_s, turnsBefore);
}

Coroutine<void> failingBody(QStringList *log)
{
    TaskGroup group;
    co_await endOfBody(log, &group, createAndFail(log, &group, 2));
}

Coroutine<void> bodyFailsAtOnce(QStringList *log)
{
    TaskGroup group;
    co_await endOfBody(log, &group, createAndFail(log, &group, 0));
}

Coroutine<void> createFailing(TaskGroup *group, Coroutine<void> rest)
{
    group->createTask(failAfter(u"task"_s, 1));
    co_await std::move(rest);
}

Coroutine<void> taskCancelsBody(QStringList *log)
{
    TaskGroup group;
    co_await endOfBody(log, &group, createFailing(&group, waitForCancellation(log, u"body"_s)));
}

Coroutine<void> bodyFailsWhenCancelled(QStringList *log)
{
    TaskGroup group;
    co_await endOfBody(log, &group, createFailing(&group, failWhenCancelled(u"body"_s)));
}

Coroutine<void> bodySwallows(QStringList *log)
{
    TaskGroup group;
    co_await endOfBody(log, &group, createFailing(&group, swallow(log)));
}

Coroutine<void> bodyThrowsCancelled(QStringList *log)
{
    TaskGroup group;
    group.createTask(waitForCancellation(log, u"task"_s));
    co_await endOfBody(log, &group, throwCancelled());
}

Coroutine<void> awaitInBody(Task<void> task)
{
    co_await task;
}

Coroutine<void> awaitFailingInBody(QStringList *log)
{
    TaskGroup group;
    const Task<void> task = group.createTask(failAfter(u"task"_s, 1));
    co_await endOfBody(log, &group, awaitInBody(task));
}

// --- groups in groups ----------------------------------------------------------------------------------

Coroutine<void> groupWith(Coroutine<void> task)
{
    TaskGroup group;
    group.createTask(std::move(task));
    co_await group.join();
}

Coroutine<void> innerFails(QStringList *log)
{
    TaskGroup outer;
    outer.createTask(waitForCancellation(log, u"outer task"_s));
    co_await endOfBody(log, &outer, groupWith(failAfter(u"inner"_s, 1)));
}

Coroutine<void> outerFails(QStringList *log)
{
    TaskGroup outer;
    outer.createTask(failAfter(u"outer"_s, 1));
    co_await endOfBody(log, &outer, groupWith(waitForCancellation(log, u"inner task"_s)));
}

Coroutine<void> groupsAsTasks(QStringList *log)
{
    co_await endOfThree(log, groupWith(failAfter(u"a"_s, 1)), groupWith(failWhenCancelled(u"b"_s)),
                        groupWith(groupWith(failWhenCancelled(u"c"_s))));
}

Coroutine<void> logEndOfInner(QStringList *log, TaskGroup *outer)
{
    TaskGroup inner;
    inner.createTask(failAfter(u"inner"_s, 0));
    outer->createTask(failAfter(u"outer"_s, 0));
    const QString end = co_await endOfGroup(inner.join());
    log->append(end);
    log->append(requests());
}

Coroutine<void> bothFail(QStringList *log)
{
    TaskGroup outer;
    co_await endOfBody(log, &outer, logEndOfInner(log, &outer));
}

} // namespace

class TestTaskGroupFailure : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void firstFailureCancelsTheOthers()
    {
        QCOMPARE(logOf(cancelSiblings),
                 u"before cancelled, after cancelled, [failed], c, f, c, 0 requests"_s);
    }
    void failuresAreCollectedInTheirOrder()
    {
        QCOMPARE(logOf(failOneAfterTheOther), u"[a b c], f, f, f, 0 requests"_s);
    }
    void siblingThatWouldFailInTheSameTurnIsCancelledBefore()
    {
        QCOMPARE(logOf(failTogether), u"[a], c, f, c, 0 requests"_s);
    }
    void failureInACleanUpIsCollectedToo()
    {
        QCOMPARE(logOf(failInCleanUp), u"[first clean-up], f, f, ok, 0 requests"_s);
    }
    void cleanUpOfTheOthersIsWaitedFor()
    {
        QCOMPARE(logOf(waitForCleanUp), u"slow cleans up, slow cleaned up, [failed], c, f, ok, 0 requests"_s);
    }
    void tasksThatHaveNotStartedNeverRun()
    {
        QCOMPARE(logOf(failBeforeOthersStart), u"[at once], f, c, c, 0 requests"_s);
    }
    void siblingMaySwallowTheCancellation()
    {
        QCOMPARE(logOf(siblingSwallows), u"swallowed, [failed], ok, f, ok, 0 requests"_s);
    }
    void exceptionsOfAllTypesAreCollected()
    {
        QCOMPARE(logOf(failByNumber), u"[5 clean-up], f, f, ok, 0 requests"_s);
    }
    void cancelledTaskIsNoFailure()
    {
        QCOMPARE(logOf(cancelOneTask), u"task cancelled, sibling goes on, done"_s);
        QCOMPARE(logOf(throwingCancelledIsNone), u"goes on, done, c, ok, ok, 0 requests"_s);
    }
    void whatIsDoneBeforeTheFailureKeepsItsValue()
    {
        QCOMPARE(logOf(doneBeforeFailure), u"[late], ok, f, ok, 0 requests"_s);
    }
    void nothingOfTheCancelledTasksSurvives() { QCOMPARE(logOf(countAfterFailure), u"[failed], 0 live"_s); }

    void failingBodyCancelsTheTasks()
    {
        QCOMPARE(logOf(failingBody), u"task cancelled, [body], 0 requests"_s);
    }
    void bodyThatFailsAtOnceLetsNoTaskStart() { QCOMPARE(logOf(bodyFailsAtOnce), u"[body], 0 requests"_s); }
    void failingTaskCancelsTheBody()
    {
        QCOMPARE(logOf(taskCancelsBody), u"body cancelled, [task], 0 requests"_s);
    }
    void bodyThatFailsWhenCancelledIsCollectedLast()
    {
        QCOMPARE(logOf(bodyFailsWhenCancelled), u"[task body], 0 requests"_s);
    }
    void bodyThatSwallowsTheCancellationChangesNothing()
    {
        QCOMPARE(logOf(bodySwallows), u"swallowed, [task], 0 requests"_s);
    }
    void cancelledThrownByTheBodyPasses()
    {
        QCOMPARE(logOf(bodyThrowsCancelled), u"task cancelled, cancelled, 0 requests"_s);
    }
    void failureAwaitedByTheBodyIsCollectedOnce()
    {
        QCOMPARE(logOf(awaitFailingInBody), u"[task], 0 requests"_s);
    }

    void failureOfAnInnerGroupIsAGroupInTheOuterOne()
    {
        QCOMPARE(logOf(innerFails), u"outer task cancelled, [[inner]], 0 requests"_s);
    }
    void failureInTheOuterGroupCancelsTheInnerOne()
    {
        QCOMPARE(logOf(outerFails), u"inner task cancelled, [outer], 0 requests"_s);
    }
    void groupsMayBeTasks() { QCOMPARE(logOf(groupsAsTasks), u"[[a] [b] [[c]]], f, f, f, 0 requests"_s); }
    void failureInBothIsTwoGroupsAndTheRequestOfTheOuterOneStays()
    {
        QCOMPARE(logOf(bothFail), u"[inner], 1 requests, [outer], 0 requests"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestTaskGroupFailure)
#include "tst_taskgroupfailure.moc"
