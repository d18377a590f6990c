// SPDX-License-Identifier: MIT
#include "core/history/rollup.h"

#include <QTest>

#include <chrono>
#include <random>

using namespace rollcall;
using rollcall::rolluprow::Depth;

class tst_RollUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowComesBack();
    void countsAreThoseOfTheSlotsAskedFor();
    void bytesThatCannotBeAreRefused();

private:
    // The number of the slot is how many checks failed in it.
    static RollUpRow row(int slots)
    {
        RollUpRow row;
        for (int slot = 0; slot < slots; ++slot) {
            RollUp &rollUp = row[slot];
            rollUp.counts.ok = 1;
            rollUp.counts.warnings = 2;
            rollUp.counts.failed = slot;
            rollUp.counts.unknown = 300;
            rollUp.times.add(std::chrono::milliseconds(slot + 1));
            rollUp.times.add(std::chrono::milliseconds(500));
        }
        return row;
    }
    static std::optional<Availability> counts(QByteArrayView bytes, qint64 first, qint64 end)
    {
        Availability counts;
        return rolluprow::addCounts(bytes, first, end, counts) ? std::optional(counts) : std::nullopt;
    }
};

void tst_RollUp::aRowComesBack()
{
    QCOMPARE(rolluprow::decode(rolluprow::encode(row(24))), row(24));
    const auto shallow = rolluprow::decode(rolluprow::encode(row(24)), Depth::Counts);
    QVERIFY(shallow && shallow->at(23).counts == row(24).at(23).counts && shallow->at(23).times.isEmpty());
}

void tst_RollUp::countsAreThoseOfTheSlotsAskedFor()
{
    const QByteArray bytes = rolluprow::encode(row(24));
    Availability expected;
    expected.ok = 3;
    expected.warnings = 6;
    expected.failed = 4 + 5 + 6;
    expected.unknown = 900;
    QCOMPARE(counts(bytes, 4, 7), expected);
    QCOMPARE(counts(bytes, -40, 1'000)->ok, 24);
    QCOMPARE(counts(bytes, 24, 48), Availability());
    Availability added = expected;
    QVERIFY(rolluprow::addCounts(bytes, 4, 7, added));
    QCOMPARE(added.failed, 30);
}

void tst_RollUp::bytesThatCannotBeAreRefused()
{
    QCOMPARE(counts("", 0, 24), std::nullopt);
    QCOMPARE(counts("\x02", 0, 24), std::nullopt);
    const QByteArray good = rolluprow::encode(row(3));
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = good.first(qsizetype(random() % std::size_t(good.size())) + 1);
        bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
        QCOMPARE(counts(bytes, 0, 1024).has_value(), rolluprow::decode(bytes, Depth::Counts).has_value());
    }
}

QTEST_GUILESS_MAIN(tst_RollUp)
#include "tst_rollup.moc"
