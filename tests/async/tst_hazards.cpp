// SPDX-License-Identifier: MIT
// GCC 12 destroys some temporaries twice in an expression with co_await: aggregates, lambdas with captures,
// and what stands beside a conditional operator. Nothing in the public interface may be of that kind, and the
// ways of writing that the rules leave must be sound. Live-object counters tell.
#include "asynctest.h"

#include "core/async/ascompleted.h"
#include "core/async/condition.h"
#include "core/async/event.h"
#include "core/async/exceptiongroup.h"
#include "core/async/gather.h"
#include "core/async/queue.h"
#include "core/async/shield.h"
#include "core/async/signal.h"
#include "core/async/taskgroup.h"
#include "core/async/tothread.h"
#include "core/async/wait.h"
#include "core/async/waitfor.h"

namespace rollcall::async::test {

// A type with a declared constructor is no aggregate, and safe as a temporary.
template <class... Types>
constexpr bool noneIsAnAggregate = (!std::is_aggregate_v<Types> && ...);
static_assert(noneIsAnAggregate<Coroutine<int>, Task<int>, Future<int>, AnyFuture, AnyTask, Result<int>,
                                WaitResult<Task<int>>, AsCompleted<Task<int>>, ReturnExceptions>);
static_assert(noneIsAnAggregate<Semaphore, Semaphore::Permit, Lock, Condition, Condition::Guard, Event,
                                Queue<int>, TaskGroup, Timeout, Suspension, LoopReference>);
static_assert(noneIsAnAggregate<Cancelled, TimedOut, InvalidState, ExceptionGroup, QueueEmpty>);
// The awaiters, too: they are temporaries of every co_await.
static_assert(noneIsAnAggregate<decltype(std::declval<Coroutine<int>>().operator co_await()),
                                decltype(std::declval<Task<int>>().operator co_await()),
                                decltype(std::declval<AnyFuture>().operator co_await())>);

namespace {

class Emitter : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void emitted(Counted value);
};

Coroutine<Counted> countedSoon(Counted value)
{
    co_await turns(1);
    co_return value;
}

template <class... Cs>
std::vector<Coroutine<Counted>> several(Cs... coroutines)
{
    std::vector<Coroutine<Counted>> list;
    (list.push_back(std::move(coroutines)), ...);
    return list;
}

Coroutine<void> note(QStringList *log, QString what)
{
    log->append(what + u' ' + QString::number(Counted::live));
    co_return;
}

Coroutine<void> temporaryArguments(QStringList *log)
{
    {
        const Counted value = co_await countedSoon(Counted());
        co_await note(log, u"await"_s);
    }
    {
        const Counted value = co_await createTask(countedSoon(Counted()), u"a temporary task"_s);
        co_await note(log, u"task"_s);
    }
    {
        const Counted value = co_await waitFor(countedSoon(Counted()), never);
        co_await note(log, u"waitFor"_s);
    }
    {
        const Counted value = co_await timeout(never, countedSoon(Counted()));
        co_await note(log, u"timeout"_s);
    }
    {
        const Counted value = co_await shield(countedSoon(Counted()));
        co_await note(log, u"shield"_s);
    }
    co_await note(log, u"end"_s);
}

Coroutine<void> temporaryLists(QStringList *log)
{
    {
        const auto values = co_await gather(several(countedSoon(Counted()), countedSoon(Counted())));
        co_await note(log, u"gather"_s);
    }
    {
        const auto results =
            co_await gather(several(countedSoon(Counted()), countedSoon(Counted())), returnExceptions);
        co_await note(log, u"results"_s);
    }
    {
        const auto values = co_await gather(countedSoon(Counted()), countedSoon(Counted()));
        co_await note(log, u"tuple"_s);
    }
    {
        const auto waited = co_await wait(ensureFutures(several(countedSoon(Counted()))), never);
        co_await note(log, u"wait"_s);
    }
    for (Coroutine<Counted> next : asCompleted(several(countedSoon(Counted()), countedSoon(Counted()))))
        const Counted value = co_await std::move(next);
    co_await note(log, u"end"_s);
}

Coroutine<void> objectsThatAreAwaited(QStringList *log)
{
    Queue<Counted> queue;
    co_await queue.put(Counted());
    co_await note(log, u"put"_s);
    {
        const Counted value = co_await queue.get();
        co_await note(log, u"get"_s);
    }
    Condition condition;
    for (int i = 0; i < 3; ++i) {
        const Condition::Guard guard = co_await condition.acquire();
        co_await note(log, condition.isLocked() ? u"locked"_s : u"free"_s);
    }
    Emitter emitter;
    const Task<Counted> signal = createTask(signalOf(&emitter, &Emitter::emitted));
    co_await turns(1);
    Q_EMIT emitter.emitted(Counted());
    co_await signal;
    co_await note(log, u"signal"_s);
}

/// The way that the rules leave for lambdas with captures: made in one statement, awaited in the next.
Coroutine<void> lambdaInItsOwnStatement(QStringList *log)
{
    const Counted outside;
    {
        Coroutine<int> work = toThread([inside = outside] {
            Q_UNUSED(inside)
            return 7;
        });
        const int value = co_await std::move(work);
        log->append(u"thread %1"_s.arg(value));
    }
    co_await turns(2); // the message from the thread holds the lambda until it has been handled
    co_await note(log, u"after"_s);
}

/// And for `?:`: an ordinary if.
Coroutine<void> ifInsteadOfConditional(QStringList *log)
{
    for (const bool wanted : {true, false}) {
        Counted value;
        if (wanted)
            value = co_await countedSoon(Counted());
        co_await note(log, u"value"_s);
    }
}

} // namespace

class TestHazards : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void temporaryArgumentsAreDestroyedOnce()
    {
        QCOMPARE(logOf(temporaryArguments), u"await 1, task 1, waitFor 1, timeout 1, shield 1, end 0"_s);
    }
    void temporaryListsAreDestroyedOnce()
    {
        QCOMPARE(logOf(temporaryLists), u"gather 2, results 2, tuple 2, wait 1, end 0"_s);
    }
    void awaitedObjectsAreDestroyedOnce()
    {
        QCOMPARE(logOf(objectsThatAreAwaited), u"put 1, get 1, locked 0, locked 0, locked 0, signal 1"_s);
    }
    void aLambdaInAStatementOfItsOwnIsDestroyedOnce()
    {
        QCOMPARE(logOf(lambdaInItsOwnStatement), u"thread 7, after 1"_s);
    }
    void anIfInPlaceOfAConditionalIsSound()
    {
        QCOMPARE(logOf(ifInsteadOfConditional), u"value 1, value 1"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestHazards)
#include "tst_hazards.moc"
