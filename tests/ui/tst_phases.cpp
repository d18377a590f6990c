// SPDX-License-Identifier: MIT
#include "ui/phases.h"
#include "ui/waterfall.h"

#include <QLocale>
#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

class TestPhases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void followEachOtherFromTheQueueToTheLastByte();
    void thoseOfARedirectThatWasNotFollowedAreDrawnOnce();
    void whatIsNotKnownIsLeftOut();
    void withoutAnAnswerTheRestIsWaiting();
    void withoutACallThereIsNone();
    void theWaterfallSaysWhatItDraws();
    void theWaterfallDrawsALineForEach();
};

void TestPhases::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestPhases::followEachOtherFromTheQueueToTheLastByte()
{
    CheckResult result;
    result.fetch.redirects = {RedirectHop("http://a/", 301, 10ms), RedirectHop("http://b/", 302, 20ms)};
    FetchTimes &times = result.fetch.times;
    times.dns = 1ms;
    times.connect = 2ms;
    times.tls = 3ms;
    times.firstByte = 50ms;
    times.total = 60ms;
    QCOMPARE(phasesOf(result),
             (QList<TimedPhase>{
                 TimedPhase(Phase::Redirects, 0ms, 30ms), TimedPhase(Phase::NameLookup, 30ms, 1ms),
                 TimedPhase(Phase::Connect, 31ms, 2ms), TimedPhase(Phase::Tls, 33ms, 3ms),
                 TimedPhase(Phase::Waiting, 36ms, 14ms), TimedPhase(Phase::Receiving, 50ms, 10ms)}));
}

void TestPhases::thoseOfARedirectThatWasNotFollowedAreDrawnOnce()
{
    CheckResult result;
    result.fetch.error = ErrorKind::RedirectLoop;
    result.fetch.finalUrl = "http://b/";
    result.fetch.redirects = {RedirectHop("http://a/", 301, 10ms), RedirectHop("http://b/", 302, 20ms)};
    result.fetch.times.connect = 5ms;
    result.fetch.times.total = 30ms;
    QCOMPARE(phasesOf(result), (QList<TimedPhase>{TimedPhase(Phase::Redirects, 0ms, 10ms),
                                                  TimedPhase(Phase::Connect, 10ms, 5ms),
                                                  TimedPhase(Phase::Waiting, 15ms, 15ms)}));
}

void TestPhases::whatIsNotKnownIsLeftOut()
{
    CheckResult result;
    result.fetch.times.firstByte = 50ms;
    result.fetch.times.total = 50ms;
    QCOMPARE(phasesOf(result), QList<TimedPhase>{TimedPhase(Phase::Waiting, 0ms, 50ms)});
}

void TestPhases::withoutAnAnswerTheRestIsWaiting()
{
    CheckResult result;
    result.fetch.times.connect = 200ms;
    result.fetch.times.total = 30s;
    QCOMPARE(phasesOf(result), (QList<TimedPhase>{TimedPhase(Phase::Connect, 0ms, 200ms),
                                                  TimedPhase(Phase::Waiting, 200ms, 29'800ms)}));
}

void TestPhases::withoutACallThereIsNone()
{
    QVERIFY(phasesOf(CheckResult::neverStarted("http://a/")).isEmpty());
}

void TestPhases::theWaterfallSaysWhatItDraws()
{
    CheckResult result;
    result.queueTime = 3ms;
    result.fetch.times.connect = 200ms;
    result.fetch.times.firstByte = 1s;
    result.fetch.times.total = 1'500ms;
    Waterfall waterfall;
    waterfall.showResult(result);
    QCOMPARE(waterfall.accessibleDescription(),
             QStringLiteral("Connect 200 ms, Waiting for the answer 800 ms, Receiving the body 500 ms, "
                            "Total 1.5 s; before that, 3.0 ms in the queue"));
}

void TestPhases::theWaterfallDrawsALineForEach()
{
    CheckResult result;
    result.fetch.times.total = 1s;
    Waterfall waterfall;
    waterfall.showResult(result);
    const int one = waterfall.sizeHint().height();
    result.fetch.times.connect = 500ms;
    waterfall.showResult(result);
    QVERIFY(waterfall.sizeHint().height() > one);
    waterfall.resize(waterfall.sizeHint());
    const QImage image = waterfall.grab().toImage();
    // The second bar begins where the first one ends.
    const auto isBar = [&](int line, double part) {
        const int lineHeight = waterfall.fontMetrics().height() + 4;
        const int left = waterfall.fontMetrics().horizontalAdvance(phaseName(Phase::Waiting)) + 16;
        const int right =
            waterfall.width() - waterfall.fontMetrics().horizontalAdvance(QStringLiteral("500 ms")) - 16;
        const QPoint place(left + int((right - left) * part), 6 + line * lineHeight + lineHeight / 2);
        return qGray(image.pixel(place)) < qGray(waterfall.palette().color(QPalette::Window).rgb()) * 3 / 4;
    };
    QVERIFY(isBar(0, 0.25) && !isBar(0, 0.75));
    QVERIFY(!isBar(1, 0.25) && isBar(1, 0.75));
}

QTEST_MAIN(TestPhases)
#include "tst_phases.moc"
