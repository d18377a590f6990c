// SPDX-License-Identifier: MIT
#include "ui/urlpast.h"

#include "core/history/historyfile.h"
#include "tests/history/historytools.h"

#include <QTemporaryDir>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestUrlPast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aChartHasAFewHundredPoints_data();
    void aChartHasAFewHundredPoints();
    void anIncidentLastsUntilTheNextCheckThatPassed();
    void anUnconfirmedFailureOfAMomentIsNoIncident();
    void whatDoesNotCountIsNoIncident();
    void oneAnswerHasEverything();
    void whatAWatchHasNotedCountsMoreThanResults();
    void onlyIncidentsOfTheRangeAreThere();

private:
    static QByteArray url() { return "https://example.com/"; }
    static HistoryResult at(std::chrono::minutes when, bool isFailure, bool counts = true)
    {
        return HistoryResult(0, isFailure ? failed(url(), noon(when)) : passed(url(), noon(when), 20ms),
                             counts);
    }
    UrlPast past(std::chrono::hours from, std::chrono::hours to)
    {
        return got(readUrlPast(*m_file, UrlPastQuery(url(), TimeRange(noon(from), noon(to)), noon(to))));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryFile> m_file;
};

void TestUrlPast::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<HistoryFile>(m_folder->filePath(QStringLiteral("history.sqlite")));
    QCOMPARE(m_file->open(), std::nullopt);
}

void TestUrlPast::cleanup()
{
    m_file.reset();
    m_folder.reset();
}

void TestUrlPast::aChartHasAFewHundredPoints_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("minutes");
    QTest::newRow("a day") << 24 << 5;
    QTest::newRow("a week") << 7 * 24 << 60;
    QTest::newRow("a month") << 30 * 24 << 6 * 60;
    QTest::newRow("a year") << 365 * 24 << 24 * 60;
}

void TestUrlPast::aChartHasAFewHundredPoints()
{
    QFETCH(int, hours);
    QFETCH(int, minutes);
    QCOMPARE(chartResolution(std::chrono::hours(hours)),
             std::chrono::milliseconds(std::chrono::minutes(minutes)));
}

void TestUrlPast::anIncidentLastsUntilTheNextCheckThatPassed()
{
    const QList<Incident> incidents =
        incidentsIn({at(0min, false), at(10min, true), at(20min, true), at(30min, false), at(40min, true)});
    QCOMPARE(incidents.size(), 2);
    QCOMPARE(incidents.at(0).began, noon(40min)); // the last one first
    QVERIFY(!incidents.at(0).ended);
    QCOMPARE(incidents.at(1).began, noon(10min));
    QCOMPARE(incidents.at(1).ended, noon(30min));
    QCOMPARE(incidents.at(1).reason.kind, ErrorKind::Timeout);
}

void TestUrlPast::anUnconfirmedFailureOfAMomentIsNoIncident()
{
    QVERIFY(incidentsIn({at(0min, true), at(1min, false)}).isEmpty());
    QCOMPARE(incidentsIn({at(0min, true), at(1min, true), at(1min, false)}).size(), 1);
    QCOMPARE(incidentsIn({at(0min, true), at(2min, false)}).size(), 1);
}

void TestUrlPast::whatDoesNotCountIsNoIncident()
{
    QVERIFY(incidentsIn({at(0min, true, false), at(10min, false)}).isEmpty());
}

void TestUrlPast::oneAnswerHasEverything()
{
    addRun(*m_file, noon(), {passed(url(), noon(), 20ms)});
    addRun(*m_file, noon(1h), {failed(url(), noon(1h))});
    addRun(*m_file, noon(2h), {passed(url(), noon(2h), 40ms)});
    const UrlPast past = this->past(-21h, 3h);
    QCOMPARE(past.range, TimeRange(noon(-21h), noon(3h)));
    QCOMPARE(past.resolution, std::chrono::milliseconds(5min));
    QCOMPARE(past.uptime.day.ok, 2);
    QCOMPARE(past.uptime.day.failed, 1);
    QCOMPARE(past.points.size(), 3);
    QCOMPARE(past.points.at(0).median, 20ms);
    QVERIFY(!past.points.at(1).median);
    QCOMPARE(past.incidents.size(), 1);
    QCOMPARE(past.incidents.at(0).duration(noon(3h)), 1h);
    QCOMPARE(past.middleOf(0), noon(150s));
}

void TestUrlPast::whatAWatchHasNotedCountsMoreThanResults()
{
    addRun(*m_file, noon(1h), {failed(url(), noon(1h))});
    QCOMPARE(m_file->beginIncident(Incident(url(), noon(2h), Reason(ErrorKind::DnsFailure, {}))),
             std::nullopt);
    QCOMPARE(m_file->endIncident(url(), noon(3h)), std::nullopt);
    const UrlPast past = this->past(-20h, 4h);
    QCOMPARE(past.incidents.size(), 1);
    QCOMPARE(past.incidents.at(0).began, noon(2h));
    QCOMPARE(past.incidents.at(0).reason.kind, ErrorKind::DnsFailure);
}

void TestUrlPast::onlyIncidentsOfTheRangeAreThere()
{
    addRun(*m_file, noon(), {failed(url(), noon())});
    addRun(*m_file, noon(2h), {passed(url(), noon(2h), 20ms)});
    QCOMPARE(past(1h, 3h).incidents.size(), 1); // it reaches into it
    QVERIFY(past(2h, 3h).incidents.isEmpty());
    QVERIFY(past(-2h, 0h).incidents.isEmpty());
}

QTEST_GUILESS_MAIN(TestUrlPast)
#include "tst_urlpast.moc"
