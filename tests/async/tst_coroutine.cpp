// SPDX-License-Identifier: MIT
#include "asynctest.h"

#include "core/async/event.h"
#include "core/async/semaphore.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

namespace rollcall::async::test {

namespace {

constexpr int chainDepth = 100'000;
constexpr std::uintptr_t constantStack = 16 * 1024;

/// How much stack lies between the highest and the lowest visit.
class StackGauge
{
public:
    Q_NEVER_INLINE void visit()
    {
        // The real stack, also where AddressSanitizer keeps locals elsewhere.
        const auto position = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
        m_lowest = std::min(m_lowest, position);
        m_highest = std::max(m_highest, position);
        ++visits;
    }
    std::uintptr_t extent() const { return m_highest - m_lowest; }

    int visits = 0;

private:
    std::uintptr_t m_lowest = UINTPTR_MAX;
    std::uintptr_t m_highest = 0;
};

/// A value that has no default constructor and cannot be copied.
class Sealed
{
public:
    explicit Sealed(int number) : m_number(std::make_unique<int>(number)) {}
    int number() const { return *m_number; }

private:
    std::unique_ptr<int> m_number;
};

/// What GCC 12 destroys twice when it stands beside a co_await, unless it has a declared constructor.
class Options
{
public:
    Options(QString name, Counted counted) : m_name(std::move(name)), m_counted(std::move(counted)) {}
    const QString &name() const { return m_name; }

private:
    QString m_name;
    Counted m_counted;
};

Coroutine<void> say(QStringList *log, QString entry)
{
    log->append(entry);
    co_return;
}

Coroutine<void> awaitInOrder(QStringList *log)
{
    log->append(u"before"_s);
    co_await say(log, u"inside"_s);
    log->append(u"after"_s);
    co_await logSoon(log, u"later"_s);
    log->append(u"end"_s);
}

Coroutine<void> hold(Counted)
{
    co_await turns(1);
}

Coroutine<void> awaitMoved(QStringList *log)
{
    Coroutine<void> first = hold(Counted());
    Coroutine<void> second = std::move(first);
    log->append(u"live %1"_s.arg(Counted::live));
    co_await std::move(second);
    log->append(u"live %1"_s.arg(Counted::live));
    // NOLINTBEGIN(bugprone-use-after-move): what a moved-from coroutine does is the question
    const QString endOfMoved = co_await endOf(std::move(first));
    log->append(endOfMoved);
    const QString endOfAwaited = co_await endOf(std::move(second));
    log->append(endOfAwaited);
    // NOLINTEND(bugprone-use-after-move)
}

Coroutine<void> replaceUnstarted(QStringList *log)
{
    Coroutine<void> coroutine = hold(Counted());
    coroutine = logSoon(log, u"the other"_s);
    log->append(u"live %1"_s.arg(Counted::live));
    co_await std::move(coroutine);
}

Coroutine<void> holdTwo(QStringList *log)
{
    const Farewell first(log, u"first gone"_s);
    const Farewell second(log, u"second gone"_s);
    co_await turns(1);
    log->append(u"body ends"_s);
}

Coroutine<void> watchLocals(QStringList *log)
{
    co_await holdTwo(log);
    log->append(u"awaited"_s);
}

Coroutine<int> failAtOnce()
{
    throw Failure("at once");
    co_return 0;
}

Coroutine<int> passThrough(Coroutine<int> inner)
{
    const Counted counted;
    const int value = co_await std::move(inner);
    co_return value;
}

Coroutine<void> catchBoth(QStringList *log)
{
    try {
        co_await passThrough(passThrough(failAtOnce()));
    } catch (const Failure &failure) {
        log->append(QString::fromUtf8(failure.what()));
    }
    try {
        co_await passThrough(passThrough(failSoon("soon")));
    } catch (const Failure &failure) {
        log->append(QString::fromUtf8(failure.what()));
    }
    const int value = co_await valueSoon(7); // the task is none the worse for it
    log->append(QString::number(value));
}

Coroutine<Sealed> sealed(int number)
{
    co_return Sealed(number);
}

Coroutine<Sealed> sealedSoon(int number)
{
    Sealed value = co_await sealed(number);
    co_await turns(1);
    co_return value;
}

Coroutine<std::vector<bool>> braced()
{
    co_return {true, false, true};
}

Coroutine<std::exception_ptr> exceptionAsValue()
{
    co_return std::make_exception_ptr(Failure("a value"));
}

Coroutine<std::monostate> nothingAsValue()
{
    co_return std::monostate();
}

Coroutine<int> plus(int left, int right)
{
    co_return left + right;
}

Coroutine<qint64> sumOfImmediate(int count)
{
    qint64 sum = 0;
    for (int i = 0; i < count; ++i) {
        const int value = co_await plus(i, 1);
        sum += value;
    }
    co_return sum;
}

Coroutine<int> yieldOften(int count)
{
    int turn = 0;
    while (turn < count) {
        co_await sleep(0s);
        ++turn;
    }
    co_return turn;
}

/// Each link pauses before it awaits the next, so that the chain is built from the event loop, link by link.
Coroutine<int> chain(int depth, Event *end, StackGauge *gauge)
{
    co_await turns(1);
    if (depth == 0) {
        co_await end->wait();
        co_return 0;
    }
    int below = 0;
    try {
        below = co_await chain(depth - 1, end, gauge);
    } catch (...) {
        gauge->visit();
        throw;
    }
    gauge->visit();
    co_return below + 1;
}

Coroutine<int> chainDone(StackGauge *gauge)
{
    Event end;
    end.set();
    const int depth = co_await chain(chainDepth, &end, gauge);
    co_return depth;
}

Coroutine<QString> chainCancelled(StackGauge *gauge)
{
    Event never;
    const Task<int> task = createTask(chain(chainDepth, &never, gauge));
    co_await turns(2 * chainDepth + 10);
    task.cancel();
    const QString end = co_await endOf(task);
    co_return end;
}

Coroutine<int> startDeep(int depth)
{
    if (depth == 0)
        co_return 0;
    const int below = co_await startDeep(depth - 1);
    co_return below + 1;
}

Coroutine<QString> nameOfOptions(Options options, QString suffix, std::vector<Counted> more)
{
    co_await turns(1);
    co_return options.name() + suffix + QString::number(more.size());
}

Coroutine<int> liveWith(Counted)
{
    co_await turns(1);
    co_return Counted::live;
}

Coroutine<void> temporariesBesideAwait(QStringList *log)
{
    const int live = co_await liveWith(Counted());
    log->append(u"live %1"_s.arg(live));
    log->append(u"live %1"_s.arg(Counted::live));
    const QString name = co_await nameOfOptions(Options(u"x"_s, Counted()), u"y"_s, std::vector<Counted>(3));
    log->append(name);
    log->append(u"live %1"_s.arg(Counted::live));
    const int ofTask = co_await createTask(liveWith(Counted()), u"named"_s);
    log->append(u"live %1"_s.arg(ofTask));
    log->append(u"live %1"_s.arg(Counted::live));
}

Coroutine<void> temporaryAwaiters(QStringList *log)
{
    Semaphore semaphore(1);
    Event event;
    event.set();
    for (int i = 0; i < 3; ++i) {
        const Semaphore::Permit permit = co_await semaphore.acquire();
        co_await event.wait();
        log->append(u"held %1"_s.arg(semaphore.held()));
    }
    log->append(u"held %1"_s.arg(semaphore.held()));
}

} // namespace

class TestCoroutine : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void callingRunsNothing()
    {
        QStringList log;
        {
            const Coroutine<void> unstarted = say(&log, u"inside"_s);
        }
        QCOMPARE(log, QStringList());
    }
    void destroyingAnUnstartedOneFreesItsParameters()
    {
        {
            const Coroutine<void> unstarted = hold(Counted());
            QCOMPARE(Counted::live, 1);
        }
        QCOMPARE(Counted::live, 0);
    }
    void runsInsideTheAwaitingStatement()
    {
        QStringList log;
        run(awaitInOrder(&log));
        QCOMPARE(told(log), u"before, inside, after, later, end"_s);
    }
    void movedOneRunsOnceAndEndsWithTheStatement()
    {
        QStringList log;
        run(awaitMoved(&log));
        QCOMPARE(told(log), u"live 1, live 0, invalid state, invalid state"_s);
    }
    void movedAwayOneCannotBecomeATask()
    {
        Coroutine<void> first = hold(Counted());
        const Coroutine<void> second = std::move(first);
        // NOLINTNEXTLINE(bugprone-use-after-move): what a moved-from coroutine does is the question
        QVERIFY_THROWS_EXCEPTION(InvalidState, createTask(std::move(first)));
    }
    void assignmentDestroysTheOldOne()
    {
        QStringList log;
        run(replaceUnstarted(&log));
        QCOMPARE(told(log), u"live 0, the other"_s);
    }
    void localsEndInReverseOrderBeforeTheAwaitingOneGoesOn()
    {
        QStringList log;
        run(watchLocals(&log));
        QCOMPARE(told(log), u"body ends, second gone, first gone, awaited"_s);
    }

