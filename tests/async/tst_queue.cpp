// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/queue.h"
#include "core/async/timeout.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rollcall::async::test {

namespace {

template <class Q>
QString stateOf(const Q &queue)
{
    const QString fill = queue.isEmpty() ? u"empty"_s : queue.isFull() ? u"full"_s : u"between"_s;
    return u"%1/%2 %3"_s.arg(queue.size()).arg(queue.maxSize()).arg(fill);
}

/// Puts three in at once, and tells in which order they come out.
template <class Q>
QString orderOf(Q &queue)
{
    for (const int value : {2, 3, 1})
        queue.putNowait(value);
    QStringList values;
    while (!queue.isEmpty())
        values.append(QString::number(queue.getNowait()));
    return values.join(u' ');
}

template <class Function>
QString refusalOf(Function function)
{
    try {
        function();
    } catch (const QueueEmpty &) {
        return u"empty"_s;
    } catch (const QueueFull &) {
        return u"full"_s;
    } catch (const QueueShutDown &) {
        return u"shut down"_s;
    }
    return u"none"_s;
}

Coroutine<void> take(QStringList *log, Queue<int> *queue, QString name)
{
    const int value = co_await queue->get();
    log->append(name + u' ' + QString::number(value));
}

Coroutine<void> put(QStringList *log, Queue<int> *queue, int value)
{
    co_await queue->put(value);
    log->append(u"put %1"_s.arg(value));
}

// --- waiting -------------------------------------------------------------------------------------------

Coroutine<void> passAtOnce(QStringList *log)
{
    Queue<int> queue(1);
    const Task<void> other = createTask(logSoon(log, u"another turn"_s));
    co_await queue.put(5);
    log->append(stateOf(queue));
    const int value = co_await queue.get();
    log->append(QString::number(value));
    co_await other;
}

Coroutine<void> gettersInOrder(QStringList *log)
{
    Queue<int> queue;
    const Task<void> first = createTask(take(log, &queue, u"first"_s));
    const Task<void> second = createTask(take(log, &queue, u"second"_s));
    co_await turns(1);
    queue.putNowait(1);
    queue.putNowait(2);
    co_await second;
    co_await first;
}

Coroutine<void> puttersInOrder(QStringList *log)
{
    Queue<int> queue(1);
    queue.putNowait(0);
    const Task<void> first = createTask(put(log, &queue, 1));
    const Task<void> second = createTask(put(log, &queue, 2));
    co_await turns(1);
    log->append(stateOf(queue));
    for (int i = 0; i < 3; ++i) {
        const int value = co_await queue.get();
        log->append(u"got %1"_s.arg(value));
    }
    co_await first;
    co_await second;
}

/// Takes what the one who was woken for it has not fetched yet.
Coroutine<void> overtakeGetter(QStringList *log)
{
    Queue<int> queue;
    const Task<void> waiter = createTask(take(log, &queue, u"waiter"_s));
    co_await turns(1);
    queue.putNowait(1);
    log->append(QString::number(queue.getNowait()));
    co_await turns(2);
    log->append(waiter.isDone() ? u"done"_s : u"waits on"_s);
    queue.putNowait(2);
    co_await waiter;
}

Coroutine<void> overtakePutter(QStringList *log)
{
    Queue<int> queue(1);
    queue.putNowait(0);
    const Task<void> waiter = createTask(put(log, &queue, 1));
    co_await turns(1);
    queue.getNowait();
    queue.putNowait(2);
    co_await turns(2);
    log->append(stateOf(queue));
    log->append(QString::number(queue.getNowait()));
    co_await waiter;
    log->append(QString::number(queue.getNowait()));
}

Coroutine<void> putMany(Queue<int> *queue, int count)
{
    for (int i = 1; i <= count; ++i)
        co_await queue->put(i);
}

Coroutine<int> takeMany(Queue<int> *queue, int count)
{
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        const int value = co_await queue->get();
        sum += value;
    }
    co_return sum;
}

