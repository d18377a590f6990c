// SPDX-License-Identifier: MIT
#include "core/monitor/watch.h"

#include "tests/monitor/lines.h"
#include "tests/monitor/watchsimulation.h"

#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;
using rollcall::test::lines;
using rollcall::test::SiteAnswer;
using rollcall::test::sites;
using rollcall::test::WatchSimulation;

namespace {

const char *const tuesday = "2026-11-24T10:00:00Z";
const char *const a = "http://a.example/";
const char *const b = "http://b.example/";
const char *const c = "http://c.example/";

WatchedList listOf(const char *letters, const char *schedule, const QStringList &maintenance = {})
{
    WatchedList list(QStringLiteral("list"), sites(letters));
    list.schedule = Schedule::fromText(QString::fromLatin1(schedule), QTimeZone::utc()).value_or(Schedule());
    for (const QString &window : maintenance)
        list.maintenance.append(
            MaintenanceWindow::fromText(window, QTimeZone::utc()).value_or(MaintenanceWindow()));
    return list;
}

/// Bad between these moments of a simulation that begins at \a start.
WatchSimulation::Site badBetween(const char *start, std::chrono::minutes from, std::chrono::minutes until,
                                 ErrorKind error = ErrorKind::ConnectionRefused)
{
    const QDateTime begin = QDateTime::fromString(QLatin1String(start), Qt::ISODate);
    return [begin, from, until, error](const QDateTime &now) {
        const std::chrono::milliseconds passed(begin.msecsTo(now));
        return passed >= from && passed < until ? SiteAnswer(error) : SiteAnswer();
    };
}

} // namespace

class TestWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFailureIsConfirmedSoonAndThenTold();
    void aFailureThatPassesIsNotTold();
    void slowSitesAreDegraded();
    void aSlowRunSkipsAndPilesNothingUp();
    void flappingIsToldOnce();
    void intervalsOfEntriesComeFirst();
    void afterASleepEachUrlIsCheckedOnce();
    void aStepOfTheClockTellsNothing_data();
    void aStepOfTheClockTellsNothing();
    void daylightSavingKeepsTimesOfDay_data();
    void daylightSavingKeepsTimesOfDay();
    void maintenanceIsNotDowntime();
    void whatWasDownBeforeMaintenanceIsToldWhenItIsUp();
    void checkNowWorksInMaintenanceAndWhilePaused();
    void pausesAreByHand();
    void aLocalOutageCallsNobodyDown();
    void aLocalOutageInTheNightCostsNoUptime();
    void oneSitesNameIsTheSitesFault();
    void twoHostsAreTooFewForAnOutage();
    void nearHostsTellNothingOfTheWorld();
    void aRestartTellsNothingTwice();
    void aYearOfManyUrlsPassesQuickly();
};

void TestWatch::aFailureIsConfirmedSoonAndThenTold()
{
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("a", "every 5m")});
    simulation.set(a, badBetween(tuesday, 3min, 13min));
    simulation.pass(16min);
    QCOMPARE(simulation.takeCalls(a),
             lines({"Tue 10:00:00", "Tue 10:05:00", "Tue 10:05:15", "Tue 10:10:00", "Tue 10:15:00"}));
    QCOMPARE(simulation.takeLog(), lines({"Tue 10:05:15 down a", "Tue 10:15:00 up a"}));
    QCOMPARE(simulation.takeChanges(),
             lines({"Tue 10:00:00 a unknown>up", "Tue 10:05:15 a up>down", "Tue 10:15:00 a down>up"}));
    QCOMPARE(simulation.counted(a), std::pair(5, 0));
}

void TestWatch::aFailureThatPassesIsNotTold()
{
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("a", "every 5m")});
    simulation.set(a, [count = 0](const QDateTime &) mutable {
        return SiteAnswer(++count % 2 == 0 ? ErrorKind::HttpServerError : ErrorKind::None);
    });
    simulation.pass(24h);
    QCOMPARE(simulation.takeLog(), QStringList());
}

void TestWatch::slowSitesAreDegraded()
{
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("a", "every 5m")});
    simulation.set(a, badBetween(tuesday, 3min, 13min, ErrorKind::TooSlow));
    simulation.pass(16min);
    QCOMPARE(simulation.takeLog(), lines({"Tue 10:05:15 degraded a", "Tue 10:15:00 up a"}));
}

