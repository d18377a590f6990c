// SPDX-License-Identifier: MIT
#include "ui/format.h"

#include <QLocale>
#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sizesHaveOneUnitAndAtMostTwoFigures_data();
    void sizesHaveOneUnitAndAtMostTwoFigures();
    void exactSizesAreWholeBytes();
    void durationsHaveOneUnit_data();
    void durationsHaveOneUnit();
    void exactDurationsAreMillisecondsWithOneDecimal();
    void remainingTimeGetsCoarserTheLongerItIs_data();
    void remainingTimeGetsCoarserTheLongerItIs();
    void spansHaveAtMostTwoUnits();
    void uptimeIsNeverRoundedUpToTheWhole();
    void numbersFollowTheLocale();
    void datesAreInThePersonsTimeZone();
    void pluralNumbersKeepWhatPluralRulesLookAt();
};

void TestFormat::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestFormat::sizesHaveOneUnitAndAtMostTwoFigures_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 bytes, const char *text) {
        QTest::newRow(text) << bytes << QString::fromUtf8(text);
    };
    row(0, "0 B");
    row(812, "812 B");
    row(1023, "1,023 B");
    row(1024, "1.0 KiB");
    row(10188, "9.9 KiB");
    row(10239, "10 KiB");
    row(14 * 1024, "14 KiB");
    row(1024 * 1024 - 513, "1,023 KiB");
    row(1024 * 1024 - 1, "1.0 MiB");
    row(1258291, "1.2 MiB");
    row(qint64(5) << 40, "5.0 TiB");
    row(std::numeric_limits<qint64>::max(), "8.0 EiB");
}

void TestFormat::sizesHaveOneUnitAndAtMostTwoFigures()
{
    QFETCH(qint64, bytes);
    QTEST(formatBytes(bytes), "text");
}

void TestFormat::exactSizesAreWholeBytes()
{
    QCOMPARE(formatExactBytes(1258291), QStringLiteral("1,258,291 byte(s)"));
}

void TestFormat::durationsHaveOneUnit_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    const auto row = [](std::chrono::microseconds time, const char *text) {
        QTest::newRow(text) << qint64(time.count()) << QString::fromUtf8(text);
    };
    row(0us, "0.0 ms");
    row(420us, "0.4 ms");
    row(9949us, "9.9 ms");
    row(9951us, "10 ms");
    row(182'400us, "182 ms");
    row(999'400us, "999 ms");
    row(999'600us, "1.0 s");
    row(4130ms, "4.1 s");
    row(30s, "30.0 s");
    row(99'960ms, "1 min 40 s");
    row(3600s, "60 min 0 s");
}

void TestFormat::durationsHaveOneUnit()
{
    QFETCH(qint64, microseconds);
    QTEST(formatDuration(std::chrono::microseconds(microseconds)), "text");
}

void TestFormat::exactDurationsAreMillisecondsWithOneDecimal()
{
    QCOMPARE(formatExactDuration(4'132'460us), QStringLiteral("4,132.5 ms"));
}

void TestFormat::remainingTimeGetsCoarserTheLongerItIs_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none left is still a moment") << 0 << QStringLiteral("about 1 s left");
    QTest::newRow("seconds") << 19 << QStringLiteral("about 19 s left");
    QTest::newRow("minutes") << 250 << QStringLiteral("about 4 min left");
    QTest::newRow("hours") << 9000 << QStringLiteral("about 2.5 h left");
}

void TestFormat::remainingTimeGetsCoarserTheLongerItIs()
{
    QFETCH(int, seconds);
    QTEST(formatRemaining(std::chrono::seconds(seconds)), "text");
}

void TestFormat::spansHaveAtMostTwoUnits()
{
    QCOMPARE(formatSpan(0ms), QStringLiteral("0 s"));
    QCOMPARE(formatSpan(59'400ms), QStringLiteral("59 s"));
    QCOMPARE(formatSpan(59'600ms), QStringLiteral("1 min"));
    QCOMPARE(formatSpan(59min + 29s), QStringLiteral("59 min"));
    QCOMPARE(formatSpan(3h + 20min), QStringLiteral("3 h 20 min"));
    QCOMPARE(formatSpan(2h), QStringLiteral("2 h"));
    QCOMPARE(formatSpan(52h + 10min), QStringLiteral("2 d 4 h"));
    QCOMPARE(formatSpan(48h + 10min), QStringLiteral("2 d"));
}

void TestFormat::uptimeIsNeverRoundedUpToTheWhole()
{
    QCOMPARE(formatUptime(std::nullopt), unknownValue());
    QCOMPARE(formatUptime(1.0), QStringLiteral("100 %"));
    QCOMPARE(formatUptime(0.999999), QStringLiteral("99.99 %"));
    QCOMPARE(formatUptime(0.9995), QStringLiteral("99.95 %"));
    QCOMPARE(formatUptime(0.0), QStringLiteral("0 %"));
}

void TestFormat::numbersFollowTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(formatCount(1204), QStringLiteral("1.204"));
    QCOMPARE(formatBytes(1258291), QStringLiteral("1,2 MiB"));
    QCOMPARE(formatDuration(4130ms), QStringLiteral("4,1 s"));
    QCOMPARE(formatRate(3.26), QStringLiteral("3,3/s"));
    QCOMPARE(formatRate(1312), QStringLiteral("1.312/s"));
}

void TestFormat::datesAreInThePersonsTimeZone()
{
    const QDateTime noon(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);
    QCOMPARE(formatDateTime(noon), QLocale().toString(noon.toLocalTime(), QLocale::ShortFormat));
}

void TestFormat::pluralNumbersKeepWhatPluralRulesLookAt()
{
    QCOMPARE(pluralNumber(1), 1);
    QCOMPARE(pluralNumber(1204), 1204);
    QCOMPARE(pluralNumber(5'000'000'021) % 100, 21);
    QVERIFY(pluralNumber(5'000'000'001) > 1);
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
