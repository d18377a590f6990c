// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/ascompleted.h"

#include <memory>
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

Coroutine<int> valueWhenDone(int value, Future<void> start)
{
    co_await start;
    co_return value;
}

Coroutine<std::unique_ptr<int>> uniqueSoon(int value)
{
    co_await turns(1);
    co_return std::make_unique<int>(value);
}

std::vector<Coroutine<int>> threeCoroutines()
{
    std::vector<Coroutine<int>> list;
    list.push_back(valueAfter(1, 9));
    list.push_back(valueAfter(2, 3));
    list.push_back(valueAfter(3, 6));
    return list;
}

Coroutine<void> coroutinesInOrder(QStringList *log)
{
    AsCompleted results = asCompleted(threeCoroutines());
    for (Coroutine<int> next : results) {
        const int value = co_await std::move(next);
        log->append(QString::number(value));
    }
    log->append(results.hasNext() ? u"more"_s : u"end"_s);
}

Coroutine<void> sameTasksOut(QStringList *log)
{
    const Task<int> slow = createTask(valueAfter(1, 9), u"slow"_s);
    const Task<int> fast = createTask(valueAfter(2, 3), u"fast"_s);
    AsCompleted results = asCompleted(Tasks{slow, fast});
    while (results.hasNext()) {
        const Task<int> task = co_await results.nextFuture();
        log->append(u"%1 %2"_s.arg(task.name()).arg(task.result()));
        log->append(task == slow || task == fast ? u"the same"_s : u"another"_s);
    }
}

Coroutine<void> doneAlready(QStringList *log)
{
    const Task<int> first = createTask(valueAfter(1, 0));
    const Task<int> second = createTask(valueAfter(2, 0));
    co_await turns(3);
    const Task<void> other = createTask(logSoon(log, u"another turn"_s));
    AsCompleted results = asCompleted(Tasks{second, first});
    while (results.hasNext()) {
        const int value = co_await results.next();
        log->append(QString::number(value));
    }
    co_await other;
}

Coroutine<void> failing(QStringList *log)
{
    AsCompleted results = asCompleted(Tasks{createTask(valueAfter(1, 5)), createTask(failAfter(1))});
    while (results.hasNext()) {
        const QString end = co_await endOf(results.next());
        log->append(end);
    }
}

Coroutine<void> cancelledTask(QStringList *log)
{
    const Task<int> task = createTask(valueAfter(1, 5));
    AsCompleted results = asCompleted(Tasks{task, createTask(valueAfter(2, 9))});
    co_await turns(1);
    task.cancel();
    while (results.hasNext()) {
        const QString end = co_await endOf(results.next());
        log->append(end);
    }
}

Coroutine<void> duplicates(QStringList *log)
{
    const Task<int> task = createTask(valueAfter(1, 3));
    AsCompleted results = asCompleted(Tasks{task, task, createTask(valueAfter(2, 1))});
    while (results.hasNext()) {
        const int value = co_await results.next();
        log->append(QString::number(value));
    }
}

Coroutine<void> nothing(QStringList *log)
{
    AsCompleted results = asCompleted(Tasks());
    log->append(results.hasNext() ? u"more"_s : u"nothing"_s);
    try {
        co_await results.next();
    } catch (const InvalidState &error) {
        log->append(QString::fromUtf8(error.what()));
    }
}

Coroutine<void> voidAndUnique(QStringList *log)
{
    std::vector<Coroutine<void>> list;
    list.push_back(logSoon(log, u"first"_s));
    list.push_back(logSoon(log, u"second"_s));
    for (AsCompleted results = asCompleted(std::move(list)); results.hasNext();)
        co_await results.next();
    std::vector<Coroutine<std::unique_ptr<int>>> unique;
    unique.push_back(uniqueSoon(8));
    AsCompleted results = asCompleted(std::move(unique));
    const std::unique_ptr<int> value = co_await results.next();
    log->append(QString::number(*value));
}

// --- several who ask -----------------------------------------------------------------------------------

Coroutine<void> logNext(QStringList *log, QString name, Coroutine<int> next)
{
    const int value = co_await std::move(next);
    log->append(name + u' ' + QString::number(value));
}

Coroutine<void> askAhead(QStringList *log)
{
    AsCompleted results = asCompleted(threeCoroutines());
    const Task<void> first = createTask(logNext(log, u"first"_s, results.next()));
    const Task<void> second = createTask(logNext(log, u"second"_s, results.next()));
    const Task<void> third = createTask(logNext(log, u"third"_s, results.next()));
    log->append(results.hasNext() ? u"more"_s : u"all asked for"_s);
    co_await third;
    co_await second;
    co_await first;
}

/// The handle may go before the last result is there.
Coroutine<void> dropEarly(QStringList *log)
{
    std::unique_ptr<Task<void>> last;
    {
        std::vector<Coroutine<int>> list;
        list.push_back(valueAfter(5, 3));
        AsCompleted results = asCompleted(std::move(list));
        last = std::make_unique<Task<void>>(createTask(logNext(log, u"last"_s, results.next())));
    }
    co_await *last;
}

Coroutine<void> resumeLoop(QStringList *log)
{
    AsCompleted results = asCompleted(threeCoroutines());
    for (Coroutine<int> next : results) {
        const int value = co_await std::move(next);
        log->append(QString::number(value));
        break;
    }
    log->append(u"a break"_s);
    for (Coroutine<int> next : results) {
        const int value = co_await std::move(next);
        log->append(QString::number(value));
    }
}

