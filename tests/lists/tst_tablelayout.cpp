// SPDX-License-Identifier: MIT
// What a preview shows of a table, and what a person chooses otherwise.
#include "core/lists/tablelayout.h"
#include "tests/lists/reading.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

ImportResult readChosen(QByteArray bytes, const ImportChoices &choices, const QString &name = u"a file"_s)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readList(buffer, name, choices);
}

} // namespace

class TestTableLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowATableIsRead();
    void onlyTablesHaveAForm();
    void readsTheColumnThatIsChosen();
    void aChosenColumnKeepsTheHeaderOfTheOthers();
    void aChosenColumnWithoutUrlsGivesRejectedLines();
    void readsWithTheSeparatorThatIsChosen();
    void readsTheFirstRecordAsChosen();
    void aHeaderOfUnknownNamesStillNamesTheOtherColumns();
    void aHundredRecordsArePreviewedByTheFirst50();
};

void TestTableLayout::tellsHowATableIsRead()
{
    const ImportResult result = readBytes("Name;URL;Interval\nA;http://h.com/1;60\n\nB;http://h.com/2\n");
    QVERIFY(result.list.table);
    const TableLayout &table = *result.list.table;
    QCOMPARE(table.separator, u';');
    QVERIFY(table.columns.hasHeader);
    QCOMPARE(table.columns.name, 0);
    QCOMPARE(table.columns.url, 1);
    QCOMPARE(table.columns.interval, 2);
    QCOMPARE(table.columns.tags, -1);
    QCOMPARE(table.firstRecords, (QList<QStringList>{{u"Name"_s, u"URL"_s, u"Interval"_s},
                                                     {u"A"_s, u"http://h.com/1"_s, u"60"_s},
                                                     {u"B"_s, u"http://h.com/2"_s}}));
    QCOMPARE(table.columnCount(), 3);
}

void TestTableLayout::onlyTablesHaveAForm()
{
    QVERIFY(!readBytes("http://h.com/1\nhttp://h.com/2\n").list.table);
    QVERIFY(!readBytes("<urlset><url><loc>http://h.com/</loc></url></urlset>").list.table);
}

void TestTableLayout::readsTheColumnThatIsChosen()
{
    const QByteArray bytes = "1,http://h.com/1,http://h.com/a\n2,http://h.com/2,http://h.com/b\n";
    QCOMPARE(urlsOf(readBytes(bytes)), (QByteArrayList{"http://h.com/1", "http://h.com/2"}));
    ImportChoices choices;
    choices.urlColumn = 2;
    const ImportResult result = readChosen(bytes, choices);
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/a", "http://h.com/b"}));
    QCOMPARE(result.list.table->columns.url, 2);
}

void TestTableLayout::aChosenColumnKeepsTheHeaderOfTheOthers()
{
    ImportChoices choices;
    choices.urlColumn = 2;
    const ImportResult result =
        readChosen("name,url,mirror\nA,http://h.com/1,http://m.com/1\nB,http://h.com/2,m.com\n", choices);
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://m.com/1", "https://m.com/"}));
    QCOMPARE(result.list.entries[1].details().name, u"B"_s);
    QCOMPARE(result.list.rejectedCount, 0);
}

void TestTableLayout::aChosenColumnWithoutUrlsGivesRejectedLines()
{
    ImportChoices choices;
    choices.urlColumn = 0;
    const ImportResult result = readChosen("name,url\nA B,http://h.com/1\nh.com,http://h.com/2\n", choices);
    QCOMPARE(urlsOf(result), QByteArrayList{"https://h.com/"});
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{2, u"A B"_s, UrlProblem::NotAUrl}}));
}

void TestTableLayout::readsWithTheSeparatorThatIsChosen()
{
    const QByteArray bytes = "a,x;http://h.com/1\nb,y;http://h.com/2\n";
    ImportChoices choices;
    choices.formatName = u"table"_s;
    choices.separator = u';';
    const ImportResult result = readChosen(bytes, choices);
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1", "http://h.com/2"}));
    QCOMPARE(result.list.table->separator, u';');
    QCOMPARE(result.list.table->columnCount(), 2);
}

void TestTableLayout::readsTheFirstRecordAsChosen()
{
    const QByteArray bytes = "http://h.com/1,name\nhttp://h.com/2,tags\n";
    ImportChoices choices;
    choices.formatName = u"table"_s;
    choices.hasHeader = true;
    QCOMPARE(urlsOf(readChosen(bytes, choices)), QByteArrayList{"http://h.com/2"});
    choices.hasHeader = false;
    const ImportResult result = readChosen("url,name\nhttp://h.com/1,A\n", choices);
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{1, u"url"_s, UrlProblem::NotAUrl}}));
    QCOMPARE(result.list.entries, UrlList{UrlEntry("http://h.com/1")});
}

void TestTableLayout::aHeaderOfUnknownNamesStillNamesTheOtherColumns()
{
    const ImportResult result = readAs(u"a.csv"_s, "Ziel;Name\nhttp://h.com/1;A\nhttp://h.com/2;B\n");
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1", "http://h.com/2"}));
    QCOMPARE(result.list.entries[1].details().name, u"B"_s);
}

void TestTableLayout::aHundredRecordsArePreviewedByTheFirst50()
{
    const ImportResult result = readBytes("name,url\n" + QByteArray("A,http://h.com/\n").repeated(100));
    QCOMPARE(result.list.table->firstRecords.size(), 50);
    QCOMPARE(result.list.duplicates, 99);
}

QTEST_APPLESS_MAIN(TestTableLayout)
#include "tst_tablelayout.moc"
