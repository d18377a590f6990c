// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/future.h"

#include <memory>
#include <thread>
#include <vector>

namespace rollcall::async::test {

namespace {

QString stateOfFuture(const AnyFuture &future)
{
    return !future.isDone() ? u"pending"_s : future.isCancelled() ? u"cancelled"_s : u"done"_s;
}

/// What calling \a function on a future in the wrong state says.
template <class Function>
QString refusalOf(Function function)
{
    try {
        function();
    } catch (const InvalidState &error) {
        return QString::fromUtf8(error.what());
    } catch (const std::invalid_argument &error) {
        return QString::fromUtf8(error.what());
    } catch (...) {
        return nameOf(std::current_exception());
    }
    return u"accepted"_s;
}

Coroutine<void> setLater(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    log->append(stateOfFuture(future));
    const Task<QString> first = createTask(endOf(future));
    const Task<QString> second = createTask(endOf(future));
    co_await turns(2);
    future.setResult(42);
    log->append(stateOfFuture(future));
    log->append(first.isDone() ? u"told at once"_s : u"told soon"_s);
    const int value = co_await future;
    const QString endOfFirst = co_await first;
    const QString endOfSecond = co_await second;
    log->append(u"%1 %2 %3 %4"_s.arg(value).arg(future.result()).arg(endOfFirst, endOfSecond));
}

Coroutine<void> failLater(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    const Task<QString> waiting = createTask(endOf(future));
    co_await turns(1);
    future.setException(Failure("late"));
    const QString end = co_await waiting;
    log->append(end);
    const QString again = co_await endOf(future);
    log->append(again);
    log->append(nameOf(future.exception()));
    log->append(future.isCancelled() ? u"cancelled"_s : u"not cancelled"_s);
}

Coroutine<void> cancelIt(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    const Task<QString> waiting = createTask(endOf(future));
    co_await turns(1);
    log->append(future.cancel() ? u"cancelled"_s : u"refused"_s);
    log->append(future.cancel() ? u"cancelled"_s : u"refused"_s);
    log->append(stateOfFuture(future));
    const QString end = co_await waiting;
    log->append(end);
    log->append(u"asked %1 times"_s.arg(waiting.cancelRequests()));
    log->append(nameOf(future.exception()));
    log->append(refusalOf([&future] { future.result(); }));
}

Coroutine<void> setCancelled(QStringList *log)
{
    const Future<void> future = createFuture();
    future.setException(Cancelled());
    log->append(stateOfFuture(future));
    const QString end = co_await endOf(future);
    log->append(end);
}

Coroutine<void> awaitIt(QStringList *log, Future<int> future, QString name)
{
    const int value = co_await future;
    log->append(name + u" %1"_s.arg(value));
}

Coroutine<void> cancelWaiter(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    const Task<void> waiting = createTask(awaitIt(log, future, u"waiter"_s));
    co_await turns(1);
    waiting.cancel();
    log->append(stateOfFuture(future));
    const QString end = co_await endOf(waiting);
    log->append(end);
    log->append(refusalOf([&future] { future.setResult(1); }));
}

/// The result is there, and the task is cancelled before it goes on.
Coroutine<void> cancelWokenWaiter(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    const Task<void> waiting = createTask(awaitIt(log, future, u"waiter"_s));
    co_await turns(1);
    future.setResult(1);
    waiting.cancel();
    const QString end = co_await endOf(waiting);
    log->append(end);
    log->append(stateOfFuture(future));
}

Coroutine<void> wakeInOrder(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    std::vector<Task<void>> tasks;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        tasks.push_back(createTask(awaitIt(log, future, name)));
    co_await turns(1);
    tasks[1].cancel(); // cancels the future, and with it the wait of all
    for (const Task<void> &task : tasks) {
        const QString end = co_await endOf(task);
        log->append(end);
    }
}

Coroutine<void> passUnique(QStringList *log)
{
    const Future<std::unique_ptr<int>> future = createFuture<std::unique_ptr<int>>();
    future.setResult(std::make_unique<int>(8));
    const std::unique_ptr<int> value = co_await future;
    log->append(QString::number(*value));
}

Coroutine<void> passVoid(QStringList *log)
{
    const Future<void> future = createFuture();
    const Task<void> other = createTask(logSoon(log, u"another turn"_s));
    future.setResult();
    co_await future; // done already: no further turn
    future.result();
    log->append(stateOfFuture(future));
    co_await other;
}

Coroutine<void> countLiving(QStringList *log)
{
    {
        const Future<Counted> future = createFuture<Counted>();
        future.setResult(Counted());
        const Counted copy = co_await future;
        log->append(QString::number(Counted::live));
        Future<Counted> same;
        same = future;
        log->append(same == future ? u"same"_s : u"another"_s);
    }
    log->append(QString::number(Counted::live));
}

Coroutine<void> dropPending(QStringList *log)
{
    {
        const Future<Counted> future = createFuture<Counted>();
        log->append(stateOfFuture(future));
    }
    co_await turns(1);
    log->append(u"end"_s);
}

Coroutine<int> setByThread(int value)
{
    const Future<int> future = createFuture<int>();
    const LoopReference loop = LoopReference::current();
    std::thread thread(
        [loop, future, value] { loop.callSoon([future, value] { future.setResult(value); }); });
    const int result = co_await future;
    thread.join();
    co_return result;
}

Coroutine<int> setByManyThreads(int count)
{
    std::vector<Future<int>> futures;
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
        futures.push_back(createFuture<int>());
        threads.emplace_back([loop = LoopReference::current(), future = futures.back()] {
            loop.callSoon([future] { future.setResult(1); });
        });
    }
    int sum = 0;
    for (const Future<int> &future : futures) {
        const int value = co_await future;
        sum += value;
    }
    for (std::thread &thread : threads)
        thread.join();
    co_return sum;
}

/// Keeps what it is called with in the order of the calls.
Coroutine<void> orderOfCalls(QStringList *log)
{
    const Future<void> end = createFuture();
    std::thread([loop = LoopReference::current(), log, end] {
        for (int i = 0; i < 5; ++i)
            loop.callSoon([log, i] { log->append(QString::number(i)); });
        loop.callSoon([] { throw Failure("in a callback"); });
        loop.callSoon([end] { end.setResult(); });
    }).join();
    log->append(u"sent"_s);
    co_await end;
}

} // namespace

