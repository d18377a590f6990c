// SPDX-License-Identifier: MIT
#include "core/reports/htmlwriter.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"
#include "tests/reports/writertest.h"

#include <QCryptographicHash>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

namespace {

QByteArray between(const QByteArray &text, const QByteArray &begin, const QByteArray &end)
{
    const qsizetype at = text.indexOf(begin);
    const qsizetype from = at + begin.size();
    const qsizetype to = at < 0 ? -1 : text.indexOf(end, from);
    return to < 0 ? QByteArray() : text.sliced(from, to - from);
}

qsizetype rowCount(const QByteArray &page)
{
    return page.count("<tr data-o=");
}

QByteArray hashOf(const QByteArray &text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + '\'';
}

} // namespace

class HtmlWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResultIsARow()
    {
        const QByteArray page = reportOf<HtmlWriter>({completeResult()});
        QCOMPARE(between(page, "<tbody>\n", "\n</tbody>"),
                 QByteArray(
                     "<tr data-o=\"ok\"><td>OK</td>"
                     "<td><a rel=\"noreferrer noopener\" href=\"http://example.com/\">http://example.com/</a>"
                     "<small>led to https://www.example.com/</small></td>"
                     "<td class=\"n\" data-v=\"200\">200</td>"
                     "<td class=\"n\" data-v=\"12345\">12.1 KiB</td>"
                     "<td class=\"n\" data-v=\"99950\">100 ms</td><td></td></tr>"));
    }

    void whatIsUnknownIsEmpty()
    {
        const QByteArray page = reportOf<HtmlWriter>({CheckResult::neverStarted("http://example.com/")});
        QCOMPARE(page.count("<td class=\"n\"></td>"), 3);
        QVERIFY(page.contains("Nothing was checked."));
    }

    void theTotalsStandInFront()
    {
        CheckResult late = failure(ErrorKind::Timeout, {});
        late.startedAt = completeResult().startedAt->addSecs(90);
        const QByteArray page = reportOf<HtmlWriter>({completeResult(), late, late});
        QVERIFY(page.contains("<dt>URLs</dt><dd>3</dd>"));
        QVERIFY(page.contains("<dt>Failed</dt><dd>2</dd>"));
        QVERIFY(page.contains("<dt>Median time</dt><dd>100 ms</dd>"));
        QVERIFY(page.contains("<dt>Received</dt><dd>12.1 KiB</dd>"));
        QVERIFY(page.contains("Checked 2025-02-03 04:05:06 to 2025-02-03 04:06:36 UTC"));
        QVERIFY(page.indexOf("<dt>URLs</dt>") < page.indexOf("<tbody>"));
    }

    void thereAreChartsOfWhatThereIs()
    {
        const QByteArray page = reportOf<HtmlWriter>({completeResult(), failure(ErrorKind::Timeout, {})});
        for (const char *caption : {"Outcomes", "Response times", "Errors"})
            QVERIFY2(page.contains("<svg role=\"img\" aria-label=\"" + QByteArray(caption)), caption);
        QVERIFY(page.contains(QByteArray(errorKindInfo(ErrorKind::Timeout).title) + "</text>"));
        QVERIFY(!reportOf<HtmlWriter>({completeResult()}).contains("aria-label=\"Errors\""));
    }

    void thePageForbidsEveryScriptAndStyleButItsOwn()
    {
        const QByteArray page = reportOf<HtmlWriter>({completeResult()});
        const QByteArray policy = between(page, "Content-Security-Policy\" content=\"", "\"");
        QVERIFY(policy.startsWith("default-src 'none';"));
        QVERIFY(policy.contains("script-src " + hashOf(between(page, "<script>", "</script>"))));
        QVERIFY(policy.contains("style-src " + hashOf(between(page, "<style>", "</style>"))));
        QCOMPARE(page.count("<script"), 1);
        QCOMPARE(page.count(" style="), 0);
    }

    void hostileTextStaysText()
    {
        const QByteArray harmless = reportOf<HtmlWriter>({failure(ErrorKind::Internal, QStringLiteral("x"))});
        for (const QString &text : hostileTexts()) {
            CheckResult result = failure(ErrorKind::Internal, text);
            result.url = "http://example.com/" + text.toUtf8();
            const QByteArray page = reportOf<HtmlWriter>({result});
            QCOMPARE(page.count('<'), harmless.count('<'));
            QCOMPARE(page.count('>'), harmless.count('>'));
            QCOMPARE(page.count('"'), harmless.count('"'));
            QVERIFY(QByteArrayView(page).isValidUtf8());
            QCOMPARE(page.count('\0') + page.count('\x1b'), 0);
        }
    }

    void onlyHttpIsALink()
    {
        CheckResult result = failure(ErrorKind::UnsupportedScheme, {});
        result.url = "javascript:alert(1)";
        const QByteArray page = reportOf<HtmlWriter>({result});
        QVERIFY(page.contains("<td>javascript:alert(1)</td>"));
        QCOMPARE(page.count("href="), 0);
    }

    void aLongListKeepsItsFailuresAndSaysWhatIsLeftOut()
    {
        QList<CheckResult> results(HtmlWriter::maximumPassedRows + 7, completeResult());
        results.append(failure(ErrorKind::Timeout, {}));
        const QByteArray page = reportOf<HtmlWriter>(results);
        QCOMPARE(rowCount(page), HtmlWriter::maximumPassedRows + 1);
        QVERIFY(page.contains("usable: 7."));
        QVERIFY(page.contains("<dt>URLs</dt><dd>20,008</dd>"));
        QVERIFY(!reportOf<HtmlWriter>({completeResult()}).contains("not listed"));
    }

    void evenFailuresHaveALimit()
    {
        const QList<CheckResult> results(HtmlWriter::maximumRows + 1, failure(ErrorKind::Timeout, {}));
        const QByteArray page = reportOf<HtmlWriter>(results);
        QCOMPARE(rowCount(page), HtmlWriter::maximumRows);
        QVERIFY(page.contains("usable: 1."));
    }

    void aFailingDeviceIsReported()
    {
        FailingDevice nearlyFull(100);
        HtmlWriter writer(nearlyFull, {});
        QVERIFY(writer.begin() && writer.write(completeResult()));
        QVERIFY(!writer.end());
        QCOMPARE(writer.problem(), QString());
    }
};

QTEST_GUILESS_MAIN(HtmlWriterTest)
#include "tst_htmlwriter.moc"
