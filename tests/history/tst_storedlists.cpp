// SPDX-License-Identifier: MIT
#include "core/history/store.h"

#include "tests/history/storetools.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Several lists in one store, and the check that is under way.
class tst_StoredLists : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void aNewFileHasOneListWithoutAName();
    void listsKeepTheirNamesSettingsAndOrder();
    void listsKeepWhenTheyAreWatched();
    void entriesBelongToTheirList();
    void failuresAreCountedListByList();
    void lastResultsAreSummarizedListByList();
    void aRemovedListComesBackUntilItIsPurged();
    void aDuplicateHasTheEntriesButNoResults();
    void movedEntriesTakeTheirResultsAlong();
    void changedDetailsLeaveTheResultAlone();
    void aReplacedEntryHasTheResultItIsGiven();
    void anInterruptedCheckSaysWhatIsLeft();
    void aCheckThatEndedLeavesNothing();
    void anEntryThatIsRemovedNeedsNoCheck();
    void theHighestEntryIsThatOfAllLists();

private:
    WatchedStore &store() { return *m_store; }
    void reopen()
    {
        m_store.reset();
        m_store = std::make_unique<WatchedStore>(m_folder->filePath(u"store.sqlite"_s));
    }
    QStringList names()
    {
        QStringList names;
        for (const StoredList &list : store().loadLists().lists)
            names.append(list.name);
        return names;
    }
    QByteArrayList urlsOf(qint64 listId)
    {
        QByteArrayList urls;
        for (const StoredEntry &entry : store().load(listId))
            urls.append(entry.entry.url);
        return urls;
    }
    static StoredEntry entry(qint64 id, const QByteArray &url) { return {id, UrlEntry(url)}; }
    static StoredResult result(qint64 id, Outcome outcome)
    {
        CheckResult result;
        result.outcome = outcome;
        return {id, result};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WatchedStore> m_store;
};

void tst_StoredLists::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
    store().loadLists();
}

void tst_StoredLists::aNewFileHasOneListWithoutAName()
{
    const StoredLists lists = store().loadLists();
    QCOMPARE(lists.lists, QList<StoredList>{StoredList()});
    QCOMPARE(lists.totals.value(StoredList::firstId), ListTotals());
    QCOMPARE(lists.interrupted, InterruptedCheck());
    QCOMPARE(lists.lastEntryId, 0);
}

void tst_StoredLists::listsKeepTheirNamesSettingsAndOrder()
{
    CheckSettings settings;
    settings.timeout = 3s;
    settings.limits.concurrency = 7;
    store().store.addList(StoredList(5, u"Produktion \u00e4"_s, settings));
    store().store.addList(StoredList(4, u"Docs"_s));
    QCOMPARE(names(), (QStringList{QString(), u"Produktion \u00e4"_s, u"Docs"_s}));
    store().store.orderLists({4, 1, 5});
    settings.retries = 0;
    store().store.changeList(StoredList(5, u"Production"_s, settings));
    reopen();
    const QList<StoredList> expected{StoredList(4, u"Docs"_s), StoredList(),
                                     StoredList(5, u"Production"_s, settings)};
    QCOMPARE(store().loadLists().lists, expected);
}

void tst_StoredLists::listsKeepWhenTheyAreWatched()
{
    StoredList list(5, u"Production"_s);
    list.watch.isOn = true;
    list.watch.schedule = u"mon-fri 06:30"_s;
    list.watch.maintenance = {u"sun 02:00-04:00"_s, u"daily 23:30-00:30"_s};
    store().store.addList(list);
    StoredList changed(1, QString());
    changed.settings.retries = 3;
    changed.watch.schedule = u"90s"_s;
    store().store.changeList(changed);
    reopen();
    QCOMPARE(store().loadLists().lists, (QList<StoredList>{changed, list}));
    list.watch = WatchPlan();
    store().store.changeList(list);
    reopen();
    QCOMPARE(store().loadLists().lists.last(), list);
}

