// SPDX-License-Identifier: MIT
#include "core/monitor/listrecorders.h"

#include "core/history/historyfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

const QDateTime start = QDateTime::fromString(u"2026-11-24T10:00:00Z"_s, Qt::ISODate);

WatchedResult failure(int url, const QByteArray &address)
{
    CheckResult result;
    result.url = address;
    result.outcome = Outcome::Failed;
    result.startedAt = start;
    WatchedResult watched(url, result, true);
    watched.health = Health::Down;
    watched.since = start;
    return watched;
}

} // namespace

class TestListRecorders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachListHasRunsOfItsOwn();
};

void TestListRecorders::eachListHasRunsOfItsOwn()
{
    const QTemporaryDir folder;
    History history(folder.filePath(u"history.db"_s));
    QVERIFY(!history.openAndWait());
    const QList<WatchedList> lists{
        WatchedList(u"shop"_s, {UrlEntry("http://a.example/"), UrlEntry("http://b.example/")}),
        WatchedList(u"docs"_s, {UrlEntry("http://c.example/")})};
    ListRecorders recorders(history, lists, {3, 8});
    WatchNews news;
    news.results = {failure(2, "http://c.example/"), failure(1, "http://b.example/")};
    news.changes = {
        WatchedChange(2, HealthChange(Health::Unknown, Health::Down, start), Reason(ErrorKind::Timeout, {}))};
    recorders.add(news, start);
    recorders.finish(start.addSecs(1));
    QVERIFY(!history.flushAndWait());

    HistoryFile file(history.path());
    QVERIFY(!file.open());
    const auto runs = std::get<QList<StoredRun>>(file.runs().latest(10));
    QStringList shown;
    for (const StoredRun &run : runs)
        shown.append(u"%1 %2: %3 of %4 failed"_s.arg(run.start.list)
                         .arg(run.start.listId.value_or(0))
                         .arg(run.counts.failed)
                         .arg(run.counts.total));
    shown.sort();
    QCOMPARE(shown, (QStringList{u"docs 8: 1 of 1 failed"_s, u"shop 3: 1 of 2 failed"_s}));
    QByteArrayList down;
    const auto incidents = std::get<QList<Incident>>(file.incidents().lasting());
    for (const Incident &incident : incidents)
        down.append(incident.url);
    std::sort(down.begin(), down.end());
    QCOMPARE(down, (QByteArrayList{"http://b.example/", "http://c.example/"}));
}

QTEST_GUILESS_MAIN(TestListRecorders)
#include "tst_listrecorders.moc"
