// SPDX-License-Identifier: MIT
// waitFor() with a limit of zero or less: what is done gives its result, all else is cut short.
#include "waitfortest.h"

namespace rollcall::async::test {

namespace {

const std::vector<std::chrono::nanoseconds> noTime{0ns, -1ns};

Coroutine<void> notStarted(QStringList *log)
{
    for (const std::chrono::nanoseconds limit : noTime) {
        const QString end = co_await endOf(waitFor(logSoon(log, u"never"_s), limit));
        log->append(end);
    }
}

Coroutine<void> doneAlready(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    future.setResult(1);
    const int value = co_await waitFor(future, 0s);
    log->append(QString::number(value));
    const Future<int> failed = createFuture<int>();
    failed.setException(Failure("before"));
    const QString end = co_await endOf(waitFor(failed, -1s));
    log->append(end);
}

Coroutine<void> runningTask(QStringList *log)
{
    for (const std::chrono::nanoseconds limit : noTime) {
        const Task<void> task = createTask(waitForCancellation(log, u"task"_s));
        co_await turns(1);
        co_await endsOf(log, task, limit);
    }
    co_await logRequests(log);
}

Coroutine<void> taskNotStarted(QStringList *log)
{
    co_await endsOf(log, createTask(logSoon(log, u"never"_s)), 0s);
}

Coroutine<void> logWhenDone(QStringList *log, Future<void> future)
{
    co_await future;
    log->append(u"went on"_s);
}

Coroutine<void> cutShortWhenDone(QStringList *log, Future<void> start, Future<Task<void>> other)
{
    co_await start;
    const Task<void> task = other.result();
    co_await endsOf(log, task, 0s);
}

/// The task is on its way to its next step, which would come in the same turn.
Coroutine<void> wokenTask(QStringList *log)
{
    const Future<void> start = createFuture();
    const Future<Task<void>> other = createFuture<Task<void>>();
    const Task<void> waiting = createTask(cutShortWhenDone(log, start, other));
    other.setResult(createTask(logWhenDone(log, start)));
    co_await turns(2);
    start.setResult(); // wakes both, the one who waits first
    co_await waiting;
}

Coroutine<void> cleanUpWithoutTime(QStringList *log)
{
    const Task<int> task = createTask(slowlyCleanUp(log));
    co_await turns(1);
    co_await endsOf(log, task, 0s);
    const Task<int> swallowing = createTask(valueWhenCancelled(log));
    co_await turns(1);
    co_await endsOf(log, swallowing, 0s);
}

} // namespace

class TestWaitForWithoutTime : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void aCoroutineIsNotStarted() { QCOMPARE(logOf(notStarted), u"timed out, timed out"_s); }
    void whatIsDoneGivesItsResult() { QCOMPARE(logOf(doneAlready), u"1, failed: before"_s); }
    void aRunningTaskIsCancelled()
    {
        QCOMPARE(logOf(runningTask), u"task cancelled, timed out, task cancelled, "
                                     "task cancelled, timed out, task cancelled, 0 requests"_s);
    }
    void aTaskThatHasNotStartedNeverRuns()
    {
        QCOMPARE(logOf(taskNotStarted), u"timed out, task cancelled"_s);
    }
    void aTaskOnItsWayIsCancelled() { QCOMPARE(logOf(wokenTask), u"timed out, task cancelled"_s); }
    void theCleanUpIsWaitedFor()
    {
        QCOMPARE(logOf(cleanUpWithoutTime), u"cleans up, cleaned up, timed out, task cancelled, "
                                            "swallowed, done, task done"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestWaitForWithoutTime)
#include "tst_waitforwithouttime.moc"
