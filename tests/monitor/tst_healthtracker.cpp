// SPDX-License-Identifier: MIT
#include "core/monitor/healthtracker.h"

#include "tests/monitor/lines.h"

#include <QTest>

using namespace rollcall;
using rollcall::test::lines;
using namespace std::chrono_literals;

namespace {

const QDateTime start = QDateTime::fromString(QStringLiteral("2026-11-24T10:00:00Z"), Qt::ISODate);

QString text(const HealthTracker::Step &step)
{
    QStringList words;
    if (step.change)
        words.append(QStringLiteral("%1>%2 since %3")
                         .arg(QLatin1String(slug(step.change->from)), QLatin1String(slug(step.change->to)))
                         .arg(start.msecsTo(step.change->since) / 60'000));
    switch (step.flapping) {
    case HealthTracker::Flapping::No:
    case HealthTracker::Flapping::Lasts:
        break;
    case HealthTracker::Flapping::Begins:
        words.append(QStringLiteral("flaps"));
        break;
    case HealthTracker::Flapping::Ends:
        words.append(QStringLiteral("steady"));
        break;
    }
    if (step.wantsConfirmation)
        words.append(QStringLiteral("again"));
    return words.join(u' ');
}

/// One letter a minute: g(ood), p(oor), b(ad), P(ause), R(esume), F(orget), "." nothing. What happened, with
/// its minute.
QStringList told(HealthTracker &tracker, const QString &events)
{
    QStringList log;
    for (qsizetype minute = 0; minute < events.size(); ++minute) {
        const QDateTime when = start.addSecs(60 * minute);
        HealthTracker::Step step;
        switch (events[minute].unicode()) {
        case 'g':
            step = tracker.take(Showing::Good, when);
            break;
        case 'p':
            step = tracker.take(Showing::Poor, when);
            break;
        case 'b':
            step = tracker.take(Showing::Bad, when);
            break;
        case 'P':
            step.change = tracker.pause(when);
            break;
        case 'R':
            step.change = tracker.resume(when);
            break;
        case 'F':
            tracker.forgetRow();
            break;
        }
        const QString line = text(step);
        if (!line.isEmpty())
            log.append(QStringLiteral("%1 %2").arg(minute).arg(line));
    }
    return log;
}

} // namespace

class TestHealthTracker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statesFollowResults_data();
    void statesFollowResults();
    void thresholdsAreSettings();
    void flappingIsNoticedAndEnds();
    void aClockThatIsSetBackDoesNotFlap();
    void aRestoredStateGoesOn();
    void slugsLeadBack();
};

void TestHealthTracker::statesFollowResults_data()
{
    QTest::addColumn<QString>("events");
    QTest::addColumn<QStringList>("log");
    QTest::newRow("one answer is enough") << "ggg" << lines({"0 unknown>up since 0"});
    QTest::newRow("one failure is no news") << "gbg" << lines({"0 unknown>up since 0", "1 again"});
    QTest::newRow("two in a row are, since the first")
        << "gbbb" << lines({"0 unknown>up since 0", "1 again", "2 up>down since 1"});
    QTest::newRow("down from the start") << "bb" << lines({"0 again", "1 unknown>down since 0"});
    QTest::newRow("and up again") << "bbg"
                                  << lines({"0 again", "1 unknown>down since 0", "2 down>up since 2"});
    QTest::newRow("one warning is no news") << "gpg" << lines({"0 unknown>up since 0", "1 again"});
    QTest::newRow("two in a row are")
        << "gppp" << lines({"0 unknown>up since 0", "1 again", "2 up>degraded since 1"});
    QTest::newRow("a failure between warnings")
        << "gpbp" << lines({"0 unknown>up since 0", "1 again", "2 again", "3 again"});
    QTest::newRow("a warning between failures")
        << "gbpb" << lines({"0 unknown>up since 0", "1 again", "2 again", "3 again"});
    QTest::newRow("degraded, then well")
        << "ppg" << lines({"0 again", "1 unknown>degraded since 0", "2 degraded>up since 2"});
    QTest::newRow("degraded, then down")
        << "ppbb" << lines({"0 again", "1 unknown>degraded since 0", "2 again", "3 degraded>down since 2"});
    QTest::newRow("who answers with a warning is not down")
        << "bbp" << lines({"0 again", "1 unknown>down since 0", "2 down>degraded since 2"});
    QTest::newRow("a row that was nobody's fault")
        << "gbFbb" << lines({"0 unknown>up since 0", "1 again", "3 again", "4 up>down since 3"});
    QTest::newRow("a pause, and well after it")
        << "gP..RPRg"
        << lines({"0 unknown>up since 0", "1 up>paused since 1", "4 paused>unknown since 4",
                  "5 unknown>paused since 5", "6 paused>unknown since 6", "7 unknown>up since 7"});
    QTest::newRow("failures do not count across a pause")
        << "gbPRbb"
        << lines({"0 unknown>up since 0", "1 again", "2 up>paused since 2", "3 paused>unknown since 3",
                  "4 again", "5 unknown>down since 4"});
    QTest::newRow("nothing twice") << "PPRR"
                                   << lines({"0 unknown>paused since 0", "2 paused>unknown since 2"});
}

void TestHealthTracker::statesFollowResults()
{
    QFETCH(const QString, events);
    QFETCH(const QStringList, log);
    HealthTracker tracker;
    QCOMPARE(told(tracker, events), log);
}

void TestHealthTracker::thresholdsAreSettings()
{
    HealthSettings settings;
    settings.downAfter = 3;
    settings.degradedAfter = 1;
    settings.upAfter = 2;
    HealthTracker tracker(settings);
    QCOMPARE(told(tracker, QStringLiteral("gbbbgbggpgg")),
             lines({"0 unknown>up since 0", "1 again", "2 again", "3 up>down since 1", "4 again", "6 again",
                    "7 down>up since 6", "8 up>degraded since 8", "9 again", "10 degraded>up since 9"}));
}

void TestHealthTracker::flappingIsNoticedAndEnds()
{
    HealthTracker tracker;
    QStringList log = told(tracker, QStringLiteral("gbbgbbgbbgbbg") + QString(40, u'g'));
    log.removeIf([](const QString &line) { return line.endsWith(u" again"); });
    QCOMPARE(log,
             lines({"0 unknown>up since 0", "2 up>down since 1", "3 down>up since 3", "5 up>down since 4",
                    "6 down>up since 6", "8 up>down since 7", "9 down>up since 9 flaps",
                    "11 up>down since 10", "12 down>up since 12", "42 steady"}));
    QVERIFY(!tracker.isFlapping());
}

void TestHealthTracker::aClockThatIsSetBackDoesNotFlap()
{
    HealthTracker tracker;
    for (int day = 20; day > 0; --day) {
        for (const Showing showing : {Showing::Bad, Showing::Bad, Showing::Good})
            QCOMPARE(int(tracker.take(showing, start.addDays(day)).flapping),
                     int(HealthTracker::Flapping::No));
    }
}

void TestHealthTracker::aRestoredStateGoesOn()
{
    HealthTracker tracker;
    tracker.restore(Health::Down, start.addDays(-1));
    QCOMPARE(told(tracker, QStringLiteral("bbg")), lines({"2 down>up since 2"}));
    QCOMPARE(tracker.since(), start.addSecs(120));
}

void TestHealthTracker::slugsLeadBack()
{
    for (const Health health : {Health::Unknown, Health::Up, Health::Degraded, Health::Down, Health::Paused})
        QCOMPARE(healthFromSlug(slug(health)), health);
    QCOMPARE(healthFromSlug("sideways"), std::nullopt);
}

QTEST_APPLESS_MAIN(TestHealthTracker)
#include "tst_healthtracker.moc"
