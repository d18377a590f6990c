// SPDX-License-Identifier: MIT
#include "core/monitor/weekdays.h"

#include <QTest>

using namespace rollcall;

class TestWeekDays : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsAreReadAndWrittenBack_data();
    void textsAreReadAndWrittenBack();
    void whatNamesNoDayIsRefused_data();
    void whatNamesNoDayIsRefused();
};

void TestWeekDays::textsAreReadAndWrittenBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("daily") << "daily"
                           << "daily";
    QTest::newRow("one day") << "wed"
                             << "wed";
    QTest::newRow("upper case") << "SUN"
                                << "sun";
    QTest::newRow("a range") << "mon-wed"
                             << "mon,tue,wed";
    QTest::newRow("a range over Sunday") << "sat-mon"
                                         << "mon,sat,sun";
    QTest::newRow("a range of one day") << "fri-fri"
                                        << "fri";
    QTest::newRow("all of them") << "mon-fri,sat,sun"
                                 << "daily";
    QTest::newRow("in any order, twice") << "sun,mon,sun"
                                         << "mon,sun";
}

void TestWeekDays::textsAreReadAndWrittenBack()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    const std::optional<WeekDays> days = WeekDays::fromText(text);
    QVERIFY(days);
    QCOMPARE(days->text(), written);
    QCOMPARE(WeekDays::fromText(written), days);
}

void TestWeekDays::whatNamesNoDayIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << "";
    QTest::newRow("a full name") << "monday";
    QTest::newRow("an empty part") << "mon,,tue";
    QTest::newRow("an open range") << "mon-";
    QTest::newRow("two dashes") << "mon-tue-wed";
}

void TestWeekDays::whatNamesNoDayIsRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!WeekDays::fromText(text));
}

QTEST_APPLESS_MAIN(TestWeekDays)
#include "tst_weekdays.moc"
