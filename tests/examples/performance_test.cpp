// SPDX-License-Identifier: MIT
// The article's performance_test: the URLs of the command line, three at a time, and how long all took.
#include "core/async/run.h"
#include "tests/examples/optimizedfetch.h"
#include "tests/examples/print.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace rollcall::async;

Coroutine<void> performanceTest(QStringList urls)
{
    QElapsedTimer timer;
    timer.start();
    const std::vector<Fetched> results = co_await optimizedFetch(urls, 3);
    print(QStringLiteral("Total time: %1 seconds").arg(double(timer.elapsed()) / 1000, 0, 'f', 2));
    for (const Fetched &result : results) {
        const QString outcome = result.error.isEmpty() ? QStringLiteral("%1 bytes").arg(result.characters)
                                                       : QStringLiteral("Error - %1").arg(result.error);
        print(QStringLiteral("%1: %2").arg(result.url, outcome));
    }
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    run(performanceTest(QCoreApplication::arguments().mid(1)));
}
