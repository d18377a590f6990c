// SPDX-License-Identifier: MIT
// Waiting for the work on a Queue to be done, and shutting it down; the same for all three orders.
#include "asynctest.h"

#include "core/async/queue.h"

#include <vector>

namespace rollcall::async::test {

namespace {

template <class Q>
Coroutine<void> join(QStringList *log, Q *queue)
{
    co_await queue->join();
    log->append(u"joined"_s);
}

template <class Q>
Coroutine<void> take(QStringList *log, Q *queue)
{
    try {
        const int value = co_await queue->get();
        log->append(u"got %1"_s.arg(value));
    } catch (const QueueShutDown &) {
        log->append(u"get refused"_s);
    }
}

template <class Q>
Coroutine<void> put(QStringList *log, Q *queue, int value)
{
    try {
        co_await queue->put(value);
        log->append(u"put %1"_s.arg(value));
    } catch (const QueueShutDown &) {
        log->append(u"put refused"_s);
    }
}

template <class Q>
QString tryNowait(Q *queue)
{
    QString log;
    try {
        queue->putNowait(9);
        log += u"put"_s;
    } catch (const QueueShutDown &) {
        log += u"no put"_s;
    }
    try {
        log += u" got %1"_s.arg(queue->getNowait());
    } catch (const QueueShutDown &) {
        log += u" no get"_s;
    } catch (const QueueEmpty &) {
        log += u" empty"_s;
    }
    return log;
}

template <class Q>
Coroutine<void> work(Q *queue, int *sum, int turnsOfWork)
{
    while (true) {
        const int value = co_await queue->get();
        *sum += value;
        co_await turns(turnsOfWork);
        queue->taskDone();
    }
}

template <class Q>
Coroutine<void> joinWorkers(QStringList *log)
{
    Q queue;
    int sum = 0;
    for (int i = 1; i <= 100; ++i)
        queue.putNowait(i);
    const Task<void> first = createTask(work(&queue, &sum, 1));
    const Task<void> second = createTask(work(&queue, &sum, 3));
    co_await queue.join();
    log->append(QString::number(sum));
    const std::vector<Task<void>> workers{first, second};
    for (const Task<void> &worker : workers) {
        worker.cancel();
        const QString end = co_await endOf(worker);
        log->append(end);
    }
}

template <class Q>
Coroutine<void> joinStepByStep(QStringList *log)
{
    Q queue;
    co_await queue.join(); // nothing was put in: does not wait
    queue.putNowait(1);
    queue.putNowait(2);
    const Task<void> joining = createTask(join(log, &queue));
    for (int i = 0; i < 2; ++i) {
        queue.getNowait();
        co_await turns(2);
        log->append(u"taken"_s);
        queue.taskDone();
        co_await turns(2);
        log->append(u"done"_s);
    }
    co_await joining;
    queue.putNowait(3); // counts anew
    const Task<void> again = createTask(join(log, &queue));
    co_await turns(2);
    log->append(u"once more"_s);
    queue.taskDone();
    co_await again;
}

template <class Q>
Coroutine<void> doneTooOften(QStringList *log)
{
    Q queue;
    queue.putNowait(1);
    queue.taskDone();
    try {
        queue.taskDone();
    } catch (const InvalidState &error) {
        log->append(QString::fromUtf8(error.what()));
    }
    co_return;
}

template <class Q>
Coroutine<void> shutDownEmpty(QStringList *log, typename Q::Shutdown manner)
{
    Q queue;
    const Task<void> first = createTask(take(log, &queue));
    const Task<void> second = createTask(take(log, &queue));
    co_await turns(1);
    queue.shutDown(manner);
    co_await first;
    co_await second;
    co_await put(log, &queue, 1);
    co_await take(log, &queue);
    log->append(tryNowait(&queue));
    co_await join(log, &queue);
}

template <class Q>
Coroutine<void> drain(QStringList *log)
{
    Q queue(2);
    queue.putNowait(1);
    queue.putNowait(2);
    const Task<void> putting = createTask(put(log, &queue, 3));
    const Task<void> joining = createTask(join(log, &queue));
    co_await turns(1);
    queue.shutDown();
    co_await putting;
    log->append(u"%1 left"_s.arg(queue.size()));
    int sum = co_await queue.get();
    sum += queue.getNowait();
    log->append(u"sum %1"_s.arg(sum));
    log->append(tryNowait(&queue));
    log->append(joining.isDone() ? u"joined already"_s : u"not joined"_s);
    queue.taskDone();
    queue.taskDone();
    co_await joining;
}

template <class Q>
Coroutine<void> dropAll(QStringList *log)
{
    Q queue(2);
    queue.putNowait(1);
    queue.putNowait(2);
    const Task<void> putting = createTask(put(log, &queue, 3));
    const Task<void> joining = createTask(join(log, &queue));
    co_await turns(1);
    queue.shutDown(Q::Shutdown::Immediate);
    log->append(u"%1 left"_s.arg(queue.size()));
    co_await joining;
    co_await putting;
    log->append(tryNowait(&queue));
}

/// What was taken before the shutdown is not done by it.
template <class Q>
Coroutine<void> dropAllButUnfinished(QStringList *log)
{
    Q queue;
    queue.putNowait(1);
    queue.putNowait(2);
    queue.getNowait();
    const Task<void> joining = createTask(join(log, &queue));
    queue.shutDown(Q::Shutdown::Immediate);
    co_await turns(2);
    log->append(joining.isDone() ? u"joined already"_s : u"not joined"_s);
    queue.taskDone();
    co_await joining;
}

/// Said to be done before it was taken: the shutdown has nothing left to count.
template <class Q>
Coroutine<void> dropWhatIsDone(QStringList *log)
{
    Q queue;
    queue.putNowait(1);
    queue.putNowait(2);
    queue.taskDone();
    queue.taskDone();
    queue.shutDown(Q::Shutdown::Immediate);
    log->append(u"%1 left"_s.arg(queue.size()));
    co_await join(log, &queue);
}

template <class Q>
Coroutine<void> shutDownTwice(QStringList *log)
{
    Q queue;
    queue.putNowait(1);
    queue.shutDown();
    log->append(u"%1 left"_s.arg(queue.size()));
    queue.shutDown(Q::Shutdown::Immediate);
    log->append(u"%1 left"_s.arg(queue.size()));
    queue.shutDown();
    co_await join(log, &queue);
}

template <class Q>
Coroutine<void> cancelJoin(QStringList *log)
{
    Q queue;
    queue.putNowait(1);
    const Task<void> cancelled = createTask(join(log, &queue));
    const Task<void> other = createTask(join(log, &queue));
    co_await turns(1);
    cancelled.cancel();
    queue.taskDone();
    co_await other;
    const QString end = co_await endOf(cancelled);
    log->append(end);
}

Coroutine<void> countLiving(QStringList *log)
{
    Queue<Counted> queue;
    queue.putNowait(Counted());
    queue.shutDown(Queue<Counted>::Shutdown::Immediate);
    log->append(u"%1 live"_s.arg(Counted::live));
    co_return;
}

} // namespace

class TestQueueJoin : public AsyncTest
{
    Q_OBJECT

