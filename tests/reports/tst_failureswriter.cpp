// SPDX-License-Identifier: MIT
#include "core/lists/listreader.h"
#include "core/reports/failureswriter.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"
#include "tests/reports/writertest.h"

#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

class FailuresWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyFailuresAreListedBelowTheirReason()
    {
        CheckResult warning = completeResult();
        warning.outcome = Outcome::Warning;
        const CheckResult broken = failure(ErrorKind::Timeout, QStringLiteral("10 s"));
        QCOMPARE(reportOf<FailuresWriter>(
                     {completeResult(), warning, broken, CheckResult::neverStarted("http://example.com/")}),
                 "# " + englishMessage(broken).toUtf8() + "\nhttp://example.com/broken\n");
    }

    void aListWithoutFailuresSaysSo()
    {
        QCOMPARE(reportOf<FailuresWriter>({completeResult()}), QByteArray("# No URL failed.\n"));
    }

    void theListCanBeImportedAgain()
    {
        QList<CheckResult> results;
        UrlList expected;
        for (const QString &text : hostileTexts()) {
            const QByteArray url = "http://example.com/" + QByteArray::number(results.size()) + "?a=%20#x";
            results.append(failure(ErrorKind::Internal, text));
            results.back().url = url;
            expected.append(UrlEntry(url));
        }
        QByteArray text = reportOf<FailuresWriter>(results);
        QBuffer buffer(&text);
        buffer.open(QIODevice::ReadOnly);
        const ImportResult read = readList(buffer, QStringLiteral("failures.txt"));
        QVERIFY(!read.error);
        QCOMPARE(read.list.rejectedCount, 0);
        QCOMPARE(read.list.entries.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i)
            QVERIFY(expected[i].url.startsWith(read.list.entries[i].url)); // a fragment is never sent
    }

    void aFailingDeviceIsReported()
    {
        FailingDevice full(3);
        QVERIFY(!FailuresWriter(full, {}).write(failure(ErrorKind::Timeout, {})));
    }
};

QTEST_GUILESS_MAIN(FailuresWriterTest)
#include "tst_failureswriter.moc"
