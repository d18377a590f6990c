// SPDX-License-Identifier: MIT
#include "tests/ui/sampleresults.h"
#include "ui/filterpass.h"
#include "ui/rowfilter.h"

#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestRowFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTextInOneColumnOrInAny_data();
    void findsTextInOneColumnOrInAny();
    void anEmptyTextMatchesEverything();
    void sayWhatIsWrongWithAnExpression();
    void knowsWhetherResultsMatter();
};

void TestRowFilter::findsTextInOneColumnOrInAny_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("isExpression");
    QTest::addColumn<bool>("matches");
    const int any = -1;
    const int url = columnOf(ResultColumn::Url);
    QTest::newRow("a part of the URL") << QStringLiteral("example") << url << false << true;
    QTest::newRow("in other case") << QStringLiteral("EXAMPLE.org/p") << url << false << true;
    QTest::newRow("not there") << QStringLiteral("example.com") << url << false << false;
    QTest::newRow("special characters are plain ones") << QStringLiteral("ex.mple") << url << false << false;
    QTest::newRow("unless it is an expression") << QStringLiteral("^HTTP://ex.mple") << url << true << true;
    QTest::newRow("beyond ASCII") << QStringLiteral("é") << url << false << false;
    QTest::newRow("another column") << QStringLiteral("refused") << columnOf(ResultColumn::Error) << false
                                    << true;
    QTest::newRow("only that column") << QStringLiteral("refused") << url << false << false;
    QTest::newRow("any column: the error") << QStringLiteral("refused") << any << false << true;
    QTest::newRow("any column: the outcome") << QStringLiteral("failed") << any << false << true;
    QTest::newRow("any column: none") << QStringLiteral("nowhere") << any << false << false;
}

void TestRowFilter::findsTextInOneColumnOrInAny()
{
    QFETCH(QString, text);
    QFETCH(int, column);
    QFETCH(bool, isExpression);
    ResultRow row(1, UrlEntry("http://example.org/Page"));
    SharedServerFacts servers;
    row.result = std::make_shared<const KeptResult>(failedResult(ErrorKind::ConnectionRefused), row.entry.url,
                                                    servers);
    row.state = RowState::Done;
    const RowFilter filter(text, column < 0 ? std::nullopt : std::optional(ResultColumn(column)),
                           isExpression);
    QCOMPARE(filter.error(), QString());
    QTEST(FilterPass(filter).matches(row), "matches");
}

void TestRowFilter::anEmptyTextMatchesEverything()
{
    const ResultRow row(1, UrlEntry("http://example.org/"));
    for (const RowFilter &filter : {RowFilter(), RowFilter(QString(), ResultColumn::Error, true)})
        QVERIFY(FilterPass(filter).matches(row));
}

void TestRowFilter::sayWhatIsWrongWithAnExpression()
{
    QVERIFY(!RowFilter(QStringLiteral("(unclosed"), ResultColumn::Url, true).error().isEmpty());
    QCOMPARE(RowFilter(QStringLiteral("(unclosed"), ResultColumn::Url, false).error(), QString());
}

void TestRowFilter::knowsWhetherResultsMatter()
{
    QVERIFY(!RowFilter().dependsOnResults());
    QVERIFY(!RowFilter(QStringLiteral("a"), ResultColumn::Url, false).dependsOnResults());
    QVERIFY(RowFilter(QStringLiteral("a"), ResultColumn::Outcome, false).dependsOnResults());
    QVERIFY(RowFilter(QStringLiteral("a"), std::nullopt, false).dependsOnResults());
}

QTEST_GUILESS_MAIN(TestRowFilter)
#include "tst_rowfilter.moc"
