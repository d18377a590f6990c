// SPDX-License-Identifier: MIT
#include "core/desktop/desktop.h"
#include "tests/ui/windowtest.h"
#include "ui/background.h"
#include "ui/mainactions.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace Qt::StringLiterals;

/// Notes what it is told; the same thing twice in a row once.
class RecordingDesktop : public Desktop
{
    Q_OBJECT
public:
    QStringList log;

    void showProgress(std::optional<double> done) override
    {
        note(done ? u"progress %1"_s.arg(*done) : u"no progress"_s);
    }
    void holdSleep(const QString &reason) override { note(u"awake: "_s + reason); }
    void allowSleep() override { note(u"sleep"_s); }
    void notify(const QString &title, const QString &text) override { note(title + u": "_s + text); }

private:
    void note(const QString &line)
    {
        if (log.isEmpty() || log.last() != line)
            log.append(line);
    }
};

class TestBackground : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void theDesktopFollowsACheck();
    void aPauseLetsTheComputerSleep();
    void anEndThatNobodySeesIsSaid();
    void anEndThatIsSeenIsNotSaid();
    void aCheckThatWasStoppedIsNotSaid();
    void whoWantsNeitherGetsNeither();
    void aClickOnTheMessageShowsTheWindow();
    void theTraySaysHowTheListDoes();
    void theTraySaysHowTheWatchStands();
    void anAlertIsAMessageOfTheDesktop();
    void theTraysMenuHasTheCommandsOfACheck();

private:
    /// The window loses the focus to another one.
    void lookElsewhere();

    RecordingDesktop m_desktop;
    QWidget m_other;
};

void TestBackground::lookElsewhere()
{
    m_other.show();
    m_other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_other));
    QTRY_VERIFY(!m_window->isActiveWindow());
}

void TestBackground::theDesktopFollowsACheck()
{
    const Background background(*m_window, *m_session, m_desktop);
    m_server->hold("/20");
    import({"/10", "/20"});
    m_desktop.log.clear();
    m_window->checkAll();
    QTRY_VERIFY(m_desktop.log.contains(u"progress 0.5"_s));
    QVERIFY(m_desktop.log.contains(u"awake: URLs are being checked"_s));
    QVERIFY(!m_desktop.log.contains(u"sleep"_s));
    m_server->releaseAll("/20");
    QTRY_VERIFY(m_desktop.log.contains(u"no progress"_s));
    QCOMPARE(m_desktop.log.last(), u"sleep"_s);
}

void TestBackground::aPauseLetsTheComputerSleep()
{
    const Background background(*m_window, *m_session, m_desktop);
    m_server->hold("/20");
    import({"/10", "/20"});
    m_desktop.log.clear();
    m_window->checkAll();
    QTRY_VERIFY(m_desktop.log.contains(u"progress 0.5"_s));
    m_desktop.log.clear();
    m_session->setPaused(true);
    QTRY_VERIFY(m_desktop.log.contains(u"sleep"_s));
    QCOMPARE(background.tray().menu().actions().first()->text(), u"Paused at 50 %"_s);
    m_session->setPaused(false);
    QTRY_COMPARE(m_desktop.log.last(), u"awake: URLs are being checked"_s);
    m_window->stop();
    QTRY_VERIFY(!m_session->isRunning());
}

void TestBackground::anEndThatNobodySeesIsSaid()
{
    const Background background(*m_window, *m_session, m_desktop);
    import({"/10", "/missing"});
    lookElsewhere();
    m_window->checkAll();
    QTRY_COMPARE(m_desktop.log.last(), u"The check has ended: 1 of 2 URL(s) failed."_s);
}

void TestBackground::anEndThatIsSeenIsNotSaid()
{
    const Background background(*m_window, *m_session, m_desktop);
    import({"/10"});
    m_window->checkAll();
    QTRY_COMPARE(outcomes(), u"OK"_s);
    QTRY_COMPARE(m_desktop.log.last(), u"sleep"_s);
}

