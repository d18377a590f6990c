// SPDX-License-Identifier: MIT
#include "core/monitor/alertdispatcher.h"

#include "core/async/run.h"
#include "core/async/sleep.h"
#include "core/async/task.h"
#include "core/monitor/desktopchannel.h"
#include "tests/monitor/alerttools.h"
#include "tests/monitor/lines.h"

#include <QElapsedTimer>
#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;
using rollcall::test::alertOf;
using rollcall::test::lines;
using rollcall::test::RecordingChannel;

namespace {

AlertPace quick()
{
    AlertPace pace;
    pace.gather = 0ms;
    pace.firstPause = 1ms;
    pace.mostPerMinute = 1000;
    return pace;
}

AlertRule all()
{
    AlertRule rule;
    rule.kinds = *AlertRule::kindsFromText(u"all");
    return rule;
}

/// Keeps \a alerts as a monitor does, and delivers until nothing is left.
async::Coroutine<void> deliverAll(AlertDispatcher *dispatcher, AlertStore *store, QList<Alert> alerts)
{
    const async::Task<void> running = async::createTask(dispatcher->run());
    const QList<OutgoingAlert> outgoing = dispatcher->route(alerts);
    co_await store->keep(outgoing, {});
    dispatcher->send(outgoing);
    const bool isSettled = co_await dispatcher->settled(60s);
    if (!isSettled)
        qWarning("not everything was settled");
    running.cancel();
    try {
        co_await running;
    } catch (const async::Cancelled &) { // asked for
    }
}

/// The same for what the store has kept already, which a dispatcher that runs is handed.
async::Coroutine<void> deliverKept(AlertDispatcher *dispatcher, AlertStore *store)
{
    const async::Task<void> running = async::createTask(dispatcher->run());
    co_await async::sleep(1ms);
    const KeptWatch kept = co_await store->load();
    dispatcher->send(kept.alerts);
    const bool isSettled = co_await dispatcher->settled(60s);
    if (!isSettled)
        qWarning("not everything was settled");
    running.cancel();
    try {
        co_await running;
    } catch (const async::Cancelled &) { // asked for
    }
}

/// Delivers when it is let.
class HeldChannel final : public AlertChannel
{
public:
    async::Coroutine<Delivery> deliver(AlertMessage) override
    {
        begun.set();
        async::Coroutine<void> waiting = released.wait();
        co_await std::move(waiting);
        ++delivered;
        co_return Delivery();
    }
    async::Event begun;
    async::Event released;
    int delivered = 0;
};

/// How many messages were delivered when the dispatcher rested, which began while one was under way.
async::Coroutine<int> deliveredUntilRest(AlertDispatcher *dispatcher, HeldChannel *channel)
{
    const async::Task<void> running = async::createTask(dispatcher->run());
    dispatcher->send(dispatcher->route({alertOf(AlertKind::Down)}));
    co_await channel->begun.wait();
    const async::Task<void> resting = async::createTask(dispatcher->rested(60s));
    co_await async::sleep(0ms);
    channel->released.set();
    co_await resting;
    const int delivered = channel->delivered;
    running.cancel();
    try {
        co_await running;
    } catch (const async::Cancelled &) { // asked for
    }
    co_return delivered;
}

/// Rests while one message still waits for others.
async::Coroutine<void> restWithOneThatWaits(AlertDispatcher *dispatcher)
{
    const async::Task<void> running = async::createTask(dispatcher->run());
    dispatcher->send(dispatcher->route({alertOf(AlertKind::Down)}));
    co_await dispatcher->rested(60s);
    running.cancel();
    try {
        co_await running;
    } catch (const async::Cancelled &) { // asked for
    }
}

async::Coroutine<KeptWatch> keptIn(AlertStore *store)
{
    co_return co_await store->load();
}

QStringList slugsOf(const QList<AlertMessage> &messages)
{
    QStringList slugs;
    for (const AlertMessage &message : messages) {
        QStringList kinds;
        for (const Alert &alert : message.alerts)
            kinds.append(QLatin1String(slug(alert.kind)));
        slugs.append(kinds.join(u'+'));
    }
    return slugs;
}

class Notifier final : public DesktopNotifier
{
public:
    bool notify(const AlertMessage &message) override
    {
        titles.append(message.title());
        return canShow;
    }
    QStringList titles;
    bool canShow = true;
};

} // namespace

class TestAlertDispatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachChannelGetsWhatItWantsOnce();
    void whatFailedIsTriedAgain();
    void whatIsGivenUpIsSettledAndSaid();
    void manyAreSummarised();
    void whatWasKeptIsDeliveredAfterARestart();
    void whatIsForAChannelThatIsGoneIsSettled();
    void soItIsWhenThatComesLate();
    void aRestWaitsForWhatIsUnderWayAlone();
    void aTestPassesTheQueue();
    void theDesktopShowsMessagesOrIsGivenUp();
};

void TestAlertDispatcher::eachChannelGetsWhatItWantsOnce()
{
    TransientAlertStore store;
    AlertDispatcher dispatcher(store, quick());
    QList<AlertMessage> one;
    QList<AlertMessage> other;
    AlertRule downs;
    downs.kinds = {AlertKind::Down};
    dispatcher.addChannel(QStringLiteral("one"), std::make_unique<RecordingChannel>(&one), all());
    dispatcher.addChannel(QStringLiteral("other"), std::make_unique<RecordingChannel>(&other), downs);
    async::run(deliverAll(&dispatcher, &store, {alertOf(AlertKind::Down), alertOf(AlertKind::Certificate)}));
    QCOMPARE(slugsOf(one), lines({"down", "certificate"}));
    QCOMPARE(slugsOf(other), lines({"down"}));
    QVERIFY(async::run(keptIn(&store)).alerts.isEmpty());
}

void TestAlertDispatcher::whatFailedIsTriedAgain()
{
    TransientAlertStore store;
    AlertDispatcher dispatcher(store, quick());
    QList<AlertMessage> messages;
    const Delivery failed(Delivery::End::FailedForNow, QStringLiteral("busy"));
    dispatcher.addChannel(QStringLiteral("one"),
                          std::make_unique<RecordingChannel>(&messages, QList<Delivery>{failed, failed}),
                          all());
    QStringList said;
    dispatcher.onProblem([&said](const QString &sentence) { said.append(sentence); });
    async::run(deliverAll(&dispatcher, &store, {alertOf(AlertKind::Down)}));
    QCOMPARE(messages.size(), 3);
    QCOMPARE(messages[1], messages[0]);
    QCOMPARE(messages[2].id(), messages[0].id());
    QCOMPARE(said.size(), 2);
    QCOMPARE(said[0],
             QStringLiteral("An alert could not be delivered by one: busy; it will be tried again."));
}

void TestAlertDispatcher::whatIsGivenUpIsSettledAndSaid()
{
    TransientAlertStore store;
    AlertDispatcher dispatcher(store, quick());
    QList<AlertMessage> messages;
    const Delivery failed(Delivery::End::FailedForGood, QStringLiteral("gone"));
    dispatcher.addChannel(QStringLiteral("one"),
                          std::make_unique<RecordingChannel>(&messages, QList<Delivery>{failed}), all());
    QStringList said;
    dispatcher.onProblem([&said](const QString &sentence) { said.append(sentence); });
    async::run(deliverAll(&dispatcher, &store, {alertOf(AlertKind::Down)}));
    QCOMPARE(messages.size(), 1);
    QCOMPARE(said, lines({"An alert could not be delivered by one: gone; it is given up."}));
    QVERIFY(async::run(keptIn(&store)).alerts.isEmpty());
}

void TestAlertDispatcher::manyAreSummarised()
{
    TransientAlertStore store;
    AlertDispatcher dispatcher(store, quick());
    QList<AlertMessage> messages;
    dispatcher.addChannel(QStringLiteral("one"), std::make_unique<RecordingChannel>(&messages), all());
    async::run(deliverAll(&dispatcher, &store, QList<Alert>(30, alertOf(AlertKind::Down))));
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].title(), QStringLiteral("30 down"));
}

