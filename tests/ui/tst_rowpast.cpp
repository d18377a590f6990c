// SPDX-License-Identifier: MIT
#include "ui/rowpast.h"

#include "core/history/historyfile.h"
#include "tests/history/historytools.h"

#include <QTemporaryDir>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestRowPast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void eachUrlHasItsOwn();
    void theTrendIsOfTheLastChecks();
    void whatDoesNotCountIsInNoTrend();
    void theSlowdownIsHeldAgainstTheMiddleOfTheOthers();

private:
    static RowPast withTimes(const QList<int> &times)
    {
        RowPast past;
        past.times = times;
        return past;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryFile> m_file;
};

void TestRowPast::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<HistoryFile>(m_folder->filePath(QStringLiteral("history.sqlite")));
    QCOMPARE(m_file->open(), std::nullopt);
}

void TestRowPast::cleanup()
{
    m_file.reset();
    m_folder.reset();
}

void TestRowPast::eachUrlHasItsOwn()
{
    addRun(*m_file, noon(), {passed("https://a/", noon(), 20ms), failed("https://b/", noon())});
    addRun(*m_file, noon(1h), {passed("https://a/", noon(1h), 30ms), passed("https://b/", noon(1h), 5ms)});
    const QList<RowPast> pasts =
        got(readRowPasts(*m_file, {"https://b/", "https://unknown/", "https://a/"}, noon(2h)));
    QCOMPARE(pasts.size(), 3);
    QCOMPARE(pasts.at(0).month.uptime(), 0.5);
    QCOMPARE(pasts.at(0).times, (QList<int>{RowPast::failedCheck, 5'000}));
    QVERIFY(pasts.at(1).isEmpty());
    QCOMPARE(pasts.at(2).month.uptime(), 1.0);
    QCOMPARE(pasts.at(2).times, (QList<int>{20'000, 30'000}));
}

void TestRowPast::theTrendIsOfTheLastChecks()
{
    for (int minute = 0; minute < 40; ++minute) {
        const QDateTime at = noon(std::chrono::minutes(minute));
        addRun(*m_file, at, {passed("https://a/", at, std::chrono::milliseconds(minute))});
    }
    const QList<RowPast> pasts = got(readRowPasts(*m_file, {"https://a/"}, noon(1h)));
    QCOMPARE(pasts.at(0).times.size(), 30);
    QCOMPARE(pasts.at(0).times.constLast(), 39'000);
}

void TestRowPast::whatDoesNotCountIsInNoTrend()
{
    qint64 run = 0;
    QCOMPARE(m_file->beginRun(RunStart(RunKind::Window, QStringLiteral("list"), noon(), 1), run),
             std::nullopt);
    QCOMPARE(m_file->addResults(run, noon(), {HistoryResult(0, failed("https://a/", noon()), false)}),
             std::nullopt);
    const RowPast past = got(readRowPasts(*m_file, {"https://a/"}, noon(1h))).constFirst();
    QVERIFY(past.times.isEmpty());
    QCOMPARE(past.month.unknown, 1);
}

void TestRowPast::theSlowdownIsHeldAgainstTheMiddleOfTheOthers()
{
    QCOMPARE(withTimes({}).slowdown(), std::nullopt);
    QCOMPARE(withTimes({100}).slowdown(), std::nullopt);
    QCOMPARE(withTimes({100, RowPast::failedCheck}).slowdown(), std::nullopt);
    QCOMPARE(withTimes({RowPast::failedCheck, 100}).slowdown(), std::nullopt);
    QCOMPARE(withTimes({100, 900, 110, RowPast::failedCheck, 500}).slowdown(), 390);
    QCOMPARE(withTimes({100, 40}).slowdown(), -60);
}

QTEST_GUILESS_MAIN(TestRowPast)
#include "tst_rowpast.moc"
