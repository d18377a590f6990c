// SPDX-License-Identifier: MIT
#include "core/monitor/alertqueue.h"

#include "tests/monitor/alerttools.h"
#include "tests/monitor/lines.h"

#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;
using rollcall::test::alertOf;
using rollcall::test::lines;

namespace {

QList<Alert> alerts(int count)
{
    QList<Alert> list;
    for (int i = 0; i < count; ++i)
        list.append(alertOf(AlertKind::Down));
    return list;
}

/// Runs a queue on a simulated clock. What was sent is "seconds:alerts".
class Simulation
{
public:
    explicit Simulation(AlertPace pace = {}) : queue(pace) {}

    void pass(std::chrono::milliseconds time)
    {
        const auto end = now + time;
        for (auto next = queue.untilNext(now); next && now + *next <= end; next = queue.untilNext(now)) {
            now += *next;
            const std::optional<AlertMessage> message = queue.takeDue(now);
            if (!message)
                break; // untilNext() has lied
            log.append(QStringLiteral("%1:%2").arg(now.count() / 1000).arg(message->alerts.size()));
            if (failures > 0) {
                --failures;
                if (!queue.failed(now, forGood, retryAfter))
                    log.append(QStringLiteral("given up"));
            } else {
                queue.delivered();
            }
        }
        now = end;
    }

    AlertQueue queue;
    std::chrono::milliseconds now{0};
    QStringList log;
    int failures = 0;
    bool forGood = false;
    std::optional<std::chrono::milliseconds> retryAfter;
};

} // namespace

class TestAlertQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatComesTogetherWaitsForAMoment();
    void manyAreOneMessage();
    void messagesAreLimitedAndTheRestIsSummarised();
    void whatFailedIsSentAgainAsItWas();
    void pausesDoubleUpToTheLongest();
    void theReceiversWishIsGranted();
    void whatFailedForGoodIsGivenUp();
    void aMessageIsGivenUpAfterADay();
    void oneMessageIsUnderWayAtATime();
};

void TestAlertQueue::whatComesTogetherWaitsForAMoment()
{
    Simulation simulation;
    QVERIFY(simulation.queue.isEmpty());
    simulation.queue.add(alerts(1), simulation.now);
    simulation.pass(1s);
    QCOMPARE(simulation.log, QStringList());
    simulation.queue.add(alerts(1), simulation.now);
    simulation.pass(10s);
    QCOMPARE(simulation.log, lines({"2:1", "2:1"}));
    QVERIFY(simulation.queue.isEmpty());
}

void TestAlertQueue::manyAreOneMessage()
{
    Simulation simulation;
    simulation.queue.add(alerts(3), simulation.now);
    simulation.pass(1s);
    simulation.queue.add(alerts(50), simulation.now);
    simulation.pass(10s);
    QCOMPARE(simulation.log, lines({"2:53"}));
}

void TestAlertQueue::messagesAreLimitedAndTheRestIsSummarised()
{
    AlertPace pace;
    pace.mostPerMinute = 3;
    Simulation simulation(pace);
    for (int i = 0; i < 30; ++i) {
        simulation.queue.add(alerts(1), simulation.now);
        simulation.pass(4s);
    }
    simulation.pass(2min);
    // One each at first; then the limit holds them up until they are many.
    QCOMPARE(simulation.log, lines({"2:1", "6:1", "10:1", "62:13", "66:1", "70:1", "122:12"}));
}

void TestAlertQueue::whatFailedIsSentAgainAsItWas()
{
    Simulation simulation;
    simulation.failures = 1;
    simulation.queue.add(alerts(5), simulation.now);
    simulation.pass(3s);
    simulation.queue.add(alerts(4), simulation.now);
    simulation.pass(1min);
    QCOMPARE(simulation.log, lines({"2:5", "7:5", "7:4"}));
}

void TestAlertQueue::pausesDoubleUpToTheLongest()
{
    AlertPace pace;
    pace.longestPause = 30s;
    Simulation simulation(pace);
    simulation.failures = 6;
    simulation.queue.add(alerts(1), simulation.now);
    simulation.pass(3min);
    QCOMPARE(simulation.log, lines({"2:1", "7:1", "17:1", "37:1", "67:1", "97:1", "127:1"}));
}

void TestAlertQueue::theReceiversWishIsGranted()
{
    Simulation simulation;
    simulation.failures = 1;
    simulation.retryAfter = 90s;
    simulation.queue.add(alerts(1), simulation.now);
    simulation.pass(3min);
    QCOMPARE(simulation.log, lines({"2:1", "92:1"}));
}

void TestAlertQueue::whatFailedForGoodIsGivenUp()
{
    Simulation simulation;
    simulation.failures = 1;
    simulation.forGood = true;
    simulation.queue.add(alerts(2), simulation.now);
    simulation.pass(3min);
    QCOMPARE(simulation.log, lines({"2:1", "given up", "2:1"}));
    QVERIFY(simulation.queue.isEmpty());
}

void TestAlertQueue::aMessageIsGivenUpAfterADay()
{
    Simulation simulation;
    simulation.failures = 1'000'000;
    simulation.queue.add(alerts(1), simulation.now);
    simulation.pass(48h);
    QCOMPARE(simulation.log.last(), QStringLiteral("given up"));
    QVERIFY(simulation.now > 24h);
    QVERIFY(simulation.log.size() > 140 && simulation.log.size() < 160);
    QVERIFY(simulation.queue.isEmpty());
}

void TestAlertQueue::oneMessageIsUnderWayAtATime()
{
    AlertQueue queue;
    queue.add(alerts(2), 0s);
    QVERIFY(queue.takeDue(2s));
    QVERIFY(!queue.takeDue(100s));
    QCOMPARE(queue.untilNext(100s), std::nullopt);
    QVERIFY(!queue.isEmpty());
    queue.delivered();
    QCOMPARE(queue.untilNext(100s), 0ms);
    QVERIFY(queue.takeDue(100s));
}

QTEST_APPLESS_MAIN(TestAlertQueue)
#include "tst_alertqueue.moc"
