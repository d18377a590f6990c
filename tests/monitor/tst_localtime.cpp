// SPDX-License-Identifier: MIT
#include "core/monitor/localtime.h"

#include <QTest>

using namespace rollcall;

class TestLocalTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timesOfAZoneAreMoments_data();
    void timesOfAZoneAreMoments();
    void timesOfDayAreRead();
    void onlyZonesThatTheSystemKnowsAreRead();
};

void TestLocalTime::timesOfAZoneAreMoments_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDateTime>("shown");
    QTest::addColumn<QString>("moment");
    const auto row = [](const char *name, const char *zone, QDate date, QTime time, const char *moment) {
        QTest::newRow(name) << QString::fromLatin1(zone) << QDateTime(date, time, Qt::UTC)
                            << QString::fromLatin1(moment);
    };
    row("UTC", "UTC", {2026, 3, 29}, {2, 30}, "2026-03-29T02:30:00Z");
    row("winter", "Europe/Berlin", {2026, 1, 15}, {6, 30}, "2026-01-15T05:30:00Z");
    row("summer", "Europe/Berlin", {2026, 7, 15}, {6, 30}, "2026-07-15T04:30:00Z");
    row("before the clocks go forward", "Europe/Berlin", {2026, 3, 29}, {1, 59}, "2026-03-29T00:59:00Z");
    row("passed over", "Europe/Berlin", {2026, 3, 29}, {2, 30}, "2026-03-29T01:00:00Z");
    row("after the clocks went forward", "Europe/Berlin", {2026, 3, 29}, {3, 0}, "2026-03-29T01:00:00Z");
    row("twice, the first", "Europe/Berlin", {2026, 10, 25}, {2, 30}, "2026-10-25T00:30:00Z");
    row("after the clocks went back", "Europe/Berlin", {2026, 10, 25}, {3, 0}, "2026-10-25T02:00:00Z");
    row("west of Greenwich, passed over", "America/New_York", {2026, 3, 8}, {2, 15}, "2026-03-08T07:00:00Z");
    row("west of Greenwich, twice", "America/New_York", {2026, 11, 1}, {1, 15}, "2026-11-01T05:15:00Z");
    row("half an hour", "Australia/Lord_Howe", {2026, 10, 4}, {2, 10}, "2026-10-03T15:30:00Z");
    row("midnight passed over", "Asia/Beirut", {2026, 3, 29}, {0, 30}, "2026-03-28T22:00:00Z");
    row("a whole day passed over", "Pacific/Apia", {2011, 12, 30}, {12, 0}, "2011-12-30T10:00:00Z");
}

void TestLocalTime::timesOfAZoneAreMoments()
{
    QFETCH(const QString, zone);
    QFETCH(const QDateTime, shown);
    QFETCH(const QString, moment);
    const std::optional<QTimeZone> known = zoneFromText(zone);
    QVERIFY(known);
    QCOMPARE(momentOf(shown.date(), shown.time(), *known).toString(Qt::ISODate), moment);
}

void TestLocalTime::timesOfDayAreRead()
{
    QCOMPARE(timeOfDayFromText(u"06:30"), QTime(6, 30));
    QCOMPARE(timeOfDayFromText(u"6:30"), QTime(6, 30));
    QCOMPARE(timeOfDayFromText(u"00:00"), QTime(0, 0));
    for (const char16_t *wrong : {u"24:00", u"6", u"6:3", u"06:60", u"06:30:00", u"", u"6:30 pm"})
        QVERIFY2(!timeOfDayFromText(wrong), qPrintable(QString::fromUtf16(wrong)));
}

void TestLocalTime::onlyZonesThatTheSystemKnowsAreRead()
{
    QVERIFY(zoneFromText(u"Europe/Berlin"));
    QVERIFY(!zoneFromText(u"Europe/Nowhere"));
    QVERIFY(!zoneFromText(u""));
}

QTEST_APPLESS_MAIN(TestLocalTime)
#include "tst_localtime.moc"
