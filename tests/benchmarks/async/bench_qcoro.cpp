// SPDX-License-Identifier: MIT
// The workloads of the coroutine benchmark on QCoro. It has neither gather() nor a semaphore: tasks are
// awaited one after the other, and the place is handed over by a signal.
#include "tests/benchmarks/async/workloads.h"

#include <QCoreApplication>
#include <QCoroSignal>
#include <QCoroTask>
#include <QCoroTimer>
#include <QTimer>

#include <vector>

using namespace rollcall::benchmark;
using namespace std::chrono_literals;

namespace {

QCoro::Task<void> yieldOften(int count)
{
    for (int i = 0; i < count; ++i)
        co_await QCoro::sleepFor(0ms);
}

QCoro::Task<int> number(int value)
{
    co_await QCoro::sleepFor(0ms);
    co_return value;
}

QCoro::Task<void> gatherAll()
{
    std::vector<QCoro::Task<int>> all;
    for (int i = 0; i < gathered; ++i)
        all.push_back(number(i));
    int last = 0;
    for (QCoro::Task<int> &task : all)
        last = co_await task;
    if (last != gathered - 1)
        std::abort();
}

class Place : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void free();
};

QCoro::Task<void> passOften(Place *mine, Place *others, int count)
{
    for (int i = 0; i < count; ++i) {
        // Queued, so that the other one waits by then.
        QMetaObject::invokeMethod(others, &Place::free, Qt::QueuedConnection);
        if (i + 1 < count)
            co_await qCoro(mine, &Place::free);
    }
}

QCoro::Task<void> handOver()
{
    Place one;
    Place other;
    QCoro::Task<void> second = passOften(&other, &one, handOvers / 2);
    co_await passOften(&one, &other, handOvers / 2);
    co_await second;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    Stopwatch switching;
    QCoro::waitFor(yieldOften(switches));
    switching.tell("switch", switches);
    Stopwatch gathering;
    QCoro::waitFor(gatherAll());
    gathering.tell("gather", gathered);
    Stopwatch handing;
    QCoro::waitFor(handOver());
    handing.tell("semaphore", handOvers);
}

#include "bench_qcoro.moc"
