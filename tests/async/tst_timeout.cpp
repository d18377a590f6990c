// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/event.h"
#include "core/async/timeout.h"

#include <memory>
#include <vector>

namespace rollcall::async::test {

namespace {

constexpr std::chrono::milliseconds soon(5);

Coroutine<int> valueAfterTurns(int value, int count)
{
    co_await turns(count);
    co_return value;
}

/// Like endOf(), with what the limit itself says about it.
Coroutine<QString> endUnder(std::optional<std::chrono::nanoseconds> limit, Coroutine<void> body)
{
    Timeout scope(limit);
    const QString end = co_await endOf(scope.run(std::move(body)));
    co_return end + (scope.hasExpired() ? u", expired"_s : u", not expired"_s);
}

Coroutine<QString> valueInTime()
{
    const int value = co_await timeout(never, valueAfterTurns(7, 3));
    co_return QString::number(value);
}

Coroutine<std::unique_ptr<int>> uniqueSoon(int value)
{
    co_await turns(1);
    co_return std::make_unique<int>(value);
}

Coroutine<int> uniqueInTime()
{
    const std::unique_ptr<int> value = co_await timeout(never, uniqueSoon(8));
    co_return *value;
}

Coroutine<void> awaitEvent(Event *event)
{
    co_await event->wait();
}

Coroutine<void> expireCleanly(QStringList *log)
{
    const QString end = co_await endUnder(soon, waitForCancellation(log, u"body"_s));
    log->append(end);
    log->append(u"%1 requests"_s.arg(TaskBase::current()->cancelRequests()));
    co_await turns(1); // nothing is left to be thrown here
    log->append(u"end"_s);
}

Coroutine<int> neverGivesValue()
{
    co_await sleep(never);
    co_return 1;
}

Coroutine<QString> expireFunction()
{
    const QString end = co_await endOf(timeout(soon, neverGivesValue()));
    co_return end;
}

Coroutine<QString> immediateUnder(std::chrono::nanoseconds limit)
{
    const QString end = co_await endUnder(limit, turns(0));
    co_return end;
}

Coroutine<QString> oneTurnUnder(std::chrono::nanoseconds limit)
{
    const QString end = co_await endUnder(limit, turns(1));
    co_return end;
}

Coroutine<QString> oneTurnUntil(Clock::time_point when)
{
    Timeout scope(when);
    const QString end = co_await endOf(scope.run(turns(1)));
    co_return end;
}

Coroutine<QString> endUnderNoLimit()
{
    const QString end = co_await endUnder(std::nullopt, turns(1));
    co_return end;
}

Coroutine<QString> endUnderLargeLimit()
{
    const QString end = co_await endUnder(std::chrono::nanoseconds::max(), turns(3));
    co_return end;
}

// --- nested --------------------------------------------------------------------------------------------

Coroutine<void> nest(QStringList *log, std::chrono::nanoseconds limit, QString name, Coroutine<void> body)
{
    try {
        co_await timeout(limit, std::move(body));
        log->append(name + u" in time"_s);
    } catch (const TimedOut &) {
        log->append(name + u" timed out"_s);
        throw;
    } catch (const Cancelled &) {
        log->append(name + u" cancelled"_s);
        throw;
    }
}

Coroutine<void> nestTwo(QStringList *log, std::chrono::nanoseconds outer, std::chrono::nanoseconds inner)
{
    Coroutine<void> both =
        nest(log, outer, u"outer"_s, nest(log, inner, u"inner"_s, waitForCancellation(log, u"body"_s)));
    const QString end = co_await endOf(std::move(both));
    log->append(end);
    log->append(u"%1 requests"_s.arg(TaskBase::current()->cancelRequests()));
    co_await turns(1);
}

/// The inner limit is handled, and work goes on under the outer one.
Coroutine<void> retryAfterInnerLimit(QStringList *log)
{
    const QString first = co_await endOf(timeout(soon, waitForCancellation(log, u"first"_s)));
    log->append(first);
    const QString second = co_await endOf(timeout(never, logSoon(log, u"second"_s)));
    log->append(second);
}

Coroutine<void> retryUnderLimit(QStringList *log)
{
    co_await timeout(never, retryAfterInnerLimit(log));
}

/// Waits again while it is being cancelled.
Coroutine<void> cleanUpUnderLimit(QStringList *log)
{
    bool wasCancelled = false;
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        wasCancelled = true;
    }
    const QString end = co_await endOf(timeout(soon, waitForCancellation(log, u"clean-up"_s)));
    log->append(end);
    if (wasCancelled)
        throw Cancelled();
}

Coroutine<void> limitInCleanUp(QStringList *log)
{
    const QString end = co_await endUnder(soon, cleanUpUnderLimit(log));
    log->append(end);
}

// --- cancelled and failing -----------------------------------------------------------------------------

Coroutine<void> cancelFromOutside(QStringList *log)
{
    const Task<QString> task = createTask(endUnder(never, waitForCancellation(log, u"body"_s)));
    co_await turns(1);
    task.cancel();
    const QString end = co_await task;
    log->append(end);
}

Coroutine<void> swallowUntil(QStringList *log, Event *event)
{
    bool wasCancelled = false;
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        wasCancelled = true;
    }
    log->append(u"cleaning up"_s);
    try {
        co_await event->wait();
    } catch (const Cancelled &) {
        log->append(u"limit"_s);
    }
    if (wasCancelled)
        throw Cancelled();
}

