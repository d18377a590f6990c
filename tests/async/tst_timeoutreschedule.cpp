// SPDX-License-Identifier: MIT
// Moving a time limit, and what an object that is over refuses.
#include "asynctest.h"

#include "core/async/timeout.h"

namespace rollcall::async::test {

namespace {

constexpr std::chrono::milliseconds soon(5);

Coroutine<void> moveLimit(QStringList *log, Timeout *scope, std::optional<Clock::time_point> when,
                          Coroutine<void> rest)
{
    scope->reschedule(when);
    log->append(scope->when() == when ? u"moved"_s : u"not moved"_s);
    co_await std::move(rest);
}

Coroutine<void> moveEarlier(QStringList *log)
{
    Timeout scope(never);
    Coroutine<void> body = moveLimit(log, &scope, Clock::now() + soon, waitForCancellation(log, u"body"_s));
    const QString end = co_await endOf(scope.run(std::move(body)));
    log->append(end);
}

Coroutine<void> moveIntoThePast(QStringList *log)
{
    Timeout scope(std::nullopt);
    Coroutine<void> body = moveLimit(log, &scope, Clock::now() - 1h, logSoon(log, u"one turn more"_s));
    const QString end = co_await endOf(scope.run(std::move(body)));
    log->append(end);
}

Coroutine<void> moveAway(QStringList *log, std::optional<Clock::time_point> when)
{
    Timeout scope(soon);
    // Sleeping beyond the old limit shows that it is gone.
    const QString end = co_await endOf(scope.run(moveLimit(log, &scope, when, sleep(2 * soon))));
    log->append(end);
}

Coroutine<void> moveLater(QStringList *log)
{
    co_await moveAway(log, Clock::now() + never);
}

Coroutine<void> moveToNone(QStringList *log)
{
    co_await moveAway(log, std::nullopt);
}

QString tryToMove(Timeout *scope)
{
    try {
        scope->reschedule(std::nullopt);
    } catch (const InvalidState &) {
        return u"refused"_s;
    }
    return u"moved"_s;
}

Coroutine<void> moveWhenExpired(QStringList *log, Timeout *scope)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(tryToMove(scope));
        throw;
    }
}

Coroutine<void> moveTooLate(QStringList *log)
{
    Timeout expiring(soon);
    const QString end = co_await endOf(expiring.run(moveWhenExpired(log, &expiring)));
    log->append(end);
    Timeout ended(never);
    co_await ended.run(turns(1));
    log->append(tryToMove(&ended));
}

Coroutine<void> moveBeforeItRuns(QStringList *log)
{
    Timeout scope(never);
    log->append(scope.when() ? u"has a limit"_s : u"has none yet"_s);
    scope.reschedule(Clock::now() - 1s);
    const QString end = co_await endOf(scope.run(turns(1)));
    log->append(end);
}

Coroutine<void> runTwice(QStringList *log)
{
    Timeout scope(never);
    co_await scope.run(turns(1));
    const QString end = co_await endOf(scope.run(waitForCancellation(log, u"body"_s)));
    log->append(end);
}

} // namespace

class TestTimeoutReschedule : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void limitCanBeMovedEarlier() { QCOMPARE(logOf(moveEarlier), u"moved, body cancelled, timed out"_s); }
    void limitCanBeMovedIntoThePast() { QCOMPARE(logOf(moveIntoThePast), u"moved, timed out"_s); }
    void limitCanBeMovedLater() { QCOMPARE(logOf(moveLater), u"moved, done"_s); }
    void limitCanBeTakenAway() { QCOMPARE(logOf(moveToNone), u"moved, done"_s); }
    void limitCannotBeMovedWhenItIsOver() { QCOMPARE(logOf(moveTooLate), u"refused, timed out, refused"_s); }
    void limitCanBeMovedBeforeItRuns() { QCOMPARE(logOf(moveBeforeItRuns), u"has none yet, timed out"_s); }
    void runsOnce() { QCOMPARE(logOf(runTwice), u"invalid state"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestTimeoutReschedule)
#include "tst_timeoutreschedule.moc"
