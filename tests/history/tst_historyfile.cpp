// SPDX-License-Identifier: MIT
// What is written into the history comes back: runs, results, incidents; and the file that it is in.
#include "core/history/historyfile.h"

#include "core/history/schema.h"
#include "core/history/store.h"
#include "tests/history/historytools.h"
#include "tests/history/storetools.h"

#include <QFile>
#include <QTemporaryDir>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class tst_HistoryFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aRunComesBackAsItWas();
    void aRunThatWasKilledHasNoEnd();
    void theLastRunsComeFirst();
    void runsAreCountedListByList();
    void resultsComeInTheOrderOfTheListWhetherPackedOrNot();
    void whatWasCancelledIsNotKept();
    void aUrlThatWasNeverCalledIsKeptWithItsRun();
    void aVisitEndsWhenItIsToldTo();
    void anIncidentLastsUntilItEnds();
    void aUrlHasOneIncidentAtATime();
    void incidentsAreFoundByTheTimeTheyTouch();
    void twoProcessesShareAFile();
    void theListsFileIsSharedWithItsStore();
    void onlyTheOwnerMayReadTheFiles();
    void aFileFromBeforeTheHistoryCanShrinkFromThenOn();
    void damageOfAResultIsSaid();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray url = "https://example.com/";

QByteArray numbered(int number)
{
    return url + QByteArray::number(number);
}

} // namespace

void tst_HistoryFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_HistoryFile::aRunComesBackAsItWas()
{
    StoredRun run;
    run.start = RunStart(RunKind::CommandLine, QStringLiteral("Stra\u00dfe.txt"), noon(), 5);
    run.start.listId = 3;
    run.ended = noon(1min);
    run.counts.total = 5;
    run.counts.ok = 1;
    run.counts.warnings = 2;
    run.counts.failed = 1;
    run.counts.cancelled = 1;
    run.counts.elapsed = 59'999ms;
    {
        HistoryFile file(path());
        QCOMPARE(file.open(), std::nullopt);
        QCOMPARE(file.beginRun(run.start, run.id), std::nullopt);
        QCOMPARE(file.endRun(run.id, *run.ended, run.counts), std::nullopt);
    }
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    QCOMPARE(got(file.runs().find(run.id)), run);
    QCOMPARE(got(file.runs().find(run.id + 1)), std::nullopt);
}

void tst_HistoryFile::aRunThatWasKilledHasNoEnd()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    qint64 id = 0;
    QCOMPARE(file.beginRun(RunStart(RunKind::Window, QString(), noon(), 2), id), std::nullopt);
    QCOMPARE(file.addResults(id, noon(), {HistoryResult(1, passed(url, noon(), 1ms))}), std::nullopt);
    const std::optional<StoredRun> run = got(file.runs().find(id));
    QVERIFY(run && !run->ended && run->counts.total == 2);
    QCOMPARE(resultsOf(file, id).size(), 1);
}

void tst_HistoryFile::theLastRunsComeFirst()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    for (int number = 0; number < 5; ++number)
        addRun(file, noon(number * 1min), {});
    const QList<StoredRun> runs = got(file.runs().latest(3));
    QCOMPARE(runs.size(), 3);
    QCOMPARE(runs.first().start.began, noon(4min));
    QCOMPARE(runs.last().start.began, noon(2min));
}

void tst_HistoryFile::runsAreCountedListByList()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    const auto run = [&file](std::optional<qint64> list, const QDateTime &began, int failed) {
        RunStart start(RunKind::Window, QString(), began, 10);
        start.listId = list;
        CheckProgress counts;
        counts.ok = 10 - failed;
        counts.failed = failed;
        qint64 id = 0;
        QCOMPARE(file.beginRun(start, id), std::nullopt);
        QCOMPARE(file.endRun(id, began.addSecs(1), counts), std::nullopt);
    };
    run(4, noon(-1min), 9); // too early
    run(4, noon(), 1);
    run(4, noon(1h), 2);
    run(7, noon(1h), 0);
    run(std::nullopt, noon(1h), 5); // of no list of the store's
    const QHash<qint64, Availability> lists = got(file.runs().countsByList(noon()));
    QCOMPARE(lists.size(), 2);
    QCOMPARE(lists.value(4).uptime(), 17.0 / 20);
    QCOMPARE(lists.value(7).uptime(), 1.0);
}

