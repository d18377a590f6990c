// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/lock.h"
#include "core/async/timeout.h"

#include <vector>

namespace rollcall::async::test {

namespace {

/// Takes the lock, keeps it for some turns, gives it back.
Coroutine<void> hold(QStringList *log, Lock *lock, QString name, int turnsInside)
{
    const Lock::Guard guard = co_await lock->acquire();
    log->append(u'+' + name);
    co_await turns(turnsInside);
    log->append(u'-' + name);
}

QString stateOf(const Lock &lock)
{
    return lock.isLocked() ? u"locked"_s : u"free"_s;
}

Coroutine<void> takeAndGiveBack(QStringList *log)
{
    Lock lock;
    const Task<void> other = createTask(logSoon(log, u"another turn"_s));
    log->append(stateOf(lock));
    {
        Lock::Guard guard = co_await lock.acquire();
        log->append(stateOf(lock));
        guard.release();
        log->append(stateOf(lock));
        guard = co_await lock.acquire();
        log->append(stateOf(lock));
    }
    log->append(stateOf(lock));
    co_await other;
}

Coroutine<void> queueUp(QStringList *log)
{
    Lock lock;
    std::vector<Task<void>> tasks;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        tasks.push_back(createTask(hold(log, &lock, name, 2)));
    for (const Task<void> &task : tasks)
        co_await task;
    log->append(stateOf(lock));
}

Coroutine<void> holdTwice(QStringList *log, Lock *lock)
{
    Lock::Guard guard = co_await lock->acquire();
    co_await turns(2);
    guard.release();
    log->append(stateOf(*lock)); // promised to the one who waits
    guard = co_await lock->acquire();
    log->append(u"+greedy"_s);
}

Coroutine<void> doNotOvertake(QStringList *log)
{
    Lock lock;
    const Task<void> greedy = createTask(holdTwice(log, &lock));
    const Task<void> patient = createTask(hold(log, &lock, u"patient"_s, 0));
    co_await greedy;
    co_await patient;
}

Coroutine<void> failInside(Lock *lock)
{
    const Lock::Guard guard = co_await lock->acquire();
    co_await turns(1);
    throw Failure("inside");
}

Coroutine<void> freedByFailure(QStringList *log)
{
    Lock lock;
    const Task<void> failing = createTask(failInside(&lock));
    co_await hold(log, &lock, u"next"_s, 0);
    const QString end = co_await endOf(failing);
    log->append(end);
    log->append(stateOf(lock));
}

// --- cancelling ----------------------------------------------------------------------------------------

/// The lock, held by the test, and three who wait for it.
class WaitingLine
{
public:
    explicit WaitingLine(QStringList *log)
    {
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            tasks.push_back(createTask(hold(log, &lock, name, 1)));
    }

