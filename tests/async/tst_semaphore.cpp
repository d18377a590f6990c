// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/gather.h"
#include "core/async/semaphore.h"

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

namespace rollcall::async::test {

namespace {

/// Enters, stays for some turns, leaves.
Coroutine<void> visit(QStringList *log, Semaphore *semaphore, QString name, int turnsInside)
{
    const Semaphore::Permit permit = co_await semaphore->acquire();
    log->append(u'+' + name);
    co_await turns(turnsInside);
    log->append(u'-' + name);
}

Coroutine<void> queueUp(QStringList *log)
{
    Semaphore semaphore(1);
    Coroutine<std::tuple<std::monostate, std::monostate, std::monostate, std::monostate>> all =
        gather(visit(log, &semaphore, u"a"_s, 2), visit(log, &semaphore, u"b"_s, 0),
               visit(log, &semaphore, u"c"_s, 1), visit(log, &semaphore, u"d"_s, 0));
    co_await std::move(all);
    log->append(u"held %1"_s.arg(semaphore.held()));
}

Coroutine<void> passAtOnce(QStringList *log)
{
    Semaphore semaphore(2);
    const Task<void> other = createTask(logSoon(log, u"another turn"_s));
    const Semaphore::Permit first = co_await semaphore.acquire();
    log->append(semaphore.isLocked() ? u"full"_s : u"room"_s);
    const Semaphore::Permit second = co_await semaphore.acquire();
    log->append(semaphore.isLocked() ? u"full"_s : u"room"_s);
    log->append(u"%1 of %2"_s.arg(semaphore.held()).arg(semaphore.limit()));
    co_await other;
}

/// Leaves and asks again at once, while others wait.
Coroutine<void> visitTwice(QStringList *log, Semaphore *semaphore, QString name)
{
    Semaphore::Permit permit = co_await semaphore->acquire();
    log->append(u'+' + name);
    co_await turns(2);
    permit.release();
    log->append(semaphore->isLocked() ? u"taken"_s : u"free"_s);
    permit = co_await semaphore->acquire();
    log->append(u'+' + name);
}

Coroutine<void> doNotOvertake(QStringList *log)
{
    Semaphore semaphore(1);
    const Task<void> greedy = createTask(visitTwice(log, &semaphore, u"greedy"_s));
    const Task<void> patient = createTask(visit(log, &semaphore, u"patient"_s, 1));
    co_await greedy;
    co_await patient;
}

// --- cancelling ----------------------------------------------------------------------------------------

class Queue
{
public:
    explicit Queue(QStringList *log) : semaphore(1)
    {
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            tasks.push_back(createTask(visit(log, &semaphore, name, 0)));
    }

