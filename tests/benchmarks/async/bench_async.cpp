// SPDX-License-Identifier: MIT
// The workloads of the coroutine benchmark, on rollcall's own layer.
#include "core/async/gather.h"
#include "core/async/run.h"
#include "core/async/semaphore.h"
#include "core/async/sleep.h"
#include "tests/benchmarks/async/workloads.h"

#include <QCoreApplication>

using namespace rollcall::async;
using namespace rollcall::benchmark;
using namespace std::chrono_literals;

namespace {

Coroutine<void> yieldOften(int count)
{
    for (int i = 0; i < count; ++i)
        co_await sleep(0s);
}

Coroutine<int> number(int value)
{
    co_await sleep(0s);
    co_return value;
}

Coroutine<void> gatherAll()
{
    std::vector<Coroutine<int>> all;
    for (int i = 0; i < gathered; ++i)
        all.push_back(number(i));
    const std::vector<int> values = co_await gather(std::move(all));
    if (values.back() != gathered - 1)
        std::abort();
}

Coroutine<void> passOften(Semaphore *semaphore, int count)
{
    for (int i = 0; i < count; ++i) {
        const Semaphore::Permit permit = co_await semaphore->acquire();
        co_await sleep(0s); // the other one queues up meanwhile
    }
}

Coroutine<void> handOver()
{
    Semaphore semaphore(1);
    co_await gather(passOften(&semaphore, handOvers / 2), passOften(&semaphore, handOvers / 2));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    Stopwatch switching;
    run(yieldOften(switches));
    switching.tell("switch", switches);
    Stopwatch gathering;
    run(gatherAll());
    gathering.tell("gather", gathered);
    Stopwatch handing;
    run(handOver());
    handing.tell("semaphore", handOvers);
}
