// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/resultcolumns.h"
#include "ui/resultmodel.h"
#include "ui/symbolicon.h"
#include "ui/trenddelegate.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

/// The cells that show the history: what they say, and what is drawn.
class TestTrendDelegate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cellsAreEmptyUntilTheHistoryIsKnown();
    void cellsSayWhatIsDrawn();
    void theSamePastChangesNothing();
    void anotherUrlHasAnotherPast();
    void failuresAreInTheColourOfFailure();
    void aSlowCheckIsHigh();

private:
    static RowPast past(const QList<int> &times)
    {
        RowPast past;
        past.times = times;
        for (const int time : times)
            ++(time == RowPast::failedCheck ? past.month.failed : past.month.ok);
        return past;
    }
    QModelIndex cell(ResultColumn column) const { return m_model.index(0, columnOf(column)); }
    QImage drawn(const QList<int> &times)
    {
        m_model.setPasts({1}, {past(times)});
        QImage image(120, 24, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.palette = QPalette(Qt::white);
        TrendDelegate().paint(&painter, option, cell(ResultColumn::Trend));
        return image;
    }
    /// The highest place that is not white, at the right end or the left.
    static int heightAt(const QImage &image, int x)
    {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y).lightness() < 128)
                return image.height() - y;
        }
        return 0;
    }

    ResultModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

void TestTrendDelegate::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_model.reset({});
    m_model.append(1, urls({"https://a/", "https://b/"}));
}

void TestTrendDelegate::cellsAreEmptyUntilTheHistoryIsKnown()
{
    QCOMPARE(cell(ResultColumn::Uptime).data().toString(), QString());
    QCOMPARE(cell(ResultColumn::Trend).data().toString(), QString());
    QVERIFY(!cell(ResultColumn::Trend).data(ResultModel::TrendRole).isValid());
}

void TestTrendDelegate::cellsSayWhatIsDrawn()
{
    m_model.setPasts({1}, {past({40'000, RowPast::failedCheck, 182'000})});
    QCOMPARE(cell(ResultColumn::Uptime).data().toString(), QStringLiteral("66.66 %"));
    QCOMPARE(cell(ResultColumn::Uptime).data(Qt::ToolTipRole).toString(),
             QStringLiteral("2 of 3 check(s) did not fail"));
    QCOMPARE(cell(ResultColumn::Trend).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("40 ms to 182 ms, 1 failed"));
    QCOMPARE(cell(ResultColumn::Trend).data(Qt::ToolTipRole).toString(),
             QStringLiteral("The last 3 check(s): 40 ms to 182 ms, 1 failed"));
    QCOMPARE(resultColumn(ResultColumn::Trend).sortKey(m_model.at(0)), SortKey(qint64(142'000)));
    m_model.setPasts({1}, {past({RowPast::failedCheck})});
    QCOMPARE(cell(ResultColumn::Trend).data().toString(), QStringLiteral("1 failed"));
}

void TestTrendDelegate::theSamePastChangesNothing()
{
    const QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    m_model.setPasts({1, 2}, {past({1'000}), RowPast()});
    QCOMPARE(changed.size(), 1);
    m_model.setPasts({1, 2, 3}, {past({1'000}), RowPast(), past({1})}); // 3 is not there
    QCOMPARE(changed.size(), 1);
    m_model.setPasts({1}, {RowPast()});
    QCOMPARE(cell(ResultColumn::Uptime).data().toString(), QString());
}

void TestTrendDelegate::anotherUrlHasAnotherPast()
{
    m_model.setPasts({1}, {past({1'000})});
    m_model.replace(ResultRow(1, UrlEntry("https://c/")));
    QCOMPARE(cell(ResultColumn::Uptime).data().toString(), QString());
}

void TestTrendDelegate::failuresAreInTheColourOfFailure()
{
    const QColor red = toneColor(Tone::Failed, QPalette(Qt::white));
    const auto hasRed = [&red](const QImage &image) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == red)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(hasRed(drawn({1'000, RowPast::failedCheck, 2'000})));
    QVERIFY(!hasRed(drawn({1'000, 1'500, 2'000})));
}

void TestTrendDelegate::aSlowCheckIsHigh()
{
    const QImage rising = drawn({1'000, 1'000, 1'000, 10'000});
    constexpr int end = 120 - 5;
    QVERIFY(heightAt(rising, end) > 15);
    QVERIFY(heightAt(drawn({10'000, 1'000, 1'000, 1'000}), end) < 12);
}

QTEST_MAIN(TestTrendDelegate)
#include "tst_trenddelegate.moc"