void TestAlertDispatcher::whatWasKeptIsDeliveredAfterARestart()
{
    TransientAlertStore store;
    QList<AlertMessage> messages;
    {
        // It is killed after the event was kept, and before it was delivered.
        AlertDispatcher killed(store, quick());
        killed.addChannel(QStringLiteral("one"), std::make_unique<RecordingChannel>(&messages), all());
        async::run(store.keep(killed.route({alertOf(AlertKind::Down)}), {}));
    }
    for (int restart = 0; restart < 3; ++restart) {
        AlertDispatcher dispatcher(store, quick());
        dispatcher.addChannel(QStringLiteral("one"), std::make_unique<RecordingChannel>(&messages), all());
        dispatcher.send(async::run(keptIn(&store)).alerts);
        async::run(deliverAll(&dispatcher, &store, {}));
    }
    QCOMPARE(slugsOf(messages), lines({"down"}));
}

void TestAlertDispatcher::whatIsForAChannelThatIsGoneIsSettled()
{
    TransientAlertStore store;
    async::run(store.keep({OutgoingAlert(QStringLiteral("gone"), alertOf(AlertKind::Down))}, {}));
    AlertDispatcher dispatcher(store, quick());
    QList<AlertMessage> messages;
    dispatcher.addChannel(QStringLiteral("one"), std::make_unique<RecordingChannel>(&messages), all());
    dispatcher.send(async::run(keptIn(&store)).alerts);
    async::run(deliverAll(&dispatcher, &store, {alertOf(AlertKind::Up)}));
    QCOMPARE(slugsOf(messages), lines({"up"}));
    QVERIFY(async::run(keptIn(&store)).alerts.isEmpty());
}

void TestAlertDispatcher::soItIsWhenThatComesLate()
{
    TransientAlertStore store;
    async::run(store.keep({OutgoingAlert(QStringLiteral("gone"), alertOf(AlertKind::Down)),
                           OutgoingAlert(QStringLiteral("gone, too"), alertOf(AlertKind::Up))},
                          {}));
    AlertDispatcher dispatcher(store, quick());
    async::run(deliverKept(&dispatcher, &store));
    QVERIFY(async::run(keptIn(&store)).alerts.isEmpty());
}

void TestAlertDispatcher::aRestWaitsForWhatIsUnderWayAlone()
{
    TransientAlertStore store;
    {
        AlertDispatcher dispatcher(store, quick());
        auto held = std::make_unique<HeldChannel>();
        HeldChannel *const channel = held.get();
        dispatcher.addChannel(QStringLiteral("held"), std::move(held), all());
        QCOMPARE(async::run(deliveredUntilRest(&dispatcher, channel)), 1);
    }
    AlertPace slow = quick();
    slow.gather = 1h;
    AlertDispatcher dispatcher(store, slow);
    auto held = std::make_unique<HeldChannel>();
    const HeldChannel *const channel = held.get();
    dispatcher.addChannel(QStringLiteral("held"), std::move(held), all());
    QElapsedTimer clock;
    clock.start();
    async::run(restWithOneThatWaits(&dispatcher));
    QVERIFY(clock.elapsed() < 60'000);
    QVERIFY(!channel->begun.isSet());
}

void TestAlertDispatcher::aTestPassesTheQueue()
{
    TransientAlertStore store;
    AlertDispatcher dispatcher(store);
    QList<AlertMessage> messages;
    dispatcher.addChannel(QStringLiteral("one"), std::make_unique<RecordingChannel>(&messages), all());
    QCOMPARE(async::run(dispatcher.test(QStringLiteral("one"))), Delivery());
    QCOMPARE(slugsOf(messages), lines({"test"}));
    QCOMPARE(int(async::run(dispatcher.test(QStringLiteral("two"))).end), int(Delivery::End::FailedForGood));
}

void TestAlertDispatcher::theDesktopShowsMessagesOrIsGivenUp()
{
    Notifier notifier;
    DesktopChannel channel(notifier);
    const AlertMessage message({alertOf(AlertKind::Down)});
    QCOMPARE(async::run(channel.deliver(message)), Delivery());
    notifier.canShow = false;
    QCOMPARE(int(async::run(channel.deliver(message)).end), int(Delivery::End::FailedForGood));
    QCOMPARE(notifier.titles, lines({"http://a.example/ is down", "http://a.example/ is down"}));
}

QTEST_GUILESS_MAIN(TestAlertDispatcher)
#include "tst_alertdispatcher.moc"
