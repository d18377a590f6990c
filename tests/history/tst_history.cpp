// SPDX-License-Identifier: MIT
// The history as the window has it: every call returns at once, answers come as signals and values.
#include "core/history/history.h"

#include "core/check/checksession.h"
#include "core/history/historyfile.h"
#include "core/history/runrecorder.h"
#include "tests/history/historytools.h"
#include "tests/history/storetools.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aRunThatIsRecordedIsThere();
    void aRunThatIsInterruptedIsEndedByTheNext();
    void nothingIsRecordedOutsideOfARun();
    void everyCheckOfASessionIsRecorded();
    void aFailureOfOurOwnNetworkDoesNotCount();
    void whatWasHandedOverIsInTheNextAnswer();
    void whatWasAskedForBeforeTheEndIsWritten();
    void oldResultsArePackedByItself();
    void anAnswerToSomeoneWhoIsGoneIsDropped();
    void queriesOfAFileThatIsNotOpenAnswerWithTheReason();
    void damageIsSaidAndLeftAlone();
    void damageFoundLaterEndsTheWriting();
    void aFullDiskIsSaidOnceAndSurvived();
    void aReadOnlyFolderIsSaid();

private:
    StoredRun lastRun(History &history);
    QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray url = "https://example.com/";

RunStart startNow(qsizetype urls)
{
    return RunStart(RunKind::Window, QStringLiteral("list"), QDateTime::currentDateTimeUtc(), urls);
}

IndexedResult resultAt(qsizetype index)
{
    return IndexedResult(index,
                         passed(url + QByteArray::number(index), QDateTime::currentDateTimeUtc(), 5ms));
}

} // namespace

void tst_History::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

StoredRun tst_History::lastRun(History &history)
{
    std::optional<StoredRun> run;
    bool isAnswered = false;
    history.ask(
        this, [](HistoryFile &file) { return file.runs().latest(1); },
        [&](const Answer<QList<StoredRun>> &answer) {
            const QList<StoredRun> runs = got(answer);
            run = runs.isEmpty() ? StoredRun() : runs.first();
            isAnswered = true;
        });
    return QTest::qWaitFor([&] { return isAnswered; }, 60'000) ? *run : StoredRun();
}

void tst_History::aRunThatIsRecordedIsThere()
{
    History history(path());
    QSignalSpy opened(&history, &History::opened);
    history.open();
    QTRY_COMPARE(opened.size(), 1);
    RunRecorder recorder(history);
    recorder.begin(startNow(3));
    recorder.add({resultAt(0), resultAt(2)});
    recorder.add({IndexedResult(1, CheckResult::neverStarted(url))});
    CheckProgress summary;
    summary.total = 3;
    summary.ok = 2;
    summary.cancelled = 1;
    recorder.end(summary);
    QSignalSpy saved(&history, &History::saved);
    history.flush();
    QTRY_COMPARE(saved.size(), 1);
    const StoredRun run = lastRun(history);
    QVERIFY(run.ended);
    QCOMPARE(run.counts, summary);
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    const QList<HistoryResult> results = resultsOf(file, run.id);
    QCOMPARE(results.size(), 2);
    QCOMPARE(results.last().position, 2);
}

void tst_History::aRunThatIsInterruptedIsEndedByTheNext()
{
    History history(path());
    history.open();
    RunRecorder recorder(history);
    recorder.begin(startNow(3));
    recorder.add({resultAt(0)});
    recorder.begin(startNow(1));
    recorder.end({});
    QCOMPARE(history.flushAndWait(), std::nullopt);
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    const QList<StoredRun> runs = got(file.runs().latest(9));
    QCOMPARE(runs.size(), 2);
    QVERIFY(runs.last().ended);
    QCOMPARE(runs.last().counts.ok, 1);
    QCOMPARE(runs.last().counts.total, 3);
}

void tst_History::nothingIsRecordedOutsideOfARun()
{
    History history(path());
    history.open();
    RunRecorder recorder(history);
    recorder.add({resultAt(0)});
    recorder.end({});
    QCOMPARE(history.flushAndWait(), std::nullopt);
    QCOMPARE(ask(path(), QStringLiteral("SELECT count(*) FROM results")).toInt(), 0);
    QCOMPARE(lastRun(history), StoredRun());
}

void tst_History::everyCheckOfASessionIsRecorded()
{
    History history(path());
    history.open();
    CheckSession session;
    RunRecorder recorder(history);
    recorder.setList(QStringLiteral("sites"), 4);
    recorder.follow(session);
    QSignalSpy finished(&session, &CheckSession::finished);
    for (int run = 1; run <= 2; ++run) {
        session.start({UrlEntry("ftp://a.example/"), UrlEntry("ftp://b.example/")}, CheckSettings());
        QTRY_COMPARE(finished.size(), run);
        const StoredRun last = lastRun(history);
        QCOMPARE(last.id, run);
        QCOMPARE(last.start.list, QStringLiteral("sites"));
        QCOMPARE(last.start.listId, 4);
        QCOMPARE(last.counts.failed, 2);
        QVERIFY(last.ended);
    }
    QCOMPARE(ask(path(), QStringLiteral("SELECT count(*) FROM results")).toInt(), 4);
}

void tst_History::aFailureOfOurOwnNetworkDoesNotCount()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    {
        History history(path());
        history.open();
        RunRecorder recorder(history);
        recorder.begin(startNow(2));
        recorder.add({IndexedResult(0, failed(url, now, ErrorKind::LocalNetwork)),
                      IndexedResult(1, failed(url, now, ErrorKind::Timeout))});
    }
    HistoryFile file(path());
    QCOMPARE(file.open(), std::nullopt);
    const Availability counts = got(file.urls().uptime(url, now)).day;
    QCOMPARE(counts.failed, 1);
    QCOMPARE(counts.unknown, 1);
}

