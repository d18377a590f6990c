// SPDX-License-Identifier: MIT
#include "core/history/store.h"

#include "tests/history/storetools.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

namespace {

StoredEntry entry(qint64 id, const QByteArray &url)
{
    return {id, UrlEntry(url)};
}

QList<qint64> idsOf(const QList<StoredEntry> &entries)
{
    QList<qint64> ids;
    for (const StoredEntry &each : entries)
        ids.append(each.id);
    return ids;
}

} // namespace

class tst_Store : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aNewFileIsEmpty();
    void givesBackWhatItWasGiven_data();
    void givesBackWhatItWasGiven();
    void theOrderIsThatOfTheIdsAcrossRestarts();
    void keepsWhatAListSaysAboutItsEntries();
    void addsTheResultsThatEntriesBring();
    void aLaterResultReplacesTheEarlier();
    void passesOverResultsOfEntriesThatAreGone();
    void removesResultsWithTheirEntries();
    void savesWhatWasAskedForBeforeAFlush();
    void carriesOutWhatIsPendingAtItsEnd();
    void undoesTheWholeWriteThatFails();
    void saysOnceThatWritesFail();
    void writesNothingBeforeLoad();
    void loadsAgainWhatIsThere();
    void othersMayReadMeanwhile();
    void aSecondStoreIsToldWhoHoldsTheFile();
    void onlyTheOwnerMayReadTheFiles();
    void makesItsFolderForTheOwnerOnly();
    void theDefaultPathIsTheSameForEveryProgram();
    void aLargeListComesBack();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("store.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Store::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_Store::aNewFileIsEmpty()
{
    WatchedStore watched(path());
    QVERIFY(!QFile::exists(path()));
    QCOMPARE(watched.load(), QList<StoredEntry>());
    QCOMPARE(watched.failure(), std::nullopt);
    QVERIFY(QFile::exists(path()));
}

void tst_Store::givesBackWhatItWasGiven_data()
{
    QTest::addColumn<CheckResult>("result");

    const QByteArray url("https://example.com/");
    CheckResult sparse;
    sparse.url = url;
    CheckResult ok = sparse;
    ok.outcome = Outcome::Ok;
    ok.attempts = 1;
    ok.fetch.finalUrl = url;
    ok.fetch.status = 200;
    CheckResult zeros = ok;
    zeros.queueTime = std::chrono::microseconds(0);
    zeros.fetch.wireBytes = 0;
    zeros.fetch.times.total = std::chrono::microseconds(0);
    zeros.startedAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    CheckResult odd = fullResult(url);
    odd.url = "https://example.com/renamed-since";
    odd.fetch.contentType = QByteArray("\xff\x00\xfe not UTF-8", 13);
    odd.fetch.redirects = {
        RedirectHop(QByteArray("http://x/\"\\\xff\x00", 13), 302, std::chrono::microseconds(1))};
    odd.fetch.bodyBytes = std::numeric_limits<qint64>::max();
    odd.fetch.certificateExpires = QDateTime::fromMSecsSinceEpoch(-1, Qt::UTC);

    QTest::newRow("never started") << CheckResult::neverStarted(url);
    QTest::newRow("sparse") << sparse;
    QTest::newRow("ok") << ok;
    QTest::newRow("zeros are not unknown") << zeros;
    QTest::newRow("full") << fullResult(url);
    QTest::newRow("odd bytes") << odd;
    for (const ErrorKindInfo &info : errorKinds()) {
        CheckResult failed = sparse;
        failed.fetch.error = info.kind;
        QTest::addRow("error %s", info.slug) << failed;
    }
}

void tst_Store::givesBackWhatItWasGiven()
{
    QFETCH(CheckResult, result);
    {
        WatchedStore watched(path());
        watched.load();
        watched.store.addEntries({entry(7, "https://example.com/")});
        watched.store.saveResults({StoredResult(7, result)});
    }
    WatchedStore watched(path());
    const QList<StoredEntry> entries = watched.load();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.at(0).entry.url, QByteArray("https://example.com/"));
    QVERIFY(entries.at(0).lastResult);
    QVERIFY(*entries.at(0).lastResult == result);
}

void tst_Store::theOrderIsThatOfTheIdsAcrossRestarts()
{
    {
        WatchedStore watched(path());
        watched.load();
        watched.store.addEntries({entry(30, "http://a/"), entry(10, "http://b/"), entry(20, "http://c/")});
        watched.store.addEntries({entry(5, "http://d/")});
        watched.store.removeEntries({10, 999});
        watched.store.addEntries({entry(40, "http://a/")});
        QVERIFY(watched.flush());
    }
    WatchedStore watched(path());
    const QList<StoredEntry> expected{entry(5, "http://d/"), entry(20, "http://c/"), entry(30, "http://a/"),
                                      entry(40, "http://a/")};
    QCOMPARE(watched.load(), expected);
    watched.store.addEntries({entry(1, "http://e/")});
    QCOMPARE(idsOf(watched.load()), QList<qint64>({1, 5, 20, 30, 40}));
}

