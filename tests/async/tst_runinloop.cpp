// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/event.h"
#include "core/async/eventloop.h"
#include "core/async/runinloop.h"
#include "core/async/timeout.h"
#include "core/async/tothread.h"

#include <QThread>

#include <atomic>
#include <memory>
#include <optional>
#include <semaphore>

namespace rollcall::async::test {

namespace {

/// A thread with an event loop, until end() or destruction.
class OtherLoop
{
public:
    OtherLoop() : m_thread(QThread::create([this] { run(); }))
    {
        m_thread->start();
        m_isReady.acquire();
    }
    ~OtherLoop() { end(); }
    OtherLoop(const OtherLoop &) = delete;
    OtherLoop &operator=(const OtherLoop &) = delete;

    LoopReference reference() const { return *m_loop; }
    const QThread *thread() const { return m_thread.get(); }
    /// Cancels what runs there, and waits for the end of the thread.
    void end()
    {
        m_loop->callSoon([event = m_end] { event->set(); });
        m_thread->wait();
    }

private:
    void run()
    {
        Event end;
        m_end = &end;
        m_loop = LoopReference::current();
        EventLoop loop;
        m_isReady.release();
        loop.runUntilComplete(end.wait());
    }

    std::binary_semaphore m_isReady{0};
    Event *m_end = nullptr;
    std::optional<LoopReference> m_loop;
    std::unique_ptr<QThread> m_thread;
};

/// Counted, in whichever threads it is made and destroyed.
class CountedAnywhere
{
public:
    CountedAnywhere() { ++live; }
    CountedAnywhere(const CountedAnywhere &) { ++live; }
    CountedAnywhere &operator=(const CountedAnywhere &) = default;
    ~CountedAnywhere() { --live; }