// --- time limits and cancelling ------------------------------------------------------------------------

Coroutine<void> limitPasses(QStringList *log)
{
    const Future<void> start = createFuture();
    const Tasks tasks{createTask(valueAfter(1, 1)), createTask(valueWhenDone(2, start)),
                      createTask(valueWhenDone(3, start))};
    AsCompleted results = asCompleted(tasks, 5ms);
    while (results.hasNext()) {
        const QString end = co_await endOf(results.next());
        log->append(end);
    }
    for (const Task<int> &task : tasks)
        log->append(stateOf(task));
    start.setResult();
    const int second = co_await tasks[1];
    const int third = co_await tasks[2];
    log->append(u"%1 %2"_s.arg(second).arg(third));
}

/// What was done before the limit passed is given, also when it is asked for later.
Coroutine<void> askLate(QStringList *log)
{
    const Future<void> start = createFuture();
    const Tasks tasks{createTask(valueAfter(1, 0)), createTask(valueWhenDone(2, start))};
    AsCompleted results = asCompleted(tasks, 2ms);
    co_await sleep(5ms);
    while (results.hasNext()) {
        const QString end = co_await endOf(results.next());
        log->append(end);
    }
    tasks[1].cancel();
    co_await endOf(tasks[1]);
}

Coroutine<void> limitDoesNotPass(QStringList *log)
{
    AsCompleted results = asCompleted(threeCoroutines(), never);
    int sum = 0;
    while (results.hasNext()) {
        const int value = co_await results.next();
        sum += value;
    }
    log->append(QString::number(sum));
}

Coroutine<void> cancelOneWhoAsks(QStringList *log)
{
    const Future<void> start = createFuture();
    const Tasks tasks{createTask(valueWhenDone(1, start)), createTask(valueAfter(2, 9))};
    AsCompleted results = asCompleted(tasks);
    const Task<void> first = createTask(logNext(log, u"first"_s, results.next()));
    const Task<void> second = createTask(logNext(log, u"second"_s, results.next()));
    co_await turns(2);
    first.cancel();
    const QString end = co_await endOf(first);
    log->append(end);
    co_await second;
    log->append(stateOf(tasks[0]));
    start.setResult();
    co_await tasks[0];
}

Coroutine<void> cancelWokenOne(QStringList *log)
{
    const std::vector<Future<int>> futures{createFuture<int>(), createFuture<int>()};
    AsCompleted results = asCompleted(futures);
    const Task<void> first = createTask(logNext(log, u"first"_s, results.next()));
    const Task<void> second = createTask(logNext(log, u"second"_s, results.next()));
    co_await turns(1);
    futures[1].setResult(7);
    first.cancel(); // the result was for it, and it has not gone on yet
    co_await second;
    const QString end = co_await endOf(first);
    log->append(end);
    futures[0].cancel();
}

} // namespace

class TestAsCompleted : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void givesResultsAsTheyComeIn() { QCOMPARE(logOf(coroutinesInOrder), u"2, 3, 1, end"_s); }
    void givesTheTasksThemselves() { QCOMPARE(logOf(sameTasksOut), u"fast 2, the same, slow 1, the same"_s); }
    void whatIsDoneAlreadyComesWithoutAPause() { QCOMPARE(logOf(doneAlready), u"2, 1, another turn"_s); }
    void failureIsThrownInItsTurn() { QCOMPARE(logOf(failing), u"failed: failed, done"_s); }
    void cancelledTaskIsAnEnd() { QCOMPARE(logOf(cancelledTask), u"cancelled, done"_s); }
    void duplicatesCountOnce() { QCOMPARE(logOf(duplicates), u"2, 1"_s); }
    void ofNothingGivesNothing()
    {
        QCOMPARE(logOf(nothing), u"nothing, asCompleted() has handed out all results"_s);
    }
    void valuesOfAllKindsArrive() { QCOMPARE(logOf(voidAndUnique), u"first, second, 8"_s); }

    void severalMayAskAhead() { QCOMPARE(logOf(askAhead), u"all asked for, first 2, second 3, third 1"_s); }
    void whoAskedIsServedAfterItIsGone() { QCOMPARE(logOf(dropEarly), u"last 5"_s); }
    void loopCanBeResumed() { QCOMPARE(logOf(resumeLoop), u"2, a break, 3, 1"_s); }

    void limitThrowsAndLeavesTheOthersRunning()
    {
        QCOMPARE(logOf(limitPasses), u"done, timed out, timed out, done, pending, pending, 2 3"_s);
    }
    void whatCameInTimeIsGivenAfterTheLimit() { QCOMPARE(logOf(askLate), u"done, timed out"_s); }
    void limitThatDoesNotPassDoesNotMatter() { QCOMPARE(logOf(limitDoesNotPass), u"6"_s); }
    void cancellingOneWhoAsksLeavesTheTasksRunning()
    {
        QCOMPARE(logOf(cancelOneWhoAsks), u"cancelled, second 2, pending"_s);
    }
    void resultOfACancelledOneGoesToTheNext() { QCOMPARE(logOf(cancelWokenOne), u"second 7, cancelled"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestAsCompleted)
#include "tst_ascompleted.moc"
