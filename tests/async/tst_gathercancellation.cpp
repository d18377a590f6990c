// SPDX-License-Identifier: MIT
// Cancelling gather(), and the tasks under it.
#include "gathertest.h"

#include <vector>

namespace rollcall::async::test {

namespace {

Coroutine<int> untilCancelled(QStringList *log, QString name)
{
    co_await waitForCancellation(log, name);
    co_return 0;
}

Coroutine<int> cleanUpFor(QStringList *log, QString name, int turnsOfCleanUp)
{
    bool wasCancelled = false;
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        wasCancelled = true;
    }
    co_await turns(turnsOfCleanUp);
    log->append(name + u" cleaned up"_s);
    if (wasCancelled)
        throw Cancelled();
    co_return 0;
}

Coroutine<int> failWhenCancelled()
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        throw Failure("in clean-up");
    }
    co_return 0;
}

Coroutine<int> swallow()
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
    }
    co_return 5;
}

template <class T>
Coroutine<QString> cancelSoon(Task<T> task)
{
    co_await turns(2);
    task.cancel();
    const QString end = co_await endOf(task);
    co_return end;
}

Coroutine<void> cancelGather(QStringList *log)
{
    std::vector<Coroutine<int>> list = listOf(untilCancelled(log, u"a"_s), cleanUpFor(log, u"slow"_s, 3),
                                              valueAfter(1, 1), untilCancelled(log, u"b"_s));
    const QString end = co_await cancelSoon(createTask(gather(std::move(list))));
    log->append(end);
}

Coroutine<void> cancelGatherReturningExceptions(QStringList *log)
{
    std::vector<Coroutine<int>> list = listOf(untilCancelled(log, u"a"_s), cleanUpFor(log, u"slow"_s, 3));
    const QString end = co_await cancelSoon(createTask(gather(std::move(list), returnExceptions)));
    log->append(end);
}

Coroutine<void> cancelGatherOfUnwilling(QStringList *log)
{
    std::vector<Coroutine<int>> list = listOf(failWhenCancelled(), swallow(), cleanUpFor(log, u"slow"_s, 3));
    const QString end = co_await cancelSoon(createTask(gather(std::move(list))));
    log->append(end);
}

Coroutine<void> cancelDifferent(QStringList *log)
{
    const QString end = co_await cancelSoon(
        createTask(gather(untilCancelled(log, u"a"_s), waitForCancellation(log, u"b"_s))));
    log->append(end);
}

Coroutine<void> cancelChild(QStringList *log)
{
    const Task<int> child = createTask(untilCancelled(log, u"child"_s));
    const Task<int> sibling = createTask(logAfter(log, u"sibling"_s, 9));
    const Task<std::vector<int>> all = createTask(gather(std::vector{child, sibling}));
    co_await turns(2);
    child.cancel();
    const QString end = co_await endOf(all);
    log->append(end + u" %1"_s.arg(all.cancelRequests()));
    co_await sibling;
}

Coroutine<void> cancelAfterFailure(QStringList *log)
{
    const Task<int> sibling = createTask(logAfter(log, u"sibling"_s, 9));
    const Task<int> failing = createTask(failAfter(u"early"_s, 1));
    const Task<std::vector<int>> all = createTask(gather(std::vector{failing, sibling}));
    while (!failing.isDone())
        co_await turns(1);
    all.cancel(); // woken by the failure, not gone on yet
    const QString end = co_await endOf(all);
    log->append(end);
    co_await sibling;
}

} // namespace

class TestGatherCancellation : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void cancellingItCancelsAllAndWaitsForTheirEnds()
    {
        QCOMPARE(logOf(cancelGather), u"a cancelled, b cancelled, slow cleaned up, cancelled"_s);
        QCOMPARE(logOf(cancelGatherReturningExceptions), u"a cancelled, slow cleaned up, cancelled"_s);
        QCOMPARE(logOf(cancelDifferent), u"a cancelled, b cancelled, cancelled"_s);
    }
    void cancelledItEndsCancelledWhateverTheTasksDo()
    {
        QCOMPARE(logOf(cancelGatherOfUnwilling), u"slow cleaned up, cancelled"_s);
    }
    void cancelledTaskIsAnExceptionAmongOthers()
    {
        QCOMPARE(logOf(cancelChild), u"sibling starts, child cancelled, cancelled 0, sibling ends"_s);
    }
    void cancelledAfterAFailureItIsCancelledAndSiblingsGoOn()
    {
        QCOMPARE(logOf(cancelAfterFailure), u"sibling starts, cancelled, sibling ends"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestGatherCancellation)
#include "tst_gathercancellation.moc"
