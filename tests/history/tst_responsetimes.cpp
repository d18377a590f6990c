// SPDX-License-Identifier: MIT
#include "core/history/responsetimes.h"

#include "core/history/packedbytes.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace rollcall;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

// Response times as they are: around some 80 ms, with a long tail.
std::vector<microseconds> sampleTimes(int count, unsigned seed)
{
    std::mt19937 random(seed);
    std::lognormal_distribution<double> times(std::log(80'000.0), 0.8);
    std::vector<microseconds> sample;
    for (int index = 0; index < count; ++index)
        sample.emplace_back(qint64(times(random)) + 1);
    return sample;
}

ResponseTimes gathered(const std::vector<microseconds> &sample)
{
    ResponseTimes times;
    for (const microseconds time : sample)
        times.add(time);
    return times;
}

QByteArray bytesOf(const ResponseTimes &times)
{
    ByteWriter writer;
    times.write(writer);
    return writer.bytes();
}

} // namespace

class tst_ResponseTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTimesThereIsNothingToTell();
    void leastGreatestAndCountAreExact();
    void quantilesAreWithinTwoAndAHalfPercent_data();
    void quantilesAreWithinTwoAndAHalfPercent();
    void mergingIsTheSameAsAddingAll();
    void extremesAreCountedAsTheNearestThatCanBe();
    void bytesGiveTheSameBack();
    void theyTakeAByteEachAtMostAndAFewMore();
    void bytesThatCannotBeAreRefused();
};

void tst_ResponseTimes::withoutTimesThereIsNothingToTell()
{
    const ResponseTimes times;
    QVERIFY(times.isEmpty());
    QVERIFY(!times.least() && !times.greatest() && !times.median());
}

void tst_ResponseTimes::leastGreatestAndCountAreExact()
{
    const ResponseTimes times = gathered({81'003us, 79'999us, 4'100'001us});
    QCOMPARE(times.count(), 3);
    QCOMPARE(times.least(), 79'999us);
    QCOMPARE(times.greatest(), 4'100'001us);
    QCOMPARE(gathered({7us}).median(), 7us);
}

void tst_ResponseTimes::quantilesAreWithinTwoAndAHalfPercent_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("part");
    for (const int count : {1, 2, 60, 1'440, 50'000}) {
        for (const double part : {0.01, 0.5, 0.95, 0.99, 1.0})
            QTest::addRow("%g of %d", part, count) << count << part;
    }
}

void tst_ResponseTimes::quantilesAreWithinTwoAndAHalfPercent()
{
    QFETCH(int, count);
    QFETCH(double, part);
    std::vector<microseconds> sample = sampleTimes(count, unsigned(count));
    const ResponseTimes times = gathered(sample);
    std::ranges::sort(sample);
    const auto rank = std::max<std::size_t>(std::size_t(std::ceil(part * count)), 1);
    const auto exact = double(sample.at(rank - 1).count());
    const auto told = double(times.quantile(part)->count());
    QVERIFY2(std::abs(told - exact) <= exact * 0.025 + 1, qPrintable(QString::number(told / exact)));
}

void tst_ResponseTimes::mergingIsTheSameAsAddingAll()
{
    const std::vector<microseconds> sample = sampleTimes(3'000, 7);
    ResponseTimes merged;
    for (std::size_t from = 0; from < sample.size(); from += 100)
        merged.merge(gathered({sample.begin() + qsizetype(from), sample.begin() + qsizetype(from) + 100}));
    merged.merge(ResponseTimes());
    QCOMPARE(merged, gathered(sample));
}

void tst_ResponseTimes::extremesAreCountedAsTheNearestThatCanBe()
{
    const ResponseTimes times = gathered({-5us, 0us, microseconds::max()});
    QCOMPARE(times.least(), 1us);
    QCOMPARE(times.greatest(), microseconds(qint64(1) << 40));
    QCOMPARE(times.median(), 1us);
}

void tst_ResponseTimes::bytesGiveTheSameBack()
{
    for (const int count : {0, 1, 2, 60, 10'000}) {
        const ResponseTimes times = gathered(sampleTimes(count, 3));
        const QByteArray bytes = bytesOf(times);
        ByteReader reader(bytes);
        QCOMPARE(ResponseTimes::read(reader), times);
        QVERIFY(reader.atEnd() && !reader.hasFailed());
    }
    const ResponseTimes wide = gathered({1us, 2us, microseconds(qint64(1) << 40)});
    const QByteArray bytes = bytesOf(wide);
    ByteReader reader(bytes);
    QCOMPARE(ResponseTimes::read(reader), wide);
}

void tst_ResponseTimes::theyTakeAByteEachAtMostAndAFewMore()
{
    QVERIFY(bytesOf(gathered(sampleTimes(60, 1))).size() <= 60 + 8);
    QVERIFY(bytesOf(gathered(sampleTimes(1'440, 1))).size() <= 200);
}

// Any bytes end in a result or in a failure, and a beginning of good ones always in a failure.
void tst_ResponseTimes::bytesThatCannotBeAreRefused()
{
    const QByteArray good = bytesOf(gathered(sampleTimes(500, 5)));
    for (qsizetype size = 0; size < good.size(); ++size) {
        ByteReader reader(QByteArrayView(good).first(size));
        QCOMPARE(ResponseTimes::read(reader), ResponseTimes());
        QVERIFY(reader.hasFailed());
    }
    std::mt19937 random(11);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = good.first(20);
        bytes[qsizetype(random() % 20)] = char(random());
        bytes[qsizetype(random() % 20)] = char(random());
        ByteReader reader(bytes);
        const ResponseTimes times = ResponseTimes::read(reader);
        QVERIFY(times.isEmpty() || times.median() >= times.least());
    }
}

QTEST_GUILESS_MAIN(tst_ResponseTimes)
#include "tst_responsetimes.moc"
