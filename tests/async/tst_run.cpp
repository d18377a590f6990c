// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/event.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

namespace rollcall::async::test {

namespace {

Coroutine<std::unique_ptr<int>> uniqueSoon(int value)
{
    co_await turns(1);
    co_return std::make_unique<int>(value);
}

Coroutine<int> cancelOneself()
{
    TaskBase::current()->cancel();
    co_await sleep(never);
    co_return 1;
}

// --- where it may be called ----------------------------------------------------------------------------

QString tryToRun()
{
    try {
        run(valueSoon(1));
    } catch (const InvalidState &) {
        return u"refused"_s;
    }
    return u"ran"_s;
}

Coroutine<void> runInside(QStringList *log)
{
    log->append(tryToRun());
    co_await turns(1);
    log->append(u"goes on"_s);
}

Coroutine<void> runInCallback(QStringList *log)
{
    Event called;
    Event *const raw = &called;
    QTimer::singleShot(0, [log, raw] {
        log->append(tryToRun());
        raw->set();
    });
    co_await called.wait();
    log->append(u"goes on"_s);
}

// --- what is left over ---------------------------------------------------------------------------------

Coroutine<void> cleanUpSlowly(QStringList *log, QString name)
{
    bool wasCancelled = false;
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        wasCancelled = true;
    }
    co_await turns(3);
    log->append(name + u" cleaned up"_s);
    if (wasCancelled)
        throw Cancelled();
}

Coroutine<int> leaveOthers(QStringList *log)
{
    createTask(cleanUpSlowly(log, u"slow"_s));
    createTask(waitForCancellation(log, u"first"_s));
    createTask(waitForCancellation(log, u"second"_s));
    co_await turns(1);
    createTask(waitForCancellation(log, u"not started"_s));
    log->append(u"main ends"_s);
    co_return 3;
}

Coroutine<void> beginAnotherInCleanUp(QStringList *log)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        createTask(cleanUpSlowly(log, u"another"_s));
    }
    co_await turns(1);
    log->append(u"first cleaned up"_s);
}

Coroutine<void> leaveOneThatBeginsAnother(QStringList *log)
{
    createTask(beginAnotherInCleanUp(log));
    co_await turns(1);
}

Coroutine<void> failInCleanUp()
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        throw Failure("in clean-up");
    }
}

Coroutine<int> failLeavingOthers(QStringList *log)
{
    createTask(waitForCancellation(log, u"other"_s));
    co_await turns(1);
    throw Failure("main");
}

Coroutine<int> leaveOneThatFails()
{
    createTask(failInCleanUp(), u"leftover"_s);
    co_await turns(1);
    co_return 4;
}

Coroutine<void> deleteLaterAtTheEnd(QPointer<QObject> object)
{
    co_await turns(1);
    object->deleteLater();
}

// --- quitting ------------------------------------------------------------------------------------------

Coroutine<int> quitAndWait(QStringList *log)
{
    QCoreApplication::quit();
    createTask(waitForCancellation(log, u"other"_s));
    co_await cleanUpSlowly(log, u"main"_s);
    co_return 1;
}

Coroutine<int> quitAndIgnore(QStringList *log)
{
    QCoreApplication::quit();
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(u"ignored"_s);
    }
    co_await turns(3);
    co_return 5;
}

Coroutine<int> quitThreadAndWait(QStringList *log)
{
    QThread::currentThread()->quit();
    createTask(cleanUpSlowly(log, u"other"_s));
    co_await waitForCancellation(log, u"main"_s);
    co_return 1;
}

template <class T>
QString endOfRun(Coroutine<T> main)
{
    try {
        run(std::move(main));
    } catch (...) {
        return nameOf(std::current_exception());
    }
    return u"done"_s;
}

// --- threads -------------------------------------------------------------------------------------------

Coroutine<int> countTurns(int count)
{
    const Task<void> other = createTask(turns(count));
    int turn = 0;
    for (; turn < count; ++turn)
        co_await sleep(0s);
    co_await other;
    co_await sleep(1ms);
    co_return turn;
}

Coroutine<bool> runsInThread(QThread *thread)
{
    co_await turns(2);
    co_return QThread::currentThread() == thread;
}

/// Calls \a body in a QThread and waits for it; ThreadSanitizer, too, sees that it has ended.
template <class Body>
void callInQtThread(Body body)
{
    std::binary_semaphore done(0);
    const std::unique_ptr<QThread> thread(QThread::create([&body, &done] {
        body();
        done.release();
    }));
    thread->start();
    done.acquire();
    thread->wait();
}

} // namespace

