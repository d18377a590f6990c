// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/gather.h"
#include "core/async/timeout.h"
#include "core/async/tothread.h"

#include <QThread>

#include <atomic>
#include <memory>
#include <semaphore>
#include <vector>

namespace rollcall::async::test {

namespace {

Coroutine<void> callThere(QStringList *log)
{
    const QThread *const here = QThread::currentThread();
    const bool isElsewhere = co_await toThread([here] { return QThread::currentThread() != here; });
    log->append(isElsewhere ? u"elsewhere"_s : u"here"_s);
    log->append(QThread::currentThread() == here ? u"back"_s : u"lost"_s);
}

Coroutine<void> values(QStringList *log)
{
    const int sum = co_await toThread([a = 40, b = 2] { return a + b; });
    log->append(QString::number(sum));
    co_await toThread([log] { log->append(u"void"_s); });
    auto owner = std::make_unique<int>(7);
    Coroutine<std::unique_ptr<int>> calling =
        toThread([owner = std::move(owner)]() mutable { return std::move(owner); });
    const std::unique_ptr<int> unique = co_await std::move(calling);
    log->append(QString::number(*unique));
}

Coroutine<void> failure(QStringList *log)
{
    const QString end = co_await endOf(toThread([]() -> int { throw Failure("there"); }));
    log->append(end);
    const QString cancelled = co_await endOf(toThread([] { throw Cancelled(); }));
    log->append(cancelled);
}

Coroutine<void> onceEach(QStringList *log)
{
    std::atomic<int> calls = 0;
    std::atomic<int> *const counter = &calls;
    const auto count = [counter] { ++*counter; };
    {
        [[maybe_unused]] const Coroutine<void> neverAwaited = toThread(count);
    }
    co_await toThread(count);
    log->append(QString::number(calls));
    std::vector<Coroutine<void>> list;
    for (int i = 0; i < 10; ++i)
        list.push_back(toThread(count));
    co_await gather(std::move(list));
    log->append(QString::number(calls));
}

Coroutine<void> loopGoesOn(QStringList *log)
{
    const auto release = std::make_shared<std::binary_semaphore>(0);
    const Task<void> blocking = createTask(toThread([release] { release->acquire(); }));
    co_await turns(5);
    log->append(blocking.isDone() ? u"done"_s : u"blocked"_s);
    release->release();
    co_await blocking;
    log->append(u"released"_s);
}

Coroutine<void> ownPool(QStringList *log)
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    std::vector<Coroutine<QThread *>> list;
    for (int i = 0; i < 5; ++i)
        list.push_back(toThread([] { return QThread::currentThread(); }, &pool));
    const std::vector<QThread *> threads = co_await gather(std::move(list));
    for (const QThread *const thread : threads) {
        if (thread != threads.front())
            log->append(u"another thread"_s);
    }
    log->append(u"%1 calls"_s.arg(threads.size()));
}

/// The function still runs when the wait has ended; what it gives then is nobody's.
Coroutine<void> cancelWait(QStringList *log)
{
    const auto release = std::make_shared<std::binary_semaphore>(0);
    QThreadPool pool;
    const Task<Counted> task = createTask(toThread(
        [release] {
            release->acquire();
            return Counted();
        },
        &pool));
    co_await turns(2);
    task.cancel();
    const QString end = co_await endOf(task);
    log->append(end);
    release->release();
    pool.waitForDone();
    co_await toThread([] {}); // comes home after the value, which is dropped
    log->append(u"%1 live"_s.arg(Counted::live));
}

Coroutine<void> waitUnderLimit(QStringList *log)
{
    const auto release = std::make_shared<std::binary_semaphore>(0);
    QThreadPool pool;
    Coroutine<void> calling = toThread([release] { release->acquire(); }, &pool);
    const QString end = co_await endOf(timeout(5ms, std::move(calling)));
    log->append(end);
    release->release();
    pool.waitForDone();
}

Coroutine<void> failUnobserved(QStringList *log)
{
    const auto release = std::make_shared<std::binary_semaphore>(0);
    QThreadPool pool;
    const Task<void> task = createTask(toThread(
        [release] {
            release->acquire();
            throw Failure("nobody waits");
        },
        &pool));
    co_await turns(2);
    task.cancel();
    const QString end = co_await endOf(task);
    release->release();
    pool.waitForDone();
    co_await toThread([] {}); // comes home after the exception
    log->append(end);
}

} // namespace

class TestToThread : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void runsElsewhereAndComesBack() { QCOMPARE(logOf(callThere), u"elsewhere, back"_s); }
    void valuesOfAllKindsArrive() { QCOMPARE(logOf(values), u"42, void, 7"_s); }
    void exceptionsArrive() { QCOMPARE(logOf(failure), u"failed: there, cancelled"_s); }
    void eachIsCalledOnceWhenAwaited() { QCOMPARE(logOf(onceEach), u"1, 11"_s); }
    void loopGoesOnMeanwhile() { QCOMPARE(logOf(loopGoesOn), u"blocked, released"_s); }
    void poolCanBeChosen() { QCOMPARE(logOf(ownPool), u"5 calls"_s); }
    void cancellingEndsTheWaitAtOnce() { QCOMPARE(logOf(cancelWait), u"cancelled, 0 live"_s); }
    void waitCanHaveATimeLimit() { QCOMPARE(logOf(waitUnderLimit), u"timed out"_s); }
    void failureAfterTheEndOfTheWaitIsDropped() { QCOMPARE(logOf(failUnobserved), u"cancelled"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestToThread)
#include "tst_tothread.moc"