void tst_HistoryFile::resultsComeInTheOrderOfTheListWhetherPackedOrNot()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    qint64 run = 0;
    QCOMPARE(file.beginRun(RunStart(RunKind::Window, QString(), noon(), 40), run), std::nullopt);
    QList<HistoryResult> expected;
    for (int number = 0; number < 40; ++number)
        expected.append(HistoryResult(
            number, historyResult(numbered(number), number, noon(number * 1min).toMSecsSinceEpoch())));
    QList<HistoryResult> asTheyCame(expected.rbegin(), expected.rend());
    QCOMPARE(file.addResults(run, noon(), asTheyCame), std::nullopt);
    addRun(file, noon(5min), {passed(numbered(3), noon(5min), 1ms)}); // another run of the same URL
    QCOMPARE(resultsOf(file, run), expected);
    keepInOrder(file, noon(30min)); // half of them are old enough
    QCOMPARE(ask(path(), QStringLiteral("SELECT count(*) FROM results")).toInt(), 20);
    QCOMPARE(resultsOf(file, run), expected);
    keepInOrder(file, noon(2h));
    QCOMPARE(ask(path(), QStringLiteral("SELECT count(*) FROM results")).toInt(), 0);
    QCOMPARE(resultsOf(file, run), expected);
}

void tst_HistoryFile::whatWasCancelledIsNotKept()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    const qint64 run =
        addRun(file, noon(), {CheckResult::neverStarted(url), passed(numbered(1), noon(), 1ms)});
    QCOMPARE(resultsOf(file, run).size(), 1);
    QCOMPARE(resultsOf(file, run).first().position, 1);
    QCOMPARE(got(file.runs().find(run))->counts.cancelled, 1);
}

void tst_HistoryFile::aUrlThatWasNeverCalledIsKeptWithItsRun()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    CheckResult refused;
    refused.url = "ftp://example.com/";
    refused.outcome = Outcome::Failed;
    refused.fetch.error = ErrorKind::UnsupportedScheme;
    const qint64 run = addRun(file, noon(), {refused});
    QCOMPARE(resultsOf(file, run), QList{HistoryResult(0, refused)});
    keepInOrder(file, noon(1h));
    QCOMPARE(resultsOf(file, run), QList{HistoryResult(0, refused)});
    QCOMPARE(got(file.urls().uptime(refused.url, noon(1h))).day.failed, 1);
}

void tst_HistoryFile::aVisitEndsWhenItIsToldTo()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    const qint64 run =
        addRun(file, noon(), {passed(numbered(0), noon(), 1ms), passed(numbered(1), noon(), 1ms)});
    int visited = 0;
    QVERIFY(got(file.visitRun(run, [&visited](const HistoryResult &) { return ++visited == 0; })));
    QCOMPARE(visited, 1);
}

void tst_HistoryFile::anIncidentLastsUntilItEnds()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    Incident incident(url, noon(), Reason(ErrorKind::Timeout, QStringLiteral("after 30 s")));
    QCOMPARE(file.beginIncident(incident), std::nullopt);
    QCOMPARE(got(file.incidents().lasting()), QList{incident});
    QCOMPARE(incident.duration(noon(7min)), 7min);
    QCOMPARE(file.endIncident(numbered(9), noon(1min)), std::nullopt); // not known: nothing happens
    QCOMPARE(file.endIncident(url, noon(5min)), std::nullopt);
    QCOMPARE(got(file.incidents().lasting()), QList<Incident>());
    incident.ended = noon(5min);
    QCOMPARE(got(file.incidents().of(url, noon(-1h), noon(1h))), QList{incident});
    QCOMPARE(incident.duration(noon(7min)), 5min);
}

void tst_HistoryFile::aUrlHasOneIncidentAtATime()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    const Incident first(url, noon(), Reason(ErrorKind::Timeout, QString()));
    QCOMPARE(file.beginIncident(first), std::nullopt);
    QCOMPARE(file.beginIncident(Incident(url, noon(1min), Reason(ErrorKind::DnsNotFound, QString()))),
             std::nullopt);
    QCOMPARE(got(file.incidents().lasting()), QList{first});
    QCOMPARE(file.endIncident(url, noon(-1h)), std::nullopt); // the clock was set back: no negative time
    const QList<Incident> incidents = got(file.incidents().all(noon(-2h), noon(2h)));
    QCOMPARE(incidents.size(), 1);
    QCOMPARE(incidents.first().ended, noon());
}

