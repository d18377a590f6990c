// SPDX-License-Identifier: MIT
#include "ui/progressrow.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

class TestProgressRow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theRateIsThatOfTheLastSeconds();
    void theRateIsUnknownAtFirstAndAfterANewStart();
    void aRunningCheckShowsCountsRateAndRemainingTime();
    void aPausedCheckForetellsNothing();
    void aFinishedCheckSaysHowLongItTook();
    void aStoppedCheckSaysHowManyWereNotDone();
    void anEmptyListShowsNothing();

private:
    static CheckProgress progress(qsizetype total, qsizetype ok, qsizetype failed,
                                  std::chrono::milliseconds elapsed)
    {
        CheckProgress progress;
        progress.total = total;
        progress.ok = ok;
        progress.failed = failed;
        progress.elapsed = elapsed;
        return progress;
    }
    static QString text(const ProgressRow &row)
    {
        QStringList texts;
        for (const auto *label : row.findChildren<QLabel *>()) {
            if (!label->text().isEmpty())
                texts.append(label->text());
        }
        return texts.join(QLatin1Char('|'));
    }
};

void TestProgressRow::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestProgressRow::theRateIsThatOfTheLastSeconds()
{
    RateMeter meter;
    qsizetype done = 0;
    for (auto time = 0s; time <= 20s; ++time) { // 10 a second
        meter.add(progress(100'000, done, 0, time));
        done += 10;
    }
    QCOMPARE(meter.perSecond(), 10.0);
    for (auto time = 21s; time <= 26s; ++time) { // then 100 a second
        done += 90;
        meter.add(progress(100'000, done, 0, time));
        done += 10;
    }
    QCOMPARE(meter.perSecond(), 100.0);
}

void TestProgressRow::theRateIsUnknownAtFirstAndAfterANewStart()
{
    RateMeter meter;
    QCOMPARE(meter.perSecond(), 0.0);
    meter.add(progress(10, 0, 0, 0ms));
    QCOMPARE(meter.perSecond(), 0.0);
    meter.add(progress(10, 8, 0, 1s));
    QCOMPARE(meter.perSecond(), 8.0);
    meter.add(progress(10, 0, 0, 0ms));
    QCOMPARE(meter.perSecond(), 0.0);
}

void TestProgressRow::aRunningCheckShowsCountsRateAndRemainingTime()
{
    ProgressRow row;
    row.showRunning(progress(10'000, 0, 0, 0s));
    row.showRunning(progress(10'000, 4'000, 100, 10s));
    QCOMPARE(text(row),
             QStringLiteral("4,100 of 10,000|410/s|about 14 s left|OK 4,000|Warning 0|Failed 100"));
    const auto *bar = row.findChild<QProgressBar *>();
    QVERIFY(!bar->isHidden());
    QCOMPARE(bar->value() * 100 / bar->maximum(), 41);
}

void TestProgressRow::aPausedCheckForetellsNothing()
{
    ProgressRow row;
    row.showRunning(progress(1000, 0, 0, 0s));
    row.showRunning(progress(1000, 100, 0, 1s));
    CheckProgress paused = progress(1000, 110, 0, 1s);
    paused.isPaused = true;
    paused.running = 3;
    row.showRunning(paused);
    QVERIFY2(text(row).contains(QStringLiteral("|Pausing: 3 still running|")), qPrintable(text(row)));
    paused.running = 0;
    row.showRunning(paused);
    QVERIFY2(text(row).startsWith(QStringLiteral("110 of 1,000|Paused|OK")), qPrintable(text(row)));
    row.showRunning(progress(1000, 113, 0, 1s)); // goes on: what ended in the pause is no speed
    QVERIFY2(text(row).startsWith(QStringLiteral("113 of 1,000|OK")), qPrintable(text(row)));
}

void TestProgressRow::aFinishedCheckSaysHowLongItTook()
{
    ProgressRow row;
    row.showRunning(progress(1'200, 600, 0, 1s));
    row.showFinished(progress(1'200, 1'199, 1, 32'400ms));
    QCOMPARE(text(row), QStringLiteral("1,200 URL(s) checked in 32.4 s|OK 1,199|Warning 0|Failed 1"));
    QVERIFY(row.findChild<QProgressBar *>()->isHidden());
}

void TestProgressRow::aStoppedCheckSaysHowManyWereNotDone()
{
    ProgressRow row;
    CheckProgress summary = progress(10, 3, 0, 2s);
    summary.cancelled = 7;
    row.showFinished(summary);
    QVERIFY(text(row).startsWith(QStringLiteral("3 URL(s) checked in 2.0 s|7 stopped|")));
}

void TestProgressRow::anEmptyListShowsNothing()
{
    ProgressRow row;
    row.showList(progress(2, 1, 0, 0s));
    QVERIFY(!row.isHidden());
    QCOMPARE(text(row), QStringLiteral("2 URL(s)|OK 1|Warning 0|Failed 0"));
    row.showList({});
    QVERIFY(row.isHidden());
}

QTEST_MAIN(TestProgressRow)
#include "tst_progressrow.moc"
