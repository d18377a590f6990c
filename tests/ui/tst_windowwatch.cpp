// SPDX-License-Identifier: MIT
#include "core/history/historyfile.h"
#include "tests/ui/windowtest.h"
#include "ui/watchkeeper.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLabel>
#include <QTest>

#include <optional>

using namespace rollcall;
using namespace rollcall::test;
using namespace Qt::StringLiterals;

/// What the window does with the lists that are watched.
class TestWindowWatch : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void aWatchedListIsCheckedByItself();
    void whatIsFoundIsInTheHistoryOnce();
    void whatIsAddedIsWatchedToo();
    void whatIsDisabledOrTwiceIsNot();
    void aListThatIsNotOpenIsWatched();
    void theWatchEndsWhenItIsSwitchedOff();
    void theWatchGoesOnAfterARestart();
    void theWatchGoesOnWhileTheWindowIsClosed();
    void anOutageIsSaidOnceAndRowsStayAsTheyWere();
    void aFileThatAnotherProgramWatchesWithIsSaid();

private:
    void setWatched(bool isOn)
    {
        if (action("Watch")->isChecked() != isOn)
            action("Watch")->trigger();
    }
    QString line() const
    {
        const auto *label = find<QLabel>("watchLine");
        return label->isHidden() ? QString() : label->text();
    }
    template <class Value>
    Value ask(const std::function<Answer<Value>(HistoryFile &)> &question)
    {
        std::optional<Value> value;
        m_history->ask(this, question, [&value](const Answer<Value> &answer) {
            const auto *found = std::get_if<Value>(&answer);
            value = found ? *found : Value();
        });
        return QTest::qWaitFor([&value] { return value.has_value(); }) ? *value : Value();
    }
};

void TestWindowWatch::aWatchedListIsCheckedByItself()
{
    import({"/10", "/missing"});
    QVERIFY(line().isEmpty());
    setWatched(true);
    QTRY_COMPARE(outcomes(), u"OK|Failed"_s);
    QTRY_VERIFY2(line().startsWith(u"Watching 1 list(s), 1 URL(s) down, next check in "_s),
                 qPrintable(line()));
    QVERIFY(!m_session->isRunning());
    m_window->checkAll(); // as always
    QTRY_VERIFY(m_session->isRunning());
    QTRY_VERIFY(!m_session->isRunning());
}

void TestWindowWatch::whatIsFoundIsInTheHistoryOnce()
{
    import({"/10", "/missing"});
    setWatched(true);
    QTRY_COMPARE(outcomes(), u"OK|Failed"_s);
    QTRY_VERIFY(line().contains(u"1 URL(s) down"_s));
    const QByteArray url = m_server->url("/10");
    const auto uptime = ask<UptimeSummary>([url](HistoryFile &file) {
        return file.urls().uptime(url, QDateTime::currentDateTimeUtc().addSecs(1));
    });
    QCOMPARE(uptime.day.ok, 1);
    const auto runs = ask<QList<StoredRun>>([](HistoryFile &file) { return file.runs().latest(10); });
    QCOMPARE(runs.size(), 1);
    QCOMPARE(int(runs.first().start.kind), int(RunKind::Scheduled));
    QCOMPARE(runs.first().start.list, u"My URLs"_s);
    QCOMPARE(runs.first().start.listId, StoredList::firstId);
    const auto incidents = ask<QList<Incident>>([](HistoryFile &file) { return file.incidents().lasting(); });
    QCOMPARE(incidents.size(), 1);
    QCOMPARE(incidents.first().url, m_server->url("/missing"));
}

void TestWindowWatch::whatIsAddedIsWatchedToo()
{
    import({"/10"});
    setWatched(true);
    QTRY_COMPARE(outcomes(), u"OK"_s);
    import({"/20", "/missing"});
    QTRY_COMPARE(outcomes(), u"OK|OK|Failed"_s);
    QCOMPARE(m_server->requestCount("/10"), 1); // its time has not come
}

void TestWindowWatch::whatIsDisabledOrTwiceIsNot()
{
    m_window->importText(u"[{\"url\":\"%1\"},{\"url\":\"%2\",\"enabled\":false}]"_s.arg(
        QString::fromUtf8(m_server->url("/10")), QString::fromUtf8(m_server->url("/20"))));
    QTRY_COMPARE(rows(), 2);
    setWatched(true);
    QTRY_COMPARE(outcomes(), u"OK|Not checked"_s);
    action("New list")->trigger();
    QTRY_COMPARE(rows(), 0);
    import({"/10", "/30"});
    setWatched(true);
    QTRY_COMPARE(outcomes(), u"Not checked|OK"_s);
    QTRY_VERIFY(line().startsWith(u"Watching 2 list(s), no URL down"_s));
    QCOMPARE(m_server->requestCount("/10"), 1);
    QCOMPARE(m_server->requestCount("/20"), 0);
}

