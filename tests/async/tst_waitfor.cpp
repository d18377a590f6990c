// SPDX-License-Identifier: MIT
#include "waitfortest.h"

#include "core/async/shield.h"

#include <memory>

namespace rollcall::async::test {

namespace {

Coroutine<int> failWhenCancelled()
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        throw Failure("in clean-up");
    }
    co_return 0;
}

// --- in time -------------------------------------------------------------------------------------------

Coroutine<int> immediate(int value)
{
    co_return value;
}

Coroutine<void> inTime(QStringList *log)
{
    const int ofCoroutine = co_await waitFor(valueSoon(1), never);
    const Task<int> task = createTask(valueSoon(2));
    const int ofTask = co_await waitFor(task, never);
    const Future<int> future = createFuture<int>();
    Scheduler::current().callSoon([future] { future.setResult(3); });
    const int ofFuture = co_await waitFor(future, never);
    log->append(u"%1 %2 %3"_s.arg(ofCoroutine).arg(ofTask).arg(ofFuture));
    co_await waitFor(turns(2), never);
    log->append(u"void"_s);
}

Coroutine<void> withoutLimit(QStringList *log)
{
    const int ofCoroutine = co_await waitFor(immediate(1), std::nullopt);
    const Task<int> task = createTask(valueSoon(2));
    const int ofTask = co_await waitFor(task, std::nullopt);
    const int ofDone = co_await waitFor(task, std::nullopt);
    log->append(u"%1 %2 %3"_s.arg(ofCoroutine).arg(ofTask).arg(ofDone));
}

Coroutine<std::unique_ptr<int>> uniqueSoon(int value)
{
    co_await turns(1);
    co_return std::make_unique<int>(value);
}

Coroutine<void> unique(QStringList *log)
{
    const std::unique_ptr<int> ofCoroutine = co_await waitFor(uniqueSoon(1), never);
    const std::unique_ptr<int> ofTask = co_await waitFor(createTask(uniqueSoon(2)), never);
    log->append(u"%1 %2"_s.arg(*ofCoroutine).arg(*ofTask));
}

Coroutine<void> failures(QStringList *log)
{
    const QString ofCoroutine = co_await endOf(waitFor(failSoon("coroutine"), never));
    log->append(ofCoroutine);
    co_await endsOf(log, createTask(failSoon("task")), never);
}

Coroutine<void> cancelledOne(QStringList *log)
{
    const Task<void> task = createTask(waitForCancellation(log, u"task"_s));
    const Task<QString> waiting = createTask(endOf(waitFor(task, never)));
    co_await turns(2);
    task.cancel();
    const QString end = co_await waiting;
    log->append(end);
}

Coroutine<void> countLiving(QStringList *log, Counted)
{
    co_await waitFor(waitForCancellation(log, u"body"_s), never);
}

Coroutine<void> freeEverything(QStringList *log)
{
    const QString end = co_await endOf(waitFor(countLiving(log, Counted()), soon));
    log->append(end);
    log->append(u"%1 live"_s.arg(Counted::live));
}

// --- too late ------------------------------------------------------------------------------------------

Coroutine<void> coroutineTooLate(QStringList *log)
{
    const QString end = co_await endOf(waitFor(waitForCancellation(log, u"body"_s), soon));
    log->append(end);
    co_await logRequests(log);
}

Coroutine<void> taskTooLate(QStringList *log)
{
    co_await endsOf(log, createTask(waitForCancellation(log, u"body"_s)), soon);
    co_await logRequests(log);
}

Coroutine<void> futureTooLate(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    const QString end = co_await endOf(waitFor(future, soon));
    log->append(end);
    log->append(future.isCancelled() ? u"future cancelled"_s : u"future lives"_s);
}

Coroutine<void> slowCleanUp(QStringList *log)
{
    co_await endsOf(log, createTask(slowlyCleanUp(log)), soon);
}

Coroutine<void> swallowing(QStringList *log)
{
    const int value = co_await waitFor(valueWhenCancelled(log), soon);
    log->append(QString::number(value));
    co_await endsOf(log, createTask(valueWhenCancelled(log)), soon);
    co_await logRequests(log);
}

Coroutine<void> failingCleanUp(QStringList *log)
{
    const QString end = co_await endOf(waitFor(failWhenCancelled(), soon));
    log->append(end);
    co_await endsOf(log, createTask(failWhenCancelled()), soon);
    co_await logRequests(log);
}

Coroutine<void> nested(QStringList *log)
{
    const QString inner = co_await endOf(waitFor(waitFor(waitForCancellation(log, u"inner"_s), soon), never));
    log->append(inner);
    const QString outer = co_await endOf(waitFor(waitFor(waitForCancellation(log, u"outer"_s), never), soon));
    log->append(outer);
}

// --- cancelled -----------------------------------------------------------------------------------------

Coroutine<void> awaitFor(Task<void> task, Limit limit)
{
    co_await waitFor(task, limit);
}

