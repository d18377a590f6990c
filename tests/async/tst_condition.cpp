// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/condition.h"
#include "core/async/timeout.h"

#include <vector>

namespace rollcall::async::test {

namespace {

/// Waits to be notified, and holds the lock for some turns then.
Coroutine<void> await(QStringList *log, Condition *condition, QString name, int turnsInside = 0)
{
    Condition::Guard guard = co_await condition->acquire();
    Coroutine<void> change = guard.wait();
    try {
        co_await std::move(change);
    } catch (const Cancelled &) {
        log->append(name + (condition->isLocked() ? u" cancelled with the lock"_s : u" cancelled without"_s));
        throw;
    }
    log->append(name);
    co_await turns(turnsInside);
}

Coroutine<void> notify(Condition *condition, std::size_t count)
{
    Condition::Guard guard = co_await condition->acquire();
    guard.notify(count);
}

class Waiters
{
public:
    Waiters(QStringList *log, int count, int turnsInside = 0)
    {
        for (int i = 0; i < count; ++i)
            tasks.push_back(createTask(await(log, &condition, QString(QChar(u'a' + i)), turnsInside)));
    }

    Condition condition;
    std::vector<Task<void>> tasks;
};

Coroutine<void> endOfAll(QStringList *log, Waiters *waiters)
{
    QStringList ends;
    for (const Task<void> &task : waiters->tasks) {
        const QString end = co_await endOf(task);
        ends.append(end);
    }
    log->append(ends.join(u' '));
    log->append(waiters->condition.isLocked() ? u"locked"_s : u"free"_s);
}

// --- notifying -----------------------------------------------------------------------------------------

Coroutine<void> notifyOneByOne(QStringList *log)
{
    Waiters waiters(log, 3);
    co_await turns(2);
    for (int i = 0; i < 3; ++i) {
        co_await notify(&waiters.condition, 1);
        log->append(u"notified"_s);
        co_await turns(3);
    }
    co_await endOfAll(log, &waiters);
}

Coroutine<void> notifyTwo(QStringList *log)
{
    Waiters waiters(log, 3);
    co_await turns(2);
    co_await notify(&waiters.condition, 2);
    co_await turns(9);
    log->append(u"one left"_s);
    co_await notify(&waiters.condition, 2048); // more than there are
    co_await endOfAll(log, &waiters);
}

Coroutine<void> notifyAll(QStringList *log)
{
    Waiters waiters(log, 4);
    co_await turns(2);
    {
        Condition::Guard guard = co_await waiters.condition.acquire();
        guard.notifyAll();
        co_await turns(3);
        log->append(u"still locked"_s);
    }
    co_await endOfAll(log, &waiters);
}

Coroutine<void> notifyNobody(QStringList *log)
{
    Condition condition;
    co_await notify(&condition, 1);
    const Task<void> waiter = createTask(await(log, &condition, u"a"_s));
    co_await turns(3);
    log->append(u"a notification is not kept"_s);
    co_await notify(&condition, 1);
    co_await waiter;
}

Coroutine<void> oneAtATime(QStringList *log, Condition *condition, int *inside)
{
    Condition::Guard guard = co_await condition->acquire();
    co_await guard.wait();
    log->append(u"%1 inside"_s.arg(++*inside));
    co_await turns(2);
    --*inside;
}

Coroutine<void> relockInTurn(QStringList *log)
{
    Condition condition;
    int inside = 0;
    const Task<void> first = createTask(oneAtATime(log, &condition, &inside));
    const Task<void> second = createTask(oneAtATime(log, &condition, &inside));
    co_await turns(2);
    co_await notify(&condition, 2);
    co_await first;
    co_await second;
}

Coroutine<void> awaitAtLeast(QStringList *log, Condition *condition, const int *count, int wanted)
{
    Condition::Guard guard = co_await condition->acquire();
    co_await guard.waitFor([count, wanted] { return *count >= wanted; });
    log->append(u"%1 of %2"_s.arg(*count).arg(wanted));
}

Coroutine<void> waitForPredicate(QStringList *log)
{
    Condition condition;
    int count = 0;
    co_await awaitAtLeast(log, &condition, &count, 0); // true already: does not wait
    const Task<void> two = createTask(awaitAtLeast(log, &condition, &count, 2));
    const Task<void> three = createTask(awaitAtLeast(log, &condition, &count, 3));
    co_await turns(2);
    for (count = 1; count <= 3; ++count) {
        co_await notify(&condition, 2);
        co_await turns(5);
    }
    co_await two;
    co_await three;
}

// --- without the lock ----------------------------------------------------------------------------------

Coroutine<void> useWithoutLock(QStringList *log)
{
    Condition condition;
    Condition::Guard guard = co_await condition.acquire();
    guard.release();
    const QString end = co_await endOf(guard.wait());
    log->append(end);
    const QString endOfPredicate = co_await endOf(guard.waitFor([] { return false; }));
    log->append(endOfPredicate);
    for (const bool all : {false, true}) {
        try {
            if (all)
                guard.notifyAll();
            else
                guard.notify();
        } catch (const InvalidState &) {
            log->append(u"refused"_s);
        }
    }
    log->append(condition.isLocked() ? u"locked"_s : u"free"_s);
}

Coroutine<void> shareLock(QStringList *log)
{
    Lock lock;
    Condition full(lock);
    Condition empty(lock);
    const Task<void> ofFull = createTask(await(log, &full, u"full"_s));
    const Task<void> ofEmpty = createTask(await(log, &empty, u"empty"_s));
    co_await turns(2);
    {
        Condition::Guard guard = co_await full.acquire();
        log->append(lock.isLocked() && empty.isLocked() ? u"one lock"_s : u"two locks"_s);
        guard.notifyAll();
    }
    co_await ofFull;
    co_await notify(&empty, 1);
    co_await ofEmpty;
}

// --- cancelling ----------------------------------------------------------------------------------------

Coroutine<void> cancelWaiter(QStringList *log)
{
    Waiters waiters(log, 2);
    co_await turns(2);
    waiters.tasks[0].cancel();
    co_await turns(2);
    co_await notify(&waiters.condition, 1);
    co_await endOfAll(log, &waiters);
}

/// The lock is held by another when the wait is cancelled: it ends when the lock is there.
Coroutine<void> cancelContested(QStringList *log)
{
    Waiters waiters(log, 1);
    co_await turns(2);
    {
        const Condition::Guard guard = co_await waiters.condition.acquire();
        waiters.tasks[0].cancel();
        co_await turns(3);
        waiters.tasks[0].cancel(); // again, while it waits for the lock
        co_await turns(3);
        log->append(u"still held"_s);
    }
    co_await endOfAll(log, &waiters);
}

/// The notification of one that is cancelled goes to the next.
Coroutine<void> cancelNotified(QStringList *log)
{
    Waiters waiters(log, 3);
    co_await turns(2);
    co_await notify(&waiters.condition, 1);
    waiters.tasks[0].cancel(); // has not gone on yet
    co_await turns(9);
    log->append(u"one left"_s);
    co_await notify(&waiters.condition, 1);
    co_await endOfAll(log, &waiters);
}

/// The same for one that was notified and is cancelled while it waits for the lock.
Coroutine<void> cancelRelocking(QStringList *log)
{
    Waiters waiters(log, 2);
    co_await turns(2);
    {
        Condition::Guard guard = co_await waiters.condition.acquire();
        guard.notify();
        co_await turns(3);
        waiters.tasks[0].cancel();
        co_await turns(3);
        log->append(u"releasing"_s);
    }
    co_await endOfAll(log, &waiters);
}

Coroutine<void> cancelAllNotified(QStringList *log)
{
    Waiters waiters(log, 3);
    co_await turns(2);
    co_await notify(&waiters.condition, 3);
    for (const Task<void> &task : waiters.tasks)
        task.cancel();
    co_await endOfAll(log, &waiters);
}

Coroutine<void> cancelBeforeLock(QStringList *log)
{
    Waiters waiters(log, 1);
    {
        const Condition::Guard guard = co_await waiters.condition.acquire();
        co_await turns(2); // it waits for the lock, not for a notification
        waiters.tasks[0].cancel();
        co_await turns(2);
    }
    co_await endOfAll(log, &waiters);
}

Coroutine<void> waitUnderLimit(QStringList *log)
{
    Condition condition;
    const QString end = co_await endOf(timeout(5ms, await(log, &condition, u"a"_s)));
    log->append(end);
    log->append(condition.isLocked() ? u"locked"_s : u"free"_s);
}

} // namespace

class TestCondition : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void notifyWakesWhoWaitsLongest()
    {
        QCOMPARE(logOf(notifyOneByOne), u"notified, a, notified, b, notified, c, done done done, free"_s);
    }
    void notifyWakesAsManyAsAsked()
    {
        QCOMPARE(logOf(notifyTwo), u"a, b, one left, c, done done done, free"_s);
    }
    void notifyAllWakesAllWhenTheLockIsFree()
    {
        QCOMPARE(logOf(notifyAll), u"still locked, a, b, c, d, done done done done, free"_s);
    }
    void notificationIsNotKept() { QCOMPARE(logOf(notifyNobody), u"a notification is not kept, a"_s); }
    void wokenOnesHoldTheLockInTurn() { QCOMPARE(logOf(relockInTurn), u"1 inside, 1 inside"_s); }
    void waitForWaitsUntilThePredicateHolds()
    {
        QCOMPARE(logOf(waitForPredicate), u"0 of 0, 2 of 2, 3 of 3"_s);
    }
    void isRefusedWithoutTheLock()
    {
        QCOMPARE(logOf(useWithoutLock), u"invalid state, invalid state, refused, refused, free"_s);
    }
    void lockCanBeShared() { QCOMPARE(logOf(shareLock), u"one lock, full, empty"_s); }

