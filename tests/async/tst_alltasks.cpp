// SPDX-License-Identifier: MIT
// Looking at tasks from outside: names, the current one, all of them; and at slow steps.
#include "asynctest.h"

#include "core/async/gather.h"

#include <QThread>

#include <thread>
#include <vector>

namespace rollcall::async::test {

namespace {

QString names()
{
    QStringList list;
    for (const AnyTask &task : allTasks())
        list.append(task.name());
    return list.join(u' ');
}

Coroutine<void> listTasks(QStringList *log)
{
    log->append(names());
    const Task<void> first = createTask(turns(3), u"first"_s);
    const Task<void> second = createTask(turns(1), u"second"_s);
    const Task<void> cancelled = createTask(turns(9), u"cancelled"_s);
    log->append(names());
    cancelled.cancel();
    co_await second;
    log->append(names());
    co_await first;
    log->append(names());
}

Coroutine<void> renameTask(QStringList *log)
{
    const Task<void> task = createTask(turns(1));
    log->append(task.name().isEmpty() ? u"no name"_s : task.name());
    task.setName(u"a name"_s);
    log->append(task.name());
    const AnyTask any = task;
    any.setName(u"another"_s);
    log->append(task.name());
    log->append(any == AnyTask(task) ? u"the same"_s : u"two"_s);
    co_await task;
    log->append(task.name());
}

Coroutine<void> logCurrent(QStringList *log)
{
    log->append(currentTask().name());
    co_await turns(1);
    log->append(currentTask().name());
}

Coroutine<void> currentInside(QStringList *log)
{
    co_await logCurrent(log); // runs in the task that awaits it
    const Task<void> other = createTask(logCurrent(log), u"other"_s);
    co_await other;
    log->append(currentTask().name());
}

Coroutine<void> cancelThroughList(QStringList *log)
{
    const Task<void> first = createTask(waitForCancellation(log, u"a"_s));
    const Task<void> second = createTask(waitForCancellation(log, u"b"_s));
    co_await turns(1);
    for (const AnyTask &task : allTasks()) {
        if (!(task == currentTask()))
            task.cancel();
    }
    const QString end = co_await endOf(first);
    const QString endOfSecond = co_await endOf(second);
    log->append({end, endOfSecond});
}

Coroutine<void> awaitAny(QStringList *log)
{
    const std::vector<AnyTask> tasks{createTask(valueSoon(1)), createTask(failSoon("second"))};
    const AnyFuture &first = tasks[0];
    co_await first;
    const AnyFuture &second = tasks[1];
    const QString end = co_await endOf(second);
    log->append(end);
    log->append(nameOf(tasks[1].exception()));
}

// --- slow steps ----------------------------------------------------------------------------------------

/// What the log is to tell of: a step that really holds the thread.
Coroutine<void> block(int milliseconds)
{
    co_await turns(1);
    QThread::msleep(static_cast<unsigned long>(milliseconds));
}

Coroutine<void> blockInCallback()
{
    const Future<void> called = createFuture();
    Scheduler::current().callSoon([called] {
        QThread::msleep(5);
        called.setResult();
    });
    co_await called;
}

Coroutine<void> blockUnderName()
{
    const Task<void> task = createTask(block(5), u"importer"_s);
    co_await task;
}

/// The warning about what \a blocker names.
void expectWarning(const QString &blocker)
{
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"^%1 kept the event loop from going on for \\d+ ms$"_s.arg(
                             QRegularExpression::escape(blocker))));
}

/// A limit on slow steps for as long as it lives.
class SlowStepLimit
{
public:
    explicit SlowStepLimit(std::chrono::nanoseconds limit) { Scheduler::current().setSlowStepLimit(limit); }
    ~SlowStepLimit() { Scheduler::current().setSlowStepLimit(std::nullopt); }
    SlowStepLimit(const SlowStepLimit &) = delete;
    SlowStepLimit &operator=(const SlowStepLimit &) = delete;
};

void blockInNewThread()
{
    std::thread([] { run(block(110)); }).join();
}

} // namespace

class TestAllTasks : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void allAreListedInTheOrderOfTheirCreation()
    {
        QVERIFY(allTasks().empty());
        QCOMPARE(logOf(listTasks), u"main, main first second cancelled, main first, main"_s);
        QVERIFY(allTasks().empty());
    }
    void eachThreadHasItsOwn()
    {
        EventLoop loop;
        const Task<void> task = createTask(turns(1));
        std::size_t ofOther = 1;
        std::thread([&ofOther] { ofOther = allTasks().size(); }).join();
        QCOMPARE(ofOther, 0);
        QCOMPARE(allTasks().size(), 1);
        loop.runUntilComplete(task);
    }
    void namesCanBeChanged()
    {
        QCOMPARE(logOf(renameTask), u"no name, a name, another, the same, another"_s);
    }
    void currentIsTheOneThatAwaits()
    {
        QVERIFY(!currentTask().isValid());
        QCOMPARE(logOf(currentInside), u"main, main, other, other, main"_s);
        QVERIFY(!currentTask().isValid());
    }
    void tasksCanBeCancelledThroughTheList()
    {
        QCOMPARE(logOf(cancelThroughList), u"a cancelled, b cancelled, cancelled, cancelled"_s);
    }
    void anyTaskCanBeAwaited() { QCOMPARE(logOf(awaitAny), u"failed: second, failed: second"_s); }

    void slowStepIsLoggedWithItsTask()
    {
        const SlowStepLimit limit(1ms);
        expectWarning(u"task main"_s);
        run(block(5));
        expectWarning(u"task importer"_s);
        run(blockUnderName());
        expectWarning(u"A callback"_s);
        run(blockInCallback());
    }
    void stepsWithinTheLimitAreNotLogged()
    {
        const SlowStepLimit limit(never);
        run(block(5));
    }
    void withoutALimitNothingIsLogged() { run(block(5)); }
    void debugModeComesFromTheEnvironment()
    {
        blockInNewThread();
        qputenv("ROLLCALL_ASYNC_DEBUG", "1");
        expectWarning(u"task main"_s);
        blockInNewThread();
        qputenv("ROLLCALL_ASYNC_DEBUG", "0");
        blockInNewThread();
        qunsetenv("ROLLCALL_ASYNC_DEBUG");
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestAllTasks)
#include "tst_alltasks.moc"