Coroutine<void> cancelWith(QStringList *log, Limit limit)
{
    const Task<void> task = createTask(waitForCancellation(log, u"task"_s));
    const Task<void> waiting = createTask(awaitFor(task, limit));
    co_await turns(2);
    waiting.cancel();
    const QString end = co_await endOf(waiting);
    log->append(end);
    log->append(u"task "_s + stateOf(task));
}

Coroutine<void> cancelBoth(QStringList *log)
{
    co_await cancelWith(log, std::nullopt);
    co_await cancelWith(log, never);
}

Coroutine<void> cancelCoroutine(QStringList *log)
{
    const Task<void> waiting = createTask(waitFor(waitForCancellation(log, u"body"_s), never));
    co_await turns(1);
    waiting.cancel();
    const QString end = co_await endOf(waiting);
    log->append(end);
}

Coroutine<void> awaitAndGoOn(QStringList *log, Future<int> future)
{
    co_await waitFor(future, never);
    log->append(u"went on"_s);
}

/// What it waits for is done in the very turn in which the wait is cancelled.
Coroutine<void> cancelWhenDone(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    const Task<void> waiting = createTask(awaitAndGoOn(log, future));
    co_await turns(1);
    future.setResult(7);
    waiting.cancel();
    const QString end = co_await endOf(waiting);
    log->append(end);
    log->append(QString::number(future.result()));
}

// --- shielded ------------------------------------------------------------------------------------------

Coroutine<void> shieldedTooLate(QStringList *log)
{
    const std::vector<std::chrono::nanoseconds> limits{soon, 0ns};
    for (const std::chrono::nanoseconds limit : limits) {
        const Future<void> release = createFuture();
        const Task<QString> task = createTask(endOf(release));
        const QString end = co_await endOf(waitFor(shield(task), limit));
        log->append(end);
        log->append(stateOf(task));
        release.setResult();
        const QString endOfTask = co_await task;
        log->append(endOfTask);
    }
}

Coroutine<void> shieldedWithoutLimit(QStringList *log)
{
    const Task<int> task = createTask(valueSoon(4));
    const int value = co_await waitFor(shield(task), std::nullopt);
    log->append(u"%1 %2"_s.arg(value).arg(task.result()));
}

} // namespace

class TestWaitFor : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheValueInTime() { QCOMPARE(logOf(inTime), u"1 2 3, void"_s); }
    void withoutALimitItJustWaits() { QCOMPARE(logOf(withoutLimit), u"1 2 2"_s); }
    void valuesThatCannotBeCopiedAreMoved() { QCOMPARE(logOf(unique), u"1 2"_s); }
    void exceptionsPass()
    {
        QCOMPARE(logOf(failures), u"failed: coroutine, failed: task, task failed: task"_s);
    }
    void cancellationOfTheTaskPasses() { QCOMPARE(logOf(cancelledOne), u"task cancelled, cancelled"_s); }
    void nothingSurvivesTheLimit()
    {
        QCOMPARE(logOf(freeEverything), u"body cancelled, timed out, 0 live"_s);
    }

    void coroutineIsCancelledWhenTheLimitPasses()
    {
        QCOMPARE(logOf(coroutineTooLate), u"body cancelled, timed out, 0 requests"_s);
    }
    void taskIsCancelledWhenTheLimitPasses()
    {
        QCOMPARE(logOf(taskTooLate), u"body cancelled, timed out, task cancelled, 0 requests"_s);
    }
    void futureIsCancelledWhenTheLimitPasses()
    {
        QCOMPARE(logOf(futureTooLate), u"timed out, future cancelled"_s);
    }
    void cleanUpIsWaitedFor()
    {
        QCOMPARE(logOf(slowCleanUp), u"cleans up, cleaned up, timed out, task cancelled"_s);
    }
    void valueInsteadOfTheCancellationIsGiven()
    {
        QCOMPARE(logOf(swallowing), u"swallowed, 42, swallowed, done, task done, 0 requests"_s);
    }
    void failureInTheCleanUpIsThrown()
    {
        QCOMPARE(logOf(failingCleanUp),
                 u"failed: in clean-up, failed: in clean-up, task failed: in clean-up, 0 requests"_s);
    }
    void limitsNest()
    {
        QCOMPARE(logOf(nested), u"inner cancelled, timed out, outer cancelled, timed out"_s);
    }

    void cancelledItCancelsTheTask()
    {
        QCOMPARE(logOf(cancelBoth), u"task cancelled, cancelled, task cancelled, "
                                    "task cancelled, cancelled, task cancelled"_s);
        QCOMPARE(logOf(cancelCoroutine), u"body cancelled, cancelled"_s);
    }
    void cancelledWhenTheResultIsThereItIsCancelled() { QCOMPARE(logOf(cancelWhenDone), u"cancelled, 7"_s); }

    void shieldedTaskGoesOn()
    {
        QCOMPARE(logOf(shieldedTooLate), u"timed out, pending, done, timed out, pending, done"_s);
    }
    void shieldedTaskWithoutALimitIsAwaited() { QCOMPARE(logOf(shieldedWithoutLimit), u"4 4"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestWaitFor)
#include "tst_waitfor.moc"
