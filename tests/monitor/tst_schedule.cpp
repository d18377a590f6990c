// SPDX-License-Identifier: MIT
#include "core/monitor/schedule.h"

#include "tests/monitor/lines.h"

#include <QTest>

using namespace rollcall;
using rollcall::test::lines;

namespace {

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODate).toUTC();
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsAreReadAndWrittenBack_data();
    void textsAreReadAndWrittenBack();
    void whatIsNoScheduleIsRefused_data();
    void whatIsNoScheduleIsRefused();
    void withoutAWordItIsEveryFiveMinutes();
    void timesOfDayFollowEachOther_data();
    void timesOfDayFollowEachOther();
};

void TestSchedule::textsAreReadAndWrittenBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("a duration") << "5m"
                                << "every 300s";
    QTest::newRow("the shortest") << "every 10s"
                                  << "every 10s";
    QTest::newRow("daily") << "daily 06:30"
                           << "daily 06:30 UTC";
    QTest::newRow("many times, in order") << "daily 18:00,6:30,18:00"
                                          << "daily 06:30,18:00 UTC";
    QTest::newRow("days and a zone") << "mon-fri 06:30 Europe/Berlin"
                                     << "mon,tue,wed,thu,fri 06:30 Europe/Berlin";
}

void TestSchedule::textsAreReadAndWrittenBack()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    const std::optional<Schedule> schedule = Schedule::fromText(text, QTimeZone::utc());
    QVERIFY(schedule);
    QCOMPARE(schedule->text(), written);
    QCOMPARE(Schedule::fromText(written, QTimeZone::utc()), schedule);
}

void TestSchedule::whatIsNoScheduleIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << "";
    QTest::newRow("too short") << "every 9s";
    QTest::newRow("no unit that we know") << "5 minutes";
    QTest::newRow("no time") << "daily";
    QTest::newRow("no days") << "06:30";
    QTest::newRow("no such time") << "daily 25:00";
    QTest::newRow("no such zone") << "daily 06:30 Nowhere/City";
    QTest::newRow("too many words") << "daily 06:30 UTC please";
    QTest::newRow("cron's own") << "30 6 * * *";
}

void TestSchedule::whatIsNoScheduleIsRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!Schedule::fromText(text, QTimeZone::utc()));
}

void TestSchedule::withoutAWordItIsEveryFiveMinutes()
{
    QCOMPARE(Schedule().text(), QStringLiteral("every 300s"));
}

void TestSchedule::timesOfDayFollowEachOther_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("after");
    QTest::addColumn<QStringList>("moments");
    const auto row = [](const char *name, const char *text, const char *after,
                        std::initializer_list<const char *> moments) {
        QTest::newRow(name) << QString::fromLatin1(text) << utc(after) << lines(moments);
    };
    row("twice a day", "daily 06:30,18:00", "2026-11-24T10:00:00Z",
        {"2026-11-24T18:00:00Z", "2026-11-25T06:30:00Z", "2026-11-25T18:00:00Z"});
    row("never at the moment itself", "daily 06:30", "2026-11-24T06:30:00Z", {"2026-11-25T06:30:00Z"});
    row("over a weekend", "mon-fri 06:30", "2026-11-27T12:00:00Z",
        {"2026-11-30T06:30:00Z", "2026-12-01T06:30:00Z"});
    row("on a day of the zone, not of UTC", "tue 00:30 Europe/Berlin", "2026-11-20T00:00:00Z",
        {"2026-11-23T23:30:00Z"});
    row("clocks put forward", "daily 02:30 Europe/Berlin", "2026-03-28T00:00:00Z",
        {"2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"});
    row("two times that are passed over are one moment", "daily 02:15,02:45 Europe/Berlin",
        "2026-03-28T02:00:00Z", {"2026-03-29T01:00:00Z", "2026-03-30T00:15:00Z"});
    row("clocks put back", "daily 02:30 Europe/Berlin", "2026-10-24T00:00:00Z",
        {"2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"});
}

void TestSchedule::timesOfDayFollowEachOther()
{
    QFETCH(const QString, text);
    QFETCH(const QDateTime, after);
    QFETCH(const QStringList, moments);
    const std::optional<Schedule> schedule = Schedule::fromText(text, QTimeZone::utc());
    QVERIFY(schedule);
    const auto &times = std::get<TimesOfDay>(schedule->rule);
    QStringList found;
    QDateTime moment = after;
    for (qsizetype i = 0; i < moments.size(); ++i) {
        moment = times.nextAfter(moment);
        found.append(moment.toString(Qt::ISODate));
    }
    QCOMPARE(found, moments);
}

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
