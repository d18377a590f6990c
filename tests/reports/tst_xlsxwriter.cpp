// SPDX-License-Identifier: MIT
// What the workbook holds is read by tests/e2e/tst_reports.py: here is only how it comes about.
#include "core/reports/resultwriter.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

class XlsxWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!reportFormat("xlsx")->isBuiltIn())
            QSKIP("built without libxlsxwriter; install its headers and configure anew");
    }

    void theWorkbookReachesTheDeviceAtTheEnd()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto writer = reportFormat("xlsx")->makeWriter(buffer, {});
        QVERIFY(writer->begin() && writer->write(completeResult()));
        QCOMPARE(buffer.size(), 0);
        QVERIFY(writer->end());
        QVERIFY(buffer.data().startsWith("PK\x03\x04"));
    }

    void nothingIsLeftBehind()
    {
        const QTemporaryDir folder;
        qputenv("TMPDIR", folder.path().toUtf8());
        for (const bool isFinished : {true, false}) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            const auto writer = reportFormat("xlsx")->makeWriter(buffer, {});
            QVERIFY(writer->begin() && writer->write(completeResult()));
            QVERIFY(!QDir(folder.path()).isEmpty());
            QVERIFY(!isFinished || writer->end());
        }
        QVERIFY(QDir(folder.path()).isEmpty());
        qunsetenv("TMPDIR");
    }

    void aTemporaryFolderThatIsNoneIsNamed()
    {
        qputenv("TMPDIR", "/dev/null");
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto writer = reportFormat("xlsx")->makeWriter(buffer, {});
        const bool begun = writer->begin();
        qunsetenv("TMPDIR");
        QVERIFY(!begun);
        QVERIFY2(writer->problem().contains(u"/dev/null"), qUtf8Printable(writer->problem()));
    }

    void aFailingDeviceIsReported()
    {
        FailingDevice nearlyFull(100);
        const auto writer = reportFormat("xlsx")->makeWriter(nearlyFull, {});
        QVERIFY(writer->begin() && writer->write(completeResult()));
        QVERIFY(!writer->end());
        QCOMPARE(writer->problem(), QString());
    }
};

QTEST_GUILESS_MAIN(XlsxWriterTest)
#include "tst_xlsxwriter.moc"
