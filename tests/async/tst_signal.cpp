// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/signal.h"

#include <QThread>
#include <QTimer>

#include <memory>

namespace rollcall::async::test {

class Sender : public QObject
{
    Q_OBJECT
public:
    bool isAwaited() const { return receivers(SIGNAL(nothing())) + receivers(SIGNAL(number(int))) > 0; }
Q_SIGNALS:
    void nothing();
    void number(int value);
    void text(const QString &value);
    void many(int number, const QString &text, bool flag);
    void overloaded(int value);
    void overloaded(const QString &value);
};

namespace {

/// Calls \a action in a turn in which the other task waits already.
template <class Action>
Coroutine<void> soon(Action action)
{
    co_await turns(1);
    action();
}

Coroutine<void> awaitNothing(QStringList *log)
{
    Sender sender;
    Sender *const raw = &sender;
    const Task<void> emitting = createTask(soon([raw] { Q_EMIT raw->nothing(); }));
    co_await signalOf(&sender, &Sender::nothing);
    log->append(u"emitted"_s);
    co_await emitting;
    log->append(sender.isAwaited() ? u"connected"_s : u"disconnected"_s);
}

Coroutine<void> awaitOne(QStringList *log)
{
    Sender sender;
    Sender *const raw = &sender;
    const Task<void> emitting = createTask(soon([raw] {
        Q_EMIT raw->number(1);
        Q_EMIT raw->number(2); // too late for the first wait, too early for the second
    }));
    const int first = co_await signalOf(&sender, &Sender::number);
    log->append(QString::number(first));
    const Task<void> emittingAgain = createTask(soon([raw] { Q_EMIT raw->number(3); }));
    const int second = co_await signalOf(&sender, &Sender::number);
    log->append(QString::number(second));
    co_await emitting;
    co_await emittingAgain;
}

Coroutine<void> awaitReference(QStringList *log)
{
    Sender sender;
    Sender *const raw = &sender;
    const Task<void> emitting = createTask(soon([raw] { Q_EMIT raw->text(QString(3, u'x')); }));
    const QString value = co_await signalOf(&sender, &Sender::text);
    log->append(value);
    co_await emitting;
}

Coroutine<void> awaitMany(QStringList *log)
{
    Sender sender;
    Sender *const raw = &sender;
    const Task<void> emitting = createTask(soon([raw] { Q_EMIT raw->many(5, u"five"_s, true); }));
    const auto [number, text, flag] = co_await signalOf(&sender, &Sender::many);
    log->append(u"%1 %2 %3"_s.arg(number).arg(text).arg(flag));
    co_await emitting;
}

Coroutine<void> awaitOverloaded(QStringList *log)
{
    Sender sender;
    Sender *const raw = &sender;
    const Task<void> emitting = createTask(soon([raw] {
        Q_EMIT raw->overloaded(4);
        Q_EMIT raw->overloaded(u"four"_s);
    }));
    const QString value = co_await signalOf(&sender, qOverload<const QString &>(&Sender::overloaded));
    log->append(value);
    co_await emitting;
}

Coroutine<void> awaitOfOther(QStringList *log, Sender *sender, QString name)
{
    const int value = co_await signalOf(sender, &Sender::number);
    log->append(name + u" %1"_s.arg(value));
}

Coroutine<void> awaitTogether(QStringList *log)
{
    Sender sender;
    const Task<void> first = createTask(awaitOfOther(log, &sender, u"first"_s));
    const Task<void> second = createTask(awaitOfOther(log, &sender, u"second"_s));
    co_await turns(1);
    Q_EMIT sender.number(6);
    co_await first;
    co_await second;
}

Coroutine<void> destroySender(QStringList *log)
{
    auto sender = std::make_unique<Sender>();
    const Task<void> waiting = createTask(awaitOfOther(log, sender.get(), u"waiting"_s));
    co_await turns(1);
    sender.reset();
    const QString end = co_await endOf(waiting);
    log->append(end);
}

Coroutine<void> emitAndDestroySender(QStringList *log)
{
    auto sender = std::make_unique<Sender>();
    const Task<void> waiting = createTask(awaitOfOther(log, sender.get(), u"waiting"_s));
    co_await turns(1);
    Q_EMIT sender->number(7);
    sender.reset();
    co_await waiting;
}

Coroutine<void> cancelWait(QStringList *log)
{
    Sender sender;
    const Task<void> waiting = createTask(awaitOfOther(log, &sender, u"waiting"_s));
    co_await turns(1);
    log->append(sender.isAwaited() ? u"connected"_s : u"disconnected"_s);
    waiting.cancel();
    Q_EMIT sender.number(8); // too late: the wait is over
    const QString end = co_await endOf(waiting);
    log->append(end);
    log->append(sender.isAwaited() ? u"connected"_s : u"disconnected"_s);
}

Coroutine<void> emitInOtherThread(QStringList *log)
{
    Sender sender;
    Sender *const raw = &sender;
    const Task<void> waiting = createTask(awaitOfOther(log, &sender, u"waiting"_s));
    co_await turns(1);
    const std::unique_ptr<QThread> thread(QThread::create([raw] { Q_EMIT raw->number(9); }));
    thread->start();
    co_await waiting;
    thread->wait();
}

Coroutine<void> awaitTimer(QStringList *log)
{
    QTimer timer;
    timer.setInterval(1ms);
    timer.start();
    co_await timeoutOf(&timer);
    co_await timeoutOf(&timer);
    log->append(timer.isActive() ? u"still runs"_s : u"stopped"_s);
    timer.setSingleShot(true);
    timer.start();
    co_await timeoutOf(&timer);
    log->append(timer.isActive() ? u"still runs"_s : u"stopped"_s);
}

Coroutine<void> destroyTimer(QStringList *log)
{
    auto timer = std::make_unique<QTimer>();
    const Task<QString> waiting = createTask(endOf(timeoutOf(timer.get())));
    co_await turns(1);
    timer.reset();
    const QString end = co_await waiting;
    log->append(end);
}

Coroutine<void> cancelTimer(QStringList *log)
{
    QTimer timer;
    timer.start(never);
    const Task<QString> waiting = createTask(endOf(timeoutOf(&timer)));
    co_await turns(1);
    waiting.cancel();
    const QString end = co_await waiting;
    log->append(end);
    log->append(timer.isActive() ? u"still runs"_s : u"stopped"_s);
}

} // namespace

class TestSignal : public AsyncTest
{
    Q_OBJECT
    const QString m_destroyed = u"failed: the object was destroyed before it emitted the awaited signal"_s;

private Q_SLOTS:
    void withoutArguments() { QCOMPARE(logOf(awaitNothing), u"emitted, disconnected"_s); }
    void givesTheArgumentOfTheNextEmission() { QCOMPARE(logOf(awaitOne), u"1, 3"_s); }
    void givesACopyOfAReference() { QCOMPARE(logOf(awaitReference), u"xxx"_s); }
    void givesManyArgumentsAsATuple() { QCOMPARE(logOf(awaitMany), u"5 five 1"_s); }
    void overloadIsChosen() { QCOMPARE(logOf(awaitOverloaded), u"four"_s); }
    void severalMayWait() { QCOMPARE(logOf(awaitTogether), u"first 6, second 6"_s); }
    void destroyedSenderEndsTheWait() { QCOMPARE(logOf(destroySender), m_destroyed); }
    void emissionCountsAlthoughTheSenderIsDestroyedThen()
    {
        QCOMPARE(logOf(emitAndDestroySender), u"waiting 7"_s);
    }
    void cancelledWaitDisconnects() { QCOMPARE(logOf(cancelWait), u"connected, cancelled, disconnected"_s); }
    void emissionInAnotherThreadArrivesInThisOne() { QCOMPARE(logOf(emitInOtherThread), u"waiting 9"_s); }

    void timerIsAwaitedAndStaysAsItIs() { QCOMPARE(logOf(awaitTimer), u"still runs, stopped"_s); }
    void destroyedTimerEndsTheWait() { QCOMPARE(logOf(destroyTimer), m_destroyed); }
    void cancelledWaitLeavesTheTimerAlone() { QCOMPARE(logOf(cancelTimer), u"cancelled, still runs"_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestSignal)
#include "tst_signal.moc"