void TestWatch::aSlowRunSkipsAndPilesNothingUp()
{
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("a", "every 10s")});
    simulation.set(a, [](const QDateTime &) { return SiteAnswer(ErrorKind::None, 25s); });
    simulation.pass(65s);
    QCOMPARE(simulation.takeCalls(a), lines({"Tue 10:00:00", "Tue 10:00:30", "Tue 10:01:00"}));
    QCOMPARE(simulation.watch.skipped(), 4);
}

void TestWatch::flappingIsToldOnce()
{
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("a", "every 60s")});
    simulation.set(a, [](const QDateTime &now) {
        const bool isBad = now.time().hour() == 10 && now.time().minute() % 4 >= 2;
        return SiteAnswer(isBad ? ErrorKind::HttpServerError : ErrorKind::None);
    });
    simulation.pass(3h);
    QCOMPARE(simulation.takeLog(),
             lines({"Tue 10:02:15 down a", "Tue 10:04:00 up a", "Tue 10:06:15 down a", "Tue 10:08:00 up a",
                    "Tue 10:10:15 down a", "Tue 10:12:00 flapping a", "Tue 11:30:00 steady a",
                    "Tue 11:30:00 up a"}));
}

void TestWatch::intervalsOfEntriesComeFirst()
{
    WatchedList list = listOf("ab", "every 5m");
    EntryDetails details;
    details.interval = 120s;
    list.entries[0].setDetails(details);
    details.interval = 1s; // raised to the shortest
    list.entries[1].setDetails(details);
    WatchSimulation simulation(tuesday, WatchSettings(), {list});
    simulation.pass(4min);
    QCOMPARE(simulation.takeCalls(a), lines({"Tue 10:00:00", "Tue 10:02:00", "Tue 10:04:00"}));
    QCOMPARE(simulation.takeCalls(b).size(), 25);
}

void TestWatch::afterASleepEachUrlIsCheckedOnce()
{
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("ab", "every 5m")});
    simulation.pass(1min);
    simulation.takeCalls(a);
    simulation.sleep(9h); // until 19:01
    simulation.pass(1min);
    QCOMPARE(simulation.takeCalls(a), lines({"Tue 19:01:00"}));
    QCOMPARE(simulation.watch.skipped(), 0);
    QCOMPARE(simulation.takeLog(), QStringList());
}

void TestWatch::aStepOfTheClockTellsNothing_data()
{
    QTest::addColumn<std::chrono::milliseconds>("step");
    QTest::newRow("a day forward") << std::chrono::milliseconds(24h);
    QTest::newRow("a day back") << std::chrono::milliseconds(-24h);
}

void TestWatch::aStepOfTheClockTellsNothing()
{
    QFETCH(const std::chrono::milliseconds, step);
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("abc", "every 5m")});
    simulation.pass(12min);
    simulation.takeCalls(a);
    simulation.clock.stepWallClock(step);
    simulation.pass(30min);
    QCOMPARE(simulation.takeCalls(a).size(), 6);
    QCOMPARE(simulation.takeLog(), QStringList());
}

void TestWatch::daylightSavingKeepsTimesOfDay_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QStringList>("calls");
    QTest::newRow("forward") << "2026-03-28T12:00:00Z" << lines({"Sun 03:00:00", "Mon 02:30:00"});
    QTest::newRow("back") << "2026-10-24T12:00:00Z" << lines({"Sun 02:30:00", "Mon 02:30:00"});
}

void TestWatch::daylightSavingKeepsTimesOfDay()
{
    QFETCH(const QString, start);
    QFETCH(const QStringList, calls);
    WatchSimulation simulation(start.toLatin1().constData(), WatchSettings(),
                               {listOf("a", "daily 02:30 Europe/Berlin")}, "Europe/Berlin");
    simulation.pass(48h);
    QCOMPARE(simulation.takeCalls(a), calls);
}