    void cancelledWaiterHoldsTheLockInItsCleanUp()
    {
        QCOMPARE(logOf(cancelWaiter), u"a cancelled with the lock, b, cancelled done, free"_s);
    }
    void cancelledWaiterWaitsForTheLock()
    {
        QCOMPARE(logOf(cancelContested), u"still held, a cancelled with the lock, cancelled, free"_s);
    }
    void notificationOfACancelledOneGoesToTheNext()
    {
        QCOMPARE(logOf(cancelNotified),
                 u"a cancelled with the lock, b, one left, c, cancelled done done, free"_s);
        QCOMPARE(logOf(cancelRelocking), u"releasing, a cancelled with the lock, b, cancelled done, free"_s);
    }
    void allNotifiedAndCancelledLeaveItFree()
    {
        QCOMPARE(logOf(cancelAllNotified),
                 u"a cancelled with the lock, b cancelled with the lock, "
                 "c cancelled with the lock, cancelled cancelled cancelled, free"_s);
    }
    void cancelledBeforeItHasTheLockItLeavesTheLine()
    {
        QCOMPARE(logOf(cancelBeforeLock), u"cancelled, free"_s);
    }
    void waitCanHaveATimeLimit()
    {
        QCOMPARE(logOf(waitUnderLimit), u"a cancelled with the lock, timed out, free"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestCondition)
#include "tst_condition.moc"