void tst_History::whatWasHandedOverIsInTheNextAnswer()
{
    History history(path());
    history.open();
    RunRecorder recorder(history);
    QList<qsizetype> known; // results of the run, whenever something was handed over
    connect(&recorder, &RunRecorder::handedOver, this, [&] {
        history.ask(
            this, [](HistoryFile &file) { return file.urls().lastResults(url + "0", 10); },
            [&](const Answer<QList<HistoryResult>> &answer) { known.append(got(answer).size()); });
    });
    recorder.begin(startNow(1));
    recorder.add({resultAt(0)});
    QTRY_COMPARE(known, QList<qsizetype>{1});
    recorder.end(CheckProgress());
    QTRY_COMPARE(known, (QList<qsizetype>{1, 1}));
}

void tst_History::whatWasAskedForBeforeTheEndIsWritten()
{
    {
        History history(path());
        RunRecorder recorder(history);
        history.open();
        recorder.begin(startNow(500));
        for (qsizetype index = 0; index < 500; ++index)
            recorder.add({resultAt(index)});
    }
    QCOMPARE(ask(path(), QStringLiteral("SELECT count(*) FROM results")).toInt(), 500);
}

void tst_History::oldResultsArePackedByItself()
{
    {
        HistoryFile file(path());
        QCOMPARE(file.open(), std::nullopt);
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-3'600);
        QList<CheckResult> results;
        for (int number = 0; number < 3'000; ++number)
            results.append(passed(url + QByteArray::number(number), before, 5ms));
        addRun(file, before, results);
    }
    History history(path());
    history.open();
    QTRY_COMPARE(ask(path(), QStringLiteral("SELECT count(*) FROM results")).toInt(), 0);
    QCOMPARE(ask(path(), QStringLiteral("SELECT count(*) FROM result_blocks")).toInt(), 3'000);
}

void tst_History::anAnswerToSomeoneWhoIsGoneIsDropped()
{
    History history(path());
    history.open();
    bool isAnswered = false;
    {
        QObject asker;
        history.ask(
            &asker, [](HistoryFile &file) { return file.runs().latest(1); },
            [&isAnswered](const Answer<QList<StoredRun>> &) { isAnswered = true; });
    }
    lastRun(history); // comes behind it
    QVERIFY(!isAnswered);
}

void tst_History::queriesOfAFileThatIsNotOpenAnswerWithTheReason()
{
    History history(path());
    std::optional<StoreProblem> problem;
    const auto askForRuns = [&] {
        problem.reset();
        history.ask(
            this, [](HistoryFile &file) { return file.runs().latest(1); },
            [&problem](const Answer<QList<StoredRun>> &answer) { problem = std::get<StoreProblem>(answer); });
        return QTest::qWaitFor([&] { return problem.has_value(); }, 60'000);
    };
    QVERIFY(askForRuns());
    QCOMPARE(problem->failure, StoreFailure::CannotOpen);
    QVERIFY(QDir().mkdir(path()));
    QVERIFY(history.openAndWait());
    QVERIFY(askForRuns());
    QCOMPARE(problem->failure, StoreFailure::CannotOpen);
    QVERIFY(problem->detail != QStringLiteral("the file was not opened"));
    QCOMPARE(history.flushAndWait(), problem);
}

void tst_History::damageIsSaidAndLeftAlone()
{
    const QByteArray garbage = QByteArray("this is a letter to a friend\n").repeated(1000);
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(garbage) == garbage.size());
    }
    {
        History history(path());
        QSignalSpy failures(&history, &History::failed);
        history.open();
        QTRY_COMPARE(failures.size(), 1);
        QCOMPARE(failures.first().at(0).value<StoreFailure>(), StoreFailure::Damaged);
        RunRecorder recorder(history);
        recorder.begin(startNow(1));
        recorder.add({resultAt(0)});
        recorder.end({});
        QVERIFY(history.flushAndWait());
        QCOMPARE(failures.size(), 1);
    }
    QCOMPARE(contentOf(path()), garbage);
}

void tst_History::damageFoundLaterEndsTheWriting()
{
    constexpr qsizetype pageBytes = 4096;
    {
        HistoryFile file(path());
        QCOMPARE(file.open(), std::nullopt);
    }
    const qsizetype page =
        ask(path(), QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = 'urls'")).toInt() - 1;
    QByteArray damaged = contentOf(path());
    damaged.replace(page * pageBytes, pageBytes, QByteArray(pageBytes, '\xff'));
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(damaged) == damaged.size());
    }
    History history(path());
    QSignalSpy failures(&history, &History::failed);
    history.open();
    history.beginIncident(Incident(url, noon(), Reason(ErrorKind::Timeout, QString())));
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(failures.first().at(0).value<StoreFailure>(), StoreFailure::Damaged);
    history.endIncident(url, noon());
    QCOMPARE(history.flushAndWait()->failure, StoreFailure::Damaged);
    QCOMPARE(failures.size(), 1);
}

