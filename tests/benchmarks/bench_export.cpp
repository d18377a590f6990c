// SPDX-License-Identifier: MIT
// Measures the export of results: makes a million, writes them in each format, prints one line of figures
// each.
#include "core/reports/reportfile.h"
#include "core/reports/resultwriter.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

using std::chrono::microseconds;

// One result in ten has failed, one in ten was redirected.
CheckResult resultOf(qint64 number)
{
    CheckResult result;
    result.url = "https://host" + QByteArray::number(number % 1000) + ".example.com/path/page-" +
                 QByteArray::number(number) + ".html";
    result.outcome = Outcome::Ok;
    result.attempts = 1;
    result.queueTime = microseconds(number);
    result.startedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + number, Qt::UTC);
    FetchResult &fetch = result.fetch;
    fetch.finalUrl = result.url;
    if (number % 10 == 3) {
        result.outcome = Outcome::Failed;
        fetch.error = ErrorKind::ConnectTimeout;
        fetch.errorDetail = u"no answer within 10 s"_s;
        return result;
    }
    if (number % 10 == 7)
        fetch.redirects = {RedirectHop("http://www.example.com/", 301, microseconds(12'345))};
    fetch.status = 200;
    fetch.bodyBytes = 12'345 + number % 1000;
    fetch.wireBytes = 3'456 + number % 100;
    fetch.contentType = "text/html; charset=utf-8";
    fetch.httpVersion = "1.1";
    fetch.remoteIp = "192.0.2.17";
    fetch.tlsVersion = "1.3";
    fetch.certificateExpires = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
    fetch.bodySha256 = QByteArray(64, 'a');
    fetch.times.dns = microseconds(1'234);
    fetch.times.connect = microseconds(23'456);
    fetch.times.tls = microseconds(34'567);
    fetch.times.firstByte = microseconds(80'000 + number % 10'000);
    fetch.times.total = microseconds(90'000 + number % 100'000);
    return result;
}

// A few thousand different results are written again and again: making a million would be measured, too.
QString writeReport(const QString &path, const ReportFormat &format, const QList<CheckResult> &results,
                    qint64 rows)
{
    ReportFile file(path, format, {});
    QString failure = file.open();
    for (qint64 i = 0; failure.isEmpty() && i < rows; ++i)
        failure = file.write(results[i % results.size()]);
    return failure.isEmpty() ? file.commit() : failure;
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 rows = argc > 1 ? QByteArrayView(argv[1]).toLongLong() : 1'000'000;
    const QTemporaryDir folder;
    if (rows < 1 || !folder.isValid()) {
        std::fprintf(stderr, "bench_export [ROWS [FORMAT...]]: at least one row, and a temporary folder\n");
        return EXIT_FAILURE;
    }
    QList<CheckResult> results;
    for (qint64 i = 0; i < std::min<qint64>(rows, 5'000); ++i)
        results.append(resultOf(i));

    for (const ReportFormat &format : reportFormats()) {
        const QByteArrayList asked(argv + std::min(argc, 2), argv + argc);
        if (!format.isBuiltIn() || (!asked.isEmpty() && !asked.contains(format.id)))
            continue;
        QElapsedTimer timer;
        timer.start();
        const QString failure = writeReport(folder.filePath(QLatin1String(format.id)), format, results, rows);
        if (!failure.isEmpty()) {
            std::fprintf(stderr, "%s\n", qPrintable(failure));
            return EXIT_FAILURE;
        }
        const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        std::printf("export %s: %lld results in %.2f s, %.0f results/s\n", format.id,
                    static_cast<long long>(rows), seconds, static_cast<double>(rows) / seconds);
        std::fflush(stdout);
    }
    return EXIT_SUCCESS;
}
