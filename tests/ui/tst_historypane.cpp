// SPDX-License-Identifier: MIT
#include "tests/ui/historysamples.h"
#include "ui/facttable.h"
#include "ui/historychart.h"
#include "ui/historypane.h"

#include <QLabel>
#include <QLocale>
#include <QTest>
#include <QToolButton>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestHistoryPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingIsAskedOutOfSight();
    void anotherUrlIsAskedForAndTheSameIsNot();
    void anAnswerThatIsOutOfDateIsPassedOver();
    void withoutAPastItSaysHowThereWillBeOne();
    void aHistoryThatCannotBeReadSaysWhy();
    void eachPeriodSaysItsUptime();
    void aPeriodIsChosen();
    void incidentsAreListed();
    void whatIsZoomedIntoIsAskedForFinerAndStays();

private:
    /// The answer to what was asked last.
    void answer(const Answer<UrlPast> &answer) { m_pane->showPast(m_queries.constLast(), answer); }
    void answerWithSample()
    {
        UrlPast past = samplePast();
        past.range = m_queries.constLast().range;
        const qint64 shift = samplePast().range.to.msecsTo(past.range.to);
        for (SeriesPoint &point : past.points)
            point.began = point.began.addMSecs(shift);
        answer(past);
    }
    QString sentence() const
    {
        const auto *label = find<QLabel>("historySentence");
        return label->isVisible() ? label->text() : QString();
    }
    template <class Widget>
    Widget *find(const char *name) const
    {
        return m_pane->findChild<Widget *>(QString::fromLatin1(name));
    }

    std::unique_ptr<HistoryPane> m_pane;
    QList<UrlPastQuery> m_queries;
};

void TestHistoryPane::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestHistoryPane::init()
{
    m_queries.clear();
    m_pane = std::make_unique<HistoryPane>();
    connect(m_pane.get(), &HistoryPane::pastWanted, this,
            [this](const UrlPastQuery &query) { m_queries.append(query); });
    m_pane->resize(800, 260);
    m_pane->show();
}

void TestHistoryPane::nothingIsAskedOutOfSight()
{
    m_pane->hide();
    m_pane->showUrl("https://a/");
    m_pane->showUrl("https://b/");
    m_pane->refresh();
    QVERIFY(m_queries.isEmpty());
    m_pane->show();
    QCOMPARE(m_queries.size(), 1);
    QCOMPARE(m_queries.at(0).url, QByteArray("https://b/"));
    QCOMPARE(m_queries.at(0).range.length(), 24h + 1ms);
    m_pane->hide();
    m_pane->show(); // what is shown is still true
    QCOMPARE(m_queries.size(), 1);
}

void TestHistoryPane::anotherUrlIsAskedForAndTheSameIsNot()
{
    m_pane->showUrl("https://a/");
    m_pane->showUrl("https://a/"); // its result is another one, which the history need not have yet
    QCOMPARE(m_queries.size(), 1);
    m_pane->refresh();
    QCOMPARE(m_queries.size(), 2);
    m_pane->showUrl({});
    m_pane->refresh();
    QCOMPARE(m_queries.size(), 2);
}

void TestHistoryPane::anAnswerThatIsOutOfDateIsPassedOver()
{
    m_pane->showUrl("https://a/");
    m_pane->showUrl("https://b/");
    m_pane->showPast(m_queries.at(0), samplePast());
    QVERIFY(!find<HistoryChart>("historyChart")->isVisible());
    answerWithSample();
    QVERIFY(find<HistoryChart>("historyChart")->isVisible());
    m_pane->showUrl("https://c/"); // what was shown is not of this one
    QVERIFY(!find<HistoryChart>("historyChart")->isVisible());
}

void TestHistoryPane::withoutAPastItSaysHowThereWillBeOne()
{
    m_pane->showUrl("https://a/");
    QVERIFY(sentence().isEmpty()); // it is not known yet
    answer(UrlPast());
    QVERIFY(
        sentence().startsWith(QStringLiteral("Nothing is known of this URL's past yet. Check it now and")));
}

