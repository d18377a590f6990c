// SPDX-License-Identifier: MIT
#include "tests/history/historytools.h"

#include "tests/history/storetools.h"

namespace rollcall::test {

using std::chrono::microseconds;

CheckResult historyResult(const QByteArray &url, int seed, qint64 startedAtMs)
{
    constexpr int tick = 100;
    CheckResult result = fullResult(url, seed);
    result.startedAt = QDateTime::fromMSecsSinceEpoch(startedAtMs + seed, Qt::UTC);
    result.queueTime = microseconds(tick * (seed + 3));
    FetchTimes &times = result.fetch.times;
    times.dns = microseconds(tick * (seed + 6));
    times.connect = microseconds(tick * (seed + 7));
    times.tls = microseconds(tick * (seed + 8));
    times.firstByte = microseconds(tick * (seed + 9));
    times.total = microseconds(tick * (seed + 10));
    for (RedirectHop &hop : result.fetch.redirects)
        hop.time *= tick;
    return result;
}

CheckResult passed(const QByteArray &url, const QDateTime &at, std::chrono::milliseconds time)
{
    CheckResult result;
    result.url = url;
    result.outcome = Outcome::Ok;
    result.attempts = 1;
    result.startedAt = at;
    result.fetch.status = 200;
    result.fetch.finalUrl = url;
    result.fetch.times.total = time;
    return result;
}

CheckResult failed(const QByteArray &url, const QDateTime &at, ErrorKind error)
{
    CheckResult result = passed(url, at, std::chrono::seconds(30));
    result.outcome = Outcome::Failed;
    result.fetch.status = 0;
    result.fetch.error = error;
    return result;
}

QDateTime noon(std::chrono::milliseconds offset)
{
    return QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC).addMSecs(offset.count());
}

void keepInOrder(HistoryFile &file, const QDateTime &now)
{
    constexpr int mostSteps = 100'000;
    for (int step = 0; step < mostSteps; ++step) {
        if (!got(file.upkeep().step(now)))
            return;
    }
    QFAIL("the upkeep does not end");
}

qint64 addRun(HistoryFile &file, const QDateTime &began, const QList<CheckResult> &results)
{
    qint64 run = 0;
    CheckProgress counts;
    counts.total = results.size();
    QList<HistoryResult> entries;
    for (const CheckResult &result : results) {
        counts.count(result.outcome);
        entries.append(HistoryResult(entries.size(), result));
    }
    MaybeProblem problem =
        file.beginRun(RunStart(RunKind::Scheduled, QStringLiteral("list"), began, results.size()), run);
    if (!problem)
        problem = file.addResults(run, began, entries);
    if (!problem)
        problem = file.endRun(run, began.addSecs(1), counts);
    if (problem)
        QTest::qFail(qPrintable(problem->detail), __FILE__, __LINE__);
    return run;
}

QList<HistoryResult> resultsOf(HistoryFile &file, qint64 run)
{
    QList<HistoryResult> results;
    got(file.visitRun(run, [&results](const HistoryResult &result) {
        results.append(result);
        return true;
    }));
    return results;
}

QDateTime historywriterBegan(qint64 number, qint64 firstMs)
{
    constexpr qint64 hours = 24 * 20; // then they begin at the first one again
    constexpr qint64 hourMs = 3'600'000;
    return QDateTime::fromMSecsSinceEpoch(firstMs + number / historywriterBatch % hours * hourMs, Qt::UTC);
}

HistoryResult historywriterResult(qint64 number, qint64 firstMs)
{
    const qint64 position = number % historywriterBatch;
    CheckResult result = historyResult("https://example.com/" + QByteArray::number(position), int(position),
                                       historywriterBegan(number, firstMs).toMSecsSinceEpoch());
    result.outcome = Outcome::Ok;
    result.fetch.errorDetail = QString::number(number);
    return HistoryResult(position, result);
}

} // namespace rollcall::test
