// SPDX-License-Identifier: MIT
#include "core/history/urlhistory.h"

#include "core/history/historyfile.h"
#include "tests/history/historytools.h"

#include <QTemporaryDir>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class tst_UrlHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anUnknownUrlHasNothingToTell();
    void uptimeCountsEachPeriod();
    void uptimeIsThePartThatDidNotFail();
    void whatDoesNotCountCostsNoUptime();
    void aLocalOutageCostsNoUptime();
    void anOutageReachesAsFarAsItWasSaidLast();
    void aSeriesOfMinutesIsExact();
    void aSeriesOfHoursAndDaysIsCloseEnough();
    void aFineSeriesIsCoarserWhereResultsAreGone();
    void aSeriesHasAtMostTenThousandPoints();
    void failuresHaveNoResponseTime();
    void theLastResultsAreInOrder();
    void theLastResultsAreFoundHoursBack();
    void anOverviewHasALineForEachUrl();
    void anOverviewIsTheSameOnceResultsArePacked();

private:
    void checkEveryMinute(std::chrono::minutes from, std::chrono::minutes to);
    /// Packed and not packed must come to the same: both are compared.
    void pack() { keepInOrder(*m_file, noon(36h)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryFile> m_file;
};

namespace {

const QByteArray url = "https://example.com/";

} // namespace

void tst_UrlHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<HistoryFile>(m_folder->filePath(QStringLiteral("history.sqlite")));
    QCOMPARE(m_file->open(), std::nullopt);
}

void tst_UrlHistory::cleanup()
{
    m_file.reset();
}

// The minute is the response time in milliseconds; every tenth check fails.
void tst_UrlHistory::checkEveryMinute(std::chrono::minutes from, std::chrono::minutes to)
{
    QList<CheckResult> results;
    for (auto minute = from; minute < to; ++minute) {
        const auto time = std::chrono::milliseconds(minute.count() + 1);
        results.append(minute.count() % 10 == 9 ? failed(url, noon(minute))
                                                : passed(url, noon(minute), time));
    }
    addRun(*m_file, noon(from), results);
}

void tst_UrlHistory::anUnknownUrlHasNothingToTell()
{
    UrlHistory &urls = m_file->urls();
    QCOMPARE(got(urls.uptime(url, noon())), UptimeSummary());
    QCOMPARE(got(urls.uptime(url, noon())).year.uptime(), std::nullopt);
    QCOMPARE(got(urls.series(url, noon(-1h), noon(), 1min)), QList<SeriesPoint>());
    QCOMPARE(got(urls.lastResults(url, 5)), QList<HistoryResult>());
    const QList<UrlOverview> overview = got(urls.overview({url}, noon(-1h), noon()));
    QCOMPARE(overview.size(), 1);
    QVERIFY(overview.first().url == url && !overview.first().last && !overview.first().downSince);
}

void tst_UrlHistory::uptimeCountsEachPeriod()
{
    QList<CheckResult> results;
    for (const auto ago : {1h, 23h, 30h, 6 * 24h, 10 * 24h, 29 * 24h, 100 * 24h, 364 * 24h, 400 * 24h})
        results.append(passed(url, noon(-ago), 5ms));
    addRun(*m_file, noon(-400 * 24h), results);
    for (const bool isPacked : {false, true}) {
        if (isPacked)
            pack();
        const UptimeSummary summary = got(m_file->urls().uptime(url, noon()));
        QCOMPARE(summary.day.ok, 2);
        QCOMPARE(summary.week.ok, 4);
        QCOMPARE(summary.month.ok, 6);
        QCOMPARE(summary.year.ok, 8);
    }
}

void tst_UrlHistory::uptimeIsThePartThatDidNotFail()
{
    CheckResult slow = passed(url, noon(), 5s);
    slow.outcome = Outcome::Warning;
    addRun(*m_file, noon(), {passed(url, noon(), 1ms), slow, failed(url, noon()), passed(url, noon(), 1ms)});
    const Availability day = got(m_file->urls().uptime(url, noon(1min))).day;
    QCOMPARE(day.counted(), 4);
    QCOMPARE(day.warnings, 1);
    QCOMPARE(day.uptime(), 0.75);
}

void tst_UrlHistory::whatDoesNotCountCostsNoUptime()
{
    const qint64 run = addRun(*m_file, noon(), {passed(url, noon(), 1ms)});
    QCOMPARE(m_file->addResults(run, noon(), {HistoryResult(1, failed(url, noon(1min)), false)}),
             std::nullopt);
    for (const bool isPacked : {false, true}) {
        if (isPacked)
            pack();
        const Availability day = got(m_file->urls().uptime(url, noon(1h))).day;
        QCOMPARE(day.uptime(), 1.0);
        QCOMPARE(day.unknown, 1);
    }
}

