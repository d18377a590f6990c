// SPDX-License-Identifier: MIT
// Time limits in each other, in clean-ups, after cancellations, and how often a task counts as cancelled.
#include "asynctest.h"

#include "core/async/event.h"
#include "core/async/gather.h"
#include "core/async/shield.h"
#include "core/async/timeout.h"

#include <memory>

namespace rollcall::async::test {

namespace {

constexpr std::chrono::milliseconds soon(5);

QString requests()
{
    return u"%1 requests"_s.arg(currentTask().cancelRequests());
}

QString expiryOf(const Timeout &scope)
{
    return scope.hasExpired() ? u"expired"_s : u"not expired"_s;
}

// --- what an object tells ------------------------------------------------------------------------------

Coroutine<void> logInside(QStringList *log, const Timeout *scope, Clock::time_point earliest)
{
    log->append(*scope->when() >= earliest ? u"counts from its start"_s : u"counts from before"_s);
    log->append(expiryOf(*scope));
    co_await turns(1);
}

Coroutine<void> tellLimit(QStringList *log)
{
    Timeout scope(never);
    log->append(scope.when() ? u"a limit"_s : u"none yet"_s);
    co_await sleep(2ms);
    co_await scope.run(logInside(log, &scope, Clock::now() + never));
    log->append(expiryOf(scope));
}

Coroutine<void> tellPointInTime(QStringList *log)
{
    const Clock::time_point when = Clock::now() + never;
    Timeout scope(when);
    log->append(scope.when() == when ? u"known"_s : u"unknown"_s);
    co_await scope.run(turns(1));
    log->append(scope.when() == when ? u"still known"_s : u"unknown"_s);
}

Coroutine<void> logWhenCancelled(QStringList *log, const Timeout *scope)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(expiryOf(*scope));
        log->append(requests());
        throw;
    }
}

Coroutine<void> tellExpiring(QStringList *log)
{
    Timeout scope(soon);
    const QString end = co_await endOf(scope.run(logWhenCancelled(log, &scope)));
    log->append(end);
    log->append(requests());
}

Coroutine<void> enterInside(QStringList *log, Timeout *scope)
{
    const QString end = co_await endOf(scope->run(turns(1)));
    log->append(end);
}

Coroutine<void> enterTwice(QStringList *log)
{
    Timeout scope(never);
    co_await scope.run(enterInside(log, &scope));
    log->append(expiryOf(scope));
}

Coroutine<void> neverEntered(QStringList *log)
{
    {
        const Timeout scope(0s);
        const Timeout past(Clock::now() - 1h);
        co_await sleep(2ms);
        log->append(expiryOf(scope));
        log->append(expiryOf(past));
    }
    log->append(requests());
}

Coroutine<void> nothingAfterEnd(QStringList *log)
{
    Timeout scope(1ms);
    co_await scope.run(turns(0));
    co_await sleep(3ms); // beyond the limit
    log->append(expiryOf(scope));
    log->append(requests());
}

// --- nested --------------------------------------------------------------------------------------------

Coroutine<void> awaitUnder(std::chrono::nanoseconds limit, Coroutine<void> body)
{
    co_await timeout(limit, std::move(body));
}

Coroutine<void> threeDeep(QStringList *log)
{
    Coroutine<void> inner = awaitUnder(never, waitForCancellation(log, u"body"_s));
    Coroutine<void> middle = awaitUnder(soon, std::move(inner));
    const QString end = co_await endOf(awaitUnder(never, std::move(middle)));
    log->append(end);
    log->append(requests());
}

/// Lets both limits pass before it pauses.
Coroutine<void> keepLoopBusy(QStringList *log)
{
    const Clock::time_point end = Clock::now() + 3 * soon;
    while (Clock::now() < end) {
    }
    co_await waitForCancellation(log, u"body"_s);
}

Coroutine<void> bothPassInOneStep(QStringList *log)
{
    Timeout outer(soon);
    Timeout inner(2 * soon);
    const QString end = co_await endOf(outer.run(inner.run(keepLoopBusy(log))));
    log->append(end);
    log->append(u"outer "_s + expiryOf(outer));
    log->append(requests());
    co_await turns(1); // nothing is left to be thrown here
}

Coroutine<void> logEndUnder(QStringList *log, std::chrono::nanoseconds limit, Coroutine<void> body)
{
    const QString end = co_await endOf(timeout(limit, std::move(body)));
    log->append(end);
}

/// The end of an inner limit is handled inside of an outer one, which expires later.
Coroutine<void> innerThenOuter(QStringList *log)
{
    co_await logEndUnder(log, soon, waitForCancellation(log, u"first"_s));
    co_await waitForCancellation(log, u"second"_s);
}

Coroutine<void> oneAfterTheOther(QStringList *log)
{
    const QString end = co_await endOf(timeout(4 * soon, innerThenOuter(log)));
    log->append(end);
    log->append(requests());
}

Coroutine<void> failAfterwards(QStringList *log)
{
    co_await logEndUnder(log, soon, waitForCancellation(log, u"body"_s));
    throw Failure("afterwards");
}

Coroutine<void> failureAfterInner(QStringList *log)
{
    const QString end = co_await endOf(timeout(never, failAfterwards(log)));
    log->append(end);
}

// --- clean-ups and cancellations -----------------------------------------------------------------------

/// Limits in the clean-up of a cancelled task work as anywhere.
Coroutine<void> limitAfterCancellation(QStringList *log, bool cancelInLimit)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(requests());
    }
    if (cancelInLimit)
        currentTask().cancel();
    const QString end = co_await endOf(timeout(cancelInLimit ? never : soon, sleep(never)));
    log->append(end);
    log->append(requests());
}