Coroutine<int> produceAndConsume(std::size_t maxSize)
{
    Queue<int> queue(maxSize);
    const Task<void> one = createTask(putMany(&queue, 100));
    const Task<void> two = createTask(putMany(&queue, 100));
    const Task<int> first = createTask(takeMany(&queue, 50));
    const Task<int> second = createTask(takeMany(&queue, 150));
    co_await one;
    co_await two;
    const int ofFirst = co_await first;
    const int ofSecond = co_await second;
    co_return ofFirst + ofSecond;
}

// --- values --------------------------------------------------------------------------------------------

Coroutine<void> passUnique(QStringList *log)
{
    Queue<std::unique_ptr<int>> fifo(1);
    LifoQueue<std::unique_ptr<int>> lifo;
    PriorityQueue<std::unique_ptr<int>> priority;
    co_await fifo.put(std::make_unique<int>(1));
    lifo.putNowait(std::make_unique<int>(2));
    priority.putNowait(std::make_unique<int>(3));
    const std::unique_ptr<int> first = co_await fifo.get();
    const std::unique_ptr<int> second = co_await lifo.get();
    const std::unique_ptr<int> third = co_await priority.get();
    log->append(u"%1 %2 %3"_s.arg(*first).arg(*second).arg(*third));
}

Coroutine<void> putCounted(Queue<Counted> *queue)
{
    co_await queue->put(Counted());
}

Coroutine<void> countLiving(QStringList *log)
{
    {
        Queue<Counted> queue(2);
        queue.putNowait(Counted());
        queue.putNowait(Counted());
        const Task<void> waiting = createTask(putCounted(&queue));
        co_await turns(1);
        log->append(QString::number(Counted::live)); // two inside, the parameter, what it was made from
        waiting.cancel();
        const QString end = co_await endOf(waiting);
        log->append(end + u" %1"_s.arg(Counted::live));
        queue.getNowait();
        log->append(QString::number(Counted::live));
    }
    log->append(QString::number(Counted::live));
}

// --- cancelling ----------------------------------------------------------------------------------------

Coroutine<void> cancelGetter(QStringList *log)
{
    Queue<int> queue;
    const Task<void> first = createTask(take(log, &queue, u"first"_s));
    const Task<void> second = createTask(take(log, &queue, u"second"_s));
    co_await turns(1);
    first.cancel();
    queue.putNowait(1);
    co_await second;
    const QString end = co_await endOf(first);
    log->append(end);
}

/// The one who was woken for the value is cancelled before it takes it.
Coroutine<void> cancelWokenGetter(QStringList *log)
{
    Queue<int> queue;
    const Task<void> first = createTask(take(log, &queue, u"first"_s));
    const Task<void> second = createTask(take(log, &queue, u"second"_s));
    co_await turns(1);
    queue.putNowait(1);
    first.cancel();
    co_await second;
    const QString end = co_await endOf(first);
    log->append(end);
    log->append(stateOf(queue));
}

Coroutine<void> cancelPutter(QStringList *log)
{
    Queue<int> queue(1);
    queue.putNowait(0);
    const Task<void> first = createTask(put(log, &queue, 1));
    const Task<void> second = createTask(put(log, &queue, 2));
    co_await turns(1);
    first.cancel();
    co_await turns(1);
    queue.getNowait();
    co_await second;
    const QString end = co_await endOf(first);
    log->append(end);
    log->append(QString::number(queue.getNowait()));
}

Coroutine<void> cancelWokenPutter(QStringList *log)
{
    Queue<int> queue(1);
    queue.putNowait(0);
    const Task<void> first = createTask(put(log, &queue, 1));
    const Task<void> second = createTask(put(log, &queue, 2));
    co_await turns(1);
    queue.getNowait();
    first.cancel(); // the room is for it, and it has not gone on yet
    co_await second;
    const QString end = co_await endOf(first);
    log->append(end);
    log->append(QString::number(queue.getNowait()));
}

Coroutine<void> cancelMany(QStringList *log)
{
    Queue<int> queue;
    std::vector<Task<void>> tasks;
    for (int i = 0; i < 50; ++i)
        tasks.push_back(createTask(take(log, &queue, QString::number(i))));
    co_await turns(1);
    queue.putNowait(7);
    for (std::size_t i = 0; i < 49; ++i)
        tasks[i].cancel();
    co_await tasks[49];
    co_await turns(1);
    log->append(stateOf(queue));
}

