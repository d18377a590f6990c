// SPDX-License-Identifier: MIT
#include "core/lists/csvcolumns.h"
#include "tests/lists/generateddevice.h"
#include "tests/lists/reading.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

class TestCsvListReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheColumnOfUrls_data();
    void findsTheColumnOfUrls();
    void leavesPlainListsToThePlainReader_data();
    void leavesPlainListsToThePlainReader();
    void readsTheOtherColumns();
    void readsUptimeRobot();
    void readsQuotedCells();
    void numbersLinesAcrossQuotedOnes();
    void anOpenQuoteOffersWhatCameBefore();
    void portionsMakeNoDifference();
};

void TestCsvListReader::findsTheColumnOfUrls_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *what, const char *name, const QByteArray &bytes) {
        QTest::newRow(what) << QString::fromLatin1(name) << bytes;
    };
    row("commas", "a", "name,url\nA,http://h.com/1\nB,http://h.com/2\n");
    row("semicolons", "a", "name;url\r\nA;http://h.com/1\r\nB;http://h.com/2\r\n");
    row("tabs", "a", "name\turl\nA\thttp://h.com/1\nB\thttp://h.com/2\n");
    row("bars", "a", "name|url\rA|http://h.com/1\rB|http://h.com/2\r");
    row("Screaming Frog", "a",
        "\"Address\",\"Content\",\"Status "
        "Code\"\n\"http://h.com/1\",\"text/html\",\"200\"\n\"http://h.com/2\",\"\",\"404\"\n");
    row("Xenu", "a", "Address\tStatus-Code\tType\nhttp://h.com/1\t200\ttext\nhttp://h.com/2\t404\ttext\n");
    row("capitals and spaces in the header", "a", "ID, URL \n1, http://h.com/1\n2,http://h.com/2\n");
    row("no header", "a", "1,http://h.com/1,ok\n2,http://h.com/2,ok\n");
    row("a header of unknown names, known by the file's name", "a.csv",
        "Nummer;Ziel\n1;http://h.com/1\n2;http://h.com/2\n");
    row("one column", "a.csv", "url\nhttp://h.com/1\nhttp://h.com/2\n");
    row("one column without header", "a.tsv", "http://h.com/1\nhttp://h.com/2\n");
    row("no line end at the end", "a", "name,url\nA,http://h.com/1\nB,http://h.com/2");
    row("a byte order mark", "a", "\xef\xbb\xbfurl,name\nhttp://h.com/1,A\nhttp://h.com/2,B\n");
    row("UTF-16", "a",
        QByteArray("\xff\xfe", 2) +
            QByteArray(reinterpret_cast<const char *>(u"url,name\nhttp://h.com/1,\u00e4\nhttp://h.com/2,B\n"),
                       86));
    row("blank lines", "a", "\nname,url\n\nA,http://h.com/1\n\n\nB,http://h.com/2\n\n");
}

void TestCsvListReader::findsTheColumnOfUrls()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const ImportResult result = readAs(name, bytes);
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(result.list.formatName, u"table"_s);
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1", "http://h.com/2"}));
    QCOMPARE(result.list.rejectedCount, 0);
}

void TestCsvListReader::leavesPlainListsToThePlainReader_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("URLs") << QByteArray("http://h.com/1\nhttp://h.com/2\n");
    QTest::newRow("URLs with commas") << QByteArray("http://h.com/1,a\nhttp://h.com/2,b\n");
    QTest::newRow("comments with commas") << QByteArray("# url, name\nhttp://h.com/1\n");
}

void TestCsvListReader::leavesPlainListsToThePlainReader()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(formatOf(bytes), u"plain text"_s);
}

void TestCsvListReader::readsTheOtherColumns()
{
    const ImportResult result = readBytes("URL,Name,Group,Tags,Method,Expected status,Interval\n"
                                          "http://h.com/1,Home,Shop,a;b,head,\"200,301\",60\n"
                                          "http://h.com/2,,,,GET,,\n");
    QCOMPARE(result.list.entries.size(), 2);
    const EntryDetails &details = result.list.entries[0].details();
    QCOMPARE(details.name, u"Home"_s);
    QCOMPARE(details.group, u"Shop"_s);
    QCOMPARE(details.tags, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(details.method, "HEAD");
    QCOMPARE(statusText(details.statuses), u"200,301"_s);
    QCOMPARE(details.interval, std::chrono::seconds(60));
    QCOMPARE(result.list.entries[1], UrlEntry("http://h.com/2"));
}

void TestCsvListReader::readsUptimeRobot()
{
    const ImportResult result = readBytes("ID,Type,Status,Friendly Name,URL/IP,Interval\n"
                                          "1,HTTP(s),Up,Shop,https://shop.example/,300\n"
                                          "2,Ping,Up,Router,192.0.2.1,300\n"
                                          "3,Keyword,Up,Blog,https://blog.example/,60\n");
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://shop.example/", "https://blog.example/"}));
    QCOMPARE(result.list.entries[0].details().name, u"Shop"_s);
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{3, u"192.0.2.1"_s, UrlProblem::NotHttp}}));
}

void TestCsvListReader::readsQuotedCells()
{
    const ImportResult result = readBytes("name,url\n"
                                          "\"a, \"\"b\"\"\nc\",\"http://h.com/1,2\"\n"
                                          "x\"y,http://h.com/3\n"
                                          "\"closed\" late,http://h.com/4\n");
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1,2", "http://h.com/3", "http://h.com/4"}));
    QCOMPARE(result.list.entries[0].details().name, u"a, \"b\"\nc"_s);
    QCOMPARE(result.list.entries[1].details().name, u"x\"y"_s);
    QCOMPARE(result.list.entries[2].details().name, u"closed late"_s);
}

void TestCsvListReader::numbersLinesAcrossQuotedOnes()
{
    const ImportResult result = readBytes("name,url\r\n"
                                          "\"a\r\nb\nc\",http://h.com/\r\n"
                                          "d,http://h.com:99999/\r\n");
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{5, u"http://h.com:99999/"_s, UrlProblem::BadPort}}));
}

void TestCsvListReader::anOpenQuoteOffersWhatCameBefore()
{
    const ImportResult result =
        readBytes("name,url\nA,http://h.com/1\nB,http://h.com/2\n\"C,http://h.com/3\nD,http://h.com/4\n");
    QCOMPARE(messageOf(result),
             u"Cannot read a file beyond line 4: a quote that opens there is not closed."_s);
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1", "http://h.com/2"}));
}

void TestCsvListReader::portionsMakeNoDifference()
{
    const QByteArray bytes =
        "name,url\r\n\"a\"\"\r\nb\",http://h.com/1\r\n\r\nc,\"http://h.com/2\"\r\nd,foo bar\r\n";
    const ImportResult whole = readBytes(bytes);
    QCOMPARE(urlsOf(whole).size(), 2);
    for (int portion = 1; portion < 12; ++portion) {
        GeneratedDevice device(bytes, bytes.size(), portion);
        device.setSequential(true);
        QCOMPARE(readList(device, u"a file"_s), whole);
    }
}

QTEST_APPLESS_MAIN(TestCsvListReader)
#include "tst_csvlistreader.moc"