Coroutine<void> cancelSoon(QStringList *log, Task<void> task)
{
    co_await turns(1);
    task.cancel();
    const QString end = co_await endOf(task);
    log->append(u"task "_s + end);
}

Coroutine<void> limitInCleanUp(QStringList *log)
{
    co_await cancelSoon(log, createTask(limitAfterCancellation(log, false)));
}

Coroutine<void> cancelledInLimitInCleanUp(QStringList *log)
{
    co_await cancelSoon(log, createTask(limitAfterCancellation(log, true)));
}

Coroutine<void> waiterOfOtherTask(QStringList *log)
{
    const Task<void> other = createTask(waitForCancellation(log, u"other"_s));
    const QString end = co_await endOf(timeout(soon, awaitUnder(never, shield(other))));
    log->append(end);
    log->append(stateOf(other));
    other.cancel();
    const QString endOfOther = co_await endOf(other);
    log->append(endOfOther);
}

Coroutine<void> outerTaskLives(QStringList *log)
{
    const Task<void> task = createTask(logEndUnder(log, soon, sleep(never)));
    co_await task;
    log->append(task.isCancelled() ? u"cancelled"_s : u"not cancelled"_s);
}

Coroutine<void> swallowAndFail()
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
    }
    co_await turns(2);
    throw Failure("later");
}

Coroutine<void> foreignException(QStringList *log)
{
    Timeout scope(soon);
    const QString end = co_await endOf(scope.run(swallowAndFail()));
    log->append(end);
    log->append(expiryOf(scope));
    log->append(requests());
}

Coroutine<void> cancelOneself()
{
    currentTask().cancel();
    co_await turns(1);
}

Coroutine<void> cancelledByOneself(QStringList *log)
{
    Timeout scope(never);
    const Task<void> task = createTask(scope.run(cancelOneself()));
    const QString end = co_await endOf(task);
    log->append(end);
    log->append(expiryOf(scope));
    log->append(u"%1 requests"_s.arg(task.cancelRequests()));
}

Coroutine<void> gatherUnderLimit(QStringList *log)
{
    Coroutine<std::tuple<std::monostate, std::monostate>> both =
        gather(waitForCancellation(log, u"a"_s), waitForCancellation(log, u"b"_s));
    const QString end = co_await endOf(timeout(soon, std::move(both)));
    log->append(end);
}

Coroutine<void> hold(Counted)
{
    const Counted local;
    co_await sleep(never);
}

Coroutine<void> freeEverything(QStringList *log)
{
    const QString end = co_await endOf(timeout(soon, hold(Counted())));
    log->append(end);
    log->append(u"%1 live"_s.arg(Counted::live));
}

} // namespace

class TestTimeoutNesting : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void delayCountsFromTheStartOfTheBody()
    {
        QCOMPARE(logOf(tellLimit), u"none yet, counts from its start, not expired, not expired"_s);
    }
    void pointInTimeIsKnownFromTheBeginning() { QCOMPARE(logOf(tellPointInTime), u"known, still known"_s); }
    void tellsItsExpiryToTheCleanUp()
    {
        QCOMPARE(logOf(tellExpiring), u"expired, 1 requests, timed out, 0 requests"_s);
    }
    void cannotBeEnteredInItself() { QCOMPARE(logOf(enterTwice), u"invalid state, not expired"_s); }
    void neverEnteredItCancelsNothing()
    {
        QCOMPARE(logOf(neverEntered), u"not expired, not expired, 0 requests"_s);
    }
    void afterItsEndItCancelsNothing() { QCOMPARE(logOf(nothingAfterEnd), u"not expired, 0 requests"_s); }

    void middleOfThreeExpires() { QCOMPARE(logOf(threeDeep), u"body cancelled, timed out, 0 requests"_s); }
    void limitsThatPassDuringOneStepAreOneEnd()
    {
        QCOMPARE(logOf(bothPassInOneStep), u"body cancelled, timed out, outer expired, 0 requests"_s);
    }
    void outerLimitHoldsAfterTheInnerOne()
    {
        QCOMPARE(logOf(oneAfterTheOther),
                 u"first cancelled, timed out, second cancelled, timed out, 0 requests"_s);
    }
    void failureAfterAnInnerLimitPasses()
    {
        QCOMPARE(logOf(failureAfterInner), u"body cancelled, timed out, failed: afterwards"_s);
    }

    void limitHoldsAfterACancellation()
    {
        QCOMPARE(logOf(limitInCleanUp), u"1 requests, timed out, 1 requests, task done"_s);
    }
    void cancellationUnderALimitAfterACancellationStaysOne()
    {
        QCOMPARE(logOf(cancelledInLimitInCleanUp), u"1 requests, cancelled, 2 requests, task done"_s);
    }
    void shieldedTaskOutlivesTheLimit()
    {
        QCOMPARE(logOf(waiterOfOtherTask), u"timed out, pending, other cancelled, cancelled"_s);
    }
    void taskThatHandlesItsLimitIsNotCancelled()
    {
        QCOMPARE(logOf(outerTaskLives), u"timed out, not cancelled"_s);
    }
    void failureAfterTheLimitPasses()
    {
        QCOMPARE(logOf(foreignException), u"failed: later, expired, 0 requests"_s);
    }
    void taskThatCancelsItselfIsCancelled()
    {
        QCOMPARE(logOf(cancelledByOneself), u"cancelled, not expired, 1 requests"_s);
    }
    void gatheredOnesAreCancelledByTheLimit()
    {
        QCOMPARE(logOf(gatherUnderLimit), u"a cancelled, b cancelled, timed out"_s);
    }
    void nothingSurvivesTheLimit() { QCOMPARE(logOf(freeEverything), u"timed out, 0 live"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestTimeoutNesting)
#include "tst_timeoutnesting.moc"
