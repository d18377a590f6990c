// SPDX-License-Identifier: MIT
// A year of a history: how large the file gets, and how long the questions of a screen take.
//   bench_history [URLS [DAYS]]    1000 URLs, each called once a minute for 365 days
#include "tests/benchmarks/historyyear.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace rollcall;
using namespace rollcall::bench;

namespace {

/// Asks \a query of different URLs, and prints how long that took.
template <class Query>
void measure(const char *what, int urls, Query query)
{
    constexpr int rounds = 20;
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer clock;
        clock.start();
        query(Sites::url(int(qint64(round) * 7919 % urls)));
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    std::printf("%-58s median %7.2f ms, slowest %7.2f ms\n", what, times.at(rounds / 2), times.back());
    std::fflush(stdout);
}

qint64 tableBytes(const QString &path, const char *table)
{
    Database database(path, Database::Sharing::Shared);
    demand(database.open());
    qint64 bytes = 0;
    askNumber(database.connection(),
              QStringLiteral("SELECT sum(length(data)) FROM %1").arg(QLatin1String(table)), bytes);
    return bytes;
}

void askAsAScreenDoes(const QString &path, int urls, qint64 endMs)
{
    HistoryFile file(path);
    demand(file.open());
    UrlHistory &history = file.urls();
    const QDateTime now = moment(endMs);
    measure("uptime over 24 hours, 7, 30 and 365 days", urls,
            [&](const QByteArray &url) { demand(history.uptime(url, now)); });
    const auto chart = [&](const char *what, int days, std::chrono::milliseconds resolution) {
        measure(what, urls, [&](const QByteArray &url) {
            demand(history.series(url, now.addDays(-days), now, resolution));
        });
    };
    chart("chart of 24 hours, each minute", 1, 1min);
    chart("chart of 7 days, each 10 minutes", 7, 10min);
    chart("chart of 30 days, each hour", 30, 1h);
    chart("chart of 365 days, each 12 hours", 365, 12h);
    chart("chart of 365 days, each day", 365, 24h);
    measure("the last 60 results", urls,
            [&](const QByteArray &url) { demand(history.lastResults(url, 60)); });
    measure("incidents of a URL in 365 days", urls,
            [&](const QByteArray &url) { demand(file.incidents().of(url, now.addDays(-365), now)); });
    measure("the last 1,000 incidents of all", urls,
            [&](const QByteArray &) { demand(file.incidents().all(now.addDays(-365), now)); });
    QByteArrayList all;
    for (int site = 0; site < urls; ++site)
        all.append(Sites::url(site));
    const auto overview = [&](const char *what, int days) {
        measure(what, urls,
                [&](const QByteArray &) { demand(history.overview(all, now.addDays(-days), now)); });
    };
    overview("overview of all URLs, 24 hours", 1);
    overview("overview of all URLs, 7 days", 7);
    overview("overview of all URLs, 30 days", 30);
    overview("overview of all URLs, 365 days", 365);
    const qint64 run = demand(file.runs().latest(500)).last().id;
    measure("all results of a run", urls, [&](const QByteArray &) {
        demand(file.visitRun(run, [](const HistoryResult &) { return true; }));
    });
}

// The last minutes, in the way that results come.
void addLastMinutes(const QString &path, int urls, qint64 endMs)
{
    HistoryFile file(path);
    demand(file.open());
    Sites sites;
    qint64 run = 0;
    double slowest = 0;
    constexpr int minutes = 10;
    for (int minute = 0; minute < minutes; ++minute) {
        const qint64 began = endMs + minute * minuteMs;
        QList<HistoryResult> results;
        for (int site = 0; site < urls; ++site)
            results.append(HistoryResult(site, sites.result(site, began + site)));
        QElapsedTimer clock;
        clock.start();
        demand(file.beginRun(RunStart(RunKind::Scheduled, QStringLiteral("sites.txt"), moment(began), urls),
                             run));
        demand(file.addResults(run, moment(began), results));
        demand(file.endRun(run, moment(began + 3'000), {}));
        demand(file.flush());
        slowest = std::max(slowest, double(clock.nsecsElapsed()) / 1e6);
    }
    std::printf("storing a run of all URLs: at most %.1f ms\n", slowest);
}

void keepInOrder(const QString &path, qint64 nowMs)
{
    HistoryFile file(path);
    demand(file.open());
    QElapsedTimer clock;
    double slowest = 0;
    double whole = 0;
    for (bool hasMore = true; hasMore;) {
        clock.start();
        hasMore = demand(file.upkeep().step(moment(nowMs)));
        slowest = std::max(slowest, double(clock.nsecsElapsed()) / 1e6);
        whole += double(clock.nsecsElapsed()) / 1e6;
    }
    std::printf("packing and dropping: %.1f s in slices of at most %.1f ms\n", whole / 1e3, slowest);
}

void runAMillion(const QString &path, qint64 endMs)
{
    constexpr int urls = 1'000'000;
    constexpr int batch = 10'000;
    HistoryFile file(path);
    demand(file.open());
    Sites sites;
    qint64 run = 0;
    double seconds = 0;
    demand(file.beginRun(RunStart(RunKind::Window, QStringLiteral("million"), moment(endMs), urls), run));
    for (int first = 0; first < urls; first += batch) {
        QList<HistoryResult> results;
        for (int site = first; site < first + batch; ++site)
            results.append(HistoryResult(site, sites.result(site, endMs + site / 10)));
        QElapsedTimer clock;
        clock.start();
        demand(file.addResults(run, moment(endMs), results));
        seconds += double(clock.nsecsElapsed()) / 1e9;
    }
    std::printf("a run of a million URLs: stored in %.1f s", seconds);
    QElapsedTimer clock;
    clock.start();
    while (demand(file.upkeep().step(moment(endMs + hourMs)))) {
    }
    demand(file.flush());
    std::printf(", packed in %.1f s, %.0f MB\n", double(clock.nsecsElapsed()) / 1e9,
                double(QFileInfo(path).size()) / 1e6);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int urls = arguments.value(1, QStringLiteral("1000")).toInt();
    const int days = arguments.value(2, QStringLiteral("365")).toInt();
    const int daysOfResults = std::min(days, Retention().results);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("year.sqlite"));
    const qint64 end = QDateTime::currentMSecsSinceEpoch() / dayMs * dayMs;

    QElapsedTimer clock;
    clock.start();
    Year(path, urls, days, end).make(daysOfResults);
    addLastMinutes(path, urls, end);
    const double bytes = double(QFileInfo(path).size());
    const double results = double(urls) * checksAnHour * 24 * daysOfResults;
    std::printf("%d URLs every minute for %d days, results kept for %d: %.0f MB, made in %.0f s\n", urls,
                days, daysOfResults, bytes / 1e6, double(clock.elapsed()) / 1e3);
    std::printf("%.0f results take %.1f bytes each; %.0f hours of roll-ups %.1f bytes each\n", results,
                double(tableBytes(path, "result_blocks")) / results, double(urls) * 24 * days,
                double(tableBytes(path, "hours")) / (double(urls) * 24 * days));
    askAsAScreenDoes(path, urls, end + 10 * minuteMs);
    keepInOrder(path, end + 40 * minuteMs);
    keepInOrder(path, end + 3 * dayMs);
    std::printf("three days later: %.0f MB\n", double(QFileInfo(path).size()) / 1e6);
    runAMillion(folder.filePath(QStringLiteral("million.sqlite")), end);
    return 0;
}
