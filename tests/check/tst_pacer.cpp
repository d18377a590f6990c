// SPDX-License-Identifier: MIT
#include "core/check/pacer.h"

#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

namespace {

const Pacer::TimePoint start = Pacer::TimePoint() + std::chrono::hours(1);

} // namespace

class TestPacer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutARateNothingWaits()
    {
        Pacer pacer;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(pacer.next() <= start);
            pacer.take(start);
        }
    }

    void callsAreSpacedEvenly()
    {
        Pacer pacer;
        pacer.setRate(4);
        QVERIFY(pacer.next() <= start);
        pacer.take(start);
        QCOMPARE(pacer.next(), start + 250ms);
        pacer.take(start + 250ms);
        QCOMPARE(pacer.next(), start + 500ms);
    }

    void timeThatWasNotUsedIsNotMadeUpFor()
    {
        Pacer pacer;
        pacer.setRate(10);
        pacer.take(start);
        pacer.take(start + 10s);
        QVERIFY(pacer.next() > start + 10s + 90ms);
    }

    void theLatenessOfTimersIsMadeUpFor()
    {
        Pacer pacer;
        pacer.setRate(1000);
        pacer.take(start);
        pacer.take(start + 2ms); // one late
        QCOMPARE(pacer.next(), start + 2ms);
    }

    void aNewRateHoldsAtOnce()
    {
        Pacer pacer;
        pacer.setRate(0.01);
        pacer.take(start);
        QCOMPARE(pacer.next(), start + 100s);
        pacer.setRate(10);
        QCOMPARE(pacer.next(), start + 100ms);
        pacer.setRate(std::nullopt);
        QVERIFY(pacer.next() <= start);
    }
};

QTEST_GUILESS_MAIN(TestPacer)
#include "tst_pacer.moc"
