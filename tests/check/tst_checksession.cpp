// SPDX-License-Identifier: MIT
#include "core/check/checksession.h"
#include "tests/support/faultserver.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestCheckSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void resultsArriveInTheWindowsThreadEachOnce();
    void resultsArriveInBatches();
    void stoppingDeliversTheRestAsCancelled();
    void limitsChangeWhileItRuns();
    void aPauseHoldsTheCheckUntilItGoesOn();
    void itCanBeStartedAgain();
    void startingTwiceIsIgnored();
    void destroyingItInTheMiddleEndsCleanly();

private:
    UrlList urls(const QByteArray &path, int count) const;

    std::unique_ptr<FaultServer> m_server;
    CheckSettings m_settings;
};

void TestCheckSession::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_server->on("/ok", Script{Send(httpResponse(200, {}, "hello"))});
    m_server->on("/never", Script{WaitForever{}});
    m_settings = CheckSettings();
    m_settings.timeout = 60s;
}

UrlList TestCheckSession::urls(const QByteArray &path, int count) const
{
    UrlList list;
    for (int i = 0; i < count; ++i)
        list.append(UrlEntry(m_server->url(path + '?' + QByteArray::number(i))));
    return list;
}

void TestCheckSession::resultsArriveInTheWindowsThreadEachOnce()
{
    CheckSession session;
    QSet<qsizetype> started;
    QHash<qsizetype, CheckResult> results;
    connect(&session, &CheckSession::started, this, [&started](const QList<qsizetype> &indexes) {
        for (const qsizetype index : indexes)
            started.insert(index);
    });
    connect(&session, &CheckSession::resultsReady, this, [&](const QList<IndexedResult> &batch) {
        QCOMPARE(QThread::currentThread(), thread());
        for (const IndexedResult &indexed : batch) {
            QVERIFY(started.contains(indexed.index));
            QVERIFY(!results.contains(indexed.index));
            results.insert(indexed.index, indexed.result);
        }
    });
    QSignalSpy finished(&session, &CheckSession::finished);
    QVERIFY(!session.isRunning());
    session.start(urls("/ok", 100), m_settings);
    QVERIFY(session.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QVERIFY(!session.isRunning());
    QCOMPARE(results.size(), 100);
    QCOMPARE(results[42].fetch.bodyBytes, 5);
    const auto summary = finished.constFirst().constFirst().value<CheckProgress>();
    QCOMPARE(summary.ok, 100);
    QCOMPARE(summary.done(), summary.total);
    QCOMPARE(summary.running, 0);
}

void TestCheckSession::resultsArriveInBatches()
{
    CheckSession session;
    QSignalSpy batches(&session, &CheckSession::resultsReady);
    QSignalSpy finished(&session, &CheckSession::finished);
    // These need no network, so a thousand of them are done within one batch's interval.
    UrlList list;
    for (int i = 0; i < 1000; ++i)
        list.append(UrlEntry("ftp://127.0.0.1/" + QByteArray::number(i)));
    session.start(list, m_settings);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QVERIFY2(batches.size() < 200, QByteArray::number(batches.size()).constData());
}

void TestCheckSession::stoppingDeliversTheRestAsCancelled()
{
    CheckSession session;
    QSignalSpy finished(&session, &CheckSession::finished);
    session.start(urls("/never", 50), m_settings);
    QTRY_VERIFY(m_server->requestCount("/never") >= 6);
    session.stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(finished.constFirst().constFirst().value<CheckProgress>().cancelled, 50);
}

void TestCheckSession::limitsChangeWhileItRuns()
{
    CheckSession session;
    m_settings.limits = CheckLimits(2, 2);
    session.start(urls("/never", 50), m_settings);
    QTRY_COMPARE(m_server->requestCount("/never"), 2);
    session.setLimits(CheckLimits(7, 7));
    QTRY_COMPARE(m_server->requestCount("/never"), 7);
}

void TestCheckSession::aPauseHoldsTheCheckUntilItGoesOn()
{
    CheckSession session;
    session.setPaused(true);
    QVERIFY(!session.isPaused()); // nothing is running
    m_settings.limits = CheckLimits(1, 1);
    m_server->hold("/ok");
    QSignalSpy paused(&session, &CheckSession::pausedChanged);
    QSignalSpy finished(&session, &CheckSession::finished);
    QSignalSpy progress(&session, &CheckSession::progressChanged);
    session.start(urls("/ok", 3), m_settings);
    QTRY_COMPARE(m_server->heldRequests("/ok"), 1);
    session.setPaused(true);
    QVERIFY(session.isPaused());
    QTRY_VERIFY(!progress.isEmpty() && progress.last().first().value<CheckProgress>().isPaused);
    m_server->releaseAll("/ok");
    QTRY_COMPARE(progress.last().first().value<CheckProgress>().ok, 1);
    QCOMPARE(m_server->requestCount("/ok"), 1);
    session.setPaused(false);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().value<CheckProgress>().ok, 3);
    QCOMPARE(paused.count(), 2);
    session.start(urls("/never", 3), m_settings);
    session.setPaused(true);
    session.stop();
    QTRY_COMPARE(finished.count(), 2);
    QVERIFY(!session.isPaused());
}

void TestCheckSession::itCanBeStartedAgain()
{
    CheckSession session;
    QSignalSpy finished(&session, &CheckSession::finished);
    for (int round = 1; round <= 3; ++round) {
        session.start(urls("/ok", 5), m_settings);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), round, 60'000);
    }
    QCOMPARE(m_server->requestCount("/ok"), 15);
}

void TestCheckSession::startingTwiceIsIgnored()
{
    CheckSession session;
    QSignalSpy finished(&session, &CheckSession::finished);
    session.start(urls("/ok", 5), m_settings);
    session.start(urls("/ok", 7), m_settings);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(m_server->requestCount("/ok"), 5);
}

void TestCheckSession::destroyingItInTheMiddleEndsCleanly()
{
    UrlList list = urls("/ok", 30) + urls("/never", 30);
    for (int round = 0; round < 30; ++round) {
        CheckSession session;
        session.start(list, m_settings);
        // Some end at once, some in the middle of things.
        const int events = QRandomGenerator::global()->bounded(10);
        for (int i = 0; i < events; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    QTRY_COMPARE(m_server->openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestCheckSession)
#include "tst_checksession.moc"