class TestRun : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheValue()
    {
        QCOMPARE(run(valueSoon(5)), 5);
        QCOMPARE(*run(uniqueSoon(6)), 6);
        run(turns(3));
    }
    void throwsTheException()
    {
        QVERIFY_THROWS_EXCEPTION(Failure, run(failSoon("main")));
        QVERIFY_THROWS_EXCEPTION(Cancelled, run(cancelOneself()));
        QCOMPARE(run(valueSoon(7)), 7); // none the worse for it
    }

    void isRefusedInsideACoroutine()
    {
        QStringList log;
        run(runInside(&log));
        QCOMPARE(told(log), u"refused, goes on"_s);
    }
    void isRefusedInACallbackOfAnotherRun()
    {
        QStringList log;
        run(runInCallback(&log));
        QCOMPARE(told(log), u"refused, goes on"_s);
    }
    void isRefusedInATaskOfAForeignEventLoop()
    {
        QStringList log;
        const Task<void> task = createTask(runInside(&log));
        while (!task.isDone())
            QCoreApplication::processEvents();
        QCOMPARE(told(log), u"refused, goes on"_s);
    }
    void worksInACallbackOfAForeignEventLoop()
    {
        QString ran;
        QTimer::singleShot(0, this, [&ran] {
            ran = tryToRun();
            QCoreApplication::exit();
        });
        QCoreApplication::exec();
        QCOMPARE(ran, u"ran"_s);
    }

    void tasksLeftOverAreCancelledAndAwaited()
    {
        QStringList log;
        QCOMPARE(run(leaveOthers(&log)), 3);
        QCOMPARE(told(log), u"main ends, first cancelled, second cancelled, slow cleaned up"_s);
    }
    void tasksBegunWhileCleaningUpAreAwaitedToo()
    {
        QStringList log;
        run(leaveOneThatBeginsAnother(&log));
        QCOMPARE(told(log), u"first cleaned up, another cleaned up"_s);
    }
    void tasksLeftOverByAFailureAreCancelledToo()
    {
        QStringList log;
        QCOMPARE(endOfRun(failLeavingOthers(&log)), u"failed: main"_s);
        QCOMPARE(told(log), u"other cancelled"_s);
    }
    void taskLeftOverThatFailsIsLogged()
    {
        QTest::ignoreMessage(QtWarningMsg, "Nobody fetched the exception of task leftover - in clean-up");
        QCOMPARE(run(leaveOneThatFails()), 4);
    }
    void objectsPassedToDeleteLaterAreDeleted()
    {
        const QPointer<QObject> object(new QObject);
        run(deleteLaterAtTheEnd(object));
        QVERIFY(!object);
    }

    void quittingTheApplicationCancelsMain()
    {
        QStringList log;
        QCOMPARE(endOfRun(quitAndWait(&log)), u"cancelled"_s);
        QCOMPARE(told(log), u"main cleaned up, other cancelled"_s);
        QCOMPARE(run(valueSoon(8)), 8);
    }
    void mainMayEndProperlyWhenTheApplicationQuits()
    {
        QStringList log;
        QCOMPARE(run(quitAndIgnore(&log)), 5);
        QCOMPARE(told(log), u"ignored"_s);
    }
    void quittingInsideAForeignEventLoopCancelsMain()
    {
        QStringList log;
        QString end;
        QTimer::singleShot(0, this, [&log, &end] { end = endOfRun(quitAndWait(&log)); });
        QCoreApplication::exec();
        QCOMPARE(end, u"cancelled"_s);
        QCOMPARE(told(log), u"main cleaned up, other cancelled"_s);
    }
    void quittingTheThreadCancelsMain()
    {
        QStringList log;
        QString end;
        callInQtThread([&log, &end] { end = endOfRun(quitThreadAndWait(&log)); });
        QCOMPARE(end, u"cancelled"_s);
        QCOMPARE(told(log), u"main cancelled, other cleaned up"_s);
    }

    void worksInThreadsOfAllKinds()
    {
        bool isIn = false;
        callInQtThread([&isIn] { isIn = run(runsInThread(QThread::currentThread())); });
        QVERIFY(isIn);

        int value = 0;
        std::thread plain([&value] { value = run(countTurns(5)) + run(countTurns(6)); });
        plain.join();
        QCOMPARE(value, 11);
    }
    void threadsDoNotDisturbEachOther()
    {
        constexpr int turnsEach = 2'000;
        std::vector<int> values(4);
        std::vector<std::thread> threads;
        for (int &value : values)
            threads.emplace_back([&value] { value = run(countTurns(turnsEach)); });
        const int mine = run(countTurns(turnsEach));
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(mine, turnsEach);
        QCOMPARE(values, std::vector<int>(4, turnsEach));
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestRun)
#include "tst_run.moc"
