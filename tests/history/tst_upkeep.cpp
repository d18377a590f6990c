// SPDX-License-Identifier: MIT
#include "core/history/upkeep.h"

#include "core/history/historyfile.h"
#include "tests/history/historytools.h"
#include "tests/history/storetools.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class tst_Upkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void onlyWhatIsOldEnoughIsPacked();
    void aLateResultJoinsItsHour();
    void resultsAreDroppedAfterTheirDays();
    void rollUpsAreDroppedAfterTheirs();
    void aUrlOfWhichNothingIsLeftIsForgotten();
    void whatAWatchRemembersOfItIsForgottenWithIt();
    void retentionIsKeptInTheFile();
    void theFileStaysAsSmallAsItsRetention();
    void spaceIsGivenBack();
    void workIsDoneInSlices();

private:
    qint64 count(const char *table) const
    {
        return ask(path(), QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))).toLongLong();
    }
    QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray url = "https://example.com/";

QByteArray numbered(int number)
{
    return url + QByteArray::number(number);
}

QList<CheckResult> everyUrl(int urls, const QDateTime &at)
{
    QList<CheckResult> results;
    for (int number = 0; number < urls; ++number)
        results.append(historyResult(numbered(number), number, at.toMSecsSinceEpoch()));
    return results;
}

} // namespace

void tst_Upkeep::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_Upkeep::onlyWhatIsOldEnoughIsPacked()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    addRun(file, noon(), {passed(url, noon(), 1ms), passed(url, noon(6min), 1ms)});
    keepInOrder(file, noon(Upkeep::packedAfter));
    QCOMPARE(count("results"), 2);
    keepInOrder(file, noon(Upkeep::packedAfter + 1min));
    QCOMPARE(count("results"), 1);
    QCOMPARE(count("result_blocks"), 1);
    keepInOrder(file, noon(Upkeep::packedAfter + 7min));
    QCOMPARE(count("results"), 0);
    QCOMPARE(count("result_blocks"), 1); // of the same hour
    QCOMPARE(count("hours"), 1);
    QCOMPARE(count("days"), 1);
}

void tst_Upkeep::aLateResultJoinsItsHour()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    addRun(file, noon(), {passed(url, noon(20min), 1ms)});
    keepInOrder(file, noon(2h));
    addRun(file, noon(), {failed(url, noon(10min))});
    keepInOrder(file, noon(2h));
    const QList<HistoryResult> results = got(file.urls().lastResults(url, 9));
    QCOMPARE(results.size(), 2);
    QCOMPARE(results.first().result.outcome, Outcome::Failed);
    const UptimeSummary summary = got(file.urls().uptime(url, noon(3h)));
    QCOMPARE(summary.day.uptime(), 0.5);
    QCOMPARE(summary.month.uptime(), 0.5);
}

void tst_Upkeep::resultsAreDroppedAfterTheirDays()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    for (int day = 0; day < 40; ++day)
        addRun(file, noon(day * 24h), {passed(url, noon(day * 24h), 1ms)});
    keepInOrder(file, noon(39 * 24h + 2h));
    QCOMPARE(count("result_blocks"), 30);
    QCOMPARE(count("runs"), 30);
    QCOMPARE(got(file.urls().uptime(url, noon(39 * 24h + 2h))).year.ok, 40);
}

void tst_Upkeep::rollUpsAreDroppedAfterTheirs()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    QCOMPARE(file.upkeep().setRetention(Retention(1, 100)), std::nullopt);
    for (int day = 0; day < 300; day += 10) {
        addRun(file, noon(day * 24h), {passed(url, noon(day * 24h), 1ms)});
        QCOMPARE(file.beginIncident(Incident(url, noon(day * 24h), Reason(ErrorKind::Timeout, QString()))),
                 std::nullopt);
        QCOMPARE(file.endIncident(url, noon(day * 24h + 1h)), std::nullopt);
        QCOMPARE(file.noteLocalOutage(noon(day * 24h + 2h), noon(day * 24h + 3h)), std::nullopt);
    }
    keepInOrder(file, noon(300 * 24h));
    QCOMPARE(count("hours"), 10); // days 200 to 290
    QCOMPARE(count("incidents"), 10);
    QCOMPARE(count("local_outages"), 10);
    const qint64 kept = got(file.urls().uptime(url, noon(300 * 24h))).year.ok;
    QVERIFY2(kept >= 10 && kept <= 14, qPrintable(QString::number(kept))); // whole rows of 32 days
}

