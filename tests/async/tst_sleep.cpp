// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/scheduler.h"

#include <vector>

namespace rollcall::async::test {

namespace {

Coroutine<bool> takesAtLeast(std::chrono::nanoseconds delay)
{
    const auto begin = Clock::now();
    co_await sleep(delay);
    co_return Clock::now() - begin >= delay;
}

Coroutine<int> countShorter()
{
    int shorter = 0;
    const std::vector<std::chrono::nanoseconds> delays{1ns, 999us, 1ms, 1'000'001ns, 2500us, 7ms};
    for (const std::chrono::nanoseconds delay : delays) {
        const bool isLongEnough = co_await takesAtLeast(delay);
        shorter += !isLongEnough;
    }
    co_return shorter;
}

Coroutine<int> countShorterTogether(int count)
{
    std::vector<Task<bool>> tasks;
    for (int i = 0; i < count; ++i)
        tasks.push_back(createTask(takesAtLeast(i * 100us)));
    int shorter = 0;
    for (const Task<bool> &task : tasks) {
        const bool isLongEnough = co_await task;
        shorter += !isLongEnough;
    }
    co_return shorter;
}

Coroutine<void> logTurns(QStringList *log, QString name, std::chrono::nanoseconds delay)
{
    for (int i = 1; i <= 2; ++i) {
        co_await sleep(delay);
        log->append(name + QString::number(i));
    }
}

Coroutine<void> giveTurns(QStringList *log)
{
    const Task<void> first = createTask(logTurns(log, u"a"_s, 0s));
    const Task<void> second = createTask(logTurns(log, u"b"_s, -1s));
    const Task<void> third = createTask(logTurns(log, u"c"_s, std::chrono::nanoseconds::min()));
    co_await third;
    co_await second;
    co_await first;
}

Coroutine<void> logAfter(QStringList *log, QString name, std::chrono::nanoseconds delay)
{
    try {
        co_await sleep(delay);
        log->append(name + u" slept"_s);
    } catch (const Cancelled &) {
        log->append(name + u" cancelled"_s);
        throw;
    }
}

/// The long ones begin first, so that the clock is set to them when the short ones come.
Coroutine<void> sleepLongAndShort(QStringList *log)
{
    const Task<void> forEver = createTask(logAfter(log, u"for ever"_s, std::chrono::nanoseconds::max()));
    const Task<void> century = createTask(logAfter(log, u"a century"_s, 24h * 36'525));
    const Task<void> month = createTask(logAfter(log, u"a month"_s, 24h * 30));
    co_await turns(1);
    co_await logAfter(log, u"short"_s, 1ms);
    co_await logAfter(log, u"short"_s, 2ms);
    month.cancel(); // the nearest: the clock is set anew
    co_await logAfter(log, u"short"_s, 1ms);
    century.cancel();
    forEver.cancel();
    const QString endOfForEver = co_await endOf(forEver);
    log->append(endOfForEver);
}

Coroutine<void> cancelDue(QStringList *log)
{
    const Task<void> sleeper = createTask(logAfter(log, u"sleeper"_s, 1ms));
    co_await turns(1);
    sleeper.cancel();
    co_await sleep(3ms); // past its deadline: nothing is woken that is gone
    log->append(u"end"_s);
}

} // namespace

class TestSleep : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void isNeverShorter()
    {
        QCOMPARE(run(countShorter()), 0);
        QCOMPARE(run(countShorterTogether(200)), 0);
    }
    void zeroAndLessGiveOneTurn() { QCOMPARE(logOf(giveTurns), u"a1, b1, c1, a2, b2, c2"_s); }
    void largeDelaysDoNotDisturbSmallOnes()
    {
        QCOMPARE(logOf(sleepLongAndShort), u"short slept, short slept, a month cancelled, short slept, "
                                           "a century cancelled, for ever cancelled, cancelled"_s);
    }
    void cancelledSleeperIsNotWokenAgain() { QCOMPARE(logOf(cancelDue), u"sleeper cancelled, end"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestSleep)
#include "tst_sleep.moc"