void TestBackground::aCheckThatWasStoppedIsNotSaid()
{
    const Background background(*m_window, *m_session, m_desktop);
    m_server->hold("/10");
    import({"/10"});
    lookElsewhere();
    m_window->checkAll();
    QTRY_COMPARE(m_server->heldRequests("/10"), 1);
    m_window->stop();
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(m_desktop.log.last(), u"sleep"_s);
}

void TestBackground::whoWantsNeitherGetsNeither()
{
    Preferences quiet;
    quiet.notifies = false;
    quiet.holdsSleep = false;
    QSettings settings;
    savePreferences(quiet, settings);
    closeWindow();
    openWindow();
    const Background background(*m_window, *m_session, m_desktop);
    import({"/10"});
    lookElsewhere();
    m_desktop.log.clear();
    m_window->checkAll();
    QTRY_COMPARE(outcomes(), u"OK"_s);
    QTRY_VERIFY(!m_session->isRunning());
    QVERIFY2(m_desktop.log.filter(u":"_s).isEmpty(), qPrintable(m_desktop.log.join(u'|')));
}

void TestBackground::aClickOnTheMessageShowsTheWindow()
{
    const Background background(*m_window, *m_session, m_desktop);
    m_window->showMinimized();
    Q_EMIT m_desktop.notificationClicked();
    QTRY_VERIFY(m_window->isVisible() && !m_window->isMinimized());
    m_window->hide();
    Q_EMIT m_desktop.notificationClicked();
    QTRY_VERIFY(m_window->isVisible());
}

void TestBackground::theTraySaysHowTheListDoes()
{
    const Background background(*m_window, *m_session, m_desktop);
    const QAction *summary = background.tray().menu().actions().first();
    QCOMPARE(summary->text(), u"No check yet"_s);
    QVERIFY(!summary->isEnabled());
    m_server->hold("/20");
    import({"/10", "/20"});
    m_window->checkAll();
    QTRY_COMPARE(summary->text(), u"Checking: 50 %"_s);
    m_server->releaseAll("/20");
    QTRY_COMPARE(summary->text(), u"All 2 URL(s) answered well."_s);
}

void TestBackground::theTraySaysHowTheWatchStands()
{
    const Background background(*m_window, *m_session, m_desktop);
    const QAction *watching = background.tray().menu().actions().at(1);
    QVERIFY(!watching->isVisible());
    import({"/10"});
    action("Watch")->trigger();
    QTRY_VERIFY(watching->text().startsWith(u"Watching 1 list(s), no URL down"_s));
    QVERIFY(watching->isVisible() && !watching->isEnabled());
    action("Watch")->trigger();
    QTRY_VERIFY(!watching->isVisible());
}

void TestBackground::anAlertIsAMessageOfTheDesktop()
{
    const Background background(*m_window, *m_session, m_desktop);
    Alert down(AlertKind::Down, QDateTime::currentDateTimeUtc());
    down.url = u"https://example.com/"_s;
    down.name = u"the shop"_s;
    down.reason = Reason(ErrorKind::ConnectionRefused, {});
    Q_EMIT m_watching->messageReady(AlertMessage({down}));
    QCOMPARE(m_desktop.log.last(), u"the shop is down: https://example.com/\nConnection refused"_s);
    const Alert back(AlertKind::OutageEnds, QDateTime::currentDateTimeUtc());
    Q_EMIT m_watching->messageReady(AlertMessage({down, back}));
    QCOMPARE(m_desktop.log.last(), u"2 changes of watched URL(s): the shop is down\nThe network is back"_s);
}

void TestBackground::theTraysMenuHasTheCommandsOfACheck()
{
    const Background background(*m_window, *m_session, m_desktop);
    const QList<QAction *> actions = background.tray().menu().actions();
    for (const QAction *action : {m_window->actionSet().checkAll, m_window->actionSet().pause,
                                  m_window->actionSet().stop, m_window->actionSet().quit})
        QVERIFY2(actions.contains(action), qPrintable(action->text()));
}

QTEST_MAIN(TestBackground)
#include "tst_background.moc"