void TestWindowWatch::aListThatIsNotOpenIsWatched()
{
    import({"/10", "/missing"});
    m_server->hold("/missing");
    setWatched(true);
    QTRY_COMPARE(m_server->heldRequests("/missing"), 1);
    action("New list")->trigger();
    QTRY_COMPARE(rows(), 0);
    QVERIFY(!action("Watch")->isChecked());
    m_server->releaseAll("/missing");
    QTRY_VERIFY(line().startsWith(u"Watching 1 list(s), 1 URL(s) down"_s));
    auto *lists = find<QAbstractItemView>("lists");
    lists->setCurrentIndex(lists->model()->index(0, 0));
    QTRY_COMPARE(outcomes(), u"OK|Failed"_s);
}

void TestWindowWatch::theWatchEndsWhenItIsSwitchedOff()
{
    import({"/10"});
    m_server->hold("/10");
    setWatched(true);
    QTRY_COMPARE(m_server->heldRequests("/10"), 1);
    setWatched(false);
    QTRY_COMPARE(m_server->openConnections(), 0); // what is under way ends, too
    QVERIFY(line().isEmpty());
    QVERIFY(!m_watching->isWatching());
    QCOMPARE(outcomes(), u"Not checked"_s);
}

void TestWindowWatch::theWatchGoesOnAfterARestart()
{
    import({"/10", "/missing"});
    setWatched(true);
    QTRY_COMPARE(outcomes(), u"OK|Failed"_s);
    QTRY_VERIFY(line().contains(u"1 URL(s) down"_s));
    const int before = m_server->requestCount("/10");
    QVERIFY(m_window->close());
    closeWindow();
    openWindow();
    QTRY_VERIFY(line().startsWith(u"Watching 1 list(s), 1 URL(s) down"_s));
    QTRY_COMPARE(m_server->requestCount("/10"), before + 1);
}

void TestWindowWatch::theWatchGoesOnWhileTheWindowIsClosed()
{
    import({"/10"});
    m_server->hold("/10");
    setWatched(true);
    QTRY_COMPARE(m_server->heldRequests("/10"), 1);
    m_window->setClosesToTray(true);
    m_window->close();
    QVERIFY(!m_window->isVisible());
    m_server->releaseAll("/10");
    QTRY_COMPARE(outcomes(), u"OK"_s);
    QTRY_VERIFY(m_window->watching().summary().startsWith(u"Watching 1 list(s), no URL down"_s));
}

void TestWindowWatch::anOutageIsSaidOnceAndRowsStayAsTheyWere()
{
    import({"/10", "/20"});
    setWatched(true);
    QTRY_COMPARE(outcomes(), u"OK|OK"_s);
    const QDateTime began = QDateTime::currentDateTimeUtc();
    CheckResult unreachable;
    unreachable.outcome = Outcome::Failed;
    unreachable.fetch.error = ErrorKind::DnsNotFound;
    WatchNews news;
    news.results = {WatchedResult(0, unreachable, false), WatchedResult(1, unreachable, false)};
    news.outages = {LocalOutage{began, std::nullopt}};
    Q_EMIT m_watching->newsReady(news);
    QCOMPARE(message(), u"This computer has no network: no host answers. Nobody is called down meanwhile."_s);
    QCOMPARE(outcomes(), u"OK|OK"_s);
    WatchNews over;
    over.outages = {LocalOutage{began, began.addSecs(120)}};
    Q_EMIT m_watching->newsReady(over);
    QCOMPARE(message(), u"The network is back; it was away for 2 min."_s);
}

void TestWindowWatch::aFileThatAnotherProgramWatchesWithIsSaid()
{
    import({"/10"});
    setWatched(true);
    QTRY_COMPARE(outcomes(), u"OK"_s);
    WatchSession second(m_history->path()); // as a service in the background may be one
    connect(&second, &WatchSession::problemFound, m_watching.get(), &WatchSession::problemFound);
    second.watch({WatchedList(u"list"_s, {})});
    QTRY_VERIFY(message().startsWith(u"Another program watches with the same file."_s));
}

QTEST_MAIN(TestWindowWatch)
#include "tst_windowwatch.moc"