    Lock lock;
    std::vector<Task<void>> tasks;
};

Coroutine<void> endOfAll(QStringList *log, WaitingLine *line)
{
    QStringList ends;
    for (const Task<void> &task : line->tasks) {
        const QString end = co_await endOf(task);
        ends.append(end);
    }
    log->append(ends);
    log->append(stateOf(line->lock));
}

Coroutine<void> cancelWaiter(QStringList *log)
{
    WaitingLine line(log);
    Lock::Guard guard = co_await line.lock.acquire();
    co_await turns(1);
    line.tasks[0].cancel();
    co_await turns(1);
    guard.release();
    co_await endOfAll(log, &line);
}

Coroutine<void> cancelWaiterAndRelease(QStringList *log)
{
    WaitingLine line(log);
    Lock::Guard guard = co_await line.lock.acquire();
    co_await turns(1);
    line.tasks[0].cancel(); // still in the line
    guard.release();
    co_await endOfAll(log, &line);
}

Coroutine<void> releaseAndCancelWaiter(QStringList *log)
{
    WaitingLine line(log);
    Lock::Guard guard = co_await line.lock.acquire();
    co_await turns(1);
    guard.release();
    line.tasks[0].cancel(); // has the lock, and has not gone on yet
    line.tasks[1].cancel();
    co_await endOfAll(log, &line);
}

Coroutine<void> cancelHolder(QStringList *log)
{
    WaitingLine line(log);
    co_await turns(1); // "a" is inside
    line.tasks[0].cancel();
    co_await endOfAll(log, &line);
}

Coroutine<void> cancelAll(QStringList *log)
{
    WaitingLine line(log);
    Lock::Guard guard = co_await line.lock.acquire();
    co_await turns(1);
    for (const Task<void> &task : line.tasks)
        task.cancel();
    guard.release();
    co_await endOfAll(log, &line);
    co_await hold(log, &line.lock, u"newcomer"_s, 0);
}

Coroutine<void> waitUnderLimit(QStringList *log)
{
    Lock lock;
    const Lock::Guard guard = co_await lock.acquire();
    const QString end = co_await endOf(timeout(5ms, hold(log, &lock, u"late"_s, 0)));
    log->append(end);
}

/// Many tasks that come, go, and are cancelled: there is never more than one inside.
Coroutine<void> pass(Lock *lock, int *inside, int *most)
{
    const Lock::Guard guard = co_await lock->acquire();
    *most = qMax(*most, ++*inside);
    try {
        co_await turns(2);
    } catch (const Cancelled &) {
        --*inside;
        throw;
    }
    --*inside;
}

Coroutine<void> crowd(QStringList *log)
{
    Lock lock;
    int inside = 0;
    int most = 0;
    std::vector<Task<void>> tasks;
    for (int i = 0; i < 200; ++i)
        tasks.push_back(createTask(pass(&lock, &inside, &most)));
    for (std::size_t i = 0; i < tasks.size(); i += 3) {
        co_await turns(1);
        tasks[i].cancel();
    }
    int done = 0;
    for (const Task<void> &task : tasks) {
        const QString end = co_await endOf(task);
        done += end == u"done"_s;
    }
    log->append(u"%1 inside at most, %2 now"_s.arg(most).arg(inside));
    log->append(done >= 133 ? u"all others done"_s : u"%1 done"_s.arg(done));
    log->append(stateOf(lock));
}

} // namespace

class TestLock : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void freeOneIsTakenAtOnceAndGivenBack()
    {
        QCOMPARE(logOf(takeAndGiveBack), u"free, locked, free, locked, free, another turn"_s);
    }
    void letsInOneAfterTheOther() { QCOMPARE(logOf(queueUp), u"+a, -a, +b, -b, +c, -c, free"_s); }
    void nobodyOvertakesAWaiter()
    {
        QCOMPARE(logOf(doNotOvertake), u"locked, +patient, -patient, +greedy"_s);
    }
    void failureInsideGivesItBack()
    {
        QCOMPARE(logOf(freedByFailure), u"+next, -next, failed: inside, free"_s);
    }

    void cancelledWaiterLeavesTheLine()
    {
        QCOMPARE(logOf(cancelWaiter), u"+b, -b, +c, -c, cancelled, done, done, free"_s);
    }
    void lockIsNotLostToACancelledWaiter()
    {
        QCOMPARE(logOf(cancelWaiterAndRelease), u"+b, -b, +c, -c, cancelled, done, done, free"_s);
        QCOMPARE(logOf(releaseAndCancelWaiter), u"+c, -c, cancelled, cancelled, done, free"_s);
    }
    void cancelledHolderPassesItOn()
    {
        QCOMPARE(logOf(cancelHolder), u"+a, +b, -b, +c, -c, cancelled, done, done, free"_s);
    }
    void allWaitersCancelledLeaveItFree()
    {
        QCOMPARE(logOf(cancelAll), u"cancelled, cancelled, cancelled, free, +newcomer, -newcomer"_s);
    }
    void waitCanHaveATimeLimit() { QCOMPARE(logOf(waitUnderLimit), u"timed out"_s); }
    void holdsUnderCancellation()
    {
        QCOMPARE(logOf(crowd), u"1 inside at most, 0 now, all others done, free"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestLock)
#include "tst_lock.moc"
