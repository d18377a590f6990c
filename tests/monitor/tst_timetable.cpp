// SPDX-License-Identifier: MIT
#include "core/monitor/timetable.h"

#include "tests/monitor/lines.h"
#include "tests/monitor/simulatedclock.h"

#include <QTest>

#include <set>

using namespace rollcall;
using rollcall::test::lines;
using namespace std::chrono_literals;
using rollcall::test::SimulatedClock;

namespace {

Schedule scheduleFrom(const char *text)
{
    return Schedule::fromText(QString::fromLatin1(text), QTimeZone::utc()).value_or(Schedule());
}

/// A timetable whose runs end at once, unless told otherwise, and a log of when they began.
class Simulation
{
public:
    explicit Simulation(const char *start, const char *zone = "UTC") : clock(start), m_zone(zone) {}

    int add(const char *schedule, std::chrono::milliseconds offset = 0ms)
    {
        return timetable.add(scheduleFrom(schedule), offset, clock.now());
    }
    /// Lets time pass, and runs whatever is due, as a driver does that comes on time.
    void pass(std::chrono::milliseconds time)
    {
        const auto end = clock.now().elapsed + time;
        look();
        for (auto next = timetable.untilNext(clock.now()); next && clock.now().elapsed + *next <= end;
             next = timetable.untilNext(clock.now())) {
            clock.pass(*next);
            look();
        }
        clock.pass(end - clock.now().elapsed);
    }
    /// The machine sleeps: time passes, nobody looks.
    void sleep(std::chrono::milliseconds time) { clock.pass(time); }

    QStringList takeLog() { return std::exchange(m_log, {}); }

    SimulatedClock clock;
    Timetable timetable;
    std::set<int> slow; ///< items whose runs do not end by themselves

private:
    void look()
    {
        const QList<int> due = timetable.takeDue(clock.now());
        for (const int item : due) {
            m_log.append(QStringLiteral("%1 at %2").arg(item).arg(clock.shown(m_zone)));
            if (!slow.contains(item))
                timetable.ended(item);
        }
    }

    QTimeZone m_zone;
    QStringList m_log;
};

} // namespace

class TestTimetable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void intervalsBeginAtOnceAndKeepTheirTime();
    void offsetsMoveEveryRun();
    void intervalsGoOnFromAnEarlierRun();
    void aRunThatIsLateDoesNotMoveTheNext();
    void whatStillRunsIsSkippedAndCounted();
    void afterASleepEverythingDueRunsOnce();
    void intervalsDoNotCareForTheWallClock_data();
    void intervalsDoNotCareForTheWallClock();
    void timesOfDayFollowTheWallClock_data();
    void timesOfDayFollowTheWallClock();
    void daylightSavingNeitherDropsNorDoublesARun_data();
    void daylightSavingNeitherDropsNorDoublesARun();
    void aPausedItemRunsOnlyWhenAskedTo();
    void aRunOutOfTurnLeavesTheScheduleAlone();
    void aRunByTheScheduleFulfilsAWish();
    void aWishForWhatRunsIsFulfilledAlready();
    void emptyTimetablesAreNeverDue();
    void aSpreadIsEvenAndTheSameEachTime();
};

void TestTimetable::intervalsBeginAtOnceAndKeepTheirTime()
{
    Simulation simulation("2026-11-24T10:00:00Z");
    simulation.add("every 5m");
    simulation.pass(11min);
    QCOMPARE(simulation.takeLog(), lines({"0 at Tue 10:00:00", "0 at Tue 10:05:00", "0 at Tue 10:10:00"}));
}

void TestTimetable::offsetsMoveEveryRun()
{
    Simulation simulation("2026-11-24T06:00:00Z");
    simulation.add("every 5m", 7s);
    simulation.add("daily 06:03", 9s);
    simulation.pass(6min);
    QCOMPARE(simulation.takeLog(), lines({"0 at Tue 06:00:07", "1 at Tue 06:03:09", "0 at Tue 06:05:07"}));
}

void TestTimetable::intervalsGoOnFromAnEarlierRun()
{
    Simulation simulation("2026-11-24T10:00:00Z");
    const auto ranAgo = [&simulation](int item, std::chrono::milliseconds time) {
        simulation.timetable.ranAt(item, simulation.clock.now().elapsed - time, simulation.clock.now());
    };
    ranAgo(simulation.add("every 5m"), 2min);
    ranAgo(simulation.add("every 5m", 7s), 9min); // overdue
    ranAgo(simulation.add("daily 10:01"), 1min);
    simulation.pass(4min);
    QCOMPARE(simulation.takeLog(), lines({"1 at Tue 10:00:00", "2 at Tue 10:01:00", "0 at Tue 10:03:00"}));
}

