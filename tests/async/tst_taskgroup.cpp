// SPDX-License-Identifier: MIT
// TaskGroup: what it gives, what it takes in, and what it refuses.
#include "taskgrouptest.h"

#include <memory>
#include <vector>

namespace rollcall::async::test {

namespace {

// --- values --------------------------------------------------------------------------------------------

Coroutine<void> joinAll(QStringList *log)
{
    TaskGroup group;
    const Task<int> slow = group.createTask(valueAfter(1, 3));
    const Task<int> fast = group.createTask(valueAfter(2, 1));
    log->append(u"created"_s);
    co_await group.join();
    log->append(u"%1 %2"_s.arg(slow.result()).arg(fast.result()));
}

Coroutine<void> joinNothing(QStringList *log)
{
    const Task<void> other = createTask(logSoon(log, u"another turn"_s));
    TaskGroup group;
    co_await group.join();
    TaskGroup withBody;
    co_await withBody.run(turns(0));
    log->append(u"passed at once"_s);
    co_await other;
}

Coroutine<std::unique_ptr<int>> uniqueSoon(int value)
{
    co_await turns(1);
    co_return std::make_unique<int>(value);
}

Coroutine<void> joinUnique(QStringList *log)
{
    TaskGroup group;
    const Task<std::unique_ptr<int>> task = group.createTask(uniqueSoon(8));
    co_await group.join();
    const std::unique_ptr<int> value = co_await task;
    log->append(QString::number(*value));
    TaskGroup withBody;
    const std::unique_ptr<int> ofBody = co_await withBody.run(uniqueSoon(9));
    log->append(QString::number(*ofBody));
}

Coroutine<int> sumInside(TaskGroup *group)
{
    const Task<int> one = group->createTask(valueAfter(1, 2));
    const Task<int> two = group->createTask(valueAfter(2, 1));
    const int first = co_await one;
    const int second = co_await two;
    co_return first + second;
}

Coroutine<void> awaitInside(QStringList *log)
{
    TaskGroup group;
    const int sum = co_await group.run(sumInside(&group));
    log->append(QString::number(sum));
}

Coroutine<Counted> countedSoon(Counted)
{
    co_await turns(1);
    co_return Counted();
}

Coroutine<void> countLiving(QStringList *log)
{
    {
        TaskGroup group;
        const Task<Counted> task = group.createTask(countedSoon(Counted()));
        group.createTask(countedSoon(Counted()));
        const Counted ofBody = co_await group.run(countedSoon(Counted()));
        log->append(QString::number(Counted::live)); // one of the task that is held, one of the body
    }
    log->append(QString::number(Counted::live));
}

// --- the order of ends ---------------------------------------------------------------------------------

Coroutine<void> createThree(QStringList *log, TaskGroup *group, int turnsAfter)
{
    const QStringList names{u"a"_s, u"b"_s, u"c"_s};
    for (const QString &name : names) {
        group->createTask(logAfter(log, name, 2));
        co_await turns(1);
    }
    co_await turns(turnsAfter);
    log->append(u"body"_s);
}

Coroutine<void> bodyFirst(QStringList *log)
{
    TaskGroup group;
    co_await group.run(createThree(log, &group, 0));
    log->append(u"end"_s);
}

Coroutine<void> bodyLast(QStringList *log)
{
    TaskGroup group;
    co_await group.run(createThree(log, &group, 9));
    log->append(u"end"_s);
}

Coroutine<void> grow(QStringList *log, TaskGroup *group, int generations)
{
    co_await turns(1);
    log->append(QString::number(generations));
    if (generations > 1)
        group->createTask(grow(log, group, generations - 1));
}

Coroutine<void> growWhileLeaving(QStringList *log)
{
    TaskGroup group;
    group.createTask(grow(log, &group, 3));
    co_await group.join();
    log->append(u"end"_s);
}

Coroutine<void> multiply(TaskGroup *group, int *heads)
{
    if (++*heads > 10'000)
        throw Failure("not stopped");
    co_await turns(1);
    group->createTask(multiply(group, heads));
    group->createTask(multiply(group, heads));
}

Coroutine<void> failOnceTenfold(const int *heads)
{
    while (*heads < 10)
        co_await turns(1);
    throw Failure("beheaded");
}

Coroutine<void> growUntilFailure(QStringList *log)
{
    int heads = 0;
    TaskGroup group;
    group.createTask(multiply(&group, &heads));
    group.createTask(failOnceTenfold(&heads));
    const QString end = co_await endOfGroup(group.join());
    log->append(end);
    log->append(heads >= 10 ? u"grown"_s : u"%1 heads"_s.arg(heads));
}

Coroutine<int> joinMany(int count)
{
    TaskGroup group;
    std::vector<Task<int>> tasks;
    for (int i = 0; i < count; ++i)
        tasks.push_back(group.createTask(valueAfter(1, i % 3)));
    co_await group.join();
    int sum = 0;
    for (const Task<int> &task : tasks)
        sum += task.result();
    co_return sum;
}

// --- what it refuses -----------------------------------------------------------------------------------

QString tryToCreate(TaskGroup *group)
{
    try {
        group->createTask(countedSoon(Counted()));
    } catch (const InvalidState &error) {
        return QString::fromUtf8(error.what());
    }
    return u"created"_s;
}

Coroutine<void> createInCleanUp(QStringList *log, TaskGroup *group)
{
    try {
        co_await sleep(never);
    } catch (const Cancelled &) {
        log->append(tryToCreate(group));
        throw;
    }
}

Coroutine<void> createAfterFailure(QStringList *log)
{
    TaskGroup group;
    group.createTask(createInCleanUp(log, &group));
    group.createTask(failAfter(u"failed"_s, 1));
    const QString end = co_await endOfGroup(group.join());
    log->append(end);
}

Coroutine<void> createAfterEnd(QStringList *log)
{
    TaskGroup group;
    co_await group.join();
    log->append(tryToCreate(&group));
    log->append(u"%1 live"_s.arg(Counted::live));
}

Coroutine<void> joinInside(QStringList *log, TaskGroup *group)
{
    const QString end = co_await endOf(group->join());
    log->append(u"inside "_s + end);
}

Coroutine<void> waitTwice(QStringList *log)
{
    TaskGroup group;
    co_await group.run(joinInside(log, &group));
    const QString again = co_await endOf(group.join());
    log->append(u"again "_s + again);
    const QString body = co_await endOf(group.run(logSoon(log, u"never run"_s)));
    log->append(u"body "_s + body);
}

Coroutine<void> nameTasks(QStringList *log)
{
    TaskGroup group;
    const Task<void> named = group.createTask(turns(1), u"download"_s);
    const Task<void> unnamed = group.createTask(turns(1));
    log->append(named.name());
    log->append(unnamed.name().isEmpty() ? u"no name"_s : unnamed.name());
    co_await group.join();
}

Coroutine<void> failBeforeJoin(QStringList *log)
{
    TaskGroup group;
    group.createTask(waitForCancellation(log, u"sibling"_s));
    group.createTask(failAfter(u"early"_s, 0));
    co_await turns(3);
    log->append(u"joining"_s);
    const QString end = co_await endOfGroup(group.join());
    log->append(end);
    log->append(requests());
    co_await turns(1); // nothing is left to be thrown here
}

Coroutine<void> dropGroup(QStringList *log)
{
    {
        TaskGroup group;
        group.createTask(waitForCancellation(log, u"first"_s));
        group.createTask(waitForCancellation(log, u"second"_s));
        co_await turns(1);
    }
    log->append(u"dropped"_s);
    co_await turns(2);
}

} // namespace

class TestTaskGroup : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void waitsForAllAndTheirResultsAreRead() { QCOMPARE(logOf(joinAll), u"created, 1 2"_s); }
    void ofNothingDoesNotPause() { QCOMPARE(logOf(joinNothing), u"passed at once, another turn"_s); }
    void valuesThatCannotBeCopiedAreMovedOut() { QCOMPARE(logOf(joinUnique), u"8, 9"_s); }
    void itsTasksCanBeAwaitedInside() { QCOMPARE(logOf(awaitInside), u"3"_s); }
    void nothingOfTheTasksSurvives() { QCOMPARE(logOf(countLiving), u"2, 0"_s); }

