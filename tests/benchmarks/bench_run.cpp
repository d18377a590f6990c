// SPDX-License-Identifier: MIT
// Checks very many URLs in one run and looks at what that costs and leaves behind: memory, descriptors,
// tasks.
//
//     bench_run COUNT CONCURRENCY URL [CA_FILE]
//
// Calls URL?0, URL?1 ... and prints the resident memory after 10,000 results, the largest and the last after
// that, and the descriptors and tasks before and after the run.
#include "core/async/run.h"
#include "core/async/task.h"
#include "core/check/checkrun.h"
#include "core/net/resourcelimits.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace rollcall;

namespace {

constexpr qint64 warmUp = 10'000;     // results after which nothing may grow any more
constexpr qint64 sampleEvery = 5'000; // results

double residentMebibytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const qint64 pages = file.readAll().split(' ').value(1).toLongLong();
    return double(pages * sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}

UrlList listOf(const QByteArray &url, qint64 count)
{
    UrlList list;
    list.reserve(count);
    for (qint64 number = 0; number < count; ++number)
        list.append(UrlEntry(url + '?' + QByteArray::number(number)));
    return list;
}

/// What is left when the run and all that belongs to it is gone.
struct Left {
    Left(qsizetype descriptorCount, qsizetype taskCount) : descriptors(descriptorCount), tasks(taskCount) {}

    qsizetype descriptors;
    qsizetype tasks;
};

async::Coroutine<Left> measure(UrlList list, CheckSettings settings)
{
    qint64 done = 0;
    qint64 wrong = 0;
    double atWarmUp = 0;
    double largest = 0;
    QElapsedTimer timer;
    timer.start();
    {
        CheckRun run(std::move(list), std::move(settings));
        run.onResult([&](const IndexedResult &indexed) {
            wrong += int(indexed.result.outcome != Outcome::Ok);
            if (++done % sampleEvery != 0 || done < warmUp)
                return;
            const double now = residentMebibytes();
            if (done == warmUp)
                atWarmUp = now;
            largest = std::max(largest, now);
        });
        async::Coroutine<CheckProgress> running = run.run();
        co_await std::move(running);
    }
    const double seconds = double(timer.elapsed()) / 1000;
    std::printf("run: %lld results in %.1f s, %lld of them not ok\n", done, seconds, wrong);
    std::printf("memory: %.1f MiB after %lld results, at most %.1f MiB since, %.1f MiB at the end\n",
                atWarmUp, warmUp, largest, residentMebibytes());
    co_return Left(openDescriptors(), qsizetype(async::allTasks().size()));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        std::fprintf(stderr, "usage: bench_run COUNT CONCURRENCY URL [CA_FILE]\n");
        return EXIT_FAILURE;
    }
    raiseOpenFilesLimit();
    CheckSettings settings;
    settings.limits.concurrency = arguments[2].toInt();
    settings.limits.perHost = std::min(settings.limits.concurrency, allowed::perHost.maximum);
    settings.transport.proxy = ProxySetting::fromText(QStringLiteral("none")).value_or(ProxySetting());
    settings.transport.caFile = arguments.value(4);
    if (validate(settings)) {
        std::fprintf(stderr, "bench_run: CONCURRENCY is out of its range\n");
        return EXIT_FAILURE;
    }
    const qsizetype before = openDescriptors();
    async::Coroutine<Left> measuring =
        measure(listOf(arguments[3].toUtf8(), arguments[1].toLongLong()), settings);
    const Left left = async::run(std::move(measuring));
    std::printf("left: %lld descriptors beyond the %lld before, %lld tasks beside the one that counts\n",
                left.descriptors - before, before, left.tasks - 1);
    return EXIT_SUCCESS;
}
