// SPDX-License-Identifier: MIT
// Done callbacks of futures and tasks.
#include "asynctest.h"

#include "core/async/future.h"

#include <vector>

namespace rollcall::async::test {

namespace {

auto logging(QStringList *log, QString name)
{
    return [log, name](const Future<int> &done) {
        const QString end = done.isCancelled() ? u"cancelled"_s
                            : done.exception() ? nameOf(done.exception())
                                               : QString::number(done.result());
        log->append(name + u' ' + end);
    };
}

Coroutine<void> callInOrder(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        future.addDoneCallback(logging(log, name));
    future.setResult(7);
    log->append(u"not inside"_s);
    co_await turns(2);
}

Coroutine<void> callWhenFailed(QStringList *log)
{
    const Future<int> failed = createFuture<int>();
    failed.addDoneCallback(logging(log, u"first"_s));
    failed.setException(Failure("late"));
    const Future<int> cancelled = createFuture<int>();
    cancelled.addDoneCallback(logging(log, u"second"_s));
    cancelled.cancel();
    co_await turns(2);
}

Coroutine<void> addWhenDone(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    future.setResult(1);
    future.addDoneCallback(logging(log, u"a"_s));
    log->append(u"not inside"_s);
    co_await turns(2);
}

Coroutine<void> callOfTask(QStringList *log)
{
    const Task<int> task = createTask(valueSoon(5));
    task.addDoneCallback(logging(log, u"a"_s));
    const int value = co_await task;
    log->append(u"awaited %1"_s.arg(value));
    co_await turns(1);
}

/// Three callbacks, of which \a removed are taken back.
Coroutine<void> remove(QStringList *log, std::vector<std::size_t> removed)
{
    const Future<int> future = createFuture<int>();
    std::vector<AnyFuture::CallbackId> ids;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        ids.push_back(future.addDoneCallback(logging(log, name)));
    for (const std::size_t i : removed)
        log->append(future.removeDoneCallback(ids[i]) ? u"removed"_s : u"unknown"_s);
    future.setResult(1);
    co_await turns(2);
}

Coroutine<void> removeSome(QStringList *log)
{
    const std::vector<std::vector<std::size_t>> cases{{0}, {0, 1}, {2}, {1, 1}};
    for (const std::vector<std::size_t> &removed : cases)
        co_await remove(log, removed);
}

Coroutine<void> removeTooLate(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    const AnyFuture::CallbackId id = future.addDoneCallback(logging(log, u"a"_s));
    const Future<int> other = createFuture<int>();
    log->append(other.removeDoneCallback(id) ? u"removed"_s : u"of another"_s);
    future.setResult(1);
    log->append(future.removeDoneCallback(id) ? u"removed"_s : u"on its way"_s);
    co_await turns(2);
    log->append(future.removeDoneCallback(id) ? u"removed"_s : u"over"_s);
    const AnyFuture::CallbackId late = future.addDoneCallback(logging(log, u"late"_s));
    log->append(future.removeDoneCallback(late) ? u"removed"_s : u"on its way"_s);
    co_await turns(2);
}

Coroutine<void> addInCallback(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    future.addDoneCallback([log](const Future<int> &done) {
        log->append(u"first"_s);
        done.addDoneCallback(logging(log, u"third"_s));
    });
    future.addDoneCallback(logging(log, u"second"_s));
    future.setResult(1);
    co_await turns(3);
}

Coroutine<void> throwInCallback(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    future.addDoneCallback([](const Future<int> &) { throw Failure("in a callback"); });
    future.addDoneCallback(logging(log, u"next"_s));
    future.setResult(1);
    co_await turns(2);
}

Coroutine<void> startTaskInCallback(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    future.addDoneCallback([log](const Future<int> &) {
        log->append(currentTask().isValid() ? u"in a task"_s : u"in no task"_s);
        createTask(logSoon(log, u"started"_s));
    });
    future.setResult(1);
    co_await turns(5);
}

Coroutine<void> cancelInCallback(QStringList *log)
{
    const Task<void> other = createTask(waitForCancellation(log, u"other"_s));
    const Future<int> future = createFuture<int>();
    future.addDoneCallback([other](const Future<int> &) { other.cancel(); });
    co_await turns(1);
    future.setResult(1);
    const QString end = co_await endOf(other);
    log->append(end);
}

Coroutine<void> keepValues(QStringList *log)
{
    const Counted kept;
    {
        const Future<int> dropped = createFuture<int>();
        dropped.addDoneCallback([kept](const Future<int> &) {});
        const Future<int> removed = createFuture<int>();
        removed.removeDoneCallback(removed.addDoneCallback([kept](const Future<int> &) {}));
        log->append(QString::number(Counted::live));
    }
    log->append(QString::number(Counted::live));
    const Future<int> called = createFuture<int>();
    called.addDoneCallback([kept](const Future<int> &) {});
    called.setResult(1);
    co_await turns(2);
    log->append(QString::number(Counted::live));
}

Coroutine<void> loseException(QStringList *log)
{
    const Future<int> future = createFuture<int>();
    future.addDoneCallback([log](const Future<int> &done) {
        log->append(done.isDone() ? u"looked at nothing"_s : u"not done"_s);
    });
    future.setException(Failure("lost"));
    co_await turns(2);
}

} // namespace

class TestDoneCallback : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void callbacksAreCalledByTheLoopInTheirOrder()
    {
        QCOMPARE(logOf(callInOrder), u"not inside, a 7, b 7, c 7"_s);
    }
    void failureAndCancellationAreEndsToo()
    {
        QCOMPARE(logOf(callWhenFailed), u"first failed: late, second cancelled"_s);
    }
    void addedWhenDoneItIsCalledSoon() { QCOMPARE(logOf(addWhenDone), u"not inside, a 1"_s); }
    void taskCallsThemToo() { QCOMPARE(logOf(callOfTask), u"a 5, awaited 5"_s); }
    void removedOnesAreNotCalled()
    {
        QCOMPARE(logOf(removeSome), u"removed, b 1, c 1, removed, removed, c 1, removed, a 1, b 1, "
                                    "removed, unknown, a 1, c 1"_s);
    }
    void removedTooLateItIsCalled()
    {
        QCOMPARE(logOf(removeTooLate), u"of another, on its way, a 1, over, on its way, late 1"_s);
    }
    void callbackMayAddAnother() { QCOMPARE(logOf(addInCallback), u"first, second 1, third 1"_s); }
    void exceptionInACallbackIsLogged()
    {
        QTest::ignoreMessage(QtWarningMsg, "A callback threw an exception - in a callback");
        QCOMPARE(logOf(throwInCallback), u"next 1"_s);
    }
    void callbackMayStartATask() { QCOMPARE(logOf(startTaskInCallback), u"in no task, started"_s); }
    void callbackMayCancelATask() { QCOMPARE(logOf(cancelInCallback), u"other cancelled, cancelled"_s); }
    void callbackEndsWithItsCallOrItsFuture() { QCOMPARE(logOf(keepValues), u"2, 1, 1"_s); }
    void callbackThatLooksAwayFetchesNoException()
    {
        QTest::ignoreMessage(QtWarningMsg, "Nobody fetched the exception of a future - lost");
        QCOMPARE(logOf(loseException), u"looked at nothing"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestDoneCallback)
#include "tst_donecallback.moc"
