// SPDX-License-Identifier: MIT
#include "tests/lists/generateddevice.h"
#include "tests/lists/reading.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

const QByteArray bookmarks =
    "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n"
    "<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n"
    "<TITLE>Bookmarks</TITLE>\n"
    "<H1>Bookmarks</H1>\n"
    "<DL><p>\n"
    "    <DT><A HREF=\"https://top.example/\" ADD_DATE=\"1\">Top &amp; more</A>\n"
    "    <DT><H3 ADD_DATE=\"1\">News</H3>\n"
    "    <DL><p>\n"
    "        <DT><H3>Local</H3>\n"
    "        <DL><p>\n"
    "            <DT><A HREF=\"https://paper.example/?a=1&amp;b=2\" TAGS=\"x,y\">Paper ä</A>\n"
    "            <DD>A description with https://not.a.bookmark/\n"
    "        </DL><p>\n"
    "        <DT><A HREF=\"javascript:alert(1)\">Bookmarklet</A>\n"
    "    </DL><p>\n"
    "    <DT><A HREF=\"https://last.example/\">Last</A>\n"
    "</DL><p>\n";

} // namespace

class TestHtmlListReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBookmarks();
    void readsThePagesLinksAndText();
    void readsEveryEncoding_data();
    void readsEveryEncoding();
    void readsBrokenPages();
    void readsManyBookmarksInLittleMemory();
    void deepNestingInTheLastBlockIsNoLoss();
    void portionsMakeNoDifference();
};

void TestHtmlListReaders::readsBookmarks()
{
    const ImportResult result = readBytes(bookmarks);
    QCOMPARE(result.list.formatName, u"bookmarks"_s);
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://top.example/", "https://paper.example/?a=1&b=2",
                                             "https://last.example/"}));
    QCOMPARE(result.list.entries[0].details().name, u"Top & more"_s);
    QCOMPARE(result.list.entries[0].details().group, QString());
    const EntryDetails &paper = result.list.entries[1].details();
    QCOMPARE(paper.name, u"Paper ä"_s);
    QCOMPARE(paper.group, u"News / Local"_s);
    QCOMPARE(paper.tags, (QStringList{u"x"_s, u"y"_s}));
    QCOMPARE(result.list.entries[2].details().group, QString());
    QCOMPARE(result.list.rejected,
             (QList<RejectedLine>{{14, u"javascript:alert(1)"_s, UrlProblem::NotHttp}}));
}

void TestHtmlListReaders::readsThePagesLinksAndText()
{
    const ImportResult result =
        readBytes("<!DOCTYPE html>\n<html><head><base href='https://example.com/dir/'>\n"
                  "<script>var u = 'http://script.example/';</script></head><body>\n"
                  "<p>See http://text.example/?a=1&amp;b=2, please.</p>\n"
                  "<a href='page?q=1&amp;r=2'>x</a><area href=\"//other.example/\">\n"
                  "<a href='mailto:me@example.com'>mail</a><a name='x'>no link</a></body></html>");
    QCOMPARE(result.list.formatName, u"web page"_s);
    QCOMPARE(urlsOf(result),
             (QByteArrayList{"http://text.example/?a=1&b=2", "https://example.com/dir/page?q=1&r=2",
                             "https://other.example/"}));
    QCOMPARE(result.list.rejected,
             (QList<RejectedLine>{{6, u"mailto:me@example.com"_s, UrlProblem::NotHttp}}));

    const ImportResult noBase =
        readBytes("<html><a href='/page'>x</a>\n<a href='http://h.com/'>y</a></html>");
    QCOMPARE(urlsOf(noBase), QByteArrayList{"http://h.com/"});
    QCOMPARE(noBase.list.rejected, (QList<RejectedLine>{{1, u"/page"_s, UrlProblem::NotAUrl}}));
}

void TestHtmlListReaders::readsEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8 without a word") << QByteArray("<html><a href='http://h.com/\xc3\xa9'>x</a></html>");
    QTest::newRow("UTF-8") << QByteArray(
        "<html><meta charset=utf-8><a href='http://h.com/\xc3\xa9'>x</a></html>");
    QTest::newRow("Latin-1") << QByteArray(
        "<html><meta charset=\"iso-8859-1\"><a href='http://h.com/\xe9'>x</a></html>");
    const QString text = u"\ufeff<html><a href='http://h.com/é'>x</a></html>"_s;
    QTest::newRow("UTF-16") << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

void TestHtmlListReaders::readsEveryEncoding()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(urlsOf(readBytes(bytes)), QByteArrayList{"http://h.com/%C3%A9"});
}

void TestHtmlListReaders::readsBrokenPages()
{
    const ImportResult result =
        readBytes("<html><a href=http://h.com/1>one<b></a></i><a href=\"http://h.com/2\n\" <p"
                  "<!-- <a href='http://h.com/comment'> --><a href='http://h.com/3'");
    QVERIFY2(urlsOf(result).startsWith("http://h.com/1"), urlsOf(result).join(' ').constData());
    QVERIFY(!urlsOf(result).contains("http://h.com/comment"));
}

void TestHtmlListReaders::readsManyBookmarksInLittleMemory()
{
    // More than the parser keeps without a tag, and more than it nests.
    const QByteArray pattern = QByteArray("<DT><A HREF=\"http://h.com/\">T</A>\n").repeated(100);
    GeneratedDevice device(pattern, 20'000'000, 1 << 20);
    device.setPrefix("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n");
    const ImportResult result = readList(device, u"a file"_s);
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(urlsOf(result), QByteArrayList{"http://h.com/"});
    QVERIFY2(result.list.duplicates > 500'000, QByteArray::number(result.list.duplicates));
}

void TestHtmlListReaders::deepNestingInTheLastBlockIsNoLoss()
{
    const ImportResult result =
        readBytes("<html><a href='http://h.com/'>x</a>" + QByteArray("<b>").repeated(11'000) +
                  "<a href='http://h.com/2'>x</a>");
    QVERIFY2(messageOf(result).contains(u"its tags are nested more than 10000 deep"),
             qPrintable(messageOf(result)));
    QCOMPARE(urlsOf(result), QByteArrayList{"http://h.com/"});
}

void TestHtmlListReaders::portionsMakeNoDifference()
{
    const ImportResult whole = readBytes(bookmarks);
    for (int portion = 1; portion < 12; ++portion) {
        GeneratedDevice device(bookmarks, bookmarks.size(), portion);
        device.setSequential(true);
        QCOMPARE(readList(device, u"a file"_s), whole);
    }
}

QTEST_APPLESS_MAIN(TestHtmlListReaders)
#include "tst_htmllistreaders.moc"