    static inline std::atomic<int> live = 0;
};

/// The thread that a coroutine of it runs on.
Coroutine<const QThread *> threadSoon()
{
    co_await turns(2);
    co_return QThread::currentThread();
}

Coroutine<void> countSoon(std::atomic<int> *calls)
{
    co_await turns(1);
    ++*calls;
}

Coroutine<std::unique_ptr<int>> owned(int value)
{
    co_return std::make_unique<int>(value);
}

/// Says when it waits, and how that ended.
Coroutine<void> waitThere(std::binary_semaphore *waits, std::atomic<bool> *wasCancelled)
{
    Event never;
    waits->release();
    try {
        co_await never.wait();
    } catch (const Cancelled &) {
        *wasCancelled = true;
        throw;
    }
}

Coroutine<CountedAnywhere> countedSoon()
{
    co_await turns(1);
    co_return CountedAnywhere();
}

Coroutine<void> throwCancelled()
{
    co_await turns(1);
    throw Cancelled();
}

Coroutine<void> elsewhere(QStringList *log)
{
    const OtherLoop other;
    const QThread *const here = QThread::currentThread();
    const QThread *const ranIn = co_await runInLoop(other.reference(), threadSoon);
    log->append(ranIn == other.thread() ? u"there"_s : u"elsewhere"_s);
    log->append(QThread::currentThread() == here ? u"back"_s : u"lost"_s);
}

Coroutine<void> values(QStringList *log)
{
    const OtherLoop other;
    const int sum = co_await runInLoop(other.reference(), [] { return valueSoon(42); });
    log->append(QString::number(sum));
    std::atomic<int> calls = 0;
    std::atomic<int> *const counter = &calls;
    co_await runInLoop(other.reference(), [counter] { return countSoon(counter); });
    log->append(u"%1 call"_s.arg(calls));
    const std::unique_ptr<int> unique = co_await runInLoop(other.reference(), [] { return owned(7); });
    log->append(QString::number(*unique));
}

Coroutine<void> failures(QStringList *log)
{
    const OtherLoop other;
    const QString end = co_await endOf(runInLoop(other.reference(), [] { return failSoon("there"); }));
    log->append(end);
}

Coroutine<void> throwingFunction(QStringList *log)
{
    const OtherLoop other;
    const QString end = co_await endOf(
        runInLoop(other.reference(), []() -> Coroutine<int> { throw Failure("no coroutine"); }));
    log->append(end);
}

Coroutine<void> cancelledThere(QStringList *log)
{
    const OtherLoop other;
    const QString end = co_await endOf(runInLoop(other.reference(), throwCancelled));
    log->append(end);
}

Coroutine<void> cancelledHere(QStringList *log)
{
    OtherLoop other;
    std::binary_semaphore waits(0);
    std::atomic<bool> wasCancelled = false;
    std::binary_semaphore *const waiting = &waits;
    std::atomic<bool> *const cancelled = &wasCancelled;
    const Task<void> task = createTask(
        runInLoop(other.reference(), [waiting, cancelled] { return waitThere(waiting, cancelled); }));
    co_await turns(1);
    waits.acquire();
    task.cancel();
    const QString end = co_await endOf(task);
    log->append(end);
    // Calls keep their order: when this one comes, the cancellation has come.
    co_await runInLoop(other.reference(), [] { return turns(2); });
    log->append(wasCancelled ? u"cancelled there"_s : u"runs on"_s);
}

Coroutine<void> cancelledBeforeItBegan(QStringList *log)
{
    OtherLoop other;
    std::binary_semaphore isBlocked(0);
    std::binary_semaphore release(0);
    other.reference().callSoon([&isBlocked, &release] {
        isBlocked.release();
        release.acquire();
    });
    isBlocked.acquire(); // what is sent from now on arrives together
    std::atomic<int> calls = 0;
    std::atomic<int> *const counter = &calls;
    const Task<void> task =
        createTask(runInLoop(other.reference(), [counter] { return countSoon(counter); }));
    co_await turns(1);
    task.cancel();
    const QString end = co_await endOf(task);
    log->append(end);
    release.release();
    co_await runInLoop(other.reference(), [] { return turns(3); });
    log->append(u"%1 calls"_s.arg(calls));
}

Coroutine<void> limited(QStringList *log)
{
    OtherLoop other;
    std::binary_semaphore waits(0);
    std::atomic<bool> wasCancelled = false;
    std::binary_semaphore *const waiting = &waits;
    std::atomic<bool> *const cancelled = &wasCancelled;
    Coroutine<void> calling =
        runInLoop(other.reference(), [waiting, cancelled] { return waitThere(waiting, cancelled); });
    const QString end = co_await endOf(timeout(5ms, std::move(calling)));
    log->append(end);
    other.end();
    log->append(wasCancelled ? u"cancelled there"_s : u"never began"_s);
}

Coroutine<void> endingLoop(QStringList *log)
{
    OtherLoop other;
    std::binary_semaphore waits(0);
    std::atomic<bool> wasCancelled = false;
    std::binary_semaphore *const waiting = &waits;
    std::atomic<bool> *const cancelled = &wasCancelled;
    const Task<void> task = createTask(
        runInLoop(other.reference(), [waiting, cancelled] { return waitThere(waiting, cancelled); }));
    co_await turns(1);
    waits.acquire();
    other.end();
    const QString end = co_await endOf(task);
    log->append(end);
    log->append(wasCancelled ? u"cancelled there"_s : u"dropped"_s);
    const QString late = co_await endOf(runInLoop(other.reference(), threadSoon));
    log->append(late);
}

/// Nobody waits any more for what arrives.
Coroutine<void> lateValue(QStringList *log)
{
    OtherLoop other;
    for (int i = 0; i < 100; ++i) {
        const Task<CountedAnywhere> task = createTask(runInLoop(other.reference(), countedSoon));
        co_await turns(i % 4);
        task.cancel();
        co_await endOf(task);
    }
    co_await runInLoop(other.reference(), [] { return turns(3); });
    other.end();
    co_await toThread([] {}); // comes home after all of it
    log->append(u"%1 live"_s.arg(CountedAnywhere::live.load()));
}

} // namespace

class TestRunInLoop : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void runsInTheOtherLoop() { QCOMPARE(logOf(elsewhere), u"there, back"_s); }
    void valuesOfAllKindsArrive() { QCOMPARE(logOf(values), u"42, 1 call, 7"_s); }
    void exceptionsArrive() { QCOMPARE(logOf(failures), u"failed: there"_s); }
    void aFunctionThatThrowsIsAnException() { QCOMPARE(logOf(throwingFunction), u"failed: no coroutine"_s); }
    void aCancellationThereArrives() { QCOMPARE(logOf(cancelledThere), u"cancelled"_s); }
    void cancellingEndsTheWaitAtOnceAndTheOtherSoon()
    {
        QCOMPARE(logOf(cancelledHere), u"cancelled, cancelled there"_s);
    }
    void whatIsCancelledBeforeItBeganDoesNotBegin()
    {
        QCOMPARE(logOf(cancelledBeforeItBegan), u"cancelled, 0 calls"_s);
    }
    void aTimeLimitCancelsThere()
    {
        const QString log = logOf(limited);
        QVERIFY2(log == u"timed out, cancelled there"_s || log == u"timed out, never began"_s,
                 qPrintable(log));
    }
    void theEndOfTheOtherLoopIsACancellation()
    {
        QCOMPARE(logOf(endingLoop), u"cancelled, cancelled there, cancelled"_s);
    }
    void whatArrivesLateIsDropped() { QCOMPARE(logOf(lateValue), u"0 live"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestRunInLoop)
#include "tst_runinloop.moc"
