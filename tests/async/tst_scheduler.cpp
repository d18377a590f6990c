// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/event.h"
#include "core/async/gather.h"
#include "core/async/scheduler.h"
#include "core/async/semaphore.h"
#include "core/async/timeout.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <array>
#include <atomic>
#include <memory>
#include <thread>

#include <unistd.h>

namespace rollcall::async::test {

namespace {

// --- turns ---------------------------------------------------------------------------------------------

Coroutine<void> logTwoTurns(QStringList *log, QString name)
{
    log->append(name + u'1');
    co_await turns(1);
    log->append(name + u'2');
}

Coroutine<void> mixTasksAndCallbacks(QStringList *log)
{
    const Task<void> first = createTask(logTwoTurns(log, u"a"_s));
    Scheduler::current().callSoon([log] { log->append(u"callback"_s); });
    const Task<void> second = createTask(logTwoTurns(log, u"b"_s));
    log->append(u"now"_s);
    co_await second;
    co_await first;
}

/// Wakes its partner and waits for it, until \a enough or for a very long time.
Coroutine<void> pingPong(Event *mine, Event *partners, const bool *enough)
{
    constexpr int limit = 1'000'000;
    for (int round = 0; round < limit && !*enough; ++round) {
        partners->set();
        co_await mine->wait();
        mine->clear();
    }
    partners->set();
    if (!*enough)
        throw Failure("starved");
}

Coroutine<QString> keepBusyUntil(const bool *enough)
{
    Event ping;
    Event pong;
    Coroutine<std::tuple<std::monostate, std::monostate>> game =
        gather(pingPong(&ping, &pong, enough), pingPong(&pong, &ping, enough));
    const QString end = co_await endOf(std::move(game));
    co_return end;
}

Coroutine<void> nestLoop(QStringList *log, QEventLoop *loop)
{
    log->append(TaskBase::current()->name() + u" nests"_s);
    loop->exec();
    log->append(TaskBase::current()->name() + u" goes on"_s);
    co_await turns(1);
}

Coroutine<void> workAndQuit(QStringList *log, QEventLoop *loop)
{
    log->append(TaskBase::current()->name() + u" works"_s);
    co_await sleep(1ms);
    co_await turns(2);
    log->append(TaskBase::current()->name() + u" quits"_s);
    loop->quit();
}

Coroutine<void> nestInsideAStep(QStringList *log)
{
    QEventLoop loop;
    const Task<void> before = createTask(logTwoTurns(log, u"before"_s));
    const Task<void> nesting = createTask(nestLoop(log, &loop), u"nesting"_s);
    const Task<void> after = createTask(logTwoTurns(log, u"after"_s)); // waits for the rest of this very turn
    const Task<void> working = createTask(workAndQuit(log, &loop), u"working"_s);
    co_await nesting;
    co_await working;
    co_await after;
    co_await before;
    log->append(TaskBase::current()->name() + u" ends"_s);
}

Coroutine<void> cancelAndQuit(Task<void> task, QEventLoop *loop)
{
    co_await turns(1);
    task.cancel();
    loop->quit();
}

Coroutine<void> cancelWhileNested(QStringList *log)
{
    QEventLoop loop;
    const Task<void> nesting = createTask(nestLoop(log, &loop), u"nesting"_s);
    const Task<void> cancelling = createTask(cancelAndQuit(nesting, &loop));
    const QString end = co_await endOf(nesting);
    log->append(end);
    co_await cancelling;
}

// --- timers --------------------------------------------------------------------------------------------

Coroutine<void> fireInOrder(QStringList *log)
{
    const auto logging = [log](const char *name) {
        return [log, name] { log->append(QString::fromLatin1(name)); };
    };
    DeadlineTimer late(logging("late"));
    DeadlineTimer early(logging("early"));
    DeadlineTimer equal(logging("equal"));
    DeadlineTimer equalToo(logging("equal too"));
    DeadlineTimer stopped(logging("stopped"));
    DeadlineTimer moved(logging("moved"));
    Event end;
    Event *const raw = &end;
    DeadlineTimer last([raw] { raw->set(); });
    const auto base = Clock::now();
    last.start(base + 5ms);
    late.start(base + 4ms);
    early.start(base + 1ms);
    equal.start(base + 2ms);
    equalToo.start(base + 2ms);
    stopped.start(base + 2ms);
    moved.start(base + 1ms);
    moved.start(base + 3ms);
    {
        DeadlineTimer destroyed(logging("destroyed"));
        destroyed.start(base + 1ms);
    }
    stopped.stop();
    stopped.stop();
    log->append(stopped.isActive() || !late.isActive() ? u"wrong"_s : u"right"_s);
    co_await end.wait();
    log->append(late.isActive() ? u"active"_s : u"not active"_s);
}

Coroutine<void> stopEachOther(QStringList *log)
{
    std::unique_ptr<DeadlineTimer> second;
    std::unique_ptr<DeadlineTimer> *const toStop = &second;
    DeadlineTimer first([log, toStop] {
        log->append(u"first"_s);
        toStop->reset();
    });
    second = std::make_unique<DeadlineTimer>([log] { log->append(u"second"_s); });
    const auto when = Clock::now() + 1ms;
    first.start(when);
    second->start(when); // due in the same moment, and gone by then
    co_await sleep(3ms);
    log->append(u"end"_s);
}

Coroutine<void> startInThePast(QStringList *log)
{
    DeadlineTimer timer([log] { log->append(u"fires"_s); });
    timer.start(Clock::time_point::min());
    log->append(u"started"_s);
    co_await turns(1);
    log->append(u"next turn"_s);
}

/// Restarts itself for a moment that has passed already.
class Restless
{
public:
    Restless() : m_timer([this] { start(); }) {}
    void start() { m_timer.start(Clock::now() - 1s); }

private:
    DeadlineTimer m_timer;
};

Coroutine<void> surviveRestlessTimer(QStringList *log)
{
    Restless restless;
    restless.start();
    co_await sleep(1ms);
    log->append(u"not held up"_s);
}

// --- threads that end ----------------------------------------------------------------------------------

Coroutine<void> useOfParent(QStringList *log, Semaphore *semaphore, Event *event, QString name)
{
    const Farewell farewell(log, name + u" gone"_s);
    const Semaphore::Permit permit = co_await semaphore->acquire();
    co_await event->wait();
    log->append(name + u" went on"_s);
}

/// Its children wait for what lives in its frame.
Coroutine<void> waitForChildren(QStringList *log)
{
    const Farewell farewell(log, u"parent gone"_s);
    Semaphore semaphore(1);
    Event event;
    Coroutine<std::tuple<std::monostate, std::monostate>> children = gather(
        useOfParent(log, &semaphore, &event, u"first"_s), useOfParent(log, &semaphore, &event, u"second"_s));
    co_await timeout(never, std::move(children));
}

/// Counts itself in \a held as long as its frame lives.
Coroutine<void> holdPlace(std::atomic<int> *held)
{
    ++*held;
    const auto giveBack = [](std::atomic<int> *place) { --*place; };
    const std::unique_ptr<std::atomic<int>, decltype(giveBack)> place(held, giveBack);
    co_await sleep(never);
}

/// Makes the tasks of a thread that then ends under them.
void leaveTasksWaiting(QStringList *log)
{
    createTask(waitForChildren(log));
    QEventLoop loop;
    for (int i = 0; i < 5; ++i)
        loop.processEvents();
    createTask(logSoon(log, u"never begins"_s));
    log->append(u"thread ends"_s);
}

} // namespace

class TestScheduler : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void eachThreadHasItsOwn()
    {
        Scheduler *const mine = &Scheduler::current();
        QCOMPARE(&Scheduler::current(), mine);
        Scheduler *others = nullptr;
        std::thread thread([&others] { others = &Scheduler::current(); });
        thread.join();
        QVERIFY(others);
        QVERIFY(others != mine);
    }

