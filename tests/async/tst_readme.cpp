// SPDX-License-Identifier: MIT
// The snippets of core/async/README.md, word for word (the test readme_snippets sees to that), and that they
// do what the page says.
#include "asynctest.h"

#include "core/async/ascompleted.h"
#include "core/async/gather.h"
#include "core/async/process.h"
#include "core/async/semaphore.h"
#include "core/async/signal.h"
#include "core/async/streamreader.h"
#include "core/async/taskgroup.h"
#include "core/async/tothread.h"
#include "core/async/wait.h"
#include "core/async/waitfor.h"

#include <QProcess>

#include <thread>

namespace rollcall::async {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

class QWindowLike : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void titleChanged(const QString &title);
};

QStringList printed;

void print(const QString &line)
{
    printed.append(line);
}

Coroutine<QString> fetchName(int id)
{
    co_await sleep(10ms); // other tasks, signals and timers go on meanwhile
    co_return QStringLiteral("name %1").arg(id);
}

Coroutine<void> printNames()
{
    std::vector<Coroutine<QString>> fetches;
    for (int id = 1; id <= 3; ++id)
        fetches.push_back(fetchName(id));
    const std::vector<QString> names = co_await gather(std::move(fetches)); // all at once, in order
    for (const QString &name : names)
        print(name);
}

void printNamesFromOrdinaryCode()
{
    run(printNames());
}

Coroutine<int> addLater(int left, int right)
{
    co_await sleep(1ms);
    co_return left + right;
}

Coroutine<int> addTwice()
{
    const Task<int> task = createTask(addLater(1, 2)); // runs from now on
    const int here = co_await addLater(3, 4);          // runs inside this statement
    const int there = co_await task;                   // may be awaited by several, several times
    co_return here + there;
}

Coroutine<QString> firstOf(std::vector<Task<QString>> mirrors)
{
    const WaitResult<Task<QString>> waited = co_await wait(mirrors, ReturnWhen::FirstCompleted, 5s);
    for (const Task<QString> &slower : waited.pending)
        slower.cancel();
    if (waited.done.empty())
        throw TimedOut();
    co_return waited.done.front().result();
}

Coroutine<int> sumAsTheyCome(std::vector<Coroutine<int>> numbers)
{
    int sum = 0;
    for (Coroutine<int> next : asCompleted(std::move(numbers)))
        sum += co_await std::move(next);
    co_return sum;
}

Coroutine<int> bothOrNeither()
{
    TaskGroup group;
    const Task<int> first = group.createTask(addLater(1, 2));
    const Task<int> second = group.createTask(addLater(3, 4));
    co_await group.join(); // ExceptionGroup if one failed; the other was cancelled and has ended
    co_return first.result() + second.result();
}

Coroutine<QString> nameWithin(std::chrono::milliseconds limit)
{
    try {
        QString name = co_await waitFor(fetchName(7), limit);
        co_return name;
    } catch (const TimedOut &) {
        co_return QStringLiteral("too slow"); // fetchName() was cancelled, and has ended
    }
}

Coroutine<void> politely(Semaphore *places, int *calls)
{
    const Semaphore::Permit permit = co_await places->acquire(); // given back by its destructor
    co_await sleep(1ms);
    ++*calls;
}

Coroutine<void> copyCarefully(QStringList *log)
{
    bool cancelled = false;
    try {
        co_await sleep(1h);
    } catch (const Cancelled &) {
        cancelled = true; // no co_await is allowed in a catch clause
    }
    if (cancelled) {
        co_await sleep(1ms);
        log->append(QStringLiteral("removed the half copy"));
        throw Cancelled();
    }
}

Coroutine<void> cancelTheCopy(QStringList *log)
{
    const Task<void> copy = createTask(copyCarefully(log));
    co_await sleep(1ms);
    copy.cancel();
    try {
        co_await copy; // until it has cleaned up
    } catch (const Cancelled &) {
        log->append(QStringLiteral("copy cancelled"));
    }
}

