// SPDX-License-Identifier: MIT
#include "tests/ui/historysamples.h"
#include "ui/historychart.h"
#include "ui/symbolicon.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestHistoryChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aPointThatIsPointedAtIsToldExactly();
    void oneCheckHasOneResponseTime();
    void theWheelZoomsWhereItPoints();
    void draggingZoomsIntoWhatWasDraggedOver();
    void aClickZoomsNowhere();
    void aDoubleClickShowsEverything();
    void zoomingEndsAtTheWhole();
    void theKeyboardGoesFromPointToPoint();
    void theKeyboardZooms();
    void aPointStaysPointedAtWhenThereIsMore();
    void failuresAndIncidentsAreMarkedInTheColourOfFailure();
    void anEmptyTimeSaysSo();

private:
    static constexpr qsizetype failure = 10;
    void wheel(const QPoint &place, int delta)
    {
        QWheelEvent event(place, m_chart->mapToGlobal(place), QPoint(), QPoint(0, delta), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_chart.get(), &event);
    }
    void drag(int from, int to)
    {
        const int y = m_chart->height() / 2;
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, QPoint(from, y));
        QTest::mouseMove(m_chart.get(), QPoint(to, y));
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, QPoint(to, y));
    }
    int redPixels() const
    {
        const QImage image = m_chart->grab().toImage();
        const QColor red = toneColor(Tone::Failed, m_chart->palette());
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == red;
        }
        return count;
    }

    std::unique_ptr<HistoryChart> m_chart;
};

void TestHistoryChart::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestHistoryChart::init()
{
    m_chart = std::make_unique<HistoryChart>();
    m_chart->resize(700, 220);
    m_chart->showPast(samplePast(), samplePast().range);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

void TestHistoryChart::cleanup()
{
    QToolTip::hideText();
    m_chart.reset();
}

void TestHistoryChart::aPointThatIsPointedAtIsToldExactly()
{
    QTest::mouseMove(m_chart.get(), m_chart->placeOf(3) + QPoint(4, 20)); // how high makes no difference
    QCOMPARE(m_chart->currentPoint(), 3);
    QCOMPARE(QToolTip::text(), QStringLiteral("09/03/2026 15:00\n12 check(s)\n"
                                              "Median 100.0 ms, 95th percentile 200.0 ms\n"
                                              "Fastest 50.0 ms, slowest 300.0 ms"));
    QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("Median 100.0 ms")));
    QTest::mouseMove(m_chart.get(), m_chart->placeOf(failure));
    QCOMPARE(QToolTip::text(), QStringLiteral("09/03/2026 22:00\n3 check(s), 3 failed\nIncident: Timed out"));
}

void TestHistoryChart::oneCheckHasOneResponseTime()
{
    UrlPast past = samplePast();
    past.points[0].counts.ok = 1;
    m_chart->showPast(past, past.range);
    QVERIFY(m_chart->pointText(0).endsWith(QStringLiteral("\nResponse time 100.0 ms")));
}

void TestHistoryChart::theWheelZoomsWhereItPoints()
{
    const QSignalSpy changed(m_chart.get(), &HistoryChart::rangeChanged);
    const QPoint place = m_chart->placeOf(6);
    wheel(place, 120);
    QVERIFY(m_chart->isZoomed());
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_chart->range().length() < 24h);
    QVERIFY(std::abs(m_chart->placeOf(6).x() - place.x()) <= 1); // what was pointed at stays there
    wheel(place, -480);
    QCOMPARE(m_chart->range(), samplePast().range);
}

void TestHistoryChart::draggingZoomsIntoWhatWasDraggedOver()
{
    const QSignalSpy changed(m_chart.get(), &HistoryChart::rangeChanged);
    drag(m_chart->placeOf(12).x(), m_chart->placeOf(6).x()); // to the left is as good
    QCOMPARE(changed.size(), 1);
    const TimeRange range = m_chart->range();
    const auto isNear = [](const QDateTime &one, const QDateTime &other) {
        return std::abs(one.secsTo(other)) < 300;
    };
    QVERIFY(isNear(range.from, samplePast().middleOf(6)));
    QVERIFY(isNear(range.to, samplePast().middleOf(12)));
}

