// SPDX-License-Identifier: MIT
#include "core/monitor/watchsession.h"

#include "tests/support/faultserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace rollcall;
using namespace rollcall::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What is due is checked at once, and what has failed again.
WatchSettings atOnce()
{
    WatchSettings settings;
    settings.spreadOver = 0ms;
    settings.health.confirmAfter = 1ms;
    return settings;
}

/// A session, and what it has said.
class Watching : public QObject
{
public:
    explicit Watching(const QString &path = {}) : session(path, atOnce())
    {
        connect(&session, &WatchSession::newsReady, this, [this](const WatchNews &news) {
            isInThread = isInThread && QThread::currentThread() == thread();
            for (const WatchedResult &each : news.results)
                results.append(u"%1 %2"_s.arg(each.url).arg(QLatin1String(slug(each.result.outcome))));
            for (const WatchedChange &each : news.changes)
                changes.append(u"%1 %2"_s.arg(each.url).arg(int(each.change.to)));
            for (const Alert &each : news.alerts)
                alerts.append(QLatin1String(slug(each.kind)));
        });
        connect(&session, &WatchSession::stateChanged, this, [this](const WatchState &now) { state = now; });
    }

    WatchSession session;
    QStringList results;
    QStringList changes;
    QStringList alerts;
    WatchState state;
    bool isInThread = true;
};

} // namespace

class TestWatchSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatIsFoundArrivesInTheThreadOfTheSession();
    void nothingIsWatchedWithoutLists();
    void otherListsTakeTheirPlace();
    void whatWasWellIsNotCheckedBeforeItsTime();
    void eachListIsCalledAsItSays();
    void aRestartKnowsWhatWasDown();
    void aFileThatCannotBeUsedIsSaidAndTheWatchGoesOn();
    void alertsGoThroughTheChannelsThatAreSet();
    void aTestGoesThroughEachChannel();
    void itEndsInTheMiddleOfACheck();
    void itEndsInTheMiddleOfATest();

private:
    WatchedList list(const QByteArrayList &paths) const
    {
        WatchedList watched(u"list"_s, {});
        for (const QByteArray &path : paths)
            watched.entries.append(UrlEntry(m_server->url(path)));
        watched.schedule = Schedule(1h);
        return watched;
    }

    std::unique_ptr<FaultServer> m_server;
};

void TestWatchSession::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    for (const QByteArray &path : QByteArrayList{"/ok", "/other", "/held"})
        m_server->on(path, Script{Send(httpResponse(200, {}, "hello"))});
}

void TestWatchSession::whatIsFoundArrivesInTheThreadOfTheSession()
{
    Watching watching;
    watching.session.watch({list({"/ok"}), list({"/missing"})});
    QVERIFY(watching.session.isWatching());
    QTRY_COMPARE(watching.state.down, 1);
    QTRY_VERIFY(watching.results.contains(u"0 ok"_s));
    QVERIFY(watching.isInThread);
    QCOMPARE(watching.results.count(u"1 failed"_s), 2);
    QVERIFY(watching.changes.contains(u"1 %1"_s.arg(int(Health::Down))));
    QCOMPARE(watching.alerts, QStringList{u"down"_s});
    QCOMPARE(watching.state.lists, 2);
    QCOMPARE(watching.state.urls, 2);
    QVERIFY(!watching.state.isOut);
    QTRY_VERIFY(watching.state.next > QDateTime::currentDateTimeUtc().addSecs(60));
}

void TestWatchSession::nothingIsWatchedWithoutLists()
{
    Watching watching;
    watching.session.watch({});
    QVERIFY(!watching.session.isWatching());
    watching.session.watch({list({"/ok"})});
    QTRY_COMPARE(watching.results.size(), 1);
    QCOMPARE(watching.state.lists, 1);
    watching.session.watch({});
    QCOMPARE(watching.state, WatchState());
    watching.session.watch({list({"/other"})});
    QTRY_COMPARE(watching.results.size(), 2);
}

void TestWatchSession::otherListsTakeTheirPlace()
{
    Watching watching;
    m_server->hold("/held");
    watching.session.watch({list({"/held"})});
    QTRY_COMPARE(m_server->heldRequests("/held"), 1);
    watching.session.watch({list({"/missing"}), list({"/ok"})});
    QTRY_COMPARE(watching.results.count(u"0 failed"_s), 2);
    QTRY_COMPARE(watching.results.count(u"1 ok"_s), 1);
    QCOMPARE(watching.results.size(), 3); // the call of the first watch was cancelled
}

void TestWatchSession::whatWasWellIsNotCheckedBeforeItsTime()
{
    Watching watching;
    watching.session.watch({list({"/ok", "/missing"})});
    QTRY_COMPARE(watching.state.down, 1);
    QTRY_COMPARE(watching.results.count(u"0 ok"_s), 1);
    watching.session.watch({list({"/other", "/ok", "/missing"})});
    QTRY_COMPARE(watching.results.count(u"0 ok"_s), 2);
    QTRY_COMPARE(watching.results.count(u"2 failed"_s), 1);
    QTRY_COMPARE(m_server->requestCount("/missing"), 3);
    QCOMPARE(m_server->requestCount("/ok"), 1);
    QTRY_VERIFY(watching.state.next > QDateTime::currentDateTimeUtc().addSecs(60));
}

