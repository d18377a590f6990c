// SPDX-License-Identifier: MIT
#include "ui/chartscale.h"

#include <QLocale>
#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

class TestChartScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void placesAndValuesGoBothWays();
    void theTopIsARoundDuration_data();
    void theTopIsARoundDuration();
    void marksAreAtRoundTimes_data();
    void marksAreAtRoundTimes();
    void marksOfDaysKeepToMidnightWhenTheClockIsSet();
    void anEmptyRangeHasNoMarks();

private:
    static QDateTime utc(int month, int day, int hour = 0, int minute = 0)
    {
        return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
    }
    static QString labels(const QList<TimeMark> &marks)
    {
        QStringList texts;
        for (const TimeMark &mark : marks)
            texts.append(mark.label);
        return texts.join(u'|');
    }
};

void TestChartScale::initTestCase()
{
    qputenv("TZ", "Europe/Berlin");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestChartScale::placesAndValuesGoBothWays()
{
    const TimeRange day(utc(11, 28), utc(11, 29));
    const ChartScale scale(QRect(50, 10, 240, 101), day, 400ms);
    QCOMPARE(scale.xOf(day.from), 50);
    QCOMPARE(scale.xOf(utc(11, 28, 12)), 170);
    QCOMPARE(scale.momentAt(170), utc(11, 28, 12));
    QCOMPARE(scale.yOf(0us), 110);
    QCOMPARE(scale.yOf(400ms), 10);
    QCOMPARE(scale.yOf(100ms), 85);
}

void TestChartScale::theTopIsARoundDuration_data()
{
    QTest::addColumn<qint64>("greatest");
    QTest::addColumn<qint64>("top");
    QTest::newRow("nothing") << qint64(0) << qint64(4);
    QTest::newRow("exact") << qint64(400'000) << qint64(400'000);
    QTest::newRow("a little more") << qint64(400'001) << qint64(800'000);
    QTest::newRow("182 ms") << qint64(182'400) << qint64(200'000);
    QTest::newRow("a minute") << qint64(60'000'000) << qint64(80'000'000);
}

void TestChartScale::theTopIsARoundDuration()
{
    QFETCH(qint64, greatest);
    QFETCH(qint64, top);
    QCOMPARE(roundDuration(std::chrono::microseconds(greatest)).count(), top);
}

void TestChartScale::marksAreAtRoundTimes_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    QTest::addColumn<QString>("marks");
    QTest::newRow("five minutes") << utc(11, 28, 9, 58) << utc(11, 28, 10, 3)
                                  << QStringLiteral("10:58|10:59|11:00|11:01|11:02");
    QTest::newRow("a day") << utc(11, 28, 9, 30) << utc(11, 29, 9, 30)
                           << QStringLiteral("12:00|18:00|29 Nov|06:00");
    QTest::newRow("a week") << utc(11, 21, 9) << utc(11, 28, 9)
                            << QStringLiteral("22 Nov|24 Nov|26 Nov|28 Nov");
}

void TestChartScale::marksAreAtRoundTimes()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    const QList<TimeMark> marks = timeMarks(TimeRange(from, to), 5);
    QTEST(labels(marks), "marks");
    for (const TimeMark &mark : marks)
        QVERIFY(mark.at >= from && mark.at < to);
}

// In Berlin 25 October 2026 has 25 hours.
void TestChartScale::marksOfDaysKeepToMidnightWhenTheClockIsSet()
{
    const QList<TimeMark> marks = timeMarks(TimeRange(utc(10, 22), utc(10, 29)), 8);
    QCOMPARE(marks.size(), 7);
    for (const TimeMark &mark : marks)
        QCOMPARE(mark.at.time(), QTime(0, 0));
}

void TestChartScale::anEmptyRangeHasNoMarks()
{
    QVERIFY(timeMarks(TimeRange(), 5).isEmpty());
    QVERIFY(timeMarks(TimeRange(utc(11, 28), utc(11, 28)), 5).isEmpty());
    QVERIFY(timeMarks(TimeRange(utc(11, 28), utc(11, 29)), 0).isEmpty());
}

QTEST_MAIN(TestChartScale)
#include "tst_chartscale.moc"
