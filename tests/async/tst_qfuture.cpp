// SPDX-License-Identifier: MIT
// The bridge to QFuture and back.
#include "asynctest.h"

#include "core/async/qfuture.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <thread>

namespace rollcall::async::test {

namespace {

QString stateOf(const QFuture<int> &future)
{
    return future.isCanceled() ? u"cancelled"_s : future.isFinished() ? u"finished"_s : u"running"_s;
}

/// How waiting for \a future ends, by value or exception.
QString endOfQFuture(QFuture<int> future)
{
    try {
        future.waitForFinished();
    } catch (const Failure &failure) {
        return QString::fromUtf8(failure.what());
    }
    return future.resultCount() == 0 ? stateOf(future) : QString::number(future.result());
}

// --- waiting for a QFuture -----------------------------------------------------------------------------

Coroutine<void> finishedAlready(QStringList *log)
{
    const int value = co_await wrapFuture(QtFuture::makeReadyFuture(5));
    log->append(QString::number(value));
    co_await wrapFuture(QtFuture::makeReadyFuture());
    log->append(u"void"_s);
}

Coroutine<void> finishedByThread(QStringList *log)
{
    QPromise<int> promise;
    promise.start();
    const QFuture<int> future = promise.future();
    const Task<int> waiting = createTask(wrapFuture(future));
    co_await turns(2);
    log->append(waiting.isDone() ? u"done"_s : u"waiting"_s);
    std::thread thread([&promise] {
        promise.addResult(7);
        promise.finish();
    });
    const int value = co_await waiting;
    thread.join();
    log->append(QString::number(value));
    log->append(QString::number(future.result())); // others who hold it have it too
}

Coroutine<void> failing(QStringList *log)
{
    QPromise<int> promise;
    promise.start();
    const Task<int> waiting = createTask(wrapFuture(promise.future()));
    promise.setException(std::make_exception_ptr(Failure("there")));
    promise.finish();
    const QString end = co_await endOf(waiting);
    log->append(end);
}

Coroutine<void> withoutResult(QStringList *log)
{
    QPromise<int> promise;
    promise.start();
    const Task<int> waiting = createTask(wrapFuture(promise.future()));
    promise.finish();
    try {
        co_await waiting;
    } catch (const InvalidState &error) {
        log->append(QString::fromUtf8(error.what()));
    }
}

Coroutine<void> unique(QStringList *log)
{
    QPromise<std::unique_ptr<int>> promise;
    promise.start();
    const Task<std::unique_ptr<int>> waiting = createTask(wrapFuture(promise.future()));
    promise.addResult(std::make_unique<int>(8));
    promise.finish();
    const std::unique_ptr<int> value = co_await waiting;
    log->append(QString::number(*value));
}

Coroutine<void> cancelledThere(QStringList *log)
{
    QPromise<int> promise;
    promise.start();
    const Task<int> waiting = createTask(wrapFuture(promise.future()));
    co_await turns(2);
    promise.future().cancel();
    promise.finish();
    const QString end = co_await endOf(waiting);
    log->append(end);
    log->append(u"asked %1 times"_s.arg(waiting.cancelRequests()));
}

Coroutine<void> cancelledHere(QStringList *log)
{
    QPromise<int> promise;
    promise.start();
    const Task<int> waiting = createTask(wrapFuture(promise.future()));
    co_await turns(2);
    waiting.cancel();
    const QString end = co_await endOf(waiting); // although nobody finishes the promise
    log->append(end);
    log->append(promise.isCanceled() ? u"told"_s : u"not told"_s);
    promise.finish();
}

// --- giving a QFuture ----------------------------------------------------------------------------------

Coroutine<void> giveValue(QStringList *log)
{
    const Task<int> task = createTask(valueSoon(5));
    const QFuture<int> future = toQFuture(task);
    log->append(stateOf(future));
    co_await task;
    co_await turns(2);
    log->append(stateOf(future));
    log->append(endOfQFuture(future));
}

Coroutine<void> giveFailure(QStringList *log)
{
    const QFuture<int> future = toQFuture(createTask(failSoon("there")));
    co_await turns(5);
    log->append(endOfQFuture(future));
}

Coroutine<void> giveCancellation(QStringList *log)
{
    const Future<int> source = createFuture<int>();
    const QFuture<int> future = toQFuture(source);
    source.cancel();
    co_await turns(3);
    log->append(stateOf(future));
    log->append(future.isFinished() ? u"finished"_s : u"running"_s);
}

Coroutine<int> untilCancelled(QStringList *log)
{
    co_await waitForCancellation(log, u"task"_s);
    co_return 0;
}

Coroutine<void> cancelThroughQFuture(QStringList *log)
{
    const Task<int> task = createTask(untilCancelled(log));
    QFuture<int> future = toQFuture(task);
    co_await turns(1);
    future.cancel();
    const QString end = co_await endOf(task);
    log->append(end);
    co_await turns(2);
    log->append(future.isFinished() ? u"finished"_s : u"running"_s);
}

Coroutine<void> giveVoidAndUnique(QStringList *log)
{
    const QFuture<void> nothing = toQFuture(createTask(turns(1)));
    const Future<std::unique_ptr<int>> source = createFuture<std::unique_ptr<int>>();
    QFuture<std::unique_ptr<int>> value = toQFuture(source);
    source.setResult(std::make_unique<int>(9));
    co_await turns(4);
    log->append(nothing.isFinished() ? u"finished"_s : u"running"_s);
    log->append(QString::number(*value.takeResult()));
}

Coroutine<void> thereAndBack(QStringList *log)
{
    const int value = co_await wrapFuture(toQFuture(createTask(valueSoon(3))));
    log->append(QString::number(value));
    const QString end = co_await endOf(wrapFuture(toQFuture(createTask(failSoon("both ways")))));
    log->append(end);
}

Coroutine<void> useContinuation(QStringList *log)
{
    const Future<void> called = createFuture();
    const auto continuation = [log, called](int value) {
        log->append(u"then %1"_s.arg(value));
        called.setResult();
    };
    toQFuture(createTask(valueSoon(4))).then(continuation);
    co_await called;
}

Coroutine<void> dropPending(QStringList *log)
{
    QFuture<int> future;
    {
        const Future<int> source = createFuture<int>();
        future = toQFuture(source);
    }
    log->append(stateOf(future)); // nobody will ever set it
    co_return;
}

} // namespace

class TestQFuture : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheResult()
    {
        QCOMPARE(logOf(finishedAlready), u"5, void"_s);
        QCOMPARE(logOf(finishedByThread), u"waiting, 7, 7"_s);
    }
    void resultThatCannotBeCopiedIsMovedOut() { QCOMPARE(logOf(unique), u"8"_s); }
    void throwsTheException() { QCOMPARE(logOf(failing), u"failed: there"_s); }
    void finishedWithoutAResultIsSaid()
    {
        QCOMPARE(logOf(withoutResult), u"the QFuture has finished without a result"_s);
    }
    void cancelledQFutureThrowsCancelled() { QCOMPARE(logOf(cancelledThere), u"cancelled, asked 0 times"_s); }
    void cancellingTheWaitCancelsTheQFuture() { QCOMPARE(logOf(cancelledHere), u"cancelled, told"_s); }

    void taskGivesItsValueToAQFuture() { QCOMPARE(logOf(giveValue), u"running, finished, 5"_s); }
    void taskGivesItsExceptionToAQFuture() { QCOMPARE(logOf(giveFailure), u"there"_s); }
    void cancelledFutureCancelsItsQFuture() { QCOMPARE(logOf(giveCancellation), u"cancelled, finished"_s); }
    void cancellingTheQFutureCancelsTheTask()
    {
        QCOMPARE(logOf(cancelThroughQFuture), u"task cancelled, cancelled, finished"_s);
    }
    void valuesOfAllKindsArrive() { QCOMPARE(logOf(giveVoidAndUnique), u"finished, 9"_s); }
    void thereAndBackIsTheSame() { QCOMPARE(logOf(thereAndBack), u"3, failed: both ways"_s); }
    void continuationsOfQtWork() { QCOMPARE(logOf(useContinuation), u"then 4"_s); }
    void futureThatIsDroppedEndsItsQFuture() { QCOMPARE(logOf(dropPending), u"cancelled"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestQFuture)
#include "tst_qfuture.moc"