void tst_Store::keepsWhatAListSaysAboutItsEntries()
{
    EntryDetails details;
    details.name = QStringLiteral("Sh\u00f6p");
    details.group = QStringLiteral("Customers");
    details.tags = {QStringLiteral("a"), QStringLiteral("b")};
    details.method = "POST";
    details.body = "x=1";
    details.headers = {{"X-Key", "value"}};
    details.statuses = {StatusRange(200, 204), StatusRange(301, 301)};
    details.interval = std::chrono::minutes(5);
    details.timeLimit = std::chrono::milliseconds(1500);
    const QList<StoredEntry> expected{StoredEntry(1, UrlEntry("http://a/", details)), entry(2, "http://b/")};
    {
        WatchedStore watched(path());
        watched.load();
        watched.store.addEntries(expected);
    }
    WatchedStore watched(path());
    QCOMPARE(watched.load(), expected);
}

void tst_Store::addsTheResultsThatEntriesBring()
{
    WatchedStore watched(path());
    watched.load();
    StoredEntry checked = entry(1, "http://a/");
    checked.lastResult = std::make_shared<const CheckResult>(fullResult("http://a/"));
    const QList<StoredEntry> expected{checked, entry(2, "http://b/")};
    watched.store.addEntries(expected);
    QCOMPARE(watched.load(), expected);
}

void tst_Store::aLaterResultReplacesTheEarlier()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({entry(1, "http://a/")});
    watched.store.saveResults({StoredResult(1, fullResult("http://a/", 1))});
    CheckResult later;
    later.url = "http://a/";
    watched.store.saveResults({StoredResult(1, later)});
    const QList<StoredEntry> entries = watched.load();
    QCOMPARE(entries.size(), 1);
    QVERIFY(*entries.at(0).lastResult == later);
}

void tst_Store::passesOverResultsOfEntriesThatAreGone()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({entry(1, "http://a/"), entry(2, "http://b/")});
    watched.store.removeEntries({1});
    watched.store.saveResults(
        {StoredResult(1, fullResult("http://a/")), StoredResult(2, fullResult("http://b/"))});
    const QList<StoredEntry> entries = watched.load();
    QCOMPARE(idsOf(entries), QList<qint64>{2});
    QVERIFY(*entries.at(0).lastResult == fullResult("http://b/"));
    QCOMPARE(watched.failure(), std::nullopt);
}

void tst_Store::removesResultsWithTheirEntries()
{
    {
        WatchedStore watched(path());
        watched.load();
        watched.store.addEntries({entry(1, "http://a/"), entry(2, "http://b/")});
        watched.store.saveResults(
            {StoredResult(1, fullResult("http://a/")), StoredResult(2, fullResult("http://b/"))});
        watched.store.removeEntries({1});
    }
    QCOMPARE(ask(path(), QStringLiteral("SELECT group_concat(entry_id) FROM last_results")).toString(),
             QStringLiteral("2"));
}

void tst_Store::savesWhatWasAskedForBeforeAFlush()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({entry(1, "http://a/")});
    QVERIFY(watched.flush());
    QCOMPARE(ask(path(), QStringLiteral("SELECT count(*) FROM entries")).toInt(), 1);
    // Written out to the file itself: a copy without its -wal has it too.
    const QString copy = m_folder->filePath(QStringLiteral("copy.sqlite"));
    QVERIFY(QFile::copy(path(), copy));
    QCOMPARE(ask(copy, QStringLiteral("SELECT count(*) FROM entries")).toInt(), 1);
}

void tst_Store::carriesOutWhatIsPendingAtItsEnd()
{
    {
        Store store(path());
        store.load();
        for (int id = 1; id <= 100; ++id)
            store.addEntries({entry(id, "http://a/")});
        store.removeEntries({50});
    }
    QCOMPARE(ask(path(), QStringLiteral("SELECT count(*) FROM entries")).toInt(), 99);
}

void tst_Store::undoesTheWholeWriteThatFails()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({entry(1, "http://a/")});
    watched.store.addEntries({entry(2, "http://b/"), entry(1, "http://again/")});
    QVERIFY(!watched.flush());
    QCOMPARE(watched.failure(), StoreFailure::CannotWrite);
    QCOMPARE(watched.detail(), QStringLiteral("UNIQUE constraint failed: entries.id"));
    QCOMPARE(watched.load(), QList<StoredEntry>{entry(1, "http://a/")});
}

void tst_Store::saysOnceThatWritesFail()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({entry(1, "http://a/")});
    for (int i = 0; i < 3; ++i)
        watched.store.addEntries({entry(1, "http://a/")});
    watched.load();
    QCOMPARE(watched.failureCount(), 1);
    watched.store.flush();
    QTRY_COMPARE(watched.failureCount(), 2);
    QVERIFY(watched.flush());
    watched.store.addEntries({entry(1, "http://a/")});
    QTRY_COMPARE(watched.failureCount(), 3);
}