class TestFuture : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void valueReachesAllWhoWaitFromTheLoop()
    {
        QCOMPARE(logOf(setLater), u"pending, done, told soon, 42 42 done done"_s);
    }
    void exceptionIsThrownToWhoeverAsks()
    {
        QCOMPARE(logOf(failLater), u"failed: late, failed: late, failed: late, not cancelled"_s);
    }
    void cancelEndsItOnce()
    {
        QCOMPARE(logOf(cancelIt),
                 u"cancelled, refused, cancelled, cancelled, asked 0 times, cancelled, cancelled"_s);
        QCOMPARE(logOf(setCancelled), u"cancelled, cancelled"_s);
    }
    void isSetOnce()
    {
        const Future<int> future = createFuture<int>();
        future.setResult(1);
        QCOMPARE(refusalOf([&future] { future.setResult(2); }), u"the future is done already"_s);
        QCOMPARE(refusalOf([&future] { future.setException(Failure("late")); }),
                 u"the future is done already"_s);
        QVERIFY(!future.cancel());
        QCOMPARE(future.result(), 1);
    }
    void hasNoResultBeforeItsEnd()
    {
        const Future<int> future = createFuture<int>();
        QCOMPARE(refusalOf([&future] { future.result(); }), u"the result is not there yet"_s);
        QCOMPARE(refusalOf([&future] { future.exception(); }), u"the result is not there yet"_s);
    }
    void noExceptionIsNoException()
    {
        const Future<int> future = createFuture<int>();
        QCOMPARE(refusalOf([&future] { future.setException(std::exception_ptr()); }),
                 u"setException() needs an exception"_s);
        QCOMPARE(stateOfFuture(future), u"pending"_s);
    }
    void taskCannotBeSet()
    {
        const Task<void> task = createTask(turns(1));
        QCOMPARE(refusalOf([&task] { task.setResult(); }), u"a task sets its own result"_s);
        QCOMPARE(refusalOf([&task] { task.setException(Failure("foreign")); }),
                 u"a task sets its own result"_s);
        EventLoop().runUntilDone(task);
        QCOMPARE(stateOfFuture(task), u"done"_s);
    }
    void cancellingTheWaiterCancelsIt()
    {
        QCOMPARE(logOf(cancelWaiter), u"cancelled, cancelled, the future is done already"_s);
        QCOMPARE(logOf(cancelWokenWaiter), u"cancelled, done"_s);
        QCOMPARE(logOf(wakeInOrder), u"cancelled, cancelled, cancelled"_s);
    }
    void valuesOfAllKindsArrive()
    {
        QCOMPARE(logOf(passUnique), u"8"_s);
        QCOMPARE(logOf(passVoid), u"done, another turn"_s);
        QCOMPARE(logOf(countLiving), u"2, same, 0"_s);
    }
    void invalidHandleHasNoFuture()
    {
        QVERIFY(!Future<int>().isValid());
        QVERIFY(Future<int>() == Future<int>());
        QVERIFY(createFuture().isValid());
    }
    void droppedWhileItIsPendingIsNoFault() { QCOMPARE(logOf(dropPending), u"pending, end"_s); }

    void exceptionThatNobodyFetchesIsLogged()
    {
        QTest::ignoreMessage(QtWarningMsg, "Nobody fetched the exception of a future - lost");
        createFuture<int>().setException(Failure("lost"));
    }
    void fetchedExceptionsAreNotLogged()
    {
        const Future<int> looked = createFuture<int>();
        looked.setException(Failure("seen"));
        QCOMPARE(nameOf(looked.exception()), u"failed: seen"_s);
        const Future<int> asked = createFuture<int>();
        asked.setException(Failure("asked"));
        QCOMPARE(refusalOf([&asked] { asked.result(); }), u"failed: asked"_s);
        createFuture<int>().cancel();
        createFuture<int>().setResult(1);
    }

    void otherThreadsSetItThroughTheLoop()
    {
        QCOMPARE(run(setByThread(5)), 5);
        QCOMPARE(run(setByManyThreads(20)), 20);
    }
    void callsOfAnotherThreadKeepTheirOrder()
    {
        QTest::ignoreMessage(QtWarningMsg, "A callback threw an exception - in a callback");
        QCOMPARE(logOf(orderOfCalls), u"sent, 0, 1, 2, 3, 4"_s);
    }
    void loopOfAThreadThatEndedTakesNothing()
    {
        std::unique_ptr<LoopReference> loop;
        std::thread([&loop] { loop = std::make_unique<LoopReference>(LoopReference::current()); }).join();
        QVERIFY(!loop->callSoon([] {}));
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestFuture)
#include "tst_future.moc"