Coroutine<QString> nextTitle(QWindowLike *window)
{
    QString title = co_await signalOf(window, &QWindowLike::titleChanged); // SenderDestroyed if it goes away
    co_return title;
}

Coroutine<int> countInAThread(QByteArray text)
{
    Coroutine<int> counting = toThread([text] { return int(text.count('x')); });
    const int count = co_await std::move(counting); // two statements: see below
    co_return count;
}

Coroutine<int> answerFromAnotherThread()
{
    const Future<int> answer = createFuture<int>();
    const LoopReference loop = LoopReference::current();
    std::thread([loop, answer] { loop.callSoon([answer] { answer.setResult(42); }); }).detach();
    const int value = co_await answer;
    co_return value;
}

Coroutine<QByteArray> lastLineOf(QString program, QStringList arguments)
{
    QProcess process;
    process.start(program, arguments);
    StreamReader output(&process);
    QByteArray last;
    for (QByteArray line = co_await output.readLine(); !line.isEmpty(); line = co_await output.readLine())
        last = line;
    co_await finishOf(&process); // ProcessFailed if it could not be started or crashed
    co_return last;
}

Coroutine<QString> slowName()
{
    co_await sleep(test::never);
    co_return QString();
}

Coroutine<QString> firstOfTwo()
{
    std::vector<Task<QString>> mirrors;
    mirrors.push_back(createTask(fetchName(1)));
    mirrors.push_back(createTask(slowName()));
    const Task<QString> slow = mirrors.back();
    QString name = co_await firstOf(mirrors);
    const QString end = co_await test::endOf(slow);
    co_return name + QStringLiteral(", the other ") + end;
}

Coroutine<int> sumOfThree()
{
    std::vector<Coroutine<int>> numbers;
    for (int i = 1; i <= 3; ++i)
        numbers.push_back(addLater(i, i));
    const int sum = co_await sumAsTheyCome(std::move(numbers));
    co_return sum;
}

Coroutine<int> fivePolitely()
{
    Semaphore places(2);
    int calls = 0;
    std::vector<Coroutine<void>> all;
    for (int i = 0; i < 5; ++i)
        all.push_back(politely(&places, &calls));
    co_await gather(std::move(all));
    co_return calls;
}

Coroutine<QString> titleOfWindow()
{
    QWindowLike window;
    const Task<QString> title = createTask(nextTitle(&window));
    co_await sleep(0s);
    Q_EMIT window.titleChanged(QStringLiteral("new"));
    const QString next = co_await title;
    co_return next;
}

} // namespace

class TestReadme : public test::AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void firstExample()
    {
        printed.clear();
        printNamesFromOrdinaryCode();
        QCOMPARE(printed, (QStringList{u"name 1"_s, u"name 2"_s, u"name 3"_s}));
    }
    void startingWaitingCollecting()
    {
        QCOMPARE(run(addTwice()), 10);
        QCOMPARE(run(firstOfTwo()), u"name 1, the other cancelled"_s);
        QCOMPARE(run(sumOfThree()), 12);
        QCOMPARE(run(bothOrNeither()), 10);
    }
    void limits()
    {
        QCOMPARE(run(nameWithin(10min)), u"name 7"_s);
        QCOMPARE(run(nameWithin(0ms)), u"too slow"_s);
        QCOMPARE(run(fivePolitely()), 5);
    }
    void cancelling()
    {
        QStringList log;
        run(cancelTheCopy(&log));
        QCOMPARE(log, (QStringList{u"removed the half copy"_s, u"copy cancelled"_s}));
    }
    void signalsThreadsProcesses()
    {
        QCOMPARE(run(titleOfWindow()), u"new"_s);
        QCOMPARE(run(countInAThread("xyx")), 2);
        QCOMPARE(run(answerFromAnotherThread()), 42);
        QCOMPARE(run(lastLineOf(u"printf"_s, {u"one\\ntwo\\n"_s})), QByteArray("two\n"));
    }
};

} // namespace rollcall::async

QTEST_GUILESS_MAIN(rollcall::async::TestReadme)
#include "tst_readme.moc"
