// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/event.h"

namespace rollcall::async::test {

namespace {

Coroutine<void> logWhenSet(QStringList *log, Event *event, QString name)
{
    co_await event->wait();
    log->append(name);
}

Coroutine<void> wakeAll(QStringList *log)
{
    Event event;
    const Task<void> first = createTask(logWhenSet(log, &event, u"first"_s));
    const Task<void> second = createTask(logWhenSet(log, &event, u"second"_s));
    co_await turns(3);
    log->append(event.isSet() ? u"set"_s : u"not set"_s);
    event.set();
    event.set();
    log->append(event.isSet() ? u"set"_s : u"not set"_s);
    co_await second;
    co_await first;
    log->append(u"end"_s);
}

Coroutine<void> waitOnSet(QStringList *log)
{
    Event event;
    event.set();
    const Task<void> other = createTask(logSoon(log, u"another turn"_s));
    co_await event.wait();
    co_await event.wait();
    log->append(u"passed twice"_s);
    co_await other;
}

Coroutine<void> clearAtOnce(QStringList *log)
{
    Event event;
    const Task<void> before = createTask(logWhenSet(log, &event, u"waited before"_s));
    co_await turns(1);
    event.set();
    event.clear();
    const Task<void> after = createTask(logWhenSet(log, &event, u"waited after"_s));
    co_await before;
    co_await turns(3);
    log->append(u"setting again"_s);
    event.set();
    co_await after;
}

/// Wakes its partner and waits for it, again and again.
Coroutine<int> pingPong(Event *mine, Event *partners, int rounds)
{
    int round = 0;
    for (; round < rounds; ++round) {
        co_await mine->wait();
        mine->clear();
        partners->set();
    }
    co_return round;
}

Coroutine<int> playPingPong(int rounds)
{
    Event ping;
    Event pong;
    const Task<int> first = createTask(pingPong(&ping, &pong, rounds));
    const Task<int> second = createTask(pingPong(&pong, &ping, rounds));
    ping.set();
    const int ofFirst = co_await first;
    const int ofSecond = co_await second;
    co_return ofFirst + ofSecond;
}

Coroutine<void> cancelWaiter(QStringList *log)
{
    Event event;
    const Task<void> first = createTask(logWhenSet(log, &event, u"first"_s));
    const Task<void> second = createTask(logWhenSet(log, &event, u"second"_s));
    const Task<void> third = createTask(logWhenSet(log, &event, u"third"_s));
    co_await turns(1);
    first.cancel();
    co_await turns(1);
    second.cancel(); // still in the queue when the event is set
    event.set();
    const QString endOfFirst = co_await endOf(first);
    const QString endOfSecond = co_await endOf(second);
    co_await third;
    log->append(endOfFirst);
    log->append(endOfSecond);
}

} // namespace

class TestEvent : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void setWakesAllInTheirOrder() { QCOMPARE(logOf(wakeAll), u"not set, set, first, second, end"_s); }
    void waitingOnASetEventDoesNotPause() { QCOMPARE(logOf(waitOnSet), u"passed twice, another turn"_s); }
    void clearDoesNotTakeBackAWakeUp()
    {
        QCOMPARE(logOf(clearAtOnce), u"waited before, setting again, waited after"_s);
    }
    void canBeUsedAgainAndAgain() { QCOMPARE(run(playPingPong(10'000)), 20'000); }
    void cancelledWaitersDoNotDisturbTheOthers()
    {
        QCOMPARE(logOf(cancelWaiter), u"third, cancelled, cancelled"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestEvent)
#include "tst_event.moc"