void TestTimetable::aRunThatIsLateDoesNotMoveTheNext()
{
    Simulation simulation("2026-11-24T10:00:00Z");
    simulation.add("every 60s");
    simulation.pass(1s);
    simulation.sleep(80s); // until 10:01:21
    simulation.pass(60s);
    QCOMPARE(simulation.takeLog(), lines({"0 at Tue 10:00:00", "0 at Tue 10:01:21", "0 at Tue 10:02:00"}));
}

void TestTimetable::whatStillRunsIsSkippedAndCounted()
{
    Simulation simulation("2026-11-24T10:00:00Z");
    const int slow = simulation.add("every 10s");
    const int quick = simulation.add("every 30s");
    simulation.slow.insert(slow);
    simulation.pass(35s);
    QCOMPARE(simulation.takeLog(), lines({"0 at Tue 10:00:00", "1 at Tue 10:00:00", "1 at Tue 10:00:30"}));
    QCOMPARE(simulation.timetable.skipped(slow), 3);
    QCOMPARE(simulation.timetable.skipped(quick), 0);
    QCOMPARE(simulation.timetable.skipped(), 3);

    simulation.timetable.ended(slow);
    simulation.pass(10s); // nothing has piled up
    QCOMPARE(simulation.takeLog(), lines({"0 at Tue 10:00:40"}));
}

void TestTimetable::afterASleepEverythingDueRunsOnce()
{
    Simulation simulation("2026-11-24T22:00:00Z");
    simulation.add("every 60s");
    simulation.add("daily 23:00,01:00,03:00");
    simulation.add("daily 12:00");
    simulation.pass(30s);
    simulation.takeLog();
    simulation.sleep(8h); // until 06:00:30
    simulation.pass(90s);
    QCOMPARE(simulation.takeLog(),
             lines({"0 at Wed 06:00:30", "1 at Wed 06:00:30", "0 at Wed 06:01:00", "0 at Wed 06:02:00"}));
    QCOMPARE(simulation.timetable.skipped(), 0);
    simulation.pass(18h);
    QCOMPARE(simulation.takeLog().filter(QStringLiteral("1 at")), lines({"1 at Wed 23:00:00"}));
}

void TestTimetable::intervalsDoNotCareForTheWallClock_data()
{
    QTest::addColumn<std::chrono::milliseconds>("step");
    QTest::newRow("forward") << std::chrono::milliseconds(100h);
    QTest::newRow("back") << std::chrono::milliseconds(-100h);
    QTest::newRow("a little") << std::chrono::milliseconds(-700ms);
}

void TestTimetable::intervalsDoNotCareForTheWallClock()
{
    QFETCH(const std::chrono::milliseconds, step);
    Simulation simulation("2026-11-24T10:00:00Z");
    simulation.add("every 60s");
    simulation.pass(30s);
    QCOMPARE(simulation.takeLog().size(), 1);
    simulation.clock.stepWallClock(step);
    simulation.pass(29s);
    QCOMPARE(simulation.takeLog(), QStringList());
    simulation.pass(61s); // 120 s since the start
    QCOMPARE(simulation.takeLog().size(), 2);
}

void TestTimetable::timesOfDayFollowTheWallClock_data()
{
    QTest::addColumn<QString>("setTo");
    QTest::addColumn<QStringList>("log"); // of the next day, by the clock as it is set
    // It is 12:00, and 10:00 has run.
    QTest::newRow("forward, nothing between")
        << "2026-11-24T13:30:00Z" << lines({"0 at Tue 18:00:00", "0 at Wed 10:00:00"});
    QTest::newRow("forward over one")
        << "2026-11-24T19:00:00Z" << lines({"0 at Tue 19:00:00", "0 at Wed 10:00:00", "0 at Wed 18:00:00"});
    QTest::newRow("forward over many")
        << "2026-11-29T19:00:00Z" << lines({"0 at Sun 19:00:00", "0 at Mon 10:00:00", "0 at Mon 18:00:00"});
    QTest::newRow("back, not over one")
        << "2026-11-24T11:00:00Z" << lines({"0 at Tue 18:00:00", "0 at Wed 10:00:00"});
    QTest::newRow("back over one, a correction") << "2026-11-24T09:30:00Z" << lines({"0 at Tue 18:00:00"});
    QTest::newRow("back by days, a new time")
        << "2026-11-20T09:30:00Z" << lines({"0 at Fri 10:00:00", "0 at Fri 18:00:00"});
}

void TestTimetable::timesOfDayFollowTheWallClock()
{
    QFETCH(const QString, setTo);
    QFETCH(const QStringList, log);
    Simulation simulation("2026-11-24T09:00:00Z");
    simulation.add("daily 10:00,18:00");
    simulation.pass(3h);
    QCOMPARE(simulation.takeLog(), lines({"0 at Tue 10:00:00"}));
    simulation.clock.setWallClock(QDateTime::fromString(setTo, Qt::ISODate));
    simulation.pass(24h);
    QCOMPARE(simulation.takeLog(), log);
}