void tst_HistoryFile::incidentsAreFoundByTheTimeTheyTouch()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    for (int number = 0; number < 4; ++number) {
        QCOMPARE(file.beginIncident(
                     Incident(numbered(number), noon(number * 1h), Reason(ErrorKind::Timeout, QString()))),
                 std::nullopt);
        if (number < 3)
            QCOMPARE(file.endIncident(numbered(number), noon(number * 1h + 30min)), std::nullopt);
    }
    const QList<Incident> found = got(file.incidents().all(noon(1h + 15min), noon(2h + 15min)));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.first().url, numbered(2));
    QCOMPARE(found.last().url, numbered(1));
    QCOMPARE(got(file.incidents().all(noon(10h), noon(11h))).size(), 1); // the one that lasts
    QCOMPARE(got(file.incidents().of(numbered(3), noon(), noon(1h))).size(), 0);
}

void tst_HistoryFile::twoProcessesShareAFile()
{
    HistoryFile window(path());
    HistoryFile service(path());
    QCOMPARE(window.open(), std::nullopt);
    QCOMPARE(service.open(), std::nullopt);
    const qint64 first = addRun(window, noon(), {passed(url, noon(), 1ms)});
    const qint64 second = addRun(service, noon(1min), {passed(url, noon(1min), 2ms)});
    QVERIFY(first != second);
    keepInOrder(window, noon(1h));
    keepInOrder(service, noon(1h));
    QCOMPARE(got(service.urls().lastResults(url, 9)).size(), 2);
    QCOMPARE(got(window.urls().uptime(url, noon(1h))).day.ok, 2);
    QCOMPARE(resultsOf(window, second).size(), 1);
}

void tst_HistoryFile::theListsFileIsSharedWithItsStore()
{
    WatchedStore watched(path());
    watched.load();
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    watched.store.addEntries({StoredEntry(1, UrlEntry(url))});
    QVERIFY(watched.flush());
    addRun(file, noon(), {passed(url, noon(), 1ms)});
    watched.store.removeEntries({1});
    QVERIFY(watched.flush());
    QCOMPARE(got(file.urls().lastResults(url, 9)).size(), 1); // the history outlives the entry
}

void tst_HistoryFile::onlyTheOwnerMayReadTheFiles()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    addRun(file, noon(), {passed(url, noon(), 1ms)});
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        QVERIFY2(QFile::exists(path() + suffix), qPrintable(suffix));
        QVERIFY2(!(QFile::permissions(path() + suffix) & others), qPrintable(suffix));
    }
}

void tst_HistoryFile::aFileFromBeforeTheHistoryCanShrinkFromThenOn()
{
    ask(path(), QStringLiteral("PRAGMA application_id = %1").arg(schema::applicationId));
    QCOMPARE(ask(path(), QStringLiteral("PRAGMA auto_vacuum")).toInt(), 0);
    ask(path(), QStringLiteral("CREATE TABLE of_a_test (x)"));
    QCOMPARE(ask(path(), QStringLiteral("PRAGMA auto_vacuum")).toInt(), 0);
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    QCOMPARE(ask(path(), QStringLiteral("PRAGMA auto_vacuum")).toInt(), 2);
}

void tst_HistoryFile::damageOfAResultIsSaid()
{
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    const qint64 run = addRun(file, noon(), {passed(url, noon(), 1ms)});
    keepInOrder(file, noon(1h));
    ask(path(), QStringLiteral("UPDATE result_blocks SET data = x'01ffff'"));
    const auto answer = file.visitRun(run, [](const HistoryResult &) { return true; });
    const auto *problem = std::get_if<StoreProblem>(&answer);
    QVERIFY(problem != nullptr);
    QCOMPARE(problem->failure, StoreFailure::Damaged);
    QVERIFY2(problem->detail.contains(QStringLiteral("result_blocks")), qPrintable(problem->detail));
}

QTEST_GUILESS_MAIN(tst_HistoryFile)
#include "tst_historyfile.moc"
