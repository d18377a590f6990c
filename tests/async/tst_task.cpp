// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include <memory>
#include <vector>

namespace rollcall::async::test {

namespace {

// --- starting and ending -------------------------------------------------------------------------------

Coroutine<void> startOrder(QStringList *log)
{
    const Task<void> first = createTask(logSoon(log, u"first"_s));
    const Task<void> second = createTask(logSoon(log, u"second"_s));
    log->append(u"created"_s);
    co_await turns(1);
    log->append(u"started"_s);
    co_await first;
    co_await second;
    log->append(u"end"_s);
}

Coroutine<void> awaitTwice(QStringList *log)
{
    const Task<int> task = createTask(valueSoon(5));
    const int before = co_await task;
    const int after = co_await task; // done already: no further turn
    log->append(u"%1 %2 %3"_s.arg(before).arg(after).arg(task.result()));
}

Coroutine<void> logValueOf(QStringList *log, Task<int> task, QString name)
{
    const int value = co_await task;
    log->append(name + u' ' + QString::number(value));
}

Coroutine<void> shareTask(QStringList *log)
{
    const Task<int> task = createTask(valueSoon(5));
    const Task<void> first = createTask(logValueOf(log, task, u"first"_s));
    const Task<void> second = createTask(logValueOf(log, task, u"second"_s));
    const Task<void> third = createTask(logValueOf(log, task, u"third"_s));
    co_await third;
    co_await second;
    co_await first;
}

Coroutine<void> shareFailure(QStringList *log)
{
    const Task<int> task = createTask(failSoon("shared"));
    const Task<QString> first = createTask(endOf(task));
    const Task<QString> second = createTask(endOf(task));
    const QString endOfFirst = co_await first;
    const QString endOfSecond = co_await second;
    log->append(endOfFirst);
    log->append(endOfSecond);
}

Coroutine<std::unique_ptr<int>> uniqueSoon(int value)
{
    co_await turns(1);
    co_return std::make_unique<int>(value);
}

Coroutine<int> valueOfUnique()
{
    const Task<std::unique_ptr<int>> task = createTask(uniqueSoon(8));
    const std::unique_ptr<int> value = co_await task;
    co_return *value;
}

Coroutine<void> askTooEarly(QStringList *log)
{
    const Task<int> task = createTask(valueSoon(1));
    for (const bool forException : {false, true}) {
        try {
            if (forException)
                task.exception();
            else
                task.result();
        } catch (const InvalidState &) {
            log->append(u"not yet"_s);
        }
    }
    co_await task;
    log->append(QString::number(task.result()));
    log->append(task.exception() ? u"exception"_s : u"no exception"_s);
}

Coroutine<void> awaitOneself(QStringList *log, std::shared_ptr<Task<void>> self)
{
    try {
        co_await *self;
    } catch (const InvalidState &error) {
        log->append(QString::fromUtf8(error.what()));
    }
}

Coroutine<void> selfAwait(QStringList *log)
{
    const auto self = std::make_shared<Task<void>>();
    *self = createTask(awaitOneself(log, self));
    co_await *self;
}

Coroutine<void> dropHandle(QStringList *log)
{
    createTask(logSoon(log, u"still ran"_s));
    co_await turns(3);
}

Coroutine<void> sayFarewell(QStringList *log, std::unique_ptr<Farewell>)
{
    co_await turns(1);
    log->append(u"body ends"_s);
}

Coroutine<void> frameBeforeAwaiters(QStringList *log)
{
    const Task<void> task =
        createTask(sayFarewell(log, std::make_unique<Farewell>(log, u"parameter gone"_s)));
    co_await task;
    log->append(u"awaited"_s);
}

Coroutine<void> logCurrent(QStringList *log, QString name)
{
    log->append(TaskBase::current()->name() + u" is "_s + name);
    co_await turns(1);
    log->append(TaskBase::current()->name() + u" is "_s + name);
}

Coroutine<void> currentTasks(QStringList *log)
{
    const Task<void> first = createTask(logCurrent(log, u"one"_s), u"one"_s);
    const Task<void> second = createTask(logCurrent(log, u"two"_s), u"two"_s);
    co_await logCurrent(log, u"main"_s);
    co_await first;
    co_await second;
}

Coroutine<int> manyTasks(int count)
{
    std::vector<Task<int>> tasks;
    for (int i = 0; i < count; ++i)
        tasks.push_back(createTask(valueSoon(1)));
    int sum = 0;
    for (const Task<int> &task : tasks) {
        const int value = co_await task;
        sum += value;
    }
    co_return sum;
}

Coroutine<int> awaitBelow(Task<int> below)
{
    const int value = co_await below;
    co_return value + 1;
}

Coroutine<int> chainOfTasks(int depth)
{
    Task<int> top = createTask(valueSoon(0));
    for (int i = 0; i < depth; ++i)
        top = createTask(awaitBelow(top));
    const int value = co_await top;
    co_return value;
}

// --- exceptions that nobody fetches --------------------------------------------------------------------

Coroutine<void> throwNumber()
{
    co_await turns(1);
    throw 5;
}

Coroutine<void> leaveFailing(QString name)
{
    createTask(failSoon("nobody cares"), name);
    co_await turns(3);
}

Coroutine<void> leaveThrowingNumber()
{
    createTask(throwNumber(), u"odd"_s);
    co_await turns(3);
}

Coroutine<void> lookAtException()
{
    const Task<int> task = createTask(failSoon("seen"));
    co_await turns(3);
    const QString end = stateOf(task);
    if (end != u"failed: seen"_s)
        throw Failure("the task did not fail");
}

Coroutine<void> leaveCancelled(QStringList *log)
{
    const Task<void> task = createTask(waitForCancellation(log, u"task"_s));
    co_await turns(1);
    task.cancel();
    co_await turns(3);
}

} // namespace

class TestTask : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void startsInTheNextTurnInTheOrderOfCreation()
    {
        QCOMPARE(logOf(startOrder), u"created, started, first, second, end"_s);
    }
    void canBeAwaitedAgainWhenDone() { QCOMPARE(logOf(awaitTwice), u"5 5 5"_s); }
    void severalAwaitersGetTheValueInTheirOrder()
    {
        QCOMPARE(logOf(shareTask), u"first 5, second 5, third 5"_s);
    }
    void severalAwaitersGetTheException()
    {
        QCOMPARE(logOf(shareFailure), u"failed: shared, failed: shared"_s);
    }
    void valueThatCannotBeCopiedIsMovedOut() { QCOMPARE(run(valueOfUnique()), 8); }
    void resultBeforeTheEndIsRefused()
    {
        QCOMPARE(logOf(askTooEarly), u"not yet, not yet, 1, no exception"_s);
    }
    void cannotAwaitItself() { QCOMPARE(logOf(selfAwait), u"a task cannot await itself"_s); }
    void runsOnWithoutAHandle() { QCOMPARE(logOf(dropHandle), u"still ran"_s); }
    void itsFrameEndsBeforeTheAwaitersGoOn()
    {
        QCOMPARE(logOf(frameBeforeAwaiters), u"body ends, parameter gone, awaited"_s);
    }
    void currentIsTheTaskWhoseStepRuns()
    {
        QVERIFY(!TaskBase::current());
        QCOMPARE(logOf(currentTasks),
                 u"main is main, one is one, two is two, main is main, one is one, two is two"_s);
        QVERIFY(!TaskBase::current());
    }
    void hundredThousandAtOnce() { QCOMPARE(run(manyTasks(100'000)), 100'000); }
    void hundredThousandInAChain() { QCOMPARE(run(chainOfTasks(100'000)), 100'000); }

    void exceptionThatNobodyFetchesIsLogged()
    {
        QTest::ignoreMessage(QtWarningMsg, "Nobody fetched the exception of task download - nobody cares");
        run(leaveFailing(u"download"_s));
        QTest::ignoreMessage(QtWarningMsg, "Nobody fetched the exception of task (unnamed) - nobody cares");
        run(leaveFailing(QString()));
        QTest::ignoreMessage(QtWarningMsg,
                             "Nobody fetched the exception of task odd - an exception of unknown type");
        run(leaveThrowingNumber());
    }
    void fetchedExceptionsAndCancellationsAreNotLogged()
    {
        run(lookAtException());
        QCOMPARE(logOf(shareFailure), u"failed: shared, failed: shared"_s);
        QCOMPARE(logOf(leaveCancelled), u"task cancelled"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestTask)
#include "tst_task.moc"
