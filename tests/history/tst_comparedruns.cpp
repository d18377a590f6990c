// SPDX-License-Identifier: MIT
#include "core/history/comparedruns.h"

#include "core/history/historyfile.h"
#include "tests/history/historytools.h"

#include <QTemporaryDir>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class tst_ComparedRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aRunIsWholeWhenEveryUrlHasAResult();
    void onlyWholeRunsAreGiven();
    void theLastPairIsOfTheWholeList();
    void theLastResultOfEachPlaceCounts();
    void twoRunsAreCompared();
    void aRunThatIsGoneHasNoResults();

private:
    static StoredRun run(qint64 id, qsizetype urls)
    {
        StoredRun run;
        run.id = id;
        run.start.total = urls;
        return run;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryFile> m_file;
};

void tst_ComparedRuns::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<HistoryFile>(m_folder->filePath(QStringLiteral("history.sqlite")));
    QCOMPARE(m_file->open(), std::nullopt);
}

void tst_ComparedRuns::cleanup()
{
    m_file.reset();
    m_folder.reset();
}

void tst_ComparedRuns::aRunIsWholeWhenEveryUrlHasAResult()
{
    StoredRun run;
    run.counts.total = 3;
    run.counts.ok = 1;
    run.counts.warnings = 1;
    run.counts.failed = 1;
    QVERIFY(!isWhole(run)); // it has not ended
    run.ended = noon();
    QVERIFY(isWhole(run));
    run.counts.failed = 0;
    run.counts.cancelled = 1;
    QVERIFY(!isWhole(run));
}

void tst_ComparedRuns::onlyWholeRunsAreGiven()
{
    qint64 going = 0;
    const qint64 first = addRun(*m_file, noon(), {passed("https://a/", noon(), 5ms)});
    const qint64 second = addRun(*m_file, noon(1h), {passed("https://a/", noon(1h), 5ms)});
    QCOMPARE(m_file->beginRun(RunStart(RunKind::Window, QStringLiteral("list"), noon(2h), 1), going),
             std::nullopt);
    QList<qint64> ids;
    for (const StoredRun &run : got(wholeRuns(*m_file, 10)))
        ids.append(run.id);
    QCOMPARE(ids, (QList<qint64>{second, first}));
}

void tst_ComparedRuns::theLastPairIsOfTheWholeList()
{
    using Pair = std::optional<std::pair<qint64, qint64>>;
    QCOMPARE(lastPair({}), Pair());
    QCOMPARE(lastPair({run(1, 10)}), Pair());
    QCOMPARE(lastPair({run(3, 10), run(2, 10), run(1, 10)}), Pair({2, 3}));
    QCOMPARE(lastPair({run(4, 1), run(3, 9), run(2, 4), run(1, 10)}), Pair({1, 3})); // 4 and 2: a selection
    QCOMPARE(lastPair({run(3, 1), run(2, 1), run(1, 10)}), Pair());
}

void tst_ComparedRuns::theLastResultOfEachPlaceCounts()
{
    qint64 id = 0;
    const QDateTime began = noon();
    QCOMPARE(m_file->beginRun(RunStart(RunKind::Scheduled, QStringLiteral("list"), began, 2), id),
             std::nullopt);
    QCOMPARE(m_file->addResults(id, began,
                                {HistoryResult(0, failed("https://a/", began)),
                                 HistoryResult(1, passed("https://b/", began, 5ms)),
                                 HistoryResult(2, passed("https://a/", began.addSecs(15), 5ms))}),
             std::nullopt);
    const QList<CheckResult> results = got(resultsByPlace(*m_file, id));
    QCOMPARE(results.size(), 2);
    QCOMPARE(results.at(0).url, QByteArray("https://a/"));
    QCOMPARE(results.at(0).outcome, Outcome::Ok);
    QCOMPARE(results.at(1).url, QByteArray("https://b/"));
}

void tst_ComparedRuns::twoRunsAreCompared()
{
    const qint64 before =
        addRun(*m_file, noon(), {passed("https://a/", noon(), 5ms), failed("https://b/", noon())});
    const qint64 after =
        addRun(*m_file, noon(1h), {failed("https://a/", noon(1h)), passed("https://b/", noon(1h), 5ms)});
    const RunDifference difference = got(compareKeptRuns(*m_file, before, after, {}));
    QCOMPARE(difference.count(Change::NewlyBroken), 1);
    QCOMPARE(difference.count(Change::Repaired), 1);
    QCOMPARE(difference.urls.at(0).url, QByteArray("https://a/"));
}

void tst_ComparedRuns::aRunThatIsGoneHasNoResults()
{
    QVERIFY(got(resultsByPlace(*m_file, 7)).isEmpty());
}

QTEST_GUILESS_MAIN(tst_ComparedRuns)
#include "tst_comparedruns.moc"