    /// Runs \a body, which is a template over the order, for each of the three; all shall write the same.
    template <class Body>
    static QString sameOf(Body body)
    {
        QStringList fifo;
        QStringList lifo;
        QStringList priority;
        run(body.template operator()<Queue<int>>(&fifo));
        run(body.template operator()<LifoQueue<int>>(&lifo));
        run(body.template operator()<PriorityQueue<int>>(&priority));
        if (fifo == lifo && fifo == priority)
            return told(fifo);
        return QStringList{told(fifo), told(lifo), told(priority)}.join(u" / "_s);
    }

private Q_SLOTS:
    void joinWaitsForAllWork()
    {
        QCOMPARE(sameOf([]<class Q>(QStringList *log) { return joinWorkers<Q>(log); }),
                 u"5050, cancelled, cancelled"_s);
    }
    void joinEndsWithTheLastTaskDone()
    {
        QCOMPARE(sameOf([]<class Q>(QStringList *log) { return joinStepByStep<Q>(log); }),
                 u"taken, done, taken, joined, done, once more, joined"_s);
    }
    void taskDoneTooOftenIsRefused()
    {
        QCOMPARE(sameOf([]<class Q>(QStringList *log) { return doneTooOften<Q>(log); }),
                 u"taskDone() was called more often than values were put in"_s);
    }
    void cancelledJoinLeavesTheOthers()
    {
        QCOMPARE(sameOf([]<class Q>(QStringList *log) { return cancelJoin<Q>(log); }),
                 u"joined, cancelled"_s);
    }

    void shutDownWhenEmptyTellsAllWhoWait()
    {
        const QString expected =
            u"get refused, get refused, put refused, get refused, no put no get, joined"_s;
        QCOMPARE(sameOf([]<class Q>(QStringList *log) { return shutDownEmpty<Q>(log, Q::Shutdown::Drain); }),
                 expected);
        QCOMPARE(
            sameOf([]<class Q>(QStringList *log) { return shutDownEmpty<Q>(log, Q::Shutdown::Immediate); }),
            expected);
    }
    void shutDownLetsWhatIsInsideOut()
    {
        QCOMPARE(sameOf([]<class Q>(QStringList *log) { return drain<Q>(log); }),
                 u"put refused, 2 left, sum 3, no put no get, not joined, joined"_s);
    }
    void shutDownAtOnceDropsWhatIsInside()
    {
        QCOMPARE(sameOf([]<class Q>(QStringList *log) { return dropAll<Q>(log); }),
                 u"0 left, joined, put refused, no put no get"_s);
        QCOMPARE(logOf(countLiving), u"0 live"_s);
    }
    void shutDownAtOnceLeavesUnfinishedWorkUnfinished()
    {
        QCOMPARE(sameOf([]<class Q>(QStringList *log) { return dropAllButUnfinished<Q>(log); }),
                 u"not joined, joined"_s);
    }
    void shutDownAtOnceCountsNothingTwice()
    {
        QCOMPARE(sameOf([]<class Q>(QStringList *log) { return dropWhatIsDone<Q>(log); }),
                 u"0 left, joined"_s);
    }
    void canBeShutDownAgain()
    {
        QCOMPARE(sameOf([]<class Q>(QStringList *log) { return shutDownTwice<Q>(log); }),
                 u"1 left, 0 left, joined"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestQueueJoin)
#include "tst_queuejoin.moc"
