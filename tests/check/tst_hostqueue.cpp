// SPDX-License-Identifier: MIT
#include "core/check/hostqueue.h"

#include <QTest>
#include <algorithm>

using namespace rollcall;
using namespace std::chrono_literals;

namespace {

/// Where no time passes.
const HostQueue::TimePoint now = HostQueue::TimePoint() + std::chrono::hours(1);

UrlList urls(const QList<QByteArray> &texts)
{
    UrlList list;
    for (const QByteArray &text : texts)
        list.append(UrlEntry(text));
    return list;
}

/// Takes all that may be taken now.
QList<qsizetype> takeAll(HostQueue &queue, std::vector<HostQueue::Pick> *picks = nullptr)
{
    QList<qsizetype> indexes;
    while (const auto pick = queue.take(now)) {
        indexes.append(pick->index);
        if (picks)
            picks->push_back(*pick);
    }
    return indexes;
}

} // namespace

class TestHostQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostKeysNameHostAndPort_data();
    void hostKeysNameHostAndPort();
    void anEmptyListGivesNothing();
    void positionsComeInTheOrderOfTheList();
    void aFullHostDoesNotHoldUpTheOthers();
    void aReleasedSlotLetsTheNextOfItsHostIn();
    void slotsAreUniqueAndTheLowestFreeOneIsUsed();
    void raisingTheLimitLetsMoreIn();
    void loweringTheLimitWaitsForReleases();
    void aPickTellsWhetherOthersWait();
    void everyPositionIsTakenOnce();
    void aHostThatIsHeldBackDoesNotHoldUpTheOthers();
    void aHoldCanBeTakenBack();
    void whatIsPutBackWaitsAlone();
    void whatIsPutBackGoesFirstWhenItsTimeHasCome();
    void theNextTimeIsThatOfTheFirstToWake();
    void aHostCanBeTakenOut();
    void everythingCanBeTakenOut();
    void hostsAreFoundByTheirKey();
};

void TestHostQueue::hostKeysNameHostAndPort_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("http://a.example/x") << QByteArray("a.example:80");
    QTest::newRow("https://a.example/x") << QByteArray("a.example:443");
    QTest::newRow("http://a.example:8080") << QByteArray("a.example:8080");
    QTest::newRow("http://user:p%40ss@a.example?q=@") << QByteArray("a.example:80");
    QTest::newRow("http://[::1]/") << QByteArray("[::1]:80");
    QTest::newRow("http://[::1]:81/") << QByteArray("[::1]:81");
    QTest::newRow("https://a.example#f") << QByteArray("a.example:443");
    QTest::newRow("mailto:someone") << QByteArray();
}

void TestHostQueue::hostKeysNameHostAndPort()
{
    QFETCH(const QByteArray, key);
    QCOMPARE(hostKey(QTest::currentDataTag()), key);
}

void TestHostQueue::anEmptyListGivesNothing()
{
    HostQueue queue({}, 1);
    QVERIFY(!queue.take(now));
    QCOMPARE(queue.pending(), 0);
}

void TestHostQueue::positionsComeInTheOrderOfTheList()
{
    HostQueue queue(urls({"http://a/1", "http://b/1", "http://a/2", "http://c/1"}), 6);
    QCOMPARE(takeAll(queue), QList<qsizetype>({0, 1, 2, 3}));
    QCOMPARE(queue.pending(), 0);
}

void TestHostQueue::aFullHostDoesNotHoldUpTheOthers()
{
    HostQueue queue(urls({"http://a/1", "http://a/2", "http://a/3", "http://b/1", "http://a:81/1"}), 2);
    QCOMPARE(takeAll(queue), QList<qsizetype>({0, 1, 3, 4}));
    QCOMPARE(queue.pending(), 1);
}

void TestHostQueue::aReleasedSlotLetsTheNextOfItsHostIn()
{
    HostQueue queue(urls({"http://a/1", "http://a/2", "http://b/1"}), 1);
    std::vector<HostQueue::Pick> picks;
    QCOMPARE(takeAll(queue, &picks), QList<qsizetype>({0, 2}));
    queue.release(picks[1]);
    QVERIFY(!queue.take(now));
    queue.release(picks[0]);
    QCOMPARE(takeAll(queue), QList<qsizetype>({1}));
}

void TestHostQueue::slotsAreUniqueAndTheLowestFreeOneIsUsed()
{
    HostQueue queue(urls({"http://a/1", "http://a/2", "http://a/3", "http://a/4"}), 3);
    std::vector<HostQueue::Pick> picks;
    takeAll(queue, &picks);
    QCOMPARE(picks[0].slot, 0);
    QCOMPARE(picks[1].slot, 1);
    QCOMPARE(picks[2].slot, 2);
    queue.release(picks[1]);
    QCOMPARE(queue.take(now)->slot, 1);
}

void TestHostQueue::raisingTheLimitLetsMoreIn()
{
    HostQueue queue(urls({"http://a/1", "http://a/2", "http://a/3"}), 1);
    QCOMPARE(takeAll(queue), QList<qsizetype>({0}));
    queue.setPerHost(2);
    QCOMPARE(takeAll(queue), QList<qsizetype>({1}));
}

void TestHostQueue::loweringTheLimitWaitsForReleases()
{
    HostQueue queue(urls({"http://a/1", "http://a/2", "http://a/3"}), 2);
    std::vector<HostQueue::Pick> picks;
    takeAll(queue, &picks);
    queue.setPerHost(1);
    queue.release(picks[0]);
    QVERIFY(!queue.take(now));
    queue.release(picks[1]);
    QCOMPARE(takeAll(queue), QList<qsizetype>({2}));
}

