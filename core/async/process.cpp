// SPDX-License-Identifier: MIT
#include "core/async/process.h"

#include "core/async/errors.h"
#include "core/async/suspension.h"

#include <QPointer>
#include <QProcess>

namespace rollcall::async {

namespace {

/// Waits until \a process is in none of the states before \a state.
Coroutine<void> pass(QPointer<QProcess> process, QProcess::ProcessState last)
{
    const auto isPassed = [&process, last] {
        return !process || process->state() == QProcess::NotRunning ||
               (last == QProcess::Starting && process->state() == QProcess::Running);
    };
    Suspension suspension;
    QObject context;
    const auto check = [&suspension, isPassed] {
        if (isPassed())
            suspension.wake();
    };
    if (process) {
        QObject::connect(process, &QProcess::stateChanged, &context, check);
        QObject::connect(process, &QObject::destroyed, &context, [&suspension] { suspension.wake(); });
    }
    check();
    co_await suspension;
    if (!process)
        throw SenderDestroyed();
}

[[noreturn]] void fail(const QProcess &process)
{
    const QString sentence = QStringLiteral("%1: %2").arg(process.program(), process.errorString());
    throw ProcessFailed(sentence.toStdString());
}

} // namespace

Coroutine<void> startOf(QProcess *process)
{
    Coroutine<void> started = pass(process, QProcess::Starting);
    co_await std::move(started);
    if (process->error() == QProcess::FailedToStart)
        fail(*process);
}

Coroutine<int> finishOf(QProcess *process)
{
    Coroutine<void> ended = pass(process, QProcess::Running);
    co_await std::move(ended);
    if (process->error() == QProcess::FailedToStart || process->exitStatus() == QProcess::CrashExit)
        fail(*process);
    co_return process->exitCode();
}

} // namespace rollcall::async