void TestWatch::maintenanceIsNotDowntime()
{
    WatchSimulation simulation(tuesday, WatchSettings(),
                               {listOf("a", "every 5m", lines({"tue 11:00-12:00", "tue 12:00-12:30"}))});
    simulation.set(a, badBetween(tuesday, 60min, 150min));
    simulation.pass(24h);
    QCOMPARE(simulation.takeLog(), QStringList());
    QCOMPARE(simulation.takeChanges(), lines({"Tue 10:00:00 a unknown>up", "Tue 11:00:00 a up>paused",
                                              "Tue 12:30:00 a paused>unknown", "Tue 12:30:00 a unknown>up"}));
    const QStringList calls = simulation.takeCalls(a);
    QCOMPARE(calls.filter(QStringLiteral("Tue 11:")), QStringList());
    QCOMPARE(calls.filter(QStringLiteral("Tue 12:")).first(), QStringLiteral("Tue 12:30:00"));
}

void TestWatch::whatWasDownBeforeMaintenanceIsToldWhenItIsUp()
{
    WatchSimulation simulation(tuesday, WatchSettings(),
                               {listOf("a", "every 5m", lines({"tue 11:00-12:00"}))});
    simulation.set(a, badBetween(tuesday, 30min, 90min));
    simulation.pass(3h);
    QCOMPARE(simulation.takeLog(), lines({"Tue 10:30:15 down a", "Tue 12:00:00 up a"}));

    WatchSimulation stillDown(tuesday, WatchSettings(),
                              {listOf("a", "every 5m", lines({"tue 11:00-12:00"}))});
    stillDown.set(a, badBetween(tuesday, 30min, 150min));
    stillDown.pass(3h);
    QCOMPARE(stillDown.takeLog(), lines({"Tue 10:30:15 down a", "Tue 12:30:00 up a"}));
}

void TestWatch::checkNowWorksInMaintenanceAndWhilePaused()
{
    WatchSimulation simulation(tuesday, WatchSettings(),
                               {listOf("ab", "every 5m", lines({"tue 09:00-11:00"}))});
    simulation.set(a, ErrorKind::HttpServerError);
    simulation.pass(1min);
    simulation.watch.pause(1, simulation.clock.now());
    simulation.checkNow(0);
    simulation.checkNow(1);
    simulation.pass(1min);
    QCOMPARE(simulation.takeCalls(a), lines({"Tue 10:01:00"}));
    QCOMPARE(simulation.takeCalls(b), lines({"Tue 10:01:00"}));
    QCOMPARE(simulation.counted(a), std::pair(0, 1)); // kept, and counted for nothing
    QCOMPARE(simulation.watch.url(0).health(), Health::Paused);
    QCOMPARE(simulation.takeLog(), QStringList());
}

void TestWatch::pausesAreByHand()
{
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("a", "every 5m")});
    simulation.set(a, badBetween(tuesday, 10min, 100min));
    simulation.pass(6min);
    simulation.watch.pause(0, simulation.clock.now());
    simulation.pass(2h);
    simulation.watch.resume(0, simulation.clock.now());
    simulation.watch.resume(0, simulation.clock.now());
    simulation.pass(1min);
    QCOMPARE(simulation.takeLog(), QStringList());
    QCOMPARE(simulation.takeChanges(), lines({"Tue 10:00:00 a unknown>up", "Tue 10:06:00 a up>paused",
                                              "Tue 12:06:00 a paused>unknown", "Tue 12:06:00 a unknown>up"}));
}

void TestWatch::aLocalOutageCallsNobodyDown()
{
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("abcdef", "every 5m")});
    for (const UrlEntry &entry : sites("abcdef"))
        simulation.set(entry.url.constData(), badBetween(tuesday, 3min, 33min, ErrorKind::DnsFailure));
    simulation.pass(60min);
    QCOMPARE(simulation.takeLog(), lines({"Tue 10:05:00 local-outage", "Tue 10:33:01 local-outage-over"}));
    QCOMPARE(simulation.takeChanges().filter(QStringLiteral("down")), QStringList());
    // It was asked again and again until somebody answered.
    QVERIFY(simulation.takeCalls(a).size() > 100);
    QCOMPARE(simulation.takeCalls("http://f.example/").filter(QStringLiteral("10:33")).size(), 1);
}