    void bodyMayEndBeforeItsTasks() { QCOMPARE(logOf(bodyFirst), u"a, body, b, c, end"_s); }
    void tasksMayEndBeforeTheBody() { QCOMPARE(logOf(bodyLast), u"a, b, c, body, end"_s); }
    void tasksMayAddTasksWhileItWaits() { QCOMPARE(logOf(growWhileLeaving), u"3, 2, 1, end"_s); }
    void failureStopsTasksThatMultiply() { QCOMPARE(logOf(growUntilFailure), u"[beheaded], grown"_s); }
    void tenThousandAtOnce() { QCOMPARE(run(joinMany(10'000)), 10'000); }

    void nothingIsTakenInAfterAFailure()
    {
        QCOMPARE(logOf(createAfterFailure), u"the task group is shutting down, [failed]"_s);
    }
    void refusedCoroutineIsDropped()
    {
        QCOMPARE(logOf(createAfterEnd), u"the task group has ended, 0 live"_s);
    }
    void isWaitedForOnce()
    {
        QCOMPARE(logOf(waitTwice), u"inside invalid state, again invalid state, body invalid state"_s);
    }
    void namesItsTasks() { QCOMPARE(logOf(nameTasks), u"download, no name"_s); }
    void taskMayFailBeforeAnybodyWaits()
    {
        QCOMPARE(logOf(failBeforeJoin), u"sibling cancelled, joining, [early], 0 requests"_s);
    }
    void destroyedWithTasksRunningItCancelsThemAndLogs()
    {
        QTest::ignoreMessage(
            QtWarningMsg, "A TaskGroup was destroyed while 2 of its tasks were running; they are cancelled");
        QCOMPARE(logOf(dropGroup), u"dropped, first cancelled, second cancelled"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestTaskGroup)
#include "tst_taskgroup.moc"
