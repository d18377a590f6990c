// SPDX-License-Identifier: MIT
#include "core/reports/differencereport.h"
#include "core/reports/differencetext.h"
#include "core/reports/reportcolumns.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"
#include "tests/reports/writertest.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

namespace {

QByteArray written(const char *format, const RunDifference &difference, const ReportOptions &options = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const QString failure = differenceFormat(format)->write(buffer, difference, options);
    return failure.isEmpty() ? buffer.data() : failure.toUtf8();
}

/// completeResult() with another size, target, title, certificate, content and time.
CheckResult otherResult()
{
    CheckResult result = completeResult();
    result.fetch.bodyBytes = 24'690;
    result.fetch.finalUrl = "https://other.example.com/";
    result.fetch.pageTitle = QStringLiteral("Another title");
    result.fetch.certificateExpires = result.fetch.certificateExpires->addDays(1);
    result.fetch.bodySha256 = QByteArray(64, 'b');
    result.fetch.times.total = std::chrono::milliseconds(1'000);
    return result;
}

CheckResult broken()
{
    CheckResult result = failure(ErrorKind::ConnectionRefused, {});
    result.url = completeResult().url;
    return result;
}

} // namespace

class DifferenceReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableHasWhatWasAndWhatIs()
    {
        const QByteArrayList lines = written("csv", compareRuns({completeResult()}, {broken()})).split('\n');
        const QByteArrayList names = lines.value(0).trimmed().split(',');
        const QByteArrayList cells = lines.value(1).trimmed().split(',');
        QCOMPARE(names.mid(0, 6),
                 (QByteArrayList{"change", "url", "outcome_before", "outcome", "status_before", "status"}));
        QCOMPARE(cells.mid(0, 8), (QByteArrayList{"newly-broken", "http://example.com/", "ok", "failed",
                                                  "200", "", "", "connection-refused"}));
        QCOMPARE(cells.size(), names.size());
        QCOMPARE(lines.size(), 3);
        for (const QByteArray &name : names.mid(2))
            QVERIFY2(reportColumn(name.endsWith("_before") ? name.chopped(7) : name), name);
    }

    void csvOptionsHold()
    {
        ReportOptions options;
        options.separator = ';';
        options.byteOrderMark = true;
        QVERIFY(written("csv", {}, options)
                    .startsWith("\xEF\xBB\xBF"
                                "change;url;"));
    }

    void jsonHasNullWhereThereWasNothing()
    {
        const QJsonObject added =
            QJsonDocument::fromJson(written("jsonl", compareRuns({}, {completeResult()}))).object();
        QCOMPARE(added[u"change"], QJsonValue(QStringLiteral("added")));
        QVERIFY(added[u"status_before"].isNull());
        QCOMPARE(added[u"status"], QJsonValue(200));
        const QJsonObject changed =
            QJsonDocument::fromJson(written("jsonl", compareRuns({completeResult()}, {otherResult()})))
                .object();
        QCOMPARE(changed[u"change"],
                 QJsonValue(QStringLiteral("size target title certificate content slower")));
        QCOMPARE(changed[u"body_bytes_before"], QJsonValue(12'345));
        QCOMPARE(changed[u"page_title"], QJsonValue(QStringLiteral("Another title")));
    }

    void markdownSaysItInWords()
    {
        QCOMPARE(written("markdown", compareRuns({completeResult()}, {broken()})),
                 QByteArray("| url | change |\n| --- | --- |\n"
                            "| <http://example.com/> | newly broken: Connection refused, HTTP 200 before |\n"
                            "\nURLs: newly broken: 1, unchanged: 0\n"));
    }

    void thePageHasARowAndATotalForEachChange()
    {
        const QByteArray page =
            written("html", compareRuns({completeResult(), completeResult()}, {otherResult(), broken()}));
        QCOMPARE(page.count("<tr data-o="), 2);
        QVERIFY(page.contains("<tr data-o=\"newly-broken\"><td>newly broken</td>"));
        QVERIFY(page.contains("<tr data-o=\"size target title certificate content slower\">"));
        QVERIFY(page.contains("<div class=\"failed\"><dt>newly broken</dt><dd>1</dd></div>"));
        QVERIFY(page.contains("<option value=\"newly-broken\">newly broken</option>"));
        QVERIFY(!page.contains("<option value=\"repaired\">"));
    }

    void aDetailTellsWhatWasAndWhatIs_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("detail");
        const auto row = [](Change change, const char *detail) {
            QTest::newRow(slug(change)) << change << QString::fromLatin1(detail);
        };
        row(Change::Size, "24690 bytes, 12345 before (+100 %)");
        row(Change::Target, "https://other.example.com/, https://www.example.com/ before");
        row(Change::Title, "\"Another title\", \"Example\" before");
        row(Change::Certificate, "by Example CA until 2031-01-01T23:59:59Z, by Example CA until "
                                 "2030-12-31T23:59:59Z before");
        row(Change::Content, "");
        row(Change::Slower, "1000.0 ms, 100.0 ms before (+901 %)");
    }
    void aDetailTellsWhatWasAndWhatIs()
    {
        QFETCH(Change, change);
        QFETCH(QString, detail);
        const RunDifference difference = compareRuns({completeResult()}, {otherResult()});
        QCOMPARE(englishDetail(difference.urls.first(), change), detail);
    }

    void hostileTextsAreInert()
    {
        for (const QString &text : hostileTexts()) {
            CheckResult after = otherResult();
            after.fetch.pageTitle = text;
            after.url = "http://example.com/" + text.toUtf8();
            CheckResult before = completeResult();
            before.url = after.url;
            const RunDifference difference = compareRuns({before}, {after});
            const QByteArray page = written("html", difference);
            QCOMPARE(page.count("<script"), 1);
            QCOMPARE(page.count("<img"), 0);
            QCOMPARE(written("markdown", difference).count('\n'), 5);
            QCOMPARE(written("jsonl", difference).count('\n'), 1);
        }
    }

    void aFailingDeviceIsReported()
    {
        const RunDifference difference = compareRuns({completeResult()}, {broken()});
        for (const DifferenceFormat &format : differenceFormats()) {
            QVERIFY(differenceFormat(format.id) == &format);
            if (!format.isBuiltIn())
                continue;
            FailingDevice nearlyFull(100);
            QVERIFY2(!format.write(nearlyFull, difference, {}).isEmpty(), format.id);
        }
        QVERIFY(!differenceFormat("text"));
    }
};

QTEST_GUILESS_MAIN(DifferenceReportTest)
#include "tst_differencereport.moc"
