// SPDX-License-Identifier: MIT
#include "core/monitor/monitor.h"

#include "core/async/run.h"
#include "core/async/sleep.h"
#include "tests/monitor/alerttools.h"
#include "tests/monitor/lines.h"

#include <QTest>

#include <functional>

using namespace rollcall;
using namespace std::chrono_literals;
using rollcall::test::lines;
using rollcall::test::RecordingChannel;

namespace {

/// Answers at once, or never; counts its calls.
class FakeChecker final : public UrlChecker
{
public:
    async::Coroutine<CheckResult> check(UrlEntry entry) override
    {
        ++calls;
        ++underWay;
        const Leaving leaving(&underWay);
        if (isSilent)
            co_await async::sleep(1h);
        CheckResult result;
        result.url = entry.url;
        result.startedAt = QDateTime::currentDateTimeUtc();
        result.outcome = isGood(calls) ? Outcome::Ok : Outcome::Failed;
        result.fetch.error = isGood(calls) ? ErrorKind::None : ErrorKind::HttpServerError;
        if (throws)
            throw std::runtime_error("out of order");
        co_return result;
    }

    std::function<bool(int call)> isGood = [](int) { return true; };
    bool isSilent = false;
    bool throws = false;
    int calls = 0;
    int underWay = 0;

private:
    class Leaving
    {
    public:
        explicit Leaving(int *count) : m_count(count) {}
        ~Leaving() { --*m_count; }
        Leaving(const Leaving &) = delete;
        Leaving &operator=(const Leaving &) = delete;

    private:
        int *m_count;
    };
};

/// A monitor of one URL whose times are short, with one channel.
class Stage
{
public:
    explicit Stage(std::chrono::milliseconds interval = 2ms)
        : dispatcher(store, quick()),
          monitor(settings(), {listOf(interval)}, checker, store, dispatcher)
    {
        dispatcher.addChannel(QStringLiteral("one"), std::make_unique<RecordingChannel>(&messages),
                              AlertRule());
        monitor.onNews([this](const WatchNews &news) {
            results += int(news.results.size());
            for (const WatchedChange &change : news.changes)
                log.append(QStringLiteral("%1>%2").arg(QLatin1String(slug(change.change.from)),
                                                       QLatin1String(slug(change.change.to))));
            for (const WatchedResult &result : news.results)
                errors.append(QLatin1String(errorKindInfo(result.result.fetch.error).slug));
            if (isEnough())
                monitor.stop();
        });
    }

    TransientAlertStore store;
    AlertDispatcher dispatcher;
    FakeChecker checker;
    Monitor monitor;
    QList<AlertMessage> messages;
    QStringList log;
    QStringList errors;
    int results = 0;
    std::function<bool()> isEnough = [this] { return results >= 10; };

private:
    static AlertPace quick()
    {
        AlertPace pace;
        pace.gather = 0ms;
        return pace;
    }
    static WatchSettings settings()
    {
        WatchSettings settings;
        settings.spreadOver = 0ms;
        settings.health.confirmAfter = 1ms;
        return settings;
    }
    static WatchedList listOf(std::chrono::milliseconds interval)
    {
        WatchedList list(QStringLiteral("list"), {UrlEntry("http://a.example/")});
        list.schedule = Schedule(interval);
        return list;
    }
};

/// Runs monitor and dispatcher until the one is stopped and the other has nothing left.
async::Coroutine<void> watchAll(Stage *stage)
{
    const async::Task<void> delivering = async::createTask(stage->dispatcher.run());
    co_await stage->monitor.run();
    co_await stage->dispatcher.settled(60s);
    delivering.cancel();
    try {
        co_await delivering;
    } catch (const async::Cancelled &) { // asked for
    }
}

/// Stops the monitor once a check is under way, by cancelling it where \a cancels.
async::Coroutine<bool> stopWhileChecking(Stage *stage, bool cancels)
{
    const async::Task<void> watching = async::createTask(stage->monitor.run());
    while (stage->checker.underWay == 0)
        co_await async::sleep(1ms);
    if (cancels)
        watching.cancel();
    else
        stage->monitor.stop();
    try {
        co_await watching;
    } catch (const async::Cancelled &) {
        co_return true;
    }
    co_return false;
}

} // namespace