void TestHistoryChart::aClickZoomsNowhere()
{
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->placeOf(6));
    QVERIFY(!m_chart->isZoomed());
}

void TestHistoryChart::aDoubleClickShowsEverything()
{
    drag(m_chart->placeOf(6).x(), m_chart->placeOf(12).x());
    QVERIFY(m_chart->isZoomed());
    QTest::mouseDClick(m_chart.get(), Qt::LeftButton, {}, QPoint(300, 100));
    QCOMPARE(m_chart->range(), samplePast().range);
}

void TestHistoryChart::zoomingEndsAtTheWhole()
{
    wheel(m_chart->placeOf(0), -1200);
    QVERIFY(!m_chart->isZoomed());
    const QPoint place = m_chart->placeOf(6);
    for (int i = 0; i < 100; ++i)
        wheel(place, 480);
    QCOMPARE(m_chart->range().length(), 1min);
    for (int i = 0; i < 100; ++i)
        wheel(place, -480);
    QCOMPARE(m_chart->range(), samplePast().range);
}

void TestHistoryChart::theKeyboardGoesFromPointToPoint()
{
    QTest::keyClick(m_chart.get(), Qt::Key_Left); // from nowhere: the last
    QCOMPARE(m_chart->currentPoint(), 23);
    QVERIFY(m_chart->accessibleDescription().startsWith(QStringLiteral("10/03/2026 11:00; 12 check(s)")));
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->currentPoint(), 22);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Right); // there is no further one
    QCOMPARE(m_chart->currentPoint(), 23);
    drag(m_chart->placeOf(6).x() - 4, m_chart->placeOf(12).x() + 4);
    QTest::keyClick(m_chart.get(), Qt::Key_Right); // the first in sight
    QCOMPARE(m_chart->currentPoint(), 6);
}

void TestHistoryChart::theKeyboardZooms()
{
    QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QVERIFY(m_chart->isZoomed());
    QTest::keyClick(m_chart.get(), Qt::Key_0);
    QVERIFY(!m_chart->isZoomed());
    QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QTest::keyClick(m_chart.get(), Qt::Key_Minus);
    QTest::keyClick(m_chart.get(), Qt::Key_Minus);
    QVERIFY(!m_chart->isZoomed());
}

void TestHistoryChart::aPointStaysPointedAtWhenThereIsMore()
{
    QTest::mouseMove(m_chart.get(), m_chart->placeOf(5));
    UrlPast later = samplePast();
    later.points.removeFirst();
    m_chart->showPast(later, later.range);
    QCOMPARE(m_chart->currentPoint(), 4);
    later.points.remove(4);
    m_chart->showPast(later, later.range);
    QCOMPARE(m_chart->currentPoint(), std::nullopt);
}

void TestHistoryChart::failuresAndIncidentsAreMarkedInTheColourOfFailure()
{
    const int withBoth = redPixels();
    UrlPast past = samplePast();
    past.incidents.clear();
    m_chart->showPast(past, past.range);
    const int withFailure = redPixels();
    past.points.remove(failure);
    m_chart->showPast(past, past.range);
    QVERIFY(withBoth > withFailure);
    QVERIFY(withFailure > 0);
    QCOMPARE(redPixels(), 0);
}

void TestHistoryChart::anEmptyTimeSaysSo()
{
    UrlPast past = samplePast();
    past.points.clear();
    past.incidents.clear();
    m_chart->showPast(past, past.range);
    const QImage words = m_chart->grab().toImage();
    QTest::mouseMove(m_chart.get(), QPoint(300, 100));
    QCOMPARE(m_chart->currentPoint(), std::nullopt);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->currentPoint(), std::nullopt);
    QCOMPARE(m_chart->accessibleDescription(), QStringLiteral("0 check(s)"));
    m_chart->clear();
    QVERIFY(m_chart->grab().toImage() != words);
}

QTEST_MAIN(TestHistoryChart)
#include "tst_historychart.moc"
