// SPDX-License-Identifier: MIT
// Who is let in by a Semaphore, in which order, and that no place is lost on the way.
#include "asynctest.h"

#include "core/async/semaphore.h"
#include "core/async/timeout.h"

#include <vector>

namespace rollcall::async::test {

namespace {

Coroutine<void> visit(QStringList *log, Semaphore *semaphore, QString name, int turnsInside = 0)
{
    const Semaphore::Permit permit = co_await semaphore->acquire();
    log->append(name);
    co_await turns(turnsInside);
}

Coroutine<void> endOfAll(QStringList *log, std::vector<Task<void>> tasks, const Semaphore *semaphore)
{
    QStringList ends;
    for (const Task<void> &task : tasks) {
        const QString end = co_await endOf(task);
        ends.append(end);
    }
    log->append(ends.join(u' '));
    log->append(u"held %1"_s.arg(semaphore->held()));
}

Coroutine<void> severalPlaces(QStringList *log)
{
    Semaphore semaphore(3);
    std::vector<Task<void>> tasks;
    for (int i = 0; i < 7; ++i)
        tasks.push_back(createTask(visit(log, &semaphore, QString::number(i), 3)));
    co_await turns(2);
    log->append(u"held %1"_s.arg(semaphore.held()));
    co_await endOfAll(log, tasks, &semaphore);
}

/// Two places come back in one turn: the first two in the line get them.
Coroutine<void> twoComeBack(QStringList *log)
{
    Semaphore semaphore(2);
    Semaphore::Permit first = co_await semaphore.acquire();
    Semaphore::Permit second = co_await semaphore.acquire();
    std::vector<Task<void>> tasks;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        tasks.push_back(createTask(visit(log, &semaphore, name, 2)));
    co_await turns(1);
    second.release();
    first.release();
    log->append(semaphore.isLocked() ? u"locked"_s : u"free"_s); // both are promised
    co_await endOfAll(log, tasks, &semaphore);
}

/// A place is promised to one who waits: a newcomer of the same turn stands in line.
Coroutine<void> newcomerStandsInLine(QStringList *log)
{
    Semaphore semaphore(1);
    Semaphore::Permit permit = co_await semaphore.acquire();
    std::vector<Task<void>> tasks;
    tasks.push_back(createTask(visit(log, &semaphore, u"waiter"_s)));
    co_await turns(1);
    permit.release();
    co_await visit(log, &semaphore, u"newcomer"_s);
    co_await endOfAll(log, tasks, &semaphore);
}

/// Of two who were let in the first is cancelled, and a third waits.
Coroutine<void> cancelOneOfTwoLetIn(QStringList *log)
{
    Semaphore semaphore(2);
    Semaphore::Permit first = co_await semaphore.acquire();
    Semaphore::Permit second = co_await semaphore.acquire();
    std::vector<Task<void>> tasks;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        tasks.push_back(createTask(visit(log, &semaphore, name, 5)));
    co_await turns(1);
    first.release();
    second.release();
    tasks[0].cancel();
    co_await endOfAll(log, tasks, &semaphore);
}

/// One who was let in is cancelled when nobody else waits: the place is free again.
Coroutine<void> cancelTheOnlyOneLetIn(QStringList *log)
{
    Semaphore semaphore(1);
    Semaphore::Permit permit = co_await semaphore.acquire();
    std::vector<Task<void>> tasks;
    tasks.push_back(createTask(visit(log, &semaphore, u"never"_s)));
    co_await turns(1);
    permit.release();
    tasks[0].cancel();
    co_await endOfAll(log, tasks, &semaphore);
    log->append(semaphore.isLocked() ? u"locked"_s : u"free"_s);
    co_await visit(log, &semaphore, u"newcomer"_s);
}

/// Each one that is let in is cancelled before it goes on.
Coroutine<void> cancelOneAfterTheOther(QStringList *log)
{
    Semaphore semaphore(1);
    Semaphore::Permit permit = co_await semaphore.acquire();
    std::vector<Task<void>> tasks;
    for (int i = 0; i < 20; ++i)
        tasks.push_back(createTask(visit(log, &semaphore, QString::number(i))));
    co_await turns(1);
    permit.release();
    for (int i = 0; i < 19; ++i)
        tasks[std::size_t(i)].cancel();
    int cancelled = 0;
    for (const Task<void> &task : tasks) {
        const QString end = co_await endOf(task);
        cancelled += end == u"cancelled"_s;
    }
    log->append(u"%1 cancelled, held %2"_s.arg(cancelled).arg(semaphore.held()));
}

Coroutine<void> failInside(Semaphore *semaphore)
{
    const Semaphore::Permit permit = co_await semaphore->acquire();
    co_await turns(1);
    throw Failure("inside");
}

Coroutine<void> freedByFailure(QStringList *log)
{
    Semaphore semaphore(1);
    std::vector<Task<void>> tasks;
    tasks.push_back(createTask(failInside(&semaphore)));
    tasks.push_back(createTask(visit(log, &semaphore, u"next"_s)));
    co_await endOfAll(log, tasks, &semaphore);
}

Coroutine<void> waitUnderLimit(QStringList *log)
{
    Semaphore semaphore(1);
    const Semaphore::Permit permit = co_await semaphore.acquire();
    const QString end = co_await endOf(timeout(5ms, visit(log, &semaphore, u"never"_s)));
    log->append(end);
    log->append(u"held %1"_s.arg(semaphore.held()));
}

/// Cancelled before it starts to wait, a task passes a free semaphore, and pauses no more.
Coroutine<void> acquireCancelled(QStringList *log, Semaphore *semaphore)
{
    currentTask().cancel();
    const Semaphore::Permit permit = co_await semaphore->acquire();
    log->append(u"passed"_s);
    const Semaphore::Permit second = co_await semaphore->acquire();
    log->append(u"never"_s);
}

Coroutine<void> cancelBeforeItWaits(QStringList *log)
{
    Semaphore semaphore(1);
    std::vector<Task<void>> tasks;
    tasks.push_back(createTask(acquireCancelled(log, &semaphore)));
    co_await endOfAll(log, tasks, &semaphore);
}

Coroutine<void> lowerBelowPromised(QStringList *log)
{
    Semaphore semaphore(1);
    Semaphore::Permit permit = co_await semaphore.acquire();
    std::vector<Task<void>> tasks;
    tasks.push_back(createTask(visit(log, &semaphore, u"promised"_s, 3)));
    tasks.push_back(createTask(visit(log, &semaphore, u"waits on"_s)));
    co_await turns(1);
    permit.release();
    semaphore.setLimit(0); // the promise holds
    co_await turns(9);
    log->append(u"opening"_s);
    semaphore.setLimit(1);
    co_await endOfAll(log, tasks, &semaphore);
}

} // namespace

class TestSemaphoreOrder : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void letsInAsManyAsThereArePlaces()
    {
        QCOMPARE(logOf(severalPlaces), u"0, 1, 2, held 3, 3, 4, 5, 6, "
                                       "done done done done done done done, held 0"_s);
    }
    void placesThatComeBackTogetherGoToTheFirstInLine()
    {
        QCOMPARE(logOf(twoComeBack), u"locked, a, b, c, done done done, held 0"_s);
    }
    void newcomerStandsInLineWhileAPlaceIsPromised()
    {
        QCOMPARE(logOf(newcomerStandsInLine), u"waiter, newcomer, done, held 0"_s);
    }
    void placeOfOneCancelledOnItsWayGoesToTheNext()
    {
        QCOMPARE(logOf(cancelOneOfTwoLetIn), u"b, c, cancelled done done, held 0"_s);
    }
    void placeOfTheOnlyOneCancelledOnItsWayIsFree()
    {
        QCOMPARE(logOf(cancelTheOnlyOneLetIn), u"cancelled, held 0, free, newcomer"_s);
    }
    void placeIsPassedOnThroughALineOfCancelledOnes()
    {
        QCOMPARE(logOf(cancelOneAfterTheOther), u"19, 19 cancelled, held 0"_s);
    }
    void failureInsideGivesThePlaceBack()
    {
        QCOMPARE(logOf(freedByFailure), u"next, failed: inside done, held 0"_s);
    }
    void waitCanHaveATimeLimit() { QCOMPARE(logOf(waitUnderLimit), u"timed out, held 1"_s); }
    void cancelledBeforeItWaitsATaskPassesAFreeOne()
    {
        QCOMPARE(logOf(cancelBeforeItWaits), u"passed, cancelled, held 0"_s);
    }
    void loweringTheLimitKeepsAPromise()
    {
        QCOMPARE(logOf(lowerBelowPromised), u"promised, opening, waits on, done done, held 0"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestSemaphoreOrder)
#include "tst_semaphoreorder.moc"