void tst_UrlHistory::aLocalOutageCostsNoUptime()
{
    addRun(*m_file, noon(),
           {passed(url, noon(), 1ms), failed(url, noon(2min)), failed(url, noon(3min)),
            passed(url, noon(4min), 1ms)});
    QCOMPARE(m_file->noteLocalOutage(noon(2min), noon(3min)), std::nullopt);
    for (const bool isPacked : {false, true}) {
        if (isPacked)
            pack();
        const Availability day = got(m_file->urls().uptime(url, noon(1h))).day;
        QCOMPARE(day.ok, 2);
        QCOMPARE(day.failed, 0);
        QCOMPARE(day.unknown, 2);
        QCOMPARE(got(m_file->urls().overview({url}, noon(-1h), noon(1h))).first().counts, day);
        const QList<SeriesPoint> points = got(m_file->urls().series(url, noon(), noon(1h), 30min));
        QCOMPARE(points.size(), 1);
        QCOMPARE(points.first().counts, day);
    }
}

void tst_UrlHistory::anOutageReachesAsFarAsItWasSaidLast()
{
    addRun(*m_file, noon(), {failed(url, noon()), failed(url, noon(5min))});
    QCOMPARE(m_file->noteLocalOutage(noon(), noon(1min)), std::nullopt);
    QCOMPARE(got(m_file->urls().uptime(url, noon(1h))).day.failed, 1);
    QCOMPARE(m_file->noteLocalOutage(noon(), noon(5min)), std::nullopt);
    QCOMPARE(got(m_file->urls().uptime(url, noon(1h))).day.failed, 0);
}

void tst_UrlHistory::aSeriesOfMinutesIsExact()
{
    checkEveryMinute(0min, 130min);
    for (const bool isPacked : {false, true}) {
        if (isPacked)
            keepInOrder(*m_file, noon(100min)); // the rest is still new
        const QList<SeriesPoint> points = got(m_file->urls().series(url, noon(5min), noon(125min), 20min));
        QCOMPARE(points.size(), 7);
        QCOMPARE(points.at(0).began, noon());
        QCOMPARE(points.at(0).counts.counted(), 15); // those before "from" are left out
        QCOMPARE(points.at(1).began, noon(20min));
        QCOMPARE(points.at(1).counts.ok, 18);
        QCOMPARE(points.at(1).counts.failed, 2);
        QCOMPARE(points.at(1).least, 21ms); // of 21 to 39 without 30
        QCOMPARE(points.at(1).median, 29ms);
        QCOMPARE(points.at(1).percentile95, 39ms);
        QCOMPARE(points.at(1).greatest, 39ms);
        QCOMPARE(points.at(6).counts.counted(), 5);
    }
}

