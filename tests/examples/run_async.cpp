// SPDX-License-Identifier: MIT
// The article's one entry point that works everywhere: run() makes an application where there is none, uses
// the one that is there, and works in a thread of its own.
#include "core/async/run.h"
#include "core/async/sleep.h"
#include "tests/examples/print.h"

#include <QCoreApplication>

#include <thread>

using namespace rollcall::async;
using namespace std::chrono_literals;

Coroutine<QString> task(QString place)
{
    co_await sleep(10ms);
    co_return QStringLiteral("Completed ") + place;
}

int main(int argc, char *argv[])
{
    print(run(task(QStringLiteral("without an application"))));

    const QCoreApplication application(argc, argv);
    print(run(task(QStringLiteral("with an application"))));

    std::thread([] { print(run(task(QStringLiteral("in a thread")))); }).join();
}