void TestHistoryPane::aHistoryThatCannotBeReadSaysWhy()
{
    m_pane->showUrl("https://a/");
    answer(StoreProblem(StoreFailure::Damaged, QStringLiteral("not a database")));
    QVERIFY(sentence().startsWith(QStringLiteral("The history is damaged")));
    QVERIFY(sentence().endsWith(QStringLiteral("(not a database)")));
}

void TestHistoryPane::eachPeriodSaysItsUptime()
{
    m_pane->showUrl("https://a/");
    UrlPast past = samplePast();
    past.uptime.week.failed = 0;
    past.uptime.month = Availability();
    past.uptime.year.unknown = 2;
    answer(past);
    QCOMPARE(find<QToolButton>("historyPeriod1")->text(), QStringLiteral("24 hours  98.92 %"));
    QCOMPARE(find<QToolButton>("historyPeriod7")->text(), QStringLiteral("7 days  100 %"));
    QCOMPARE(find<QToolButton>("historyPeriod30")->text(), QStringLiteral("30 days  –"));
    QCOMPARE(find<QToolButton>("historyPeriod7")->accessibleName(),
             QStringLiteral("Uptime over 7 days: 100 %"));
    QCOMPARE(find<QToolButton>("historyPeriod365")->toolTip(),
             QStringLiteral("276 of 279 check(s) did not fail; 2 more do not count"));
}

void TestHistoryPane::aPeriodIsChosen()
{
    m_pane->showUrl("https://a/");
    answerWithSample();
    QTest::mouseClick(find<QToolButton>("historyPeriod30"), Qt::LeftButton);
    QCOMPARE(m_queries.size(), 2);
    QCOMPARE(m_queries.constLast().range.length(), 30 * 24h + 1ms);
    m_pane->showUrl("https://b/"); // stays from row to row
    QCOMPARE(m_queries.constLast().range.length(), 30 * 24h + 1ms);
    QVERIFY(find<QToolButton>("historyPeriod30")->isChecked());
}

void TestHistoryPane::incidentsAreListed()
{
    m_pane->showUrl("https://a/");
    UrlPast past = samplePast();
    past.incidents.prepend(Incident("https://a/", QDateTime::currentDateTimeUtc().addDays(-2),
                                    Reason(ErrorKind::DnsNotFound, {})));
    answer(past);
    auto *incidents = find<FactTable>("incidents");
    QVERIFY(incidents->isVisible());
    QCOMPARE(incidents->rowCount(), 2);
    QCOMPARE(incidents->item(0, 1)->text(), QStringLiteral("2 d, and goes on"));
    QCOMPARE(incidents->item(1, 1)->text(), QStringLiteral("30 min"));
    QCOMPARE(incidents->item(1, 2)->text(), QStringLiteral("Timed out"));
    past.incidents.clear();
    answer(past);
    QVERIFY(!incidents->isVisible());
}

void TestHistoryPane::whatIsZoomedIntoIsAskedForFinerAndStays()
{
    m_pane->showUrl("https://a/");
    answerWithSample();
    auto *chart = find<HistoryChart>("historyChart");
    QVERIFY(!find<QToolButton>("historyWhole")->isVisible());
    QTest::keyClick(chart, Qt::Key_Plus);
    QCOMPARE(m_queries.size(), 2);
    const TimeRange zoomed = m_queries.constLast().range;
    QCOMPARE(zoomed, chart->range());
    QVERIFY(zoomed.length() < 24h);
    answerWithSample();
    QVERIFY(chart->isZoomed());
    QVERIFY(find<QToolButton>("historyWhole")->isVisible());
    m_pane->refresh();
    QCOMPARE(m_queries.constLast().range, zoomed);
    answerWithSample();
    QTest::mouseClick(find<QToolButton>("historyWhole"), Qt::LeftButton);
    QCOMPARE(m_queries.constLast().range.length(), 24h + 1ms);
    answerWithSample();
    QVERIFY(!chart->isZoomed());
    QVERIFY(!find<QToolButton>("historyWhole")->isVisible());
}

QTEST_MAIN(TestHistoryPane)
#include "tst_historypane.moc"