    Semaphore semaphore;
    std::vector<Task<void>> tasks;
};

Coroutine<void> endOfAll(QStringList *log, Queue *queue)
{
    QStringList ends;
    for (const Task<void> &task : queue->tasks) {
        const QString end = co_await endOf(task);
        ends.append(end);
    }
    log->append(ends);
    log->append(u"held %1"_s.arg(queue->semaphore.held()));
}

Coroutine<void> cancelWaiter(QStringList *log)
{
    Queue queue(log);
    Semaphore::Permit permit = co_await queue.semaphore.acquire();
    co_await turns(1);
    queue.tasks[1].cancel();
    co_await turns(1);
    permit.release();
    co_await endOfAll(log, &queue);
}

/// The cancelled one is still in the queue when the place becomes free.
Coroutine<void> cancelWaiterAndRelease(QStringList *log)
{
    Queue queue(log);
    Semaphore::Permit permit = co_await queue.semaphore.acquire();
    co_await turns(1);
    queue.tasks[0].cancel();
    permit.release();
    co_await endOfAll(log, &queue);
}

/// The cancelled one has been let in and has not gone on yet.
Coroutine<void> releaseAndCancelWaiter(QStringList *log)
{
    Queue queue(log);
    Semaphore::Permit permit = co_await queue.semaphore.acquire();
    co_await turns(1);
    permit.release();
    queue.tasks[0].cancel();
    log->append(u"held %1"_s.arg(queue.semaphore.held()));
    co_await endOfAll(log, &queue);
}

Coroutine<void> cancelAllWaiters(QStringList *log)
{
    Queue queue(log);
    {
        const Semaphore::Permit permit = co_await queue.semaphore.acquire();
        co_await turns(1);
        for (const Task<void> &task : queue.tasks)
            task.cancel();
    }
    co_await endOfAll(log, &queue);
    log->append(queue.semaphore.isLocked() ? u"full"_s : u"room"_s);
}

Coroutine<void> holdUntilCancelled(Semaphore *semaphore)
{
    const Semaphore::Permit permit = co_await semaphore->acquire();
    co_await sleep(never);
}

Coroutine<void> cancelHolder(QStringList *log)
{
    Semaphore semaphore(1);
    const Task<void> holder = createTask(holdUntilCancelled(&semaphore));
    const Task<void> waiter = createTask(visit(log, &semaphore, u"waiter"_s, 0));
    co_await turns(1);
    holder.cancel();
    co_await waiter;
    log->append(u"held %1"_s.arg(semaphore.held()));
}

// --- a limit that changes ------------------------------------------------------------------------------

Coroutine<void> raiseLimit(QStringList *log)
{
    Queue queue(log);
    const Semaphore::Permit permit = co_await queue.semaphore.acquire();
    co_await turns(1);
    queue.semaphore.setLimit(3);
    log->append(u"%1 of %2"_s.arg(queue.semaphore.held()).arg(queue.semaphore.limit()));
    co_await endOfAll(log, &queue);
}

Coroutine<void> lowerLimit(QStringList *log)
{
    Semaphore semaphore(3);
    std::vector<Semaphore::Permit> permits(3);
    for (Semaphore::Permit &permit : permits)
        permit = co_await semaphore.acquire();
    const Task<void> waiter = createTask(visit(log, &semaphore, u"waiter"_s, 0));
    co_await turns(1);
    semaphore.setLimit(1);
    for (Semaphore::Permit &permit : permits) {
        log->append(u"%1 of %2"_s.arg(semaphore.held()).arg(semaphore.limit()));
        permit.release();
        co_await turns(2);
    }
    co_await waiter;
    log->append(u"%1 of %2"_s.arg(semaphore.held()).arg(semaphore.limit()));
}

Coroutine<void> closeAndOpen(QStringList *log)
{
    Semaphore semaphore(0);
    log->append(semaphore.isLocked() ? u"closed"_s : u"open"_s);
    const Task<void> first = createTask(visit(log, &semaphore, u"first"_s, 3));
    co_await turns(2);
    semaphore.setLimit(1);
    co_await turns(1);
    semaphore.setLimit(0); // the first is inside and may stay
    const Task<void> second = createTask(visit(log, &semaphore, u"second"_s, 0));
    co_await first;
    co_await turns(2);
    log->append(u"opening"_s);
    semaphore.setLimit(2);
    co_await second;
}

// --- permits -------------------------------------------------------------------------------------------

Coroutine<void> movePermits(QStringList *log)
{
    Semaphore semaphore(3);
    Semaphore::Permit none;
    log->append(none ? u"permit"_s : u"none"_s);
    none.release();
    Semaphore::Permit first = co_await semaphore.acquire();
    Semaphore::Permit second = co_await semaphore.acquire();
    Semaphore::Permit moved = std::move(first);
    log->append(u"held %1"_s.arg(semaphore.held()));
    log->append(first ? u"permit"_s : u"none"_s); // NOLINT(bugprone-use-after-move): that is the question
    second = std::move(moved);                    // gives its own back
    log->append(u"held %1"_s.arg(semaphore.held()));
    Semaphore::Permit &same = second;
    second = std::move(same);
    log->append(u"held %1"_s.arg(semaphore.held()));
    second.release();
    second.release();
    log->append(u"held %1"_s.arg(semaphore.held()));
}

// --- everything at once --------------------------------------------------------------------------------

/// Counts who is inside, and who was at most.
class Room
{
public:
    explicit Room(int limit) : semaphore(limit) {}
    void enter()
    {
        most = std::max(most, ++inside);
        ++visits;
    }
    void leave() { --inside; }