void tst_Store::writesNothingBeforeLoad()
{
    WatchedStore watched(path());
    watched.store.addEntries({entry(1, "http://a/")});
    QVERIFY(!watched.flush());
    QCOMPARE(watched.failure(), StoreFailure::CannotOpen);
    QVERIFY(!QFile::exists(path()));
}

void tst_Store::loadsAgainWhatIsThere()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({entry(1, "http://a/")});
    QCOMPARE(idsOf(watched.load()), QList<qint64>{1});
    watched.store.addEntries({entry(2, "http://b/")});
    QCOMPARE(idsOf(watched.load()), QList<qint64>({1, 2}));
}

void tst_Store::othersMayReadMeanwhile()
{
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({entry(1, "http://a/")});
    watched.load();
    QCOMPARE(ask(path(), QStringLiteral("SELECT url FROM entries")).toByteArray(), QByteArray("http://a/"));
    QCOMPARE(ask(path(), QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("wal"));
}

void tst_Store::aSecondStoreIsToldWhoHoldsTheFile()
{
    auto first = std::make_unique<WatchedStore>(path());
    first->load();
    first->store.addEntries({entry(1, "http://a/")});

    WatchedStore second(path());
    second.load();
    QCOMPARE(second.failure(), StoreFailure::Busy);
    const QString holder =
        QStringLiteral("in use by tst_store, process %1 ").arg(QCoreApplication::applicationPid());
    QVERIFY2(second.detail().startsWith(holder), qPrintable(second.detail()));

    first.reset();
    QCOMPARE(idsOf(second.load()), QList<qint64>{1});
    QCOMPARE(second.failure(), std::nullopt);
}

void tst_Store::onlyTheOwnerMayReadTheFiles()
{
    constexpr auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QFile open(path());
    QVERIFY(open.open(QIODevice::WriteOnly));
    QVERIFY(open.setPermissions(permissions | QFile::ReadGroup | QFile::ReadOther));

    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries({entry(1, "http://a/")});
    watched.load();
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QFileInfo file(path() + QString::fromLatin1(suffix));
        QVERIFY2(file.exists(), suffix);
        QCOMPARE(file.permissions(), permissions);
    }
}

void tst_Store::makesItsFolderForTheOwnerOnly()
{
    const QString folder = m_folder->filePath(QStringLiteral("share/rollcall"));
    WatchedStore watched(folder + QStringLiteral("/store.sqlite"));
    watched.load();
    QCOMPARE(watched.failure(), std::nullopt);
    QCOMPARE(QFile::permissions(folder), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                             QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
}

void tst_Store::theDefaultPathIsTheSameForEveryProgram()
{
    const QString window = Store::defaultPath();
    QCoreApplication::setApplicationName(QStringLiteral("another program"));
    QCOMPARE(Store::defaultPath(), window);
    QCoreApplication::setApplicationName(QString());
    QCOMPARE(window, QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                         QStringLiteral("/rollcall/rollcall.sqlite"));
}

// The figures are printed. ROLLCALL_STORE_ENTRIES=1000000 in an optimised build gives those of the
// documentation.
void tst_Store::aLargeListComesBack()
{
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("ROLLCALL_STORE_ENTRIES", &isGiven);
    const int count = isGiven ? given : 20'000;
    QList<StoredEntry> entries;
    QList<StoredResult> results;
    for (int i = 1; i <= count; ++i) {
        const QByteArray url = "https://www.example.com/a/path/of/usual/length/" + QByteArray::number(i);
        entries.append(entry(i, url));
        results.append(StoredResult(i, fullResult(url, i)));
    }
    QElapsedTimer clock;
    clock.start();
    WatchedStore watched(path());
    watched.load();
    watched.store.addEntries(entries);
    QVERIFY(watched.flush());
    const qint64 adding = clock.restart();
    QCOMPARE(idsOf(watched.load()), idsOf(entries));
    const qint64 loading = clock.restart();
    watched.store.saveResults(results);
    QVERIFY(watched.flush());
    const qint64 saving = clock.restart();
    const QList<StoredEntry> loaded = watched.load();
    const qint64 loadingAll = clock.restart();
    QCOMPARE(loaded.size(), count);
    QVERIFY(*loaded.constLast().lastResult == results.constLast().result);
    qInfo("%d entries: added in %lld ms, loaded in %lld ms; their results saved in %lld ms, all loaded in "
          "%lld ms; "
          "%lld bytes",
          count, adding, loading, saving, loadingAll, QFileInfo(path()).size());
}

QTEST_GUILESS_MAIN(tst_Store)
#include "tst_store.moc"
