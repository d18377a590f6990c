// SPDX-License-Identifier: MIT
// The article's comparison: wait() has a time limit and hands back what is pending, gather() collects all
// results in order.
#include "core/async/gather.h"
#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/async/wait.h"
#include "tests/examples/print.h"

using namespace rollcall::async;
using namespace std::chrono_literals;

Coroutine<QString> worker(QString name, std::chrono::seconds duration)
{
    print(name + QStringLiteral(" starting work"));
    co_await sleep(duration);
    print(name + QStringLiteral(" completed work"));
    co_return name + QStringLiteral("_result");
}

Coroutine<void> compareMethods()
{
    std::vector<Task<QString>> tasks;
    tasks.push_back(createTask(worker(QStringLiteral("Task1"), 1s)));
    tasks.push_back(createTask(worker(QStringLiteral("Task2"), 2s)));
    tasks.push_back(createTask(worker(QStringLiteral("Task3"), 3s)));

    const WaitResult<Task<QString>> waited = co_await wait(tasks, 2500ms);
    print(QStringLiteral("wait: %1 done, %2 pending").arg(waited.done.size()).arg(waited.pending.size()));
    for (const Task<QString> &task : waited.done)
        print(QStringLiteral("wait: ") + task.result());

    const std::vector<Result<QString>> results = co_await gather(tasks, returnExceptions);
    for (const Result<QString> &result : results)
        print(QStringLiteral("gather: ") + result.value());
}

int main()
{
    run(compareMethods());
}