    void tasksAndCallbacksTakeTurns()
    {
        QCOMPARE(logOf(mixTasksAndCallbacks), u"now, a1, callback, b1, a2, b2"_s);
    }
    void busyTasksDoNotStarveAQtTimer()
    {
        bool enough = false;
        QTimer::singleShot(5ms, this, [&enough] { enough = true; });
        QCOMPARE(run(keepBusyUntil(&enough)), u"done"_s);
    }
    void busyTasksDoNotStarveADeadline()
    {
        bool enough = false;
        DeadlineTimer timer([&enough] { enough = true; });
        timer.start(Clock::now() + 5ms);
        QCOMPARE(run(keepBusyUntil(&enough)), u"done"_s);
    }
    void busyTasksDoNotStarveASocket()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        bool enough = false;
        QSocketNotifier notifier(ends[0], QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, this, [&enough, &notifier] {
            notifier.setEnabled(false);
            enough = true;
        });
        QCOMPARE(::write(ends[1], "x", 1), 1);
        QCOMPARE(run(keepBusyUntil(&enough)), u"done"_s);
        ::close(ends[0]);
        ::close(ends[1]);
    }

    void nestedEventLoopDoesNotStarveTheOthers()
    {
        QCOMPARE(logOf(nestInsideAStep),
                 u"before1, nesting nests, after1, working works, before2, after2, working quits, "
                 "nesting goes on, main ends"_s);
    }
    void cancelledInANestedEventLoopATaskEndsAtItsNextPause()
    {
        QCOMPARE(logOf(cancelWhileNested), u"nesting nests, nesting goes on, cancelled"_s);
    }

    void deadlinesFireInTheirOrder()
    {
        QCOMPARE(logOf(fireInOrder), u"right, early, equal, equal too, moved, late, not active"_s);
    }
    void deadlineMayStopAnotherThatIsDue() { QCOMPARE(logOf(stopEachOther), u"first, end"_s); }
    void deadlineInThePastFiresFromTheEventLoop()
    {
        QCOMPARE(logOf(startInThePast), u"started, fires, next turn"_s);
    }
    void deadlineThatStartsItselfAnewDoesNotHoldUpTheOthers()
    {
        QCOMPARE(logOf(surviveRestlessTimer), u"not held up"_s);
    }

    void tasksThatWaitAreDroppedWithTheirThreadNewestFirst()
    {
        QStringList log;
        std::thread thread([&log] { leaveTasksWaiting(&log); });
        thread.join();
        QCOMPARE(told(log), u"thread ends, second gone, first gone, parent gone"_s);
    }
    void tasksThatWaitAreDroppedBeforeAQtThreadHasFinished()
    {
        // ThreadSanitizer does not see QThread::wait(), so nothing but this is shared.
        std::atomic<int> held = 0;
        const std::unique_ptr<QThread> thread(QThread::create([&held] {
            createTask(holdPlace(&held));
            QEventLoop().processEvents();
            held += 10;
        }));
        thread->start();
        thread->wait();
        QCOMPARE(held.load(), 10);
    }
    void deadlineThatOutlivesItsThreadIsNotActive()
    {
        std::unique_ptr<DeadlineTimer> timer;
        bool wasActive = false;
        std::thread thread([&timer, &wasActive] {
            const QEventLoop loop; // makes what timers of this thread need
            timer = std::make_unique<DeadlineTimer>([] {});
            timer->start(Clock::now() + never);
            wasActive = timer->isActive();
        });
        thread.join();
        QVERIFY(wasActive);
        QVERIFY(!timer->isActive());
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestScheduler)
#include "tst_scheduler.moc"
