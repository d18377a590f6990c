// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/gather.h"
#include "core/async/shield.h"

#include <memory>

namespace rollcall::async::test {

namespace {

template <class A>
Coroutine<void> awaitShielded(QStringList *log, A awaitable, QString name)
{
    try {
        co_await shield(std::move(awaitable));
        log->append(name + u" went on"_s);
    } catch (const Cancelled &) {
        log->append(name + u" cancelled"_s);
        throw;
    }
}

Coroutine<std::unique_ptr<int>> uniqueSoon(int value)
{
    co_await turns(1);
    co_return std::make_unique<int>(value);
}

Coroutine<void> values(QStringList *log)
{
    const int ofCoroutine = co_await shield(valueSoon(1));
    const Task<int> task = createTask(valueSoon(2));
    const int ofTask = co_await shield(task);
    const int again = co_await shield(task); // done already
    const std::unique_ptr<int> unique = co_await shield(uniqueSoon(3));
    co_await shield(turns(1));
    log->append(u"%1 %2 %3 %4"_s.arg(ofCoroutine).arg(ofTask).arg(again).arg(*unique));
}

Coroutine<void> failures(QStringList *log)
{
    const QString ofCoroutine = co_await endOf(shield(failSoon("coroutine")));
    const Task<int> task = createTask(failSoon("task"));
    const QString ofTask = co_await endOf(shield(task));
    log->append({ofCoroutine, ofTask});
}

/// The coroutine is a task from the call on, also when nobody awaits.
Coroutine<void> startsAtOnce(QStringList *log)
{
    Coroutine<void> shielded = shield(logSoon(log, u"started"_s));
    co_await turns(3);
    log->append(u"awaiting"_s);
    co_await std::move(shielded);
}

Coroutine<void> cancelInner(QStringList *log)
{
    const Task<void> inner = createTask(waitForCancellation(log, u"inner"_s));
    const Task<void> outer = createTask(awaitShielded(log, inner, u"outer"_s));
    co_await turns(2);
    inner.cancel();
    const QString end = co_await endOf(outer);
    log->append(end);
    log->append(u"asked %1 times"_s.arg(outer.cancelRequests()));
}

Coroutine<void> cancelOuter(QStringList *log)
{
    const Future<int> inner = createFuture<int>();
    const Task<void> outer = createTask(awaitShielded(log, inner, u"outer"_s));
    co_await turns(2);
    outer.cancel();
    const QString end = co_await endOf(outer);
    log->append(end);
    log->append(inner.isDone() ? u"inner ended"_s : u"inner lives"_s);
    inner.setResult(42);
    log->append(QString::number(inner.result()));
}

Coroutine<void> cancelOneOfTwo(QStringList *log)
{
    const Task<int> inner = createTask(valueSoon(5));
    const Task<void> first = createTask(awaitShielded(log, inner, u"first"_s));
    const Task<void> second = createTask(awaitShielded(log, inner, u"second"_s));
    co_await turns(1);
    first.cancel();
    const QString endOfFirst = co_await endOf(first);
    const QString endOfSecond = co_await endOf(second);
    log->append({endOfFirst, endOfSecond});
}

/// The inner one is done, and the outer one is cancelled before it goes on.
Coroutine<void> cancelWhenDone(QStringList *log)
{
    const Future<int> inner = createFuture<int>();
    const Task<void> outer = createTask(awaitShielded(log, inner, u"outer"_s));
    co_await turns(1);
    inner.setResult(1);
    outer.cancel();
    const QString end = co_await endOf(outer);
    log->append(end);
}

Coroutine<void> shieldGather(QStringList *log)
{
    const Task<int> first = createTask(valueSoon(1));
    const Task<int> second = createTask(valueSoon(2));
    const Task<void> outer = createTask(awaitShielded(log, gather(std::vector{first, second}), u"outer"_s));
    co_await turns(1);
    outer.cancel();
    const QString end = co_await endOf(outer);
    const int one = co_await first;
    const int two = co_await second;
    log->append(u"%1, %2 %3"_s.arg(end).arg(one).arg(two));
}

Coroutine<void> gatherShielded(QStringList *log)
{
    const Task<int> first = createTask(valueSoon(1));
    const Task<int> second = createTask(valueSoon(2));
    Coroutine<std::tuple<int, int>> both = gather(shield(first), shield(second));
    const Task<std::tuple<int, int>> outer = createTask(std::move(both));
    co_await turns(1);
    outer.cancel();
    const QString end = co_await endOf(outer);
    const int one = co_await first;
    const int two = co_await second;
    log->append(u"%1, %2 %3"_s.arg(end).arg(one).arg(two));
}

Coroutine<int> failAfter(int turnsBefore)
{
    co_await turns(turnsBefore);
    throw Failure("too late");
}

Coroutine<void> failAfterCancellation()
{
    const Task<QString> outer = createTask(endOf(shield(failAfter(5))));
    co_await turns(1);
    outer.cancel();
    co_await outer;
    co_await turns(9);
}

Coroutine<void> holdForTurns(Counted, int count)
{
    co_await turns(count);
}

Coroutine<void> countLiving(QStringList *log)
{
    const Task<QString> outer = createTask(endOf(shield(holdForTurns(Counted(), 5))));
    co_await turns(2);
    outer.cancel();
    const QString end = co_await outer;
    log->append(u"%1, %2 live"_s.arg(end).arg(Counted::live));
    co_await turns(9);
    log->append(u"%1 live"_s.arg(Counted::live));
}

Coroutine<void> leaveShielded(QStringList *log)
{
    const Task<QString> outer = createTask(endOf(shield(waitForCancellation(log, u"inner"_s))));
    co_await turns(2);
    outer.cancel();
    const QString end = co_await outer;
    log->append(end);
}

} // namespace

class TestShield : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheValue() { QCOMPARE(logOf(values), u"1 2 2 3"_s); }
    void throwsTheException() { QCOMPARE(logOf(failures), u"failed: coroutine, failed: task"_s); }
    void startsBeforeItIsAwaited() { QCOMPARE(logOf(startsAtOnce), u"started, awaiting"_s); }
    void cancellationOfTheInnerOnePasses()
    {
        QCOMPARE(logOf(cancelInner), u"inner cancelled, outer cancelled, cancelled, asked 0 times"_s);
    }
    void cancellationOfTheOuterOneDoesNotReachTheInnerOne()
    {
        QCOMPARE(logOf(cancelOuter), u"outer cancelled, cancelled, inner lives, 42"_s);
    }
    void othersWhoWaitAreNotDisturbed()
    {
        QCOMPARE(logOf(cancelOneOfTwo), u"first cancelled, second went on, cancelled, done"_s);
    }
    void cancelledWhenTheInnerOneIsDoneItIsCancelled()
    {
        QCOMPARE(logOf(cancelWhenDone), u"outer cancelled, cancelled"_s);
    }
    void gatherCanBeShielded() { QCOMPARE(logOf(shieldGather), u"outer cancelled, cancelled, 1 2"_s); }
    void shieldedOnesCanBeGathered() { QCOMPARE(logOf(gatherShielded), u"cancelled, 1 2"_s); }
    void failureThatNobodyWaitsForAnyMoreIsLogged()
    {
        QTest::ignoreMessage(QtWarningMsg, "Nobody fetched the exception of task (unnamed) - too late");
        run(failAfterCancellation());
    }
    void innerOneEndsByItself() { QCOMPARE(logOf(countLiving), u"cancelled, 1 live, 0 live"_s); }
    void endOfRunCancelsTheInnerOne() { QCOMPARE(logOf(leaveShielded), u"cancelled, inner cancelled"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestShield)
#include "tst_shield.moc"
