// SPDX-License-Identifier: MIT
#include "core/reports/sitemapwriter.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"
#include "tests/reports/writertest.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace rollcall;
using namespace rollcall::test;

namespace {

CheckResult good(const QByteArray &url)
{
    CheckResult result = completeResult();
    result.url = url;
    return result;
}

QList<CheckResult> manyGood(qsizetype count)
{
    QList<CheckResult> results;
    for (qsizetype i = 0; i < count; ++i)
        results.append(good("http://example.com/" + QByteArray::number(i)));
    return results;
}

QByteArrayList urlsOf(const QByteArray &sitemap)
{
    QByteArrayList urls;
    QXmlStreamReader xml(sitemap);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"loc")
            urls.append(xml.readElementText().toUtf8());
    }
    return xml.hasError() ? QByteArrayList{xml.errorString().toUtf8()} : urls;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

class SitemapWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itListsTheUrlsThatPassed()
    {
        CheckResult warning = good("https://b.example/?a=1&b='2'");
        warning.outcome = Outcome::Warning;
        const QByteArray sitemap = reportOf<SitemapWriter>(
            {good("http://a.example/"), warning, failure(ErrorKind::Timeout, {}),
             CheckResult::neverStarted("http://c.example/"), good("ftp://d.example/")});
        QCOMPARE(urlsOf(sitemap), (QByteArrayList{"http://a.example/", warning.url}));
        QVERIFY(sitemap.contains("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"));
    }

    void whatIsTooLongIsLeftOutAndCounted()
    {
        const QByteArray longest = "http://a.example/" + QByteArray(2'047 - 17, 'x');
        const QByteArray sitemap = reportOf<SitemapWriter>({good(longest), good(longest + 'x')});
        QCOMPARE(urlsOf(sitemap), QByteArrayList{longest});
        QVERIFY(sitemap.contains("or more: 1 -->"));
    }

    void afterFiftyThousandUrlsAFurtherFileIsBegun()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("good.urls.xml"));
        QList<CheckResult> results = manyGood(SitemapWriter::maximumUrls);
        results.append(failure(ErrorKind::Timeout, {}));
        QCOMPARE(saveReport(path, *reportFormat("sitemap"), {}, results), QString());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("good.urls.xml")});

        results.append(good("http://example.com/last"));
        QCOMPARE(saveReport(path, *reportFormat("sitemap"), {}, results), QString());
        QCOMPARE(urlsOf(contentOf(path)).size(), SitemapWriter::maximumUrls);
        QCOMPARE(urlsOf(contentOf(folder.filePath(QStringLiteral("good.urls-2.xml")))),
                 QByteArrayList{"http://example.com/last"});
    }

    void aFileNeverHoldsMoreThanFiftyMebibytes()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        SitemapWriter writer(buffer, {});
        QVERIFY(writer.begin());
        const CheckResult result = good("http://a.example/" + QByteArray(2'000, '&'));
        qsizetype count = 0;
        for (; !writer.isFullFor(result) && count < SitemapWriter::maximumUrls; ++count)
            QVERIFY(writer.write(result));
        QVERIFY(count < SitemapWriter::maximumUrls);
        QVERIFY(writer.end());
        QVERIFY(buffer.size() <= SitemapWriter::maximumBytes);
        QVERIFY(buffer.size() > SitemapWriter::maximumBytes - 20'000);
    }

    void standardOutputCannotGoOnInAnotherFile()
    {
        const QString sentence =
            saveReport(QStringLiteral("/dev/null"), *reportFormat("sitemap"), {}, manyGood(50'001));
        QVERIFY2(sentence.startsWith(u"Cannot write \"/dev/null\": one file of this format is full"),
                 qUtf8Printable(sentence));
    }

    void aFailingDeviceIsReported()
    {
        FailingDevice full(3);
        QVERIFY(!SitemapWriter(full, {}).begin());
    }
};

QTEST_GUILESS_MAIN(SitemapWriterTest)
#include "tst_sitemapwriter.moc"