// A limit on the size of files stands in for the full disk: the system refuses the write in the same way.
void tst_History::aFullDiskIsSaidOnceAndSurvived()
{
    History history(path());
    QSignalSpy failures(&history, &History::failed);
    history.open();
    const RunTicket run = history.beginRun(startNow(3));
    history.addResults(run, {HistoryResult(0, resultAt(0).result)});
    QCOMPARE(history.flushAndWait(), std::nullopt);

    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 262'144;
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    CheckResult huge = resultAt(1).result;
    huge.fetch.pageTitle = QString(1'000'000, u'x');
    for (int times = 0; times < 3; ++times)
        history.addResults(run, {HistoryResult(1, huge)});
    const MaybeProblem problem = history.flushAndWait();
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(problem);
    QCOMPARE(problem->failure, StoreFailure::CannotWrite);
    QTRY_COMPARE(failures.size(), 1);

    history.addResults(run, {HistoryResult(2, resultAt(2).result)});
    history.endRun(run, QDateTime::currentDateTimeUtc(), {});
    QCOMPARE(history.flushAndWait(), std::nullopt);
    QCOMPARE(ask(path(), QStringLiteral("SELECT group_concat(position) FROM results")).toString(),
             QStringLiteral("0,2"));
    QCOMPARE(ask(path(), QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
}

// Who may write everywhere becomes someone who may not, for as long as it takes.
void tst_History::aReadOnlyFolderIsSaid()
{
    constexpr uid_t nobody = 65534;
    QVERIFY(QFile::setPermissions(m_folder->path(),
                                  QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    const bool isRoot = geteuid() == 0;
    QVERIFY(!isRoot || seteuid(nobody) == 0);
    MaybeProblem problem;
    MaybeProblem later;
    {
        History history(path());
        problem = history.openAndWait();
        history.beginRun(startNow(1));
        later = history.flushAndWait();
    }
    QVERIFY(!isRoot || seteuid(0) == 0);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(problem);
    QCOMPARE(problem->failure, StoreFailure::CannotOpen);
    QVERIFY(!problem->detail.isEmpty());
    QCOMPARE(later, problem);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
