// SPDX-License-Identifier: MIT
#include "core/reports/csvwriter.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QProcess>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

namespace {

const QByteArray header =
    "url,final_url,outcome,status,error,message,body_bytes,wire_bytes,content_type,redirects,"
    "http_version,attempts,queue_ms,dns_ms,connect_ms,tls_ms,first_byte_ms,total_ms,remote_ip,"
    "tls_version,certificate_expires,body_sha256,started_at,connection_reused,certificate_issuer,page_title";
const QByteArray byteOrderMark = "\xEF\xBB\xBF";
const QString python = QStringLiteral("/usr/bin/python3");

QByteArray csv(const QList<CheckResult> &results, ReportOptions options = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, options);
    bool written = writer.begin();
    for (const CheckResult &result : results)
        written = written && writer.write(result);
    if (!written || !writer.end())
        return "the writer failed";
    return buffer.data();
}

/// The first row, of a result whose cells hold no separators.
QByteArrayList firstRow(const QByteArray &text)
{
    return text.split('\n').at(1).chopped(1).split(',');
}

/// What Python's own reader makes of \a text: rows of cells.
QJsonArray readByPython(const QByteArray &text, char separator = ',')
{
    static const QString program = QStringLiteral(
        "import csv, io, json, sys\n"
        "text = sys.stdin.buffer.read().decode('utf-8-sig', 'strict')\n"
        "rows = list(csv.reader(io.StringIO(text, newline=''), delimiter=sys.argv[1], strict=True))\n"
        "sys.stdout.write(json.dumps(rows))\n");
    QProcess process;
    process.start(python, {QStringLiteral("-c"), program, QString(QLatin1Char(separator))});
    process.write(text);
    process.closeWriteChannel();
    process.waitForFinished();
    if (process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
}

CheckResult resultWithContentType(const QByteArray &contentType)
{
    CheckResult result = completeResult();
    result.fetch.contentType = contentType;
    return result;
}

} // namespace

class CsvWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeaderIsTheContract() { QCOMPARE(csv({}), header + "\r\n"); }

    void everyColumnHasItsValue()
    {
        const QByteArrayList expected = {"http://example.com/",
                                         "https://www.example.com/",
                                         "ok",
                                         "200",
                                         "",
                                         "",
                                         "12345",
                                         "2345",
                                         "text/html; charset=utf-8",
                                         "2",
                                         "1.1",
                                         "2",
                                         "1.3",
                                         "0.0",
                                         "0.0",
                                         "0.1",
                                         "99.9",
                                         "100.0",
                                         "192.0.2.1",
                                         "1.3",
                                         "2030-12-31T23:59:59.000Z",
                                         QByteArray(64, 'a'),
                                         "2025-02-03T04:05:06.007Z",
                                         "yes",
                                         "Example CA",
                                         "Example"};
        QCOMPARE(firstRow(csv({completeResult()})), expected);
    }

    void anUnknownIsEmptyNotZero()
    {
        const QByteArray row = csv({CheckResult::neverStarted("http://a.example/")}).split('\n').at(1);
        QVERIFY2(row.startsWith("http://a.example/,,cancelled,,cancelled,"), row);
        QVERIFY2(row.endsWith(",,,,0,,0,,,,,,,,,,,,,,\r"), row);
    }

    void aBodyOfNoBytesIsZeroWhenThereWasAnAnswer()
    {
        CheckResult result = completeResult();
        result.fetch.bodyBytes = 0;
        QCOMPARE(firstRow(csv({result})).at(6), QByteArray("0"));
    }

    void allReasonsAreSaidAlsoWhereTheFirstHasNoDetail()
    {
        CheckResult result = failure(ErrorKind::ConnectionRefused, {});
        result.furtherReasons = {Reason(ErrorKind::Redirected, QStringLiteral("HTTP 301"))};
        const QByteArray row = csv({result}).split('\n').at(1);
        QVERIFY2(row.contains(englishMessage(result).toUtf8()), row);
        QVERIFY2(row.contains("HTTP 301"), row);
    }

    void aFailureHasItsSlugAndItsSentence()
    {
        const CheckResult result = failure(ErrorKind::ConnectionRefused, {});
        const QByteArray row = csv({result}).split('\n').at(1);
        QVERIFY2(row.contains(",failed,,connection-refused,"), row);
        QVERIFY2(row.contains(englishMessage(result).toUtf8()), row);
    }

    void timesAreUtcWhateverTheZoneOfTheValue()
    {
        CheckResult result = completeResult();
        result.startedAt = result.startedAt->toTimeZone(QTimeZone(5 * 3600));
        QCOMPARE(firstRow(csv({result})).at(22), QByteArray("2025-02-03T04:05:06.007Z"));
    }

    void numbersKnowNoLocale()
    {
        const QByteArray expected = csv({completeResult()});
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QByteArray german = csv({completeResult()});
        QLocale::setDefault(QLocale::c());
        QCOMPARE(german, expected);
    }

    void theByteOrderMarkIsWrittenOnRequest()
    {
        ReportOptions options;
        options.byteOrderMark = true;
        QCOMPARE(csv({}, options), byteOrderMark + header + "\r\n");
    }

    void aNullAndMalformedTextBecomeTheReplacementCharacter_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("NUL") << QByteArray("a\0b", 3)
                             << QByteArray("a\xEF\xBF\xBD"
                                           "b");
        QTest::newRow("Latin-1") << QByteArray("caf\xE9") << QByteArray("caf\xEF\xBF\xBD");
        QTest::newRow("valid UTF-8") << QByteArray("caf\xC3\xA9") << QByteArray("caf\xC3\xA9");
    }
    void aNullAndMalformedTextBecomeTheReplacementCharacter()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, written);
        QCOMPARE(firstRow(csv({resultWithContentType(sent)})).at(8), written);
    }

    void aLoneSurrogateDoesNotBreakTheText()
    {
        const QByteArray text =
            csv({failure(ErrorKind::Internal, QStringLiteral("x") + QChar(0xD800) + u'y')});
        QVERIFY(QByteArrayView(text).isValidUtf8());
        QVERIFY(text.contains("(x") && text.contains("y)"));
    }

    void formulasAreDefusedUnlessRawIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("defused");
        for (const char *cell : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
            QTest::newRow(cell) << QByteArray(cell) << '\'' + QByteArray(cell);
        for (const char *cell : {"text/html", "a=1", " =1", "'=1"})
            QTest::newRow(cell) << QByteArray(cell) << QByteArray(cell);
    }
    void formulasAreDefusedUnlessRawIsAskedFor()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, defused);
        const auto quoted = [](const QByteArray &text) {
            return text.contains('\r') ? '"' + text + '"' : text;
        };
        const QList<CheckResult> results = {resultWithContentType(cell)};

        QVERIFY(csv(results).contains(',' + quoted(defused) + ",2,"));
        ReportOptions raw;
        raw.rawCells = true;
        QVERIFY(csv(results, raw).contains(',' + quoted(cell) + ",2,"));
    }

    void ourOwnNumbersAreNoFormulas()
    {
        CheckResult result = completeResult();
        result.fetch.bodyBytes = -1;
        QCOMPARE(firstRow(csv({result})).at(6), QByteArray("-1"));
    }

    void anotherReaderGetsEveryCellBack_data()
    {
        QTest::addColumn<char>("separator");
        for (const char separator : {',', ';', '\t', '|'})
            QTest::addRow("%c", separator) << separator;
    }
    void anotherReaderGetsEveryCellBack();

    void aFailingDeviceIsReported()
    {
        FailingDevice full(0);
        QVERIFY(!CsvWriter(full, {}).begin());

        FailingDevice nearlyFull(header.size() + 10);
        CsvWriter writer(nearlyFull, {});
        QVERIFY(writer.begin());
        QVERIFY(!writer.write(completeResult()));
    }

    void nothingIsHeldBack()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        CsvWriter writer(buffer, {});
        QVERIFY(writer.begin());
        QCOMPARE(buffer.data().count('\n'), 1);
        QVERIFY(writer.write(completeResult()));
        QCOMPARE(buffer.data().count('\n'), 2);
    }
};

void CsvWriterTest::anotherReaderGetsEveryCellBack()
{
    if (!QFile::exists(python))
        QSKIP("Debian's /usr/bin/python3 is not installed; its csv module is the judge");
    const QStringList hostile = {
        QStringLiteral("plain"),
        QStringLiteral("comma, semicolon; bar| tab\t"),
        QStringLiteral("\"quoted\""),
        QStringLiteral("\""),
        QStringLiteral("two\r\nlines"),
        QStringLiteral("\nfeed"),
        QStringLiteral("trailing \\"),
        QStringLiteral("  blanks  "),
        QStringLiteral("Zürich 東京 🛰"),
        QStringLiteral("\u2028\u0085\u000b"),
        QStringLiteral("'=1"),
    };
    QList<CheckResult> results;
    for (const QString &cell : hostile)
        results.append(resultWithContentType(cell.toUtf8()));

    QFETCH(char, separator);
    ReportOptions options;
    options.separator = separator;
    options.byteOrderMark = true;
    const QJsonArray rows = readByPython(csv(results, options), separator);

    QCOMPARE(rows.size(), hostile.size() + 1);
    QCOMPARE(rows.at(0).toArray().size(), header.split(',').size());
    for (qsizetype i = 0; i < hostile.size(); ++i) {
        const QJsonArray row = rows.at(i + 1).toArray();
        QCOMPARE(row.size(), header.split(',').size());
        QCOMPARE(row.at(8).toString(), hostile.at(i));
        QCOMPARE(row.at(22).toString(), QStringLiteral("2025-02-03T04:05:06.007Z"));
    }
}

QTEST_GUILESS_MAIN(CsvWriterTest)
#include "tst_csvwriter.moc"
