// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/resultmodel.h"
#include "ui/rowsorter.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestRowSorter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsAreSortedByteByByte_data();
    void textsAreSortedByteByByte();
    void theFirstColumnDecidesAndTheOthersWhereItIsEqual();
    void unknownValuesComeLastWhicheverTheOrder();
    void knowsWhetherResultsMatter();
};

void TestRowSorter::textsAreSortedByteByByte_data()
{
    QTest::addColumn<QList<QByteArray>>("texts");
    QTest::newRow("none") << QList<QByteArray>();
    QTest::newRow("ends and NULs") << QList<QByteArray>{"abcdefg",
                                                        "abcdefgh",
                                                        QByteArray("abcdefg\0", 8),
                                                        "abcdef",
                                                        QByteArray("abcdef\0", 7),
                                                        "",
                                                        "abcdefg",
                                                        QByteArray("\0", 1),
                                                        "\xff",
                                                        "\x7f",
                                                        "abcdefgabcdefg",
                                                        "abcdefgabcdefh",
                                                        "b",
                                                        "a",
                                                        "B",
                                                        "aa",
                                                        "ab"};
    QRandomGenerator random(7);
    const auto text = [&random](int most, const char *letters) {
        QByteArray made;
        for (int i = random.bounded(most); i > 0; --i)
            made += letters[random.bounded(int(qstrlen(letters)))];
        return made;
    };
    QList<QByteArray> fewLetters;
    QList<QByteArray> urls;
    QList<QByteArray> equal;
    for (int i = 0; i < 3'000; ++i) {
        fewLetters.append(text(30, "ab"));
        urls.append("https://host" + QByteArray::number(random.bounded(20)) + ".example.com/path/" +
                    text(12, "abcdefghij/"));
        equal.append("https://example.com/always/the/same");
    }
    QTest::newRow("few letters") << fewLetters;
    QTest::newRow("long beginnings in common") << urls;
    QTest::newRow("all equal") << equal;
}

void TestRowSorter::textsAreSortedByteByByte()
{
    QFETCH(QList<QByteArray>, texts);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        std::vector<PlacedText> sorted;
        for (const QByteArray &text : std::as_const(texts))
            sorted.push_back({text, int(sorted.size())});
        std::vector<PlacedText> expected = sorted;
        std::ranges::stable_sort(expected, [order](const PlacedText &a, const PlacedText &b) {
            return order == Qt::AscendingOrder ? a.text < b.text : b.text < a.text;
        });
        sortTexts(sorted, order);
        QCOMPARE(sorted.size(), expected.size());
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            QCOMPARE(sorted[i].text, expected[i].text);
            QCOMPARE(sorted[i].place, expected[i].place);
        }
    }
}

void TestRowSorter::theFirstColumnDecidesAndTheOthersWhereItIsEqual()
{
    ResultModel model;
    model.append(1, urls({"http://b/", "http://a/", "http://c/", "http://d/"}));
    model.setResults({StoredResult(1, okResult(7, 1ms)), StoredResult(2, okResult(7, 1ms)),
                      StoredResult(3, okResult(5, 9ms)), StoredResult(4, okResult(7, 2ms))});
    std::vector<int> rows = {3, 1, 0, 2};
    const auto sort = [&](const Sorting &sorting) {
        sortRows(rows, sorting, [&model](int row) -> const ResultRow & { return model.at(row); });
    };
    const SortColumn byBytes(ResultColumn::Bytes, Qt::DescendingOrder);
    sort({byBytes, SortColumn(ResultColumn::Time, Qt::DescendingOrder),
          SortColumn(ResultColumn::Url, Qt::AscendingOrder)});
    QCOMPARE(rows, (std::vector<int>{3, 1, 0, 2}));
    sort({byBytes});
    QCOMPARE(rows, (std::vector<int>{0, 1, 3, 2}));
    sort({});
    QCOMPARE(rows, (std::vector<int>{0, 1, 2, 3}));
}

void TestRowSorter::unknownValuesComeLastWhicheverTheOrder()
{
    ResultModel model;
    model.append(1, urls({"http://b/", "http://a/", "http://c/"}));
    model.setResults({StoredResult(2, okResult(7, 1ms)), StoredResult(3, okResult(5, 1ms))});
    std::vector<int> rows = {0, 1, 2};
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        sortRows(rows, {SortColumn(ResultColumn::Bytes, order)},
                 [&model](int row) -> const ResultRow & { return model.at(row); });
        QCOMPARE(rows.back(), 0);
    }
}

void TestRowSorter::knowsWhetherResultsMatter()
{
    QVERIFY(!dependsOnResults({}));
    QVERIFY(!dependsOnResults({SortColumn(ResultColumn::Url, Qt::AscendingOrder)}));
    QVERIFY(dependsOnResults({SortColumn(ResultColumn::Url, Qt::AscendingOrder),
                              SortColumn(ResultColumn::Bytes, Qt::AscendingOrder)}));
}

QTEST_GUILESS_MAIN(TestRowSorter)
#include "tst_rowsorter.moc"