Coroutine<void> waitUnderLimit(QStringList *log)
{
    Queue<int> queue(1);
    const QString getting = co_await endOf(timeout(5ms, take(log, &queue, u"late"_s)));
    queue.putNowait(1);
    const QString putting = co_await endOf(timeout(5ms, put(log, &queue, 2)));
    log->append({getting, putting, stateOf(queue)});
}

} // namespace

class TestQueue : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void tellsItsSize()
    {
        Queue<int> queue(2);
        QCOMPARE(stateOf(queue), u"0/2 empty"_s);
        queue.putNowait(1);
        QCOMPARE(stateOf(queue), u"1/2 between"_s);
        queue.putNowait(2);
        QCOMPARE(stateOf(queue), u"2/2 full"_s);
        QCOMPARE(queue.getNowait(), 1);
        QCOMPARE(stateOf(queue), u"1/2 between"_s);
    }
    void withoutALimitItIsNeverFull()
    {
        Queue<int> queue;
        for (int i = 0; i < 1000; ++i)
            queue.putNowait(i);
        QCOMPARE(stateOf(queue), u"1000/0 between"_s);
    }
    void givesValuesInItsOrder()
    {
        Queue<int> fifo;
        QCOMPARE(orderOf(fifo), u"2 3 1"_s);
        LifoQueue<int> lifo;
        QCOMPARE(orderOf(lifo), u"1 3 2"_s);
        PriorityQueue<int> priority;
        QCOMPARE(orderOf(priority), u"1 2 3"_s);
        PriorityQueue<int, std::greater<int>> greatestFirst;
        QCOMPARE(orderOf(greatestFirst), u"3 2 1"_s);
    }
    void whatWouldWaitIsRefused()
    {
        Queue<int> queue(1);
        QCOMPARE(refusalOf([&queue] { queue.getNowait(); }), u"empty"_s);
        queue.putNowait(1);
        QCOMPARE(refusalOf([&queue] { queue.putNowait(2); }), u"full"_s);
        QCOMPARE(queue.getNowait(), 1);
    }

    void passesAtOnceWhenItCan() { QCOMPARE(logOf(passAtOnce), u"1/1 full, 5, another turn"_s); }
    void gettersAreServedInTheirOrder() { QCOMPARE(logOf(gettersInOrder), u"first 1, second 2"_s); }
    void puttersAreLetInInTheirOrder()
    {
        QCOMPARE(logOf(puttersInOrder), u"1/1 full, got 0, put 1, got 1, put 2, got 2"_s);
    }
    void getterThatFindsNothingWaitsOn() { QCOMPARE(logOf(overtakeGetter), u"1, waits on, waiter 2"_s); }
    void putterThatFindsNoRoomWaitsOn() { QCOMPARE(logOf(overtakePutter), u"1/1 full, 2, put 1, 1"_s); }
    void nothingIsLostBetweenMany()
    {
        for (const std::size_t maxSize : {0, 1, 7})
            QCOMPARE(run(produceAndConsume(maxSize)), 2 * 5050);
    }
    void valuesThatCannotBeCopiedAreMoved() { QCOMPARE(logOf(passUnique), u"1 2 3"_s); }
    void valuesEndWithTheQueue() { QCOMPARE(logOf(countLiving), u"4, cancelled 2, 1, 0"_s); }

    void cancelledGetterLeavesTheLine() { QCOMPARE(logOf(cancelGetter), u"second 1, cancelled"_s); }
    void valueOfACancelledGetterGoesToTheNext()
    {
        QCOMPARE(logOf(cancelWokenGetter), u"second 1, cancelled, 0/0 empty"_s);
        QCOMPARE(logOf(cancelMany), u"49 7, 0/0 empty"_s);
    }
    void cancelledPutterLeavesTheLine() { QCOMPARE(logOf(cancelPutter), u"put 2, cancelled, 2"_s); }
    void roomOfACancelledPutterGoesToTheNext()
    {
        QCOMPARE(logOf(cancelWokenPutter), u"put 2, cancelled, 2"_s);
    }
    void waitsCanHaveATimeLimit() { QCOMPARE(logOf(waitUnderLimit), u"timed out, timed out, 1/1 full"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestQueue)
#include "tst_queue.moc"