void TestWatch::aLocalOutageInTheNightCostsNoUptime()
{
    // The calls of a list are spread, so the first to fail is alone at first: others are asked at once.
    WatchedList late = listOf("bcd", "every 5m");
    late.name = QStringLiteral("late");
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("a", "every 60s"), late});
    for (const UrlEntry &entry : sites("abcd"))
        simulation.set(entry.url.constData(),
                       badBetween(tuesday, 11min, 14min, ErrorKind::NetworkUnreachable));
    simulation.pass(30min + 1s);
    QCOMPARE(simulation.takeLog(), lines({"Tue 10:11:00 local-outage", "Tue 10:14:00 local-outage-over"}));
    const auto [counted, notCounted] = simulation.counted(a);
    QCOMPARE(counted, 11 + 17); // 10:00 to 10:10, and 10:14 to 10:30
    QVERIFY(notCounted > 3);
}

void TestWatch::oneSitesNameIsTheSitesFault()
{
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("abcdef", "every 5m")});
    simulation.set(a, badBetween(tuesday, 3min, 13min, ErrorKind::DnsNotFound));
    simulation.pass(16min);
    QCOMPARE(simulation.takeLog(), lines({"Tue 10:05:15 down a", "Tue 10:15:00 up a"}));
    QCOMPARE(simulation.counted(a).second, 0);
}

void TestWatch::twoHostsAreTooFewForAnOutage()
{
    WatchSimulation simulation(tuesday, WatchSettings(), {listOf("ab", "every 5m")});
    simulation.set(a, badBetween(tuesday, 3min, 13min, ErrorKind::DnsNotFound));
    simulation.set(b, badBetween(tuesday, 3min, 13min, ErrorKind::DnsNotFound));
    simulation.pass(16min);
    QCOMPARE(simulation.takeLog(),
             lines({"Tue 10:05:15 down a", "Tue 10:05:15 down b", "Tue 10:15:00 up a", "Tue 10:15:00 up b"}));
}

void TestWatch::nearHostsTellNothingOfTheWorld()
{
    WatchedList list = listOf("abc", "every 5m");
    list.entries.append(UrlEntry("http://192.168.1.1/"));
    WatchSimulation simulation(tuesday, WatchSettings(), {list});
    for (const char *url : {a, b, c})
        simulation.set(url, badBetween(tuesday, 3min, 13min, ErrorKind::DnsFailure));
    simulation.pass(16min);
    QCOMPARE(simulation.takeLog(), lines({"Tue 10:05:00 local-outage", "Tue 10:13:01 local-outage-over"}));
}

void TestWatch::aRestartTellsNothingTwice()
{
    WatchSimulation before(tuesday, WatchSettings(), {listOf("ab", "every 5m")});
    before.set(a, ErrorKind::HttpServerError);
    before.pass(10min);
    QCOMPARE(before.takeLog(), lines({"Tue 10:00:15 down a"}));

    WatchSimulation after("2026-11-24T11:00:00Z", WatchSettings(), {listOf("ab", "every 5m")});
    after.watch.restore(before.memories());
    QCOMPARE(after.watch.url(0).health(), Health::Down);
    QCOMPARE(after.watch.url(0).since(), before.watch.url(0).since());
    after.set(a, badBetween("2026-11-24T11:00:00Z", 0min, 12min));
    after.pass(20min);
    QCOMPARE(after.takeLog(), lines({"Tue 11:15:00 up a"}));
    QCOMPARE(after.takeChanges(), lines({"Tue 11:15:00 a down>up"}));
}

void TestWatch::aYearOfManyUrlsPassesQuickly()
{
    WatchSimulation simulation("2026-01-01T00:00:00Z", WatchSettings(), {listOf("abcdef", "every 1h")});
    simulation.set(a, [](const QDateTime &now) { // every Sunday from 02:00 to 04:00
        const bool isBad = now.date().dayOfWeek() == 7 && now.time().hour() >= 2 && now.time().hour() < 4;
        return SiteAnswer(isBad ? ErrorKind::HttpServerError : ErrorKind::None);
    });
    simulation.pass(std::chrono::hours(365 * 24));
    QCOMPARE(simulation.takeLog().size(), 2 * 52);
    QCOMPARE(simulation.takeCalls(b).size(), 365 * 24 + 1);
}

QTEST_APPLESS_MAIN(TestWatch)
#include "tst_watch.moc"
