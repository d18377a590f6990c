// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/wait.h"

#include <stdexcept>
#include <vector>

namespace rollcall::async::test {

namespace {

using Tasks = std::vector<Task<int>>;

Coroutine<int> valueAfter(int value, int turnsBefore)
{
    co_await turns(turnsBefore);
    co_return value;
}

Coroutine<int> failAfter(int turnsBefore)
{
    co_await turns(turnsBefore);
    throw Failure("failed");
}

Coroutine<int> untilCancelled(QStringList *log)
{
    co_await waitForCancellation(log, u"task"_s);
    co_return 0;
}

/// Tasks that end one after the other in the reverse order.
Tasks reversed(int count)
{
    Tasks tasks;
    for (int i = 0; i < count; ++i)
        tasks.push_back(createTask(valueAfter(i, 3 * (count - i)), QString::number(i)));
    return tasks;
}

template <class F>
QString namesOf(const std::vector<F> &futures)
{
    QStringList names;
    for (const F &future : futures)
        names.append(AnyTask(std::static_pointer_cast<TaskBase>(future.state())).name());
    return u'[' + names.join(u' ') + u']';
}

template <class F>
QString told(const WaitResult<F> &result)
{
    return u"done %1 pending %2"_s.arg(namesOf(result.done), namesOf(result.pending));
}

Coroutine<void> cancelAll(Tasks tasks)
{
    for (const Task<int> &task : tasks) {
        task.cancel();
        co_await endOf(task);
    }
}

// --- when it returns -----------------------------------------------------------------------------------

Coroutine<void> waitForAll(QStringList *log)
{
    const WaitResult<Task<int>> result = co_await wait(reversed(3));
    log->append(told(result));
    QStringList values;
    for (const Task<int> &task : result.done)
        values.append(QString::number(task.result()));
    log->append(values.join(u' '));
}

Coroutine<void> waitForFirst(QStringList *log)
{
    Tasks tasks = reversed(3);
    while (!tasks.empty()) {
        WaitResult<Task<int>> result = co_await wait(std::move(tasks), ReturnWhen::FirstCompleted);
        log->append(told(result));
        tasks = std::move(result.pending);
    }
}

Coroutine<void> waitForFirstWhenDone(QStringList *log)
{
    const Tasks tasks{createTask(valueAfter(0, 0), u"a"_s), createTask(valueAfter(1, 9), u"b"_s),
                      createTask(valueAfter(2, 0), u"c"_s)};
    co_await turns(3);
    const Task<void> other = createTask(logSoon(log, u"another turn"_s));
    const WaitResult<Task<int>> result = co_await wait(tasks, ReturnWhen::FirstCompleted);
    log->append(told(result));
    co_await other;
    co_await wait(tasks);
}

Coroutine<void> waitForException(QStringList *log)
{
    const Tasks tasks{createTask(valueAfter(0, 20), u"slow"_s), createTask(valueAfter(1, 0), u"fast"_s),
                      createTask(failAfter(4), u"failing"_s)};
    const WaitResult<Task<int>> first = co_await wait(tasks, ReturnWhen::FirstException);
    log->append(told(first));
    log->append(nameOf(tasks[2].exception()));
    const WaitResult<Task<int>> all = co_await wait(tasks, ReturnWhen::AllCompleted);
    log->append(told(all));
    const WaitResult<Task<int>> atOnce = co_await wait(tasks, ReturnWhen::FirstException);
    log->append(told(atOnce));
}

Coroutine<void> waitForExceptionThatNeverComes(QStringList *log)
{
    const WaitResult<Task<int>> result = co_await wait(reversed(2), ReturnWhen::FirstException);
    log->append(told(result));
}

Coroutine<void> cancellationIsNoException(QStringList *log)
{
    const Tasks tasks{createTask(untilCancelled(log), u"cancelled"_s),
                      createTask(valueAfter(0, 9), u"other"_s)};
    co_await turns(1);
    tasks[0].cancel();
    const WaitResult<Task<int>> result = co_await wait(tasks, ReturnWhen::FirstException);
    log->append(told(result));
}

Coroutine<void> exceptionsAreNotThrown(QStringList *log)
{
    const Tasks tasks{createTask(failAfter(1), u"a"_s), createTask(failAfter(2), u"b"_s)};
    const WaitResult<Task<int>> result = co_await wait(tasks);
    for (const Task<int> &task : result.done)
        log->append(stateOf(task));
}

Coroutine<void> exceptionsAreNotFetched()
{
    Tasks tasks{createTask(failAfter(1), u"lost"_s)};
    co_await wait(std::move(tasks));
}

Coroutine<void> awaitStart(Future<void> start)
{
    co_await start;
}

/// All end in one turn.
Coroutine<void> endTogether(QStringList *log)
{
    const Future<void> start = createFuture();
    std::vector<Task<void>> tasks;
    for (int i = 0; i < 3; ++i)
        tasks.push_back(createTask(awaitStart(start), QString::number(i)));
    co_await turns(1);
    start.setResult();
    const WaitResult<Task<void>> result = co_await wait(tasks, ReturnWhen::FirstCompleted);
    log->append(told(result));
}

// --- time limits ---------------------------------------------------------------------------------------

Coroutine<void> limitPasses(QStringList *log)
{
    const Tasks tasks{createTask(valueAfter(0, 0), u"fast"_s), createTask(untilCancelled(log), u"slow"_s)};
    const WaitResult<Task<int>> result = co_await wait(tasks, 5ms);
    log->append(told(result));
    log->append(tasks[1].cancelRequests() == 0 ? u"left alone"_s : u"cancelled"_s);
    co_await cancelAll(tasks);
}

Coroutine<void> limitDoesNotPass(QStringList *log)
{
    const WaitResult<Task<int>> result = co_await wait(reversed(2), never);
    log->append(told(result));
    const WaitResult<Task<int>> first =
        co_await wait(reversed(1), ReturnWhen::FirstCompleted, std::chrono::nanoseconds(never));
    log->append(told(first));
}

Coroutine<void> noTime(QStringList *log)
{
    const Tasks tasks{createTask(valueAfter(0, 0), u"done"_s), createTask(untilCancelled(log), u"slow"_s)};
    co_await turns(2);
    const WaitResult<Task<int>> none = co_await wait(tasks, 0s);
    log->append(told(none));
    const WaitResult<Task<int>> less = co_await wait(tasks, -1s);
    log->append(told(less));
    co_await cancelAll(tasks);
}

// --- lists of all kinds --------------------------------------------------------------------------------

Coroutine<void> duplicates(QStringList *log)
{
    const Task<int> task = createTask(valueAfter(0, 9), u"twice"_s);
    const Task<int> other = createTask(valueAfter(0, 1), u"once"_s);
    const Tasks tasks{task, other, task};
    const WaitResult<Task<int>> first = co_await wait(tasks, ReturnWhen::FirstCompleted);
    log->append(told(first));
    const WaitResult<Task<int>> all = co_await wait(tasks);
    log->append(told(all));
}

Coroutine<void> waitForNothing(QStringList *log)
{
    try {
        co_await wait(Tasks());
    } catch (const std::invalid_argument &error) {
        log->append(QString::fromUtf8(error.what()));
    }
}

Coroutine<void> waitForFutures(QStringList *log)
{
    const std::vector<Future<int>> futures{createFuture<int>(), createFuture<int>()};
    futures[1].setResult(1);
    const WaitResult<Future<int>> first = co_await wait(futures, ReturnWhen::FirstCompleted);
    log->append(first.done.front() == futures[1] ? u"the second"_s : u"the first"_s);
    futures[0].cancel();
    const WaitResult<Future<int>> all = co_await wait(futures);
    log->append(u"%1 done"_s.arg(all.done.size()));
}

Coroutine<void> waitForDifferent(QStringList *log)
{
    const Task<void> first = createTask(turns(1), u"void"_s);
    const Task<int> second = createTask(valueSoon(5), u"int"_s);
    const std::vector<AnyTask> tasks{first, second};
    const WaitResult<AnyTask> result = co_await wait(tasks);
    log->append(told(result));
    log->append(QString::number(second.result()));
}

Coroutine<Counted> countedSoon()
{
    co_await turns(1);
    co_return Counted();
}

Coroutine<void> countLiving(QStringList *log)
{
    {
        std::vector<Task<Counted>> tasks;
        for (int i = 0; i < 3; ++i)
            tasks.push_back(createTask(countedSoon()));
        const WaitResult<Task<Counted>> result = co_await wait(std::move(tasks));
        log->append(u"%1 of %2"_s.arg(Counted::live).arg(result.done.size()));
    }
    log->append(QString::number(Counted::live));
}

// --- cancelling ----------------------------------------------------------------------------------------

Coroutine<void> cancelWait(QStringList *log)
{
    const Tasks tasks{createTask(untilCancelled(log), u"a"_s), createTask(valueAfter(3, 9), u"b"_s)};
    const Task<WaitResult<Task<int>>> waiting = createTask(wait(tasks));
    co_await turns(2);
    waiting.cancel();
    const QString end = co_await endOf(waiting);
    log->append(end);
    log->append(stateOf(tasks[0]));
    const int value = co_await tasks[1];
    log->append(QString::number(value));
    co_await cancelAll(tasks);
}

Coroutine<void> cancelWhenDone(QStringList *log)
{
    const std::vector<Future<int>> futures{createFuture<int>()};
    const Task<WaitResult<Future<int>>> waiting = createTask(wait(futures));
    co_await turns(1);
    futures[0].setResult(1);
    waiting.cancel(); // woken, not gone on yet
    const QString end = co_await endOf(waiting);
    log->append(end);
}

} // namespace

class TestWait : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void waitsForAllAndKeepsTheOrderOfTheList()
    {
        QCOMPARE(logOf(waitForAll), u"done [0 1 2] pending [], 0 1 2"_s);
    }
    void firstCompletedLeavesTheOthersRunning()
    {
        QCOMPARE(logOf(waitForFirst), u"done [2] pending [0 1], done [1] pending [0], done [0] pending []"_s);
    }
    void firstCompletedDoesNotPauseIfOneIsDone()
    {
        QCOMPARE(logOf(waitForFirstWhenDone), u"done [a c] pending [b], another turn"_s);
    }
    void firstExceptionEndsItAndIsNotThrown()
    {
        QCOMPARE(logOf(waitForException), u"done [fast failing] pending [slow], failed: failed, "
                                          "done [slow fast failing] pending [], "
                                          "done [slow fast failing] pending []"_s);
    }
    void firstExceptionWithoutExceptionsWaitsForAll()
    {
        QCOMPARE(logOf(waitForExceptionThatNeverComes), u"done [0 1] pending []"_s);
    }
    void cancelledTaskIsNoException()
    {
        QCOMPARE(logOf(cancellationIsNoException), u"task cancelled, done [cancelled other] pending []"_s);
    }
    void exceptionsStayWithTheirTasks()
    {
        QCOMPARE(logOf(exceptionsAreNotThrown), u"failed: failed, failed: failed"_s);
        QTest::ignoreMessage(QtWarningMsg, "Nobody fetched the exception of task lost - failed");
        run(exceptionsAreNotFetched());
    }
    void whatEndsTogetherIsDoneTogether() { QCOMPARE(logOf(endTogether), u"done [0 1 2] pending []"_s); }