    void exceptionsReachTheAwaitingOne()
    {
        QStringList log;
        run(catchBoth(&log));
        QCOMPARE(told(log), u"at once, soon, 7"_s);
    }
    void valuesOfAllKindsArrive()
    {
        QCOMPARE(run(plus(2, 3)), 5);
        QCOMPARE(run(valueSoon(6)), 6);
        QCOMPARE(run(sealedSoon(7)).number(), 7);
        QCOMPARE(run(braced()), (std::vector<bool>{true, false, true}));
        QCOMPARE(nameOf(run(exceptionAsValue())), u"failed: a value"_s);
        QCOMPARE(run(nothingAsValue()), std::monostate());
    }

    void millionSynchronousAwaitsNeedNoStack() { QCOMPARE(run(sumOfImmediate(1'000'000)), 500'000'500'000); }
    void millionQueuedWakeUps() { QCOMPARE(run(yieldOften(1'000'000)), 1'000'000); }
    void deepChainUnwindsOnConstantStack()
    {
        StackGauge gauge;
        QCOMPARE(run(chainDone(&gauge)), chainDepth);
        QCOMPARE(gauge.visits, chainDepth);
        QVERIFY(gauge.extent() < constantStack);
    }
    void deepChainIsCancelledOnConstantStack()
    {
        StackGauge gauge;
        QCOMPARE(run(chainCancelled(&gauge)), u"cancelled"_s);
        QCOMPARE(gauge.visits, chainDepth);
        QVERIFY(gauge.extent() < constantStack);
    }
    void startingRecursesOnlyAsDeepAsTheCode() { QCOMPARE(run(startDeep(2'000)), 2'000); }

    void temporariesBesideAnAwaitAreDestroyedOnce()
    {
        QStringList log;
        run(temporariesBesideAwait(&log));
        QCOMPARE(told(log), u"live 2, live 0, xy3, live 0, live 2, live 0"_s);
    }
    void awaitersAreDestroyedOnce()
    {
        QStringList log;
        run(temporaryAwaiters(&log));
        QCOMPARE(told(log), u"held 1, held 1, held 1, held 0"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestCoroutine)
#include "tst_coroutine.moc"
