// SPDX-License-Identifier: MIT
// Cancelling tasks that wait for each other: long chains, wide trees, shared ends, rings.
#include "asynctest.h"

#include "core/async/gather.h"
#include "core/async/taskgroup.h"

#include <memory>
#include <vector>

namespace rollcall::async::test {

namespace {

Coroutine<void> awaitTask(Task<void> below)
{
    co_await below;
}

Coroutine<void> cancelChain(QStringList *log, int depth)
{
    const Task<void> bottom = createTask(waitForCancellation(log, u"bottom"_s));
    Task<void> top = bottom;
    for (int i = 0; i < depth; ++i)
        top = createTask(awaitTask(top));
    co_await turns(2);
    top.cancel();
    log->append(u"asked %1 times"_s.arg(bottom.cancelRequests())); // it has reached the bottom already
    const QString end = co_await endOf(top);
    log->append(end);
}

Coroutine<void> cancelLongChain(QStringList *log)
{
    co_await cancelChain(log, 100'000);
}

Coroutine<void> gatherBelow(QStringList *log, int depth)
{
    if (depth == 0) {
        co_await waitForCancellation(log, u"leaf"_s);
        co_return;
    }
    std::vector<Coroutine<void>> list;
    list.push_back(gatherBelow(log, depth - 1));
    co_await gather(std::move(list));
}

Coroutine<void> cancelDeepGather(QStringList *log)
{
    const Task<void> top = createTask(gatherBelow(log, 10'000));
    co_await turns(10'003);
    top.cancel();
    const QString end = co_await endOf(top);
    log->append(end);
}

Coroutine<void> groupBelow(QStringList *log, int depth)
{
    TaskGroup group;
    if (depth == 0)
        group.createTask(waitForCancellation(log, u"leaf"_s));
    else
        group.createTask(groupBelow(log, depth - 1));
    co_await group.join();
}

Coroutine<void> cancelDeepGroups(QStringList *log)
{
    const Task<void> top = createTask(groupBelow(log, 1'000));
    co_await turns(1'003);
    top.cancel();
    const QString end = co_await endOf(top);
    log->append(end);
}

/// Two ways lead to one end: it is asked twice, and both wait for it.
Coroutine<void> cancelDiamond(QStringList *log)
{
    const Task<void> bottom = createTask(waitForCancellation(log, u"bottom"_s));
    const std::vector<Task<void>> middle{createTask(awaitTask(bottom)), createTask(awaitTask(bottom))};
    const Task<std::vector<std::monostate>> top = createTask(gather(middle));
    co_await turns(2);
    top.cancel();
    log->append(u"asked %1 times"_s.arg(bottom.cancelRequests()));
    const QString end = co_await endOf(top);
    log->append(end);
    for (const Task<void> &task : middle)
        log->append(stateOf(task));
}

Coroutine<void> awaitNext(QStringList *log, std::shared_ptr<std::vector<Task<void>>> ring, std::size_t next)
{
    try {
        co_await ring->at(next);
    } catch (const Cancelled &) {
        log->append(u"%1 cancelled"_s.arg(next));
        throw;
    }
}

/// Tasks that wait for each other in a ring end when one is cancelled.
Coroutine<void> cancelRing(QStringList *log)
{
    const auto ring = std::make_shared<std::vector<Task<void>>>();
    for (std::size_t i = 0; i < 3; ++i)
        ring->push_back(createTask(awaitNext(log, ring, (i + 1) % 3)));
    co_await turns(2);
    ring->front().cancel();
    const QString end = co_await endOf(ring->front());
    log->append(end);
    for (const Task<void> &task : *ring)
        log->append(stateOf(task));
}

} // namespace

class TestCancellationChain : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void reachesTheEndOfALongChain()
    {
        QCOMPARE(logOf(cancelLongChain), u"asked 1 times, bottom cancelled, cancelled"_s);
    }
    void reachesTheEndOfNestedGathers() { QCOMPARE(logOf(cancelDeepGather), u"leaf cancelled, cancelled"_s); }
    void reachesTheEndOfNestedGroups() { QCOMPARE(logOf(cancelDeepGroups), u"leaf cancelled, cancelled"_s); }
    void sharedEndIsAskedByEach()
    {
        QCOMPARE(logOf(cancelDiamond), u"asked 2 times, bottom cancelled, cancelled, cancelled, cancelled"_s);
    }
    void tasksInARingEnd()
    {
        QCOMPARE(logOf(cancelRing),
                 u"0 cancelled, 2 cancelled, 1 cancelled, cancelled, cancelled, cancelled, cancelled"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestCancellationChain)
#include "tst_cancellationchain.moc"
