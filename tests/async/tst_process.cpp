// SPDX-License-Identifier: MIT
// Awaiting a QProcess.
#include "asynctest.h"

#include "core/async/process.h"
#include "core/async/timeout.h"

#include <QProcess>

#include <memory>

namespace rollcall::async::test {

namespace {

const QString shell = u"/bin/sh"_s;
const QString missing = u"/nonexistent/program"_s;

QStringList script(const char *text)
{
    return {u"-c"_s, QString::fromLatin1(text)};
}

QString stateOf(const QProcess &process)
{
    return process.state() == QProcess::Running      ? u"running"_s
           : process.state() == QProcess::NotRunning ? u"ended"_s
                                                     : u"starting"_s;
}

/// Ends what a test left running, by its handle.
void stop(QProcess *process)
{
    process->kill();
    process->waitForFinished();
}

Coroutine<void> startAndFinish(QStringList *log)
{
    QProcess process;
    process.start(shell, script("read line; exit 3"));
    co_await startOf(&process);
    log->append(stateOf(process));
    process.write("go on\n");
    const int code = co_await finishOf(&process);
    log->append(u"%1 with %2"_s.arg(stateOf(process)).arg(code));
    co_await startOf(&process); // it has run: nothing to wait for
    const int again = co_await finishOf(&process);
    log->append(QString::number(again));
}

Coroutine<void> runAgain(QStringList *log)
{
    QProcess process;
    for (int i = 0; i < 3; ++i) {
        process.start(shell, script("exit 0"));
        const int code = co_await finishOf(&process);
        log->append(QString::number(code));
    }
}

Coroutine<void> cannotStart(QStringList *log)
{
    QProcess process;
    process.start(missing, QStringList());
    const QString start = co_await endOf(startOf(&process));
    log->append(start.startsWith(u"failed: "_s + missing + u": "_s) ? u"named"_s : start);
    const QString end = co_await endOf(finishOf(&process));
    log->append(end.startsWith(u"failed: "_s + missing + u": "_s) ? u"named"_s : end);
}

Coroutine<void> cannotStartThenCan(QStringList *log)
{
    QProcess process;
    process.start(missing, QStringList());
    const QString end = co_await endOf(startOf(&process));
    log->append(end.startsWith(u"failed"_s) ? u"failed"_s : end);
    process.start(shell, script("exit 2"));
    co_await startOf(&process);
    const int code = co_await finishOf(&process);
    log->append(QString::number(code));
}

Coroutine<void> crash(QStringList *log)
{
    QProcess process;
    process.start(shell, script("kill -KILL $$"));
    const QString end = co_await endOf(finishOf(&process));
    log->append(end.startsWith(u"failed: /bin/sh: "_s) ? u"crashed"_s : end);
}

Coroutine<void> severalWait(QStringList *log)
{
    QProcess process;
    process.start(shell, script("read line; exit 4"));
    const Task<int> first = createTask(finishOf(&process));
    const Task<int> second = createTask(finishOf(&process));
    co_await startOf(&process);
    process.write("\n");
    const int ofFirst = co_await first;
    const int ofSecond = co_await second;
    log->append(u"%1 %2"_s.arg(ofFirst).arg(ofSecond));
}

Coroutine<void> cancelWait(QStringList *log)
{
    QProcess process;
    process.start(u"cat"_s, QStringList());
    co_await startOf(&process);
    const Task<int> waiting = createTask(finishOf(&process));
    co_await turns(1);
    waiting.cancel();
    const QString end = co_await endOf(waiting);
    log->append(end);
    log->append(stateOf(process));
    process.closeWriteChannel();
    const int code = co_await finishOf(&process);
    log->append(QString::number(code));
}

Coroutine<void> waitUnderLimit(QStringList *log)
{
    QProcess process;
    process.start(u"cat"_s, QStringList());
    const QString end = co_await endOf(timeout(50ms, finishOf(&process)));
    log->append(end);
    stop(&process);
}

Coroutine<void> destroyProcess(QStringList *log)
{
    auto process = std::make_unique<QProcess>();
    process->start(u"cat"_s, QStringList());
    co_await startOf(process.get());
    const Task<int> waiting = createTask(finishOf(process.get()));
    const Task<void> notStarted = createTask(startOf(process.get()));
    co_await turns(1);
    stop(process.get()); // a running one may not be destroyed; the wait has been woken now
    process.reset();
    const QString end = co_await endOf(waiting);
    log->append(end);
    const QString endOfOther = co_await endOf(notStarted);
    log->append(endOfOther);
}

} // namespace

class TestProcess : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void startAndEndAreAwaited() { QCOMPARE(logOf(startAndFinish), u"running, ended with 3, 3"_s); }
    void sameProcessMayRunAgain() { QCOMPARE(logOf(runAgain), u"0, 0, 0"_s); }
    void programThatCannotStartIsNamed() { QCOMPARE(logOf(cannotStart), u"named, named"_s); }
    void failureToStartIsForgottenByTheNextStart() { QCOMPARE(logOf(cannotStartThenCan), u"failed, 2"_s); }
    void crashIsAFailure() { QCOMPARE(logOf(crash), u"crashed"_s); }
    void severalMayWait() { QCOMPARE(logOf(severalWait), u"4 4"_s); }
    void cancellingTheWaitLeavesTheProgramRunning()
    {
        QCOMPARE(logOf(cancelWait), u"cancelled, running, 0"_s);
    }
    void waitCanHaveATimeLimit() { QCOMPARE(logOf(waitUnderLimit), u"timed out"_s); }
    void destroyedProcessEndsTheWait()
    {
        QCOMPARE(logOf(destroyProcess),
                 u"failed: the object was destroyed before it emitted the awaited signal, done"_s);
    }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestProcess)
#include "tst_process.moc"