    Semaphore semaphore;
    int inside = 0;
    int most = 0;
    int visits = 0;
};

Coroutine<void> visitRoom(Room *room, int turnsBefore, int turnsInside)
{
    co_await turns(turnsBefore);
    const Semaphore::Permit permit = co_await room->semaphore.acquire();
    room->enter();
    try {
        co_await turns(turnsInside);
    } catch (const Cancelled &) {
        room->leave();
        throw;
    }
    room->leave();
}

Coroutine<void> crowd(QStringList *log, int limit)
{
    Room room(limit);
    std::minstd_rand random(1); // NOLINT: the same in every run
    std::vector<Task<void>> tasks;
    for (int i = 0; i < 300; ++i)
        tasks.push_back(createTask(visitRoom(&room, int(random() % 50), int(random() % 10))));
    for (int i = 0; i < 200; ++i) {
        tasks[random() % tasks.size()].cancel();
        room.semaphore.setLimit(1 + int(random() % std::size_t(limit)));
        co_await turns(1);
    }
    room.semaphore.setLimit(limit);
    int done = 0;
    for (const Task<void> &task : tasks) {
        const QString end = co_await endOf(task);
        done += end == u"done"_s;
    }
    log->append(room.most == limit ? u"filled"_s : u"%1 inside"_s.arg(room.most));
    log->append(room.visits >= done && done > 0 ? u"visited"_s
                                                : u"%1 visits, %2 done"_s.arg(room.visits).arg(done));
    log->append(u"%1 inside, %2 held"_s.arg(room.inside).arg(room.semaphore.held()));
}

} // namespace

class TestSemaphore : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void letsInOneAfterTheOtherInTheirOrder()
    {
        QCOMPARE(logOf(queueUp), u"+a, -a, +b, -b, +c, -c, +d, -d, held 0"_s);
    }
    void passesAtOnceWhenThereIsRoom() { QCOMPARE(logOf(passAtOnce), u"room, full, 2 of 2, another turn"_s); }
    void nobodyOvertakesAWaiter()
    {
        QCOMPARE(logOf(doNotOvertake), u"+greedy, taken, +patient, -patient, +greedy"_s);
    }

    void cancelledWaiterLeavesTheQueue()
    {
        QCOMPARE(logOf(cancelWaiter), u"+a, -a, +c, -c, done, cancelled, done, held 0"_s);
    }
    void placeFreedForACancelledWaiterGoesToTheNext()
    {
        QCOMPARE(logOf(cancelWaiterAndRelease), u"+b, -b, +c, -c, cancelled, done, done, held 0"_s);
        QCOMPARE(logOf(releaseAndCancelWaiter), u"held 1, +b, -b, +c, -c, cancelled, done, done, held 0"_s);
    }
    void allWaitersCancelledLeaveItFree()
    {
        QCOMPARE(logOf(cancelAllWaiters), u"cancelled, cancelled, cancelled, held 0, room"_s);
    }
    void cancelledHolderGivesItsPlaceBack() { QCOMPARE(logOf(cancelHolder), u"+waiter, -waiter, held 0"_s); }

    void raisingTheLimitLetsWaitersInAtOnce()
    {
        QCOMPARE(logOf(raiseLimit), u"3 of 3, +a, -a, +b, -b, +c, -c, done, done, done, held 1"_s);
    }
    void loweringTheLimitTakesEffectAsPermitsComeBack()
    {
        QCOMPARE(logOf(lowerLimit), u"3 of 1, 2 of 1, 1 of 1, +waiter, -waiter, 0 of 1"_s);
    }
    void limitOfZeroLetsNobodyIn()
    {
        QCOMPARE(logOf(closeAndOpen), u"closed, +first, -first, opening, +second, -second"_s);
    }

    void permitsMoveAndAreGivenBackOnce()
    {
        QCOMPARE(logOf(movePermits), u"none, held 2, none, held 1, held 1, held 0"_s);
    }

    void holdsUnderChangeAndCancellation_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("one") << 1;
        QTest::newRow("three") << 3;
        QTest::newRow("ten") << 10;
    }
    void holdsUnderChangeAndCancellation()
    {
        QFETCH(int, limit);
        QStringList log;
        run(crowd(&log, limit));
        QCOMPARE(told(log), u"filled, visited, 0 inside, 0 held"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestSemaphore)
#include "tst_semaphore.moc"