class TestMonitor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void urlsAreCheckedWhenTheyAreDue();
    void eventsAreToldAndDeliveredOnce();
    void aRestartTellsNothingTwice();
    void anErrorOfOurOwnIsAResult();
    void stoppingEndsWhatIsUnderWay_data();
    void stoppingEndsWhatIsUnderWay();
    void checkNowWakesIt();
    void pausedUrlsAreLeftAlone();
};

void TestMonitor::urlsAreCheckedWhenTheyAreDue()
{
    Stage stage;
    async::run(watchAll(&stage));
    QVERIFY(stage.results >= 10);
    QCOMPARE(stage.checker.underWay, 0);
    QCOMPARE(stage.log, lines({"unknown>up"}));
    QVERIFY(stage.messages.isEmpty());
}

void TestMonitor::eventsAreToldAndDeliveredOnce()
{
    Stage stage;
    stage.checker.isGood = [](int call) { return call <= 2 || call > 6; };
    async::run(watchAll(&stage));
    QCOMPARE(stage.log, lines({"unknown>up", "up>down", "down>up"}));
    QStringList titles;
    for (const AlertMessage &message : stage.messages)
        titles.append(message.title());
    QCOMPARE(titles, lines({"http://a.example/ is down", "http://a.example/ is up again"}));
}

void TestMonitor::aRestartTellsNothingTwice()
{
    Stage stage;
    stage.checker.isGood = [](int) { return false; };
    async::run(watchAll(&stage));
    QCOMPARE(stage.messages.size(), 1);

    FakeChecker checker;
    checker.isGood = [](int call) { return call > 5; };
    WatchSettings settings;
    settings.spreadOver = 0ms;
    WatchedList list(QStringLiteral("list"), {UrlEntry("http://a.example/")});
    list.schedule = Schedule(2ms);
    Monitor again(settings, {list}, checker, stage.store, stage.dispatcher);
    QStringList changes;
    again.onNews([&](const WatchNews &news) {
        for (const WatchedChange &change : news.changes)
            changes.append(QLatin1String(slug(change.change.to)));
        if (!changes.isEmpty())
            again.stop();
    });
    async::run(again.run());
    QCOMPARE(changes, lines({"up"}));
}

void TestMonitor::anErrorOfOurOwnIsAResult()
{
    Stage stage;
    stage.checker.throws = true;
    stage.isEnough = [&stage] { return stage.results >= 2; };
    async::run(watchAll(&stage));
    QCOMPARE(stage.errors.first(), QStringLiteral("internal"));
}

void TestMonitor::stoppingEndsWhatIsUnderWay_data()
{
    QTest::addColumn<bool>("cancels");
    QTest::newRow("by stop()") << false;
    QTest::newRow("by cancelling") << true;
}

void TestMonitor::stoppingEndsWhatIsUnderWay()
{
    QFETCH(const bool, cancels);
    Stage stage;
    stage.checker.isSilent = true;
    QCOMPARE(async::run(stopWhileChecking(&stage, cancels)), cancels);
    QCOMPARE(stage.checker.underWay, 0);
    QCOMPARE(stage.results, 0);
}

void TestMonitor::checkNowWakesIt()
{
    Stage stage(1h);
    stage.isEnough = [&stage] {
        stage.monitor.checkAllNow();
        return stage.results >= 3;
    };
    async::run(watchAll(&stage));
    QCOMPARE(stage.results, 3);
}

void TestMonitor::pausedUrlsAreLeftAlone()
{
    Stage stage;
    stage.isEnough = [&stage] {
        if (stage.results == 3)
            stage.monitor.pause(0);
        return stage.log.contains(QStringLiteral("up>paused"));
    };
    async::run(watchAll(&stage));
    QCOMPARE(stage.log, lines({"unknown>up", "up>paused"}));
    QVERIFY(stage.monitor.watch().url(0).health() == Health::Paused);
}

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