void tst_UrlHistory::aSeriesOfHoursAndDaysIsCloseEnough()
{
    checkEveryMinute(0min, 1'440min); // from noon to noon
    pack();
    const QList<SeriesPoint> hours = got(m_file->urls().series(url, noon(), noon(24h), 1h));
    QCOMPARE(hours.size(), 24);
    QCOMPARE(hours.at(9).began, noon(9h));
    QCOMPARE(hours.at(9).counts.ok, 54);
    QCOMPARE(hours.at(9).least, 541ms);
    QCOMPARE(hours.at(9).greatest, 599ms);
    const double median = double(hours.at(9).median->count()) / 1'000;
    QVERIFY2(median > 569 * 0.975 && median < 569 * 1.025, qPrintable(QString::number(median)));
    const QList<SeriesPoint> days = got(m_file->urls().series(url, noon(), noon(24h), 24h));
    QCOMPARE(days.size(), 2);
    QCOMPARE(days.first().began, noon(-12h));
    QCOMPARE(days.first().counts.counted(), 720);
    QCOMPARE(days.last().counts.counted(), 720);
    QCOMPARE(days.last().greatest, 1'439ms);
}

void tst_UrlHistory::aFineSeriesIsCoarserWhereResultsAreGone()
{
    checkEveryMinute(0min, 240min);
    QCOMPARE(m_file->upkeep().setRetention(Retention(1, 10)), std::nullopt);
    keepInOrder(*m_file, noon(26h)); // the first two hours are older than a day
    const QList<SeriesPoint> points = got(m_file->urls().series(url, noon(), noon(240min), 10min));
    QCOMPARE(points.size(), 2 + 12);
    QCOMPARE(points.at(0).counts.counted(), 60);
    QCOMPARE(points.at(1).began, noon(1h));
    QCOMPARE(points.at(2).began, noon(2h));
    QCOMPARE(points.at(2).counts.counted(), 10);
    QCOMPARE(got(m_file->urls().uptime(url, noon(3h))).day.counted(), 240); // nothing is lost
}

void tst_UrlHistory::aSeriesHasAtMostTenThousandPoints()
{
    checkEveryMinute(0min, 300min);
    QCOMPARE(got(m_file->urls().series(url, noon(), noon(300min), 1ms)).size(), 300);
    QVERIFY(got(m_file->urls().series(url, noon(-9'000h), noon(300min), 1ms)).size() < 10);
}

void tst_UrlHistory::failuresHaveNoResponseTime()
{
    addRun(*m_file, noon(), {failed(url, noon())});
    for (const bool isPacked : {false, true}) {
        if (isPacked)
            pack();
        for (const auto resolution : {1min, 60min}) {
            const QList<SeriesPoint> points = got(m_file->urls().series(url, noon(), noon(1h), resolution));
            QCOMPARE(points.size(), 1);
            QCOMPARE(points.first().counts.failed, 1);
            QVERIFY(!points.first().median && !points.first().percentile95 && !points.first().greatest);
        }
    }
}

void tst_UrlHistory::theLastResultsAreInOrder()
{
    checkEveryMinute(0min, 150min);
    const QList<HistoryResult> before = got(m_file->urls().lastResults(url, 100));
    QCOMPARE(before.size(), 100);
    QCOMPARE(before.first().result.startedAt, noon(50min));
    QCOMPARE(before.last().result.startedAt, noon(149min));
    keepInOrder(*m_file, noon(100min));
    QCOMPARE(got(m_file->urls().lastResults(url, 100)), before);
    pack();
    QCOMPARE(got(m_file->urls().lastResults(url, 100)), before);
    QCOMPARE(got(m_file->urls().lastResults(url, 1'000)).size(), 150);
}

void tst_UrlHistory::theLastResultsAreFoundHoursBack()
{
    addRun(*m_file, noon(-100h), {passed(url, noon(-100h), 1ms)});
    addRun(*m_file, noon(-50h), {passed(url, noon(-50h), 2ms)});
    pack();
    QCOMPARE(got(m_file->urls().lastResults(url, 2)).first().result.startedAt, noon(-100h));
    QCOMPARE(got(m_file->urls().overview({url}, noon(-1h), noon())).first().last->result.startedAt,
             noon(-50h));
}

void tst_UrlHistory::anOverviewHasALineForEachUrl()
{
    const QByteArray other = "https://example.org/";
    addRun(*m_file, noon(), {passed(url, noon(), 1ms), failed(other, noon(), ErrorKind::DnsNotFound)});
    QCOMPARE(m_file->beginIncident(Incident(other, noon(), Reason(ErrorKind::DnsNotFound, QString()))),
             std::nullopt);
    for (const auto period : {24h, 30 * 24h}) {
        const QList<UrlOverview> lines =
            got(m_file->urls().overview({other, url}, noon(1min - period), noon(1min)));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0).counts.failed, 1);
        QCOMPARE(lines.at(0).last->result.fetch.error, ErrorKind::DnsNotFound);
        QCOMPARE(lines.at(0).downSince, noon());
        QCOMPARE(lines.at(1).counts.uptime(), 1.0);
        QCOMPARE(lines.at(1).downSince, std::nullopt);
    }
}

void tst_UrlHistory::anOverviewIsTheSameOnceResultsArePacked()
{
    checkEveryMinute(0min, 200min);
    QCOMPARE(m_file->noteLocalOutage(noon(30min), noon(40min)), std::nullopt);
    for (const auto period : {24h, 7 * 24h, 30 * 24h}) {
        const QDateTime from = noon(200min - period);
        const UrlOverview before = got(m_file->urls().overview({url}, from, noon(200min))).first();
        QCOMPARE(before.counts.unknown, 11);
        QCOMPARE(before.counts.counted(), 189);
        QCOMPARE(before.last->result.startedAt, noon(199min));
    }
    const UrlOverview before = got(m_file->urls().overview({url}, noon(-1h), noon(200min))).first();
    pack();
    QCOMPARE(got(m_file->urls().overview({url}, noon(-1h), noon(200min))).first(), before);
    QCOMPARE(got(m_file->urls().lastResults(url, 1)).first(), *before.last);
}

QTEST_GUILESS_MAIN(tst_UrlHistory)
#include "tst_urlhistory.moc"