void TestTimetable::daylightSavingNeitherDropsNorDoublesARun_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QStringList>("log");
    QTest::newRow("forward") << "2026-03-28T12:00:00Z"
                             << lines({"0 at Sun 03:00:00", "1 at Sun 06:30:00", "0 at Mon 02:30:00",
                                       "1 at Mon 06:30:00"});
    QTest::newRow("back") << "2026-10-24T12:00:00Z"
                          << lines({"0 at Sun 02:30:00", "1 at Sun 06:30:00", "0 at Mon 02:30:00",
                                    "1 at Mon 06:30:00"});
}

void TestTimetable::daylightSavingNeitherDropsNorDoublesARun()
{
    QFETCH(const QString, start);
    QFETCH(const QStringList, log);
    Simulation simulation(start.toLatin1().constData(), "Europe/Berlin");
    simulation.add("daily 02:30 Europe/Berlin");
    simulation.add("daily 06:30 Europe/Berlin");
    const int hourly = simulation.add("every 1h");
    simulation.pass(48h);
    QStringList all = simulation.takeLog();
    QCOMPARE(all.filter(QStringLiteral("%1 at").arg(hourly)).size(), 49);
    all.removeIf([hourly](const QString &line) { return line.startsWith(QString::number(hourly)); });
    QCOMPARE(all, log);
}

void TestTimetable::aPausedItemRunsOnlyWhenAskedTo()
{
    Simulation simulation("2026-11-24T10:00:00Z");
    const int item = simulation.add("every 60s");
    simulation.pass(10s);
    simulation.timetable.pause(item);
    QVERIFY(simulation.timetable.isPaused(item));
    simulation.pass(10min);
    simulation.timetable.runOnce(item, 0s, simulation.clock.now());
    simulation.pass(10min);
    simulation.timetable.resume(item, simulation.clock.now());
    simulation.timetable.resume(item, simulation.clock.now()); // says nothing new
    simulation.pass(61s);
    QCOMPARE(simulation.takeLog(),
             lines({"0 at Tue 10:00:00", "0 at Tue 10:10:10", "0 at Tue 10:20:10", "0 at Tue 10:21:10"}));
}

void TestTimetable::aRunOutOfTurnLeavesTheScheduleAlone()
{
    Simulation simulation("2026-11-24T10:00:00Z");
    const int item = simulation.add("every 60s");
    simulation.pass(10s);
    simulation.timetable.runOnce(item, 15s, simulation.clock.now());
    simulation.pass(2min);
    QCOMPARE(simulation.takeLog(),
             lines({"0 at Tue 10:00:00", "0 at Tue 10:00:25", "0 at Tue 10:01:00", "0 at Tue 10:02:00"}));
}

void TestTimetable::aRunByTheScheduleFulfilsAWish()
{
    Simulation simulation("2026-11-24T10:00:00Z");
    const int item = simulation.add("every 10s");
    simulation.pass(5s);
    simulation.timetable.runOnce(item, 15s, simulation.clock.now());
    simulation.pass(20s);
    QCOMPARE(simulation.takeLog(), lines({"0 at Tue 10:00:00", "0 at Tue 10:00:10", "0 at Tue 10:00:20"}));
}

void TestTimetable::aWishForWhatRunsIsFulfilledAlready()
{
    Simulation simulation("2026-11-24T10:00:00Z");
    const int item = simulation.add("every 60s");
    simulation.slow.insert(item);
    simulation.pass(1s);
    simulation.timetable.runOnce(item, 0s, simulation.clock.now());
    simulation.pass(1s);
    QCOMPARE(simulation.takeLog().size(), 1);
    QCOMPARE(simulation.timetable.skipped(), 0);
}

void TestTimetable::emptyTimetablesAreNeverDue()
{
    Simulation simulation("2026-11-24T10:00:00Z");
    QCOMPARE(simulation.timetable.untilNext(simulation.clock.now()), std::nullopt);
    QVERIFY(simulation.timetable.takeDue(simulation.clock.now()).isEmpty());
}

void TestTimetable::aSpreadIsEvenAndTheSameEachTime()
{
    QCOMPARE(spread("https://example.com/", 1, 30s), spread("https://example.com/", 1, 30s));
    QVERIFY(spread("https://example.com/", 1, 30s) != spread("https://example.com/", 2, 30s));
    QCOMPARE(spread("https://example.com/", 1, 0s), 0ms);
    std::array<int, 10> tenths{};
    for (int i = 0; i < 1000; ++i)
        ++tenths[std::size_t(spread(QByteArray::number(i), 7, 1000ms).count() / 100)];
    for (const int count : tenths)
        QVERIFY2(count > 60 && count < 140, qPrintable(QString::number(count)));
}

QTEST_APPLESS_MAIN(TestTimetable)
#include "tst_timetable.moc"