void TestHostQueue::aPickTellsWhetherOthersWait()
{
    HostQueue queue(urls({"http://a/1", "http://b/1", "http://a/2"}), 6);
    QVERIFY(queue.take(now)->hostHasMore);
    QVERIFY(!queue.take(now)->hostHasMore);
    QVERIFY(!queue.take(now)->hostHasMore);
}

void TestHostQueue::everyPositionIsTakenOnce()
{
    UrlList list;
    for (int i = 0; i < 5000; ++i)
        list.append(UrlEntry("http://host" + QByteArray::number(i * 31 % 17) + "/" + QByteArray::number(i)));
    HostQueue queue(list, 3);
    std::vector<bool> seen(std::size_t(list.size()), false);
    std::vector<HostQueue::Pick> open;
    for (int round = 0; queue.pending() > 0 && round < 5000; ++round) {
        while (const auto pick = queue.take(now)) {
            QVERIFY(!seen[std::size_t(pick->index)]);
            seen[std::size_t(pick->index)] = true;
            open.push_back(*pick);
        }
        QVERIFY(!open.empty());
        const std::size_t victim = std::size_t(round) * 7 % open.size();
        queue.release(open[victim]);
        open.erase(open.begin() + std::ptrdiff_t(victim));
    }
    QCOMPARE(std::count(seen.begin(), seen.end(), true), list.size());
}

void TestHostQueue::aHostThatIsHeldBackDoesNotHoldUpTheOthers()
{
    HostQueue queue(urls({"http://a/1", "http://b/1", "http://a/2"}), 6);
    queue.hold(0, now + 1s);
    QCOMPARE(takeAll(queue), QList<qsizetype>({1}));
    QVERIFY(!queue.take(now + 999ms));
    QCOMPARE(queue.take(now + 1s)->index, 0);
    QCOMPARE(queue.take(now + 1s)->index, 2);
}

void TestHostQueue::aHoldCanBeTakenBack()
{
    HostQueue queue(urls({"http://a/1"}), 6);
    queue.hold(0, now + 1h);
    QVERIFY(!queue.take(now));
    queue.hold(0, now);
    QVERIFY(queue.take(now));
}

void TestHostQueue::whatIsPutBackWaitsAlone()
{
    HostQueue queue(urls({"http://a/1", "http://a/2"}), 1);
    const HostQueue::Pick first = *queue.take(now);
    queue.release(first);
    queue.putBack(first.index, first.hostId, now + 1s);
    QCOMPARE(queue.pending(), 2);
    const HostQueue::Pick second = *queue.take(now);
    QCOMPARE(second.index, 1);
    QVERIFY(second.hostHasMore);
    queue.release(second);
    QVERIFY(!queue.take(now));
    QCOMPARE(queue.take(now + 1s)->index, 0);
    QCOMPARE(queue.pending(), 0);
}

void TestHostQueue::whatIsPutBackGoesFirstWhenItsTimeHasCome()
{
    HostQueue queue(urls({"http://a/1", "http://a/2", "http://a/3"}), 6);
    const HostQueue::Pick first = *queue.take(now);
    queue.release(first);
    queue.putBack(first.index, first.hostId, now + 1s);
    QCOMPARE(queue.take(now)->index, 1);
    QCOMPARE(queue.take(now + 1s)->index, 0);
    QCOMPARE(queue.take(now + 1s)->index, 2);
}

void TestHostQueue::theNextTimeIsThatOfTheFirstToWake()
{
    HostQueue queue(urls({"http://a/1", "http://b/1"}), 1);
    QCOMPARE(queue.nextTime(), HostQueue::TimePoint::min());
    queue.hold(0, now + 2s);
    queue.hold(1, now + 1s);
    QCOMPARE(queue.nextTime(), now + 1s);
    QCOMPARE(queue.take(now + 1s)->index, 1);
    QCOMPARE(queue.nextTime(), now + 2s);
    QCOMPARE(queue.take(now + 2s)->index, 0);
    QVERIFY(!queue.nextTime());
}

void TestHostQueue::aHostCanBeTakenOut()
{
    HostQueue queue(urls({"http://a/1", "http://b/1", "http://a/2", "http://a/3"}), 1);
    const HostQueue::Pick first = *queue.take(now);
    queue.release(first);
    queue.putBack(first.index, first.hostId, now + 1h);
    QCOMPARE(queue.removeHost(first.hostId), std::vector<qsizetype>({0, 2, 3}));
    QCOMPARE(queue.pending(), 1);
    QCOMPARE(takeAll(queue), QList<qsizetype>({1}));
    QVERIFY(!queue.take(now + 2h));
}

void TestHostQueue::everythingCanBeTakenOut()
{
    HostQueue queue(urls({"http://a/1", "http://b/1", "http://a/2"}), 1);
    queue.hold(1, now + 1h);
    QCOMPARE(queue.removeAll(), std::vector<qsizetype>({0, 1, 2}));
    QCOMPARE(queue.pending(), 0);
    QVERIFY(!queue.take(now + 2h));
}

void TestHostQueue::hostsAreFoundByTheirKey()
{
    const HostQueue queue(urls({"http://a/1", "https://b/1"}), 1);
    QCOMPARE(queue.hostId("b:443"), 1);
    QVERIFY(!queue.hostId("b:80"));
}

QTEST_GUILESS_MAIN(TestHostQueue)
#include "tst_hostqueue.moc"