void tst_StoredLists::entriesBelongToTheirList()
{
    store().store.addList(StoredList(2, u"Docs"_s));
    store().store.addEntries({entry(10, "http://a/"), entry(12, "http://c/")});
    store().store.addEntries({entry(11, "http://b/")}, 2);
    QCOMPARE(urlsOf(1), (QByteArrayList{"http://a/", "http://c/"}));
    QCOMPARE(urlsOf(2), (QByteArrayList{"http://b/"}));
    QCOMPARE(urlsOf(3), QByteArrayList());
}

void tst_StoredLists::failuresAreCountedListByList()
{
    store().store.addList(StoredList(2, u"Docs"_s));
    store().store.addEntries({entry(1, "http://a/"), entry(2, "http://b/"), entry(3, "http://c/")});
    store().store.addEntries({entry(4, "http://d/")}, 2);
    store().store.saveResults(
        {result(1, Outcome::Failed), result(2, Outcome::Ok), result(4, Outcome::Failed)});
    const TotalsByList expected{{1, ListTotals(3, 1)}, {2, ListTotals(1, 1)}};
    QCOMPARE(store().loadLists().totals, expected);
    QSignalSpy counted(&store().store, &Store::listsCounted);
    store().store.saveResults({result(3, Outcome::Failed), result(4, Outcome::Warning)});
    store().store.countLists();
    QVERIFY(counted.wait());
    QCOMPARE(counted.first().first().value<TotalsByList>(),
             (TotalsByList{{1, ListTotals(3, 2)}, {2, ListTotals(1, 0)}}));
}