void TestWatchSession::eachListIsCalledAsItSays()
{
    WatchedList asBot = list({"/ok"});
    asBot.settings.userAgent = "bot";
    asBot.settings.retries = 5; // a failure is confirmed instead
    WatchedList asHead = list({"/other"});
    asHead.settings.method = HttpMethod::Head;
    QByteArrayList agents;
    QByteArrayList methods;
    m_server->on("/ok", [&agents](const Request &request) {
        agents.append(request.header("User-Agent"));
        return Script{Send(httpResponse(503, {}, "busy"))};
    });
    m_server->on("/other", [&methods](const Request &request) {
        methods.append(request.method);
        return Script{Send(httpResponse(200, {}, {}))};
    });
    Watching watching;
    watching.session.watch({asBot, asHead});
    QTRY_COMPARE(watching.state.down, 1);
    QTRY_VERIFY(watching.results.contains(u"1 ok"_s));
    QCOMPARE(agents, (QByteArrayList{"bot", "bot"}));
    QCOMPARE(methods, QByteArrayList{"HEAD"});
}

void TestWatchSession::aRestartKnowsWhatWasDown()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"watch.db"_s);
    {
        Watching watching(path);
        watching.session.watch({list({"/missing"})});
        QTRY_COMPARE(watching.alerts, QStringList{u"down"_s});
    }
    {
        Watching watching(path);
        watching.session.watch({list({"/missing"})});
        QTRY_VERIFY(!watching.results.isEmpty());
        QCOMPARE(watching.state.down, 1);
        QVERIFY(watching.alerts.isEmpty()); // it is known
    }
    m_server->on("/missing", Script{Send(httpResponse(200, {}, "found"))});
    Watching watching(path);
    watching.session.watch({list({"/missing"})});
    QTRY_COMPARE(watching.alerts, QStringList{u"up"_s});
    QCOMPARE(watching.state.down, 0);
}

void TestWatchSession::aFileThatCannotBeUsedIsSaidAndTheWatchGoesOn()
{
    const QTemporaryDir folder;
    Watching watching(folder.path()); // a folder in its place
    QSignalSpy problems(&watching.session, &WatchSession::problemFound);
    watching.session.watch({list({"/ok"})});
    QTRY_COMPARE(watching.results, QStringList{u"0 ok"_s});
    QCOMPARE(problems.count(), 1);
}

void TestWatchSession::alertsGoThroughTheChannelsThatAreSet()
{
    constexpr int patienceMs = 30'000; // alerts wait for others
    m_server->on("/hook", Script{Send(httpResponse(204, {}, {}))});
    Watching watching;
    QStringList shown;
    connect(&watching.session, &WatchSession::messageReady, this,
            [&shown](const AlertMessage &message) { shown.append(message.title()); });
    watching.session.watch({list({"/missing"})});
    QTRY_COMPARE(watching.state.down, 1);
    AlertChannels channels;
    channels.webhook = m_server->url("/hook");
    watching.session.setChannels(channels); // too late for this one
    watching.session.watch({list({"/missing", "/gone"})});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount("/hook"), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patienceMs);
    QCOMPARE(shown.first(), QString::fromUtf8(m_server->url("/gone")) + u" is down"_s);
}

void TestWatchSession::aTestGoesThroughEachChannel()
{
    const QTemporaryDir folder;
    m_server->on("/hook", Script{Send(httpResponse(204, {}, {}))});
    Watching watching;
    QStringList ends;
    connect(&watching.session, &WatchSession::tested, this, [&ends](AlertWay way, const Delivery &delivery) {
        const bool isDelivered = delivery.end == Delivery::End::Delivered;
        ends.append(channelName(way) + (isDelivered ? u": delivered"_s : u": "_s + delivery.detail));
    });
    QStringList shown;
    connect(&watching.session, &WatchSession::messageReady, this,
            [&shown](const AlertMessage &message) { shown.append(message.title()); });
    AlertChannels channels;
    watching.session.test(AlertWay::Webhook, channels); // there is none
    QTRY_COMPARE(ends, QStringList{u"webhook: there is nothing to send it to"_s});
    ends.clear();
    channels.desktop = false; // it can be tried before it is wanted
    channels.webhook = m_server->url("/hook");
    channels.command = u"touch \"%1\""_s.arg(folder.filePath(u"run"_s));
    for (const AlertWay way : alertWays)
        watching.session.test(way, channels);
    QTRY_COMPARE(ends.size(), 3);
    ends.sort();
    QCOMPARE(ends, (QStringList{u"command: delivered"_s, u"desktop: delivered"_s, u"webhook: delivered"_s}));
    QCOMPARE(m_server->requestCount("/hook"), 1);
    QCOMPARE(shown, QStringList{u"This is a test"_s});
    QVERIFY(QFile::exists(folder.filePath(u"run"_s)));
    QVERIFY(!watching.session.isWatching());
}

void TestWatchSession::itEndsInTheMiddleOfATest()
{
    m_server->hold("/held");
    {
        Watching watching;
        AlertChannels channels;
        channels.webhook = m_server->url("/held");
        watching.session.test(AlertWay::Webhook, channels);
        QTRY_COMPARE(m_server->heldRequests("/held"), 1);
    }
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestWatchSession::itEndsInTheMiddleOfACheck()
{
    m_server->hold("/held");
    {
        Watching watching;
        watching.session.watch({list({"/held"})});
        QTRY_COMPARE(m_server->heldRequests("/held"), 1);
    }
    QTRY_COMPARE(m_server->openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestWatchSession)
#include "tst_watchsession.moc"
