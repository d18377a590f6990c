// SPDX-License-Identifier: MIT
#include "core/reports/markdownwriter.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"
#include "tests/reports/writertest.h"

#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

namespace {

QByteArray rowOf(const CheckResult &result, const QByteArrayList &columns = {})
{
    ReportOptions options;
    options.columns = columns;
    return reportOf<MarkdownWriter>({result}, options).split('\n').value(2);
}

} // namespace

class MarkdownWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableHasAHeadItsRowsAndTheTotals()
    {
        QCOMPARE(reportOf<MarkdownWriter>({completeResult()}),
                 QByteArray("| outcome | url | status | body\\_bytes | total\\_ms | message |\n"
                            "| --- | --- | --- | --- | --- | --- |\n"
                            "| ok | <http://example.com/> | 200 | 12345 | 100.0 |  |\n"
                            "\n"
                            "URLs: 1 (ok: 1, warning: 0, failed: 0, cancelled: 0)\n"));
    }

    void theColumnsCanBeChosen()
    {
        QCOMPARE(rowOf(completeResult(), {"redirects", "started_at", "wire_bytes"}),
                 QByteArray("| 2 | 2025-02-03T04:05:06.007Z | 2345 |"));
    }

    void whatMeansSomethingIsEscaped_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char *text, const char *cell) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(cell);
        };
        row("a|b", "a\\|b");
        row("`a` *b* _c_ ~d~ [e] #f", "\\`a\\` \\*b\\* \\_c\\_ \\~d\\~ \\[e\\] \\#f");
        row("<script>&lt;", "\\<script\\>\\&lt;");
        row("C:\\a", "C:\\\\a");
        row("two\r\nlines", "two  lines");
        row("Z\xC3\xBCrich", "Z\xC3\xBCrich");
        row("http://a/?a=1&b=2", "<http://a/?a=1&b=2>");
        row("http://a/?a|b", "<http://a/?a\\|b>");
        row("http://a/?a&copy;", "<http://a/?a&amp;copy;>");
        row("http://a/ b", "http://a/ b");
        row("http://a/>b", "http://a/\\>b");
        row("javascript:alert(1)", "javascript:alert(1)");
    }
    void whatMeansSomethingIsEscaped()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        CheckResult result = completeResult();
        result.fetch.contentType = text;
        QCOMPARE(rowOf(result, {"content_type"}), "| " + cell + " |");
    }

    void hostileTextStaysInItsCell()
    {
        for (const QString &text : hostileTexts()) {
            CheckResult result = completeResult();
            result.fetch.contentType = text.toUtf8();
            QByteArray row = rowOf(result, {"content_type", "status"});
            QVERIFY2(row.endsWith(" | 200 |"), row);
            QCOMPARE(row.replace("\\\\", "").replace("\\|", "").count('|'), 3);
        }
    }

    void aFailingDeviceIsReported()
    {
        FailingDevice full(0);
        QVERIFY(!MarkdownWriter(full, {}).begin());
    }
};

QTEST_GUILESS_MAIN(MarkdownWriterTest)
#include "tst_markdownwriter.moc"