void tst_Upkeep::aUrlOfWhichNothingIsLeftIsForgotten()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    addRun(file, noon(), {passed(numbered(1), noon(), 1ms)});
    keepInOrder(file, noon(1h));
    QCOMPARE(count("urls"), 1);
    addRun(file, noon(800 * 24h), {passed(numbered(2), noon(800 * 24h), 1ms)});
    keepInOrder(file, noon(801 * 24h));
    QCOMPARE(ask(path(), QStringLiteral("SELECT group_concat(CAST(url AS TEXT)) FROM urls")).toString(),
             QString::fromLatin1(numbered(2)));
    addRun(file, noon(801 * 24h), {passed(numbered(1), noon(801 * 24h), 1ms)}); // it may come back
    QCOMPARE(count("urls"), 2);
}

void tst_Upkeep::whatAWatchRemembersOfItIsForgottenWithIt()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    addRun(file, noon(), {passed(numbered(1), noon(), 1ms), passed(numbered(2), noon(), 1ms)});
    ask(path(), QStringLiteral("INSERT INTO watch_memories (url, memory) SELECT url, x'7b7d' FROM urls"));
    keepInOrder(file, noon(1h));
    QCOMPARE(count("watch_memories"), 2);
    addRun(file, noon(800 * 24h), {passed(numbered(2), noon(800 * 24h), 1ms)});
    keepInOrder(file, noon(801 * 24h));
    QCOMPARE(
        ask(path(), QStringLiteral("SELECT group_concat(CAST(url AS TEXT)) FROM watch_memories")).toString(),
        QString::fromUtf8(numbered(2)));
}

void tst_Upkeep::retentionIsKeptInTheFile()
{
    {
        HistoryFile file(path());
        QCOMPARE(file.open(), std::nullopt);
        QCOMPARE(got(file.upkeep().retention()), Retention(30, 730));
        QCOMPARE(file.upkeep().setRetention(Retention(7, 90)), std::nullopt);
    }
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    QCOMPARE(got(file.upkeep().retention()), Retention(7, 90));
    QVERIFY(!Retention(0, 90).isValid() && !Retention(30, 29).isValid() && !Retention(1, 36'501).isValid());
}

void tst_Upkeep::theFileStaysAsSmallAsItsRetention()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    QCOMPARE(file.upkeep().setRetention(Retention(2, 4)), std::nullopt);
    qint64 afterTenDays = 0;
    for (int day = 0; day < 30; ++day) {
        for (const auto hour : {0h, 6h, 12h, 18h})
            addRun(file, noon(day * 24h + hour), everyUrl(50, noon(day * 24h + hour)));
        keepInOrder(file, noon(day * 24h + 20h));
        QCOMPARE(file.flush(), std::nullopt);
        if (day == 9)
            afterTenDays = QFileInfo(path()).size();
    }
    const qint64 afterThirtyDays = QFileInfo(path()).size();
    QVERIFY2(afterThirtyDays <= afterTenDays * 5 / 4,
             qPrintable(QStringLiteral("%1 and %2 bytes").arg(afterTenDays).arg(afterThirtyDays)));
}

void tst_Upkeep::spaceIsGivenBack()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    for (int day = 0; day < 20; ++day)
        addRun(file, noon(day * 24h), everyUrl(1'000, noon(day * 24h)));
    keepInOrder(file, noon(20 * 24h));
    QCOMPARE(file.flush(), std::nullopt);
    const qint64 before = QFileInfo(path()).size();
    QCOMPARE(file.upkeep().setRetention(Retention(1, 730)), std::nullopt);
    keepInOrder(file, noon(20 * 24h));
    QCOMPARE(file.flush(), std::nullopt);
    const qint64 after = QFileInfo(path()).size();
    QVERIFY2(after < before * 2 / 3, qPrintable(QStringLiteral("%1 and %2 bytes").arg(before).arg(after)));
}

void tst_Upkeep::workIsDoneInSlices()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    addRun(file, noon(), everyUrl(5'000, noon()));
    QVERIFY(got(file.upkeep().step(noon(1h))));
    QCOMPARE(count("results"), 3'000);
    addRun(file, noon(1h), {passed(url, noon(1h), 1ms)}); // others come in between
    keepInOrder(file, noon(1h));
    QCOMPARE(count("results"), 1);
    QCOMPARE(count("result_blocks"), 5'000);
}

QTEST_GUILESS_MAIN(tst_Upkeep)
#include "tst_upkeep.moc"