void tst_StoredLists::lastResultsAreSummarizedListByList()
{
    const auto at = [](StoredResult stored, qint64 ms) {
        stored.result.startedAt = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
        return stored;
    };
    store().store.addList(StoredList(2, u"Docs"_s));
    store().store.addEntries({entry(1, "http://a/"), entry(2, "http://b/"), entry(3, "http://c/")});
    store().store.addEntries({entry(4, "http://d/")}, 2);
    store().store.saveResults({at(result(1, Outcome::Failed), 7'000), at(result(2, Outcome::Ok), 9'000),
                               at(result(3, Outcome::Cancelled), 11'000)});
    QSignalSpy summarized(&store().store, &Store::listsSummarized);
    store().store.summarizeLists();
    QVERIFY(summarized.wait());
    SummariesByList expected;
    expected[1].counts.total = 3;
    expected[1].counts.ok = 1;
    expected[1].counts.failed = 1;
    expected[1].counts.cancelled = 1;
    expected[1].lastCheck = QDateTime::fromMSecsSinceEpoch(9'000, Qt::UTC);
    expected[2].counts.total = 1;
    QCOMPARE(summarized.first().first().value<SummariesByList>(), expected);
}

void tst_StoredLists::aRemovedListComesBackUntilItIsPurged()
{
    store().store.addList(StoredList(2, u"Docs"_s));
    store().store.addEntries({entry(4, "http://d/")}, 2);
    store().store.removeList(2);
    QCOMPARE(names(), QStringList{QString()});
    store().store.restoreList(2);
    QCOMPARE(names(), (QStringList{QString(), u"Docs"_s}));
    QCOMPARE(urlsOf(2), QByteArrayList{"http://d/"});
    store().store.removeList(2);
    store().store.purgeLists();
    store().store.restoreList(2);
    QCOMPARE(names(), QStringList{QString()});
    QCOMPARE(urlsOf(2), QByteArrayList());
}

void tst_StoredLists::aDuplicateHasTheEntriesButNoResults()
{
    EntryDetails details;
    details.note = u"why"_s;
    store().store.addEntries({entry(30, "http://b/"), {20, UrlEntry("http://a/", details)}});
    store().store.saveResults({result(20, Outcome::Failed)});
    CheckSettings settings;
    settings.retries = 3;
    store().store.duplicateList(1, StoredList(2, u"Copy"_s, settings), 1000);
    const QList<StoredEntry> copied{{1000, UrlEntry("http://a/", details)}, entry(1001, "http://b/")};
    QCOMPARE(store().load(2), copied);
    QCOMPARE(store().loadLists().lists.last(), StoredList(2, u"Copy"_s, settings));
    QVERIFY(store().load(1).first().lastResult);
    QCOMPARE(store().failure(), std::nullopt);
}

void tst_StoredLists::movedEntriesTakeTheirResultsAlong()
{
    store().store.addList(StoredList(2, u"Docs"_s));
    store().store.addEntries({entry(1, "http://a/"), entry(2, "http://b/")});
    store().store.saveResults({StoredResult(1, fullResult("http://a/"))});
    store().store.moveEntries({1, 99}, 2);
    QCOMPARE(urlsOf(1), QByteArrayList{"http://b/"});
    const QList<StoredEntry> moved = store().load(2);
    QCOMPARE(moved.size(), 1);
    QVERIFY(*moved.first().lastResult == fullResult("http://a/"));
}

void tst_StoredLists::changedDetailsLeaveTheResultAlone()
{
    store().store.addEntries({entry(1, "http://a/")});
    store().store.saveResults({StoredResult(1, fullResult("http://a/"))});
    EntryDetails details;
    details.name = u"Shop"_s;
    details.tags = {u"live"_s, u"b c"_s};
    details.note = u"Ask Ada"_s;
    details.isDisabled = true;
    store().store.changeDetails({{1, UrlEntry("http://a/", details)}});
    const StoredEntry changed = store().load().first();
    QCOMPARE(changed.entry, UrlEntry("http://a/", details));
    QVERIFY(*changed.lastResult == fullResult("http://a/"));
}

void tst_StoredLists::aReplacedEntryHasTheResultItIsGiven()
{
    store().store.addEntries({entry(1, "http://a/")});
    store().store.saveResults({StoredResult(1, fullResult("http://a/"))});
    store().store.replaceEntries({entry(1, "http://b/")});
    QCOMPARE(store().load(), QList<StoredEntry>{entry(1, "http://b/")});
    StoredEntry back = entry(1, "http://a/");
    back.lastResult = std::make_shared<const CheckResult>(fullResult("http://a/"));
    store().store.replaceEntries({back});
    QCOMPARE(store().load(), QList<StoredEntry>{back});
}

void tst_StoredLists::anInterruptedCheckSaysWhatIsLeft()
{
    store().store.addList(StoredList(2, u"Docs"_s));
    store().store.addEntries(
        {entry(1, "http://a/"), entry(2, "http://b/"), entry(3, "http://c/"), entry(4, "http://d/")}, 2);
    store().store.beginCheck(2, {1, 2, 3, 99}, 10);
    store().store.saveResults({result(2, Outcome::Failed), result(3, Outcome::Cancelled)});
    reopen();
    InterruptedCheck expected;
    expected.listId = 2;
    expected.total = 10;
    expected.left = {1, 3};
    QCOMPARE(store().loadLists().interrupted, expected);
    QCOMPARE(store().failure(), std::nullopt);
}

void tst_StoredLists::aCheckThatEndedLeavesNothing()
{
    store().store.addEntries({entry(1, "http://a/"), entry(2, "http://b/")});
    store().store.beginCheck(1, {1, 2}, 2);
    store().store.saveResults({result(1, Outcome::Ok)});
    store().store.endCheck();
    QCOMPARE(store().loadLists().interrupted, InterruptedCheck());
    store().store.beginCheck(1, {2}, 1);
    QCOMPARE(store().loadLists().interrupted.left, QList<qint64>{2});
    store().store.saveResults({result(2, Outcome::Ok)});
    QCOMPARE(store().loadLists().interrupted.left, QList<qint64>());
}

void tst_StoredLists::anEntryThatIsRemovedNeedsNoCheck()
{
    store().store.addEntries({entry(1, "http://a/"), entry(2, "http://b/")});
    store().store.beginCheck(1, {1, 2}, 2);
    store().store.removeEntries({1});
    QCOMPARE(store().loadLists().interrupted.left, QList<qint64>{2});
}

void tst_StoredLists::theHighestEntryIsThatOfAllLists()
{
    store().store.addList(StoredList(2, u"Docs"_s));
    store().store.addEntries({entry(77, "http://a/")}, 2);
    store().store.addEntries({entry(5, "http://a/")});
    QCOMPARE(store().loadLists().lastEntryId, 77);
}

QTEST_GUILESS_MAIN(tst_StoredLists)
#include "tst_storedlists.moc"