/// Cancelled from outside, and the limit passes during the clean-up.
Coroutine<void> cancelThenExpire(QStringList *log)
{
    Event event;
    const Task<QString> task = createTask(endUnder(20ms, swallowUntil(log, &event)));
    co_await turns(1);
    task.cancel();
    const QString end = co_await task;
    log->append(end);
    log->append(u"%1 requests"_s.arg(task.cancelRequests()));
}

/// The limit passes, and the task is cancelled from outside during the clean-up.
Coroutine<void> expireThenCancel(QStringList *log)
{
    Event event;
    const Task<QString> task = createTask(endUnder(soon, swallowUntil(log, &event)));
    while (log->isEmpty())
        co_await sleep(1ms);
    task.cancel();
    const QString end = co_await task;
    log->append(end);
    log->append(u"%1 requests"_s.arg(task.cancelRequests()));
}

Coroutine<void> swallow(QStringList *log)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(u"swallowed"_s);
    }
}

Coroutine<void> bodySwallows(QStringList *log)
{
    const QString end = co_await endUnder(soon, swallow(log));
    log->append(end);
    log->append(u"%1 requests"_s.arg(TaskBase::current()->cancelRequests()));
    co_await turns(1);
    log->append(u"end"_s);
}

/// Ends in the very turn in which its limit passes, before it is told.
Coroutine<void> endTogether(QStringList *log)
{
    Timeout scope(std::nullopt);
    Event event;
    const Task<QString> task = createTask(endOf(scope.run(awaitEvent(&event))));
    co_await turns(1);
    event.set();
    scope.reschedule(Clock::now());
    const QString end = co_await task;
    log->append(end);
    log->append(u"%1 requests"_s.arg(task.cancelRequests()));
}

Coroutine<void> fail()
{
    co_await turns(1);
    throw Failure("its own");
}

Coroutine<void> failWhenCancelled()
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        throw Failure("in clean-up");
    }
}

Coroutine<void> exceptionsPass(QStringList *log)
{
    const QString early = co_await endUnder(never, fail());
    log->append(early);
    const QString late = co_await endUnder(soon, failWhenCancelled());
    log->append(late);
    log->append(u"%1 requests"_s.arg(TaskBase::current()->cancelRequests()));
    co_await turns(1);
}

Coroutine<void> throwCancelled()
{
    co_await turns(1);
    throw Cancelled();
}

Coroutine<QString> foreignCancellation()
{
    const QString end = co_await endUnder(never, throwCancelled());
    co_return end;
}

Coroutine<void> expireManyTogether(QStringList *log)
{
    std::vector<Task<QString>> tasks;
    for (int i = 0; i < 100; ++i)
        tasks.push_back(createTask(endUnder(soon, sleep(never))));
    int expired = 0;
    for (const Task<QString> &task : tasks) {
        const QString end = co_await task;
        expired += end == u"timed out, expired"_s;
    }
    log->append(QString::number(expired));
}

} // namespace