    void limitLeavesPendingOnesRunning()
    {
        QCOMPARE(logOf(limitPasses), u"done [fast] pending [slow], left alone, task cancelled"_s);
    }
    void limitThatDoesNotPassDoesNotMatter()
    {
        QCOMPARE(logOf(limitDoesNotPass), u"done [0 1] pending [], done [0] pending []"_s);
    }
    void withoutTimeItTellsHowThingsStand()
    {
        QCOMPARE(logOf(noTime), u"done [done] pending [slow], done [done] pending [slow], task cancelled"_s);
    }

    void duplicatesCountOnce()
    {
        QCOMPARE(logOf(duplicates), u"done [once] pending [twice], done [twice once] pending []"_s);
    }
    void emptyListIsRefused()
    {
        QCOMPARE(logOf(waitForNothing), u"wait() needs at least one future or task"_s);
    }
    void futuresAreWaitedForToo() { QCOMPARE(logOf(waitForFutures), u"the second, 2 done"_s); }
    void tasksMayBeOfDifferentTypes()
    {
        QCOMPARE(logOf(waitForDifferent), u"done [void int] pending [], 5"_s);
    }
    void valuesStayInTheirTasks() { QCOMPARE(logOf(countLiving), u"3 of 3, 0"_s); }

    void cancelledItLeavesTheTasksRunning()
    {
        QCOMPARE(logOf(cancelWait), u"cancelled, pending, 3, task cancelled"_s);
    }
    void cancelledWhenAllIsDoneItIsCancelled() { QCOMPARE(logOf(cancelWhenDone), u"cancelled"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestWait)
#include "tst_wait.moc"
