// SPDX-License-Identifier: MIT
#include "tests/lists/generateddevice.h"
#include "tests/lists/reading.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

const QByteArray sitemap =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
    "xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n"
    "  <url><loc>https://example.com/?a=1&amp;b=2</loc><lastmod>2026-01-01</lastmod>\n"
    "    <image:image><image:loc>https://example.com/image.png</image:loc></image:image></url>\n"
    "  <url><loc>\n"
    "    https://example.com/é\n"
    "  </loc></url>\n"
    "  <url><loc>/relative</loc></url>\n"
    "</urlset>\n";

} // namespace

class TestXmlListReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSitemaps();
    void readsSitemapIndexes();
    void readsFeeds_data();
    void readsFeeds();
    void readsOutlines();
    void whatIsCutOffersWhatCameBefore();
    void portionsMakeNoDifference();
};

void TestXmlListReaders::readsSitemaps()
{
    const ImportResult result = readBytes(sitemap);
    QCOMPARE(result.list.formatName, u"sitemap"_s);
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://example.com/?a=1&b=2", "https://example.com/%C3%A9"}));
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{8, u"/relative"_s, UrlProblem::NotAUrl}}));
}

void TestXmlListReaders::readsSitemapIndexes()
{
    const ImportResult result =
        readBytes("<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\n"
                  "<sitemap><loc>https://example.com/1.xml.gz</loc></sitemap>\n"
                  "<sitemap><loc>file:///tmp/2.xml</loc></sitemap>\n"
                  "<sitemap><loc>3.xml</loc></sitemap>\n"
                  "</sitemapindex>");
    QCOMPARE(urlsOf(result), QByteArrayList{"https://example.com/1.xml.gz"});
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{3, u"file:///tmp/2.xml"_s, UrlProblem::NotHttp},
                                                        {4, u"3.xml"_s, UrlProblem::NotAUrl}}));
}

void TestXmlListReaders::readsFeeds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("RSS 2.0") << QByteArray(
        "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Blog</title>"
        "<link>https://example.com/</link><atom:link href='https://example.com/feed' rel='self'/>"
        "<item><title>First &amp; best</title><link>https://example.com/1</link></item>"
        "<item><title><![CDATA[Second]]></title><link>https://example.com/2</link><guid>2</guid></item>"
        "<item><title>No link</title></item></channel></rss>");
    QTest::newRow("RSS 1.0") << QByteArray(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        "<channel><link>https://example.com/</link></channel>"
        "<item><title>First &amp; best</title><link>https://example.com/1</link></item>"
        "<item><title>Second</title><link>https://example.com/2</link></item></rdf:RDF>");
    QTest::newRow("Atom") << QByteArray(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Blog</title><link href='https://example.com/'/>"
        "<entry><title>First\n &amp; best</title><link rel='edit' href='https://example.com/edit'/>"
        "<link href='https://example.com/1'/><link rel='enclosure' href='https://example.com/file'/></entry>"
        "<entry><title>Second</title><link rel='alternate' href='https://example.com/2'/></entry></feed>");
}

void TestXmlListReaders::readsFeeds()
{
    QFETCH(QByteArray, bytes);
    const ImportResult result = readBytes(bytes);
    QCOMPARE(result.list.formatName, u"feed"_s);
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://example.com/1", "https://example.com/2"}));
    QCOMPARE(result.list.entries[0].details().name, u"First & best"_s);
    QCOMPARE(result.list.entries[1].details().name, u"Second"_s);
}

void TestXmlListReaders::readsOutlines()
{
    const ImportResult result =
        readBytes("<opml version='2.0'><head><title>Mine</title></head><body>"
                  "<outline text='News'><outline text='Local'>"
                  "<outline text='Paper' type='rss' xmlUrl='https://paper.example/feed' "
                  "htmlUrl='https://paper.example/' category='/a, b'/>"
                  "</outline></outline>"
                  "<outline text='Page' type='link' url='https://page.example/'/><outline "
                  "text='Empty'/></body></opml>");
    QCOMPARE(result.list.formatName, u"OPML"_s);
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://paper.example/feed", "https://page.example/"}));
    const EntryDetails &paper = result.list.entries[0].details();
    QCOMPARE(paper.name, u"Paper"_s);
    QCOMPARE(paper.group, u"News / Local"_s);
    QCOMPARE(paper.tags, (QStringList{u"/a"_s, u"b"_s}));
    QCOMPARE(result.list.entries[1].details().group, QString());
}

void TestXmlListReaders::whatIsCutOffersWhatCameBefore()
{
    const ImportResult result = readBytes(sitemap.first(sitemap.indexOf("<lastmod>") + 5));
    QCOMPARE(messageOf(result), u"Cannot read a file beyond line 3: it ends in the middle."_s);
    QCOMPARE(urlsOf(result), QByteArrayList{"https://example.com/?a=1&b=2"});

    const ImportResult unsound = readBytes("<urlset><url><loc>http://h.com/</loc></url>\n</oops></urlset>");
    QVERIFY2(messageOf(unsound).startsWith(u"Cannot read a file beyond line 2: it is no sound XML: "),
             qPrintable(messageOf(unsound)));
    QCOMPARE(urlsOf(unsound), QByteArrayList{"http://h.com/"});
}

void TestXmlListReaders::portionsMakeNoDifference()
{
    const ImportResult whole = readBytes(sitemap);
    for (int portion = 1; portion < 12; ++portion) {
        GeneratedDevice device(sitemap, sitemap.size(), portion);
        device.setSequential(true);
        QCOMPARE(readList(device, u"a file"_s), whole);
    }
}

QTEST_APPLESS_MAIN(TestXmlListReaders)
#include "tst_xmllistreaders.moc"