class TestTimeout : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void bodyInTimeGivesItsValue()
    {
        QCOMPARE(run(valueInTime()), u"7"_s);
        QCOMPARE(run(uniqueInTime()), 8);
    }
    void bodyIsCancelledWhenTheLimitPasses()
    {
        QCOMPARE(logOf(expireCleanly), u"body cancelled, timed out, expired, 0 requests, end"_s);
        QCOMPARE(run(expireFunction()), u"timed out"_s);
    }
    void bodyThatDoesNotPauseIsAlwaysInTime()
    {
        QCOMPARE(run(immediateUnder(0s)), u"done, not expired"_s);
        QCOMPARE(run(immediateUnder(-1s)), u"done, not expired"_s);
    }
    void zeroAndLessExpireAtTheFirstPause()
    {
        QCOMPARE(run(oneTurnUnder(0s)), u"timed out, expired"_s);
        QCOMPARE(run(oneTurnUnder(-1s)), u"timed out, expired"_s);
        QCOMPARE(run(oneTurnUnder(std::chrono::nanoseconds::min())), u"timed out, expired"_s);
        QCOMPARE(run(oneTurnUntil(Clock::now() - 1s)), u"timed out"_s);
        QCOMPARE(run(oneTurnUntil(Clock::time_point::min())), u"timed out"_s);
    }
    void noneAndTheLargestNeverExpire()
    {
        QCOMPARE(run(endUnderNoLimit()), u"done, not expired"_s);
        QCOMPARE(run(endUnderLargeLimit()), u"done, not expired"_s);
        QCOMPARE(run(oneTurnUntil(Clock::time_point::max())), u"done"_s);
    }

    void innerLimitIsTheInnerOnes()
    {
        QStringList log;
        run(nestTwo(&log, never, soon));
        QCOMPARE(told(log), u"body cancelled, inner timed out, outer timed out, timed out, 0 requests"_s);
    }
    void outerLimitIsACancellationForTheInnerOne()
    {
        QStringList log;
        run(nestTwo(&log, soon, never));
        QCOMPARE(told(log), u"body cancelled, inner cancelled, outer timed out, timed out, 0 requests"_s);
    }
    void bothPassedIsOneEnd()
    {
        QStringList log;
        run(nestTwo(&log, 0s, 0s));
        QCOMPARE(told(log), u"body cancelled, inner cancelled, outer timed out, timed out, 0 requests"_s);
    }
    void workGoesOnAfterAnInnerLimit()
    {
        QCOMPARE(logOf(retryUnderLimit), u"first cancelled, timed out, second, done"_s);
    }
    void limitHoldsInACleanUp()
    {
        QCOMPARE(logOf(limitInCleanUp), u"clean-up cancelled, timed out, timed out, expired"_s);
    }

    void cancellationFromOutsideStaysOne()
    {
        QCOMPARE(logOf(cancelFromOutside), u"body cancelled, cancelled, not expired"_s);
        QCOMPARE(logOf(cancelThenExpire), u"cleaning up, limit, cancelled, expired, 1 requests"_s);
        QCOMPARE(logOf(expireThenCancel), u"cleaning up, limit, cancelled, expired, 1 requests"_s);
    }
    void bodyThatSwallowsTheCancellationIsInTime()
    {
        QCOMPARE(logOf(bodySwallows), u"swallowed, done, expired, 0 requests, end"_s);
    }
    void limitThatPassesBeforeTheBodyGoesOnWins()
    {
        QCOMPARE(logOf(endTogether), u"timed out, 0 requests"_s);
    }
    void exceptionsOfTheBodyPass()
    {
        QCOMPARE(logOf(exceptionsPass),
                 u"failed: its own, not expired, failed: in clean-up, expired, 0 requests"_s);
        QCOMPARE(run(foreignCancellation()), u"cancelled, not expired"_s);
    }
    void manyLimitsPassTogether() { QCOMPARE(logOf(expireManyTogether), u"100"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestTimeout)
#include "tst_timeout.moc"
