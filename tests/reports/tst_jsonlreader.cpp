// SPDX-License-Identifier: MIT
#include "core/reports/jsonlreader.h"
#include "core/reports/jsonlwriter.h"
#include "tests/reports/sampleresults.h"

#include <QBuffer>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

namespace {

QByteArray jsonl(const QList<CheckResult> &results)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    JsonlWriter writer(buffer, {});
    bool written = writer.begin();
    for (const CheckResult &result : results)
        written = written && writer.write(result);
    return written ? buffer.data() : QByteArray("the writer failed");
}

/// JSON that is written with ' in place of the quotation marks.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

struct Read {
    QList<CheckResult> results;
    QList<RejectedResult> rejected;
    QString error;
};

Read readFrom(QIODevice &device)
{
    Read all;
    JsonlReader reader(device);
    while (std::optional<ReadResult> read = reader.next()) {
        if (auto *result = std::get_if<CheckResult>(&*read))
            all.results.append(*result);
        else
            all.rejected.append(std::get<RejectedResult>(*read));
    }
    all.error = reader.error();
    return all;
}

Read readText(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return readFrom(buffer);
}

/// completeResult() with times that the report can hold.
CheckResult roundedResult()
{
    using std::chrono::microseconds;
    CheckResult result = completeResult();
    result.queueTime = microseconds(1'300);
    result.fetch.redirects.last().time = microseconds(1'234'600);
    result.fetch.times.connect = microseconds(0);
    result.fetch.times.tls = microseconds(100);
    result.fetch.times.firstByte = microseconds(99'900);
    result.fetch.times.total = microseconds(100'000);
    return result;
}

} // namespace

class JsonlReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack()
    {
        const QList<CheckResult> results = {
            roundedResult(), CheckResult::neverStarted("http://a.example/"),
            failure(ErrorKind::ConnectionRefused, {}),
            failure(ErrorKind::Truncated, QStringLiteral("got 10 of 100 bytes (in all)"))};
        const Read read = readText(jsonl(results));
        QCOMPARE(read.rejected, QList<RejectedResult>());
        QCOMPARE(read.results, results);
        QCOMPARE(jsonl(read.results), jsonl(results));
    }

    void hostileTextComesBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotes") << QStringLiteral("\"\\\"/,;");
        QTest::newRow("controls") << QStringLiteral("\x01\x1b[31m\r\n\t");
        QTest::newRow("NUL") << QString(QStringLiteral("a") + QChar(0) + u'b');
        QTest::newRow("beyond ASCII") << QStringLiteral("Zürich 東京 🛰\u2028\u202eשלום");
        QTest::newRow("a formula") << QStringLiteral("=1+1");
        QTest::newRow("parentheses") << QStringLiteral("(a) (b");
    }
    void hostileTextComesBack()
    {
        QFETCH(QString, text);
        CheckResult result = failure(ErrorKind::Internal, text);
        result.url = "http://a.example/" + text.toUtf8();
        result.fetch.contentType = text.toUtf8();
        const Read read = readText(jsonl({result}));
        QCOMPARE(read.rejected, QList<RejectedResult>());
        QCOMPARE(read.results, QList<CheckResult>{result});
    }

    void aSentenceOfAnotherVersionIsKeptAsDetail()
    {
        const Read read = readText(
            json("{'url':'http://a.example/','outcome':'failed','error':'timeout','message':'Too slow.'}"));
        QCOMPARE(read.results.value(0).fetch.errorDetail, QStringLiteral("Too slow."));
    }

    void whatIsMissingIsUnknownAndWhatIsNewIsPassedOver()
    {
        const Read read = readText(json("{'outcome':'ok','url':'http://a.example/','colour':{'a':[1]}}"));
        QCOMPARE(read.rejected, QList<RejectedResult>());
        CheckResult expected;
        expected.url = "http://a.example/";
        expected.outcome = Outcome::Ok;
        QCOMPARE(read.results, QList<CheckResult>{expected});
    }

    void blankLinesAByteOrderMarkAndOtherLineEndsArePassedOver()
    {
        QByteArray text = jsonl({roundedResult(), roundedResult()});
        text = "\xEF\xBB\xBF" + text.replace("\n", "\r\n\r\n \t\n");
        text.chop(7); // the last line has no end
        QCOMPARE(readText(text).results, (QList<CheckResult>{roundedResult(), roundedResult()}));
    }

    void aLineThatIsNoResultIsNamedAndTheOthersAreRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("reason");
        const auto row = [](const QByteArray &line, const char *reason) {
            QTest::newRow(line) << line << QString::fromUtf8(reason);
        };
        row("{\"url\":\"http://a.ex", "This is no JSON: unterminated string at byte 20.");
        row("[1]", "This is no JSON object.");
        row(json("{'outcome':'ok'}"), "\"url\" is missing.");
        row(json("{'url':'','outcome':'ok'}"), "\"url\" is missing.");
        row(json("{'url':'http://a.example/'}"), "\"outcome\" is missing.");
        const auto member = [](const char *name, const char *value) {
            const QByteArray line =
                "{'url':'http://a.example/','outcome':'ok','" + QByteArray(name) + "':" + value;
            QTest::addRow("%s %s", name, value)
                << json(line + '}')
                << QStringLiteral("\"%1\" has a value that it cannot have.").arg(QLatin1String(name));
        };
        for (const char *value : {"'200'", "-1", "1e99", "4294967297", "200.5"})
            member("status", value);
        member("outcome", "'fine'");
        member("outcome", "1");
        member("error", "'nonsense'");
        member("total_ms", "-0.1");
        member("total_ms", "true");
        member("redirects", "[1]");
        member("redirects", "5");
        member("started_at", "'yesterday'");
        member("content_type", "5");
    }
    void aLineThatIsNoResultIsNamedAndTheOthersAreRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, reason);
        const QByteArray good = jsonl({roundedResult()});
        const Read read = readText(good + line + '\n' + good);
        QCOMPARE(read.rejected.size(), 1);
        QCOMPARE(read.rejected.front().line, 2);
        QCOMPARE(read.rejected.front().reason, reason);
        QCOMPARE(read.results.size(), 2);
    }

    void deepNestingIsRefused()
    {
        const QByteArray text = json("{'url':") + QByteArray(100'000, '[');
        QCOMPARE(readText(text).rejected.size(), 1);
    }

    void aGiganticLineIsRefusedAndItsNeighboursAreRead()
    {
        const QByteArray good = jsonl({roundedResult()});
        const QByteArray gigantic(3 * JsonlReader::maximumLineBytes, 'x');
        for (const QByteArray &end : {QByteArray("\n") + good, QByteArray()}) {
            const Read read = readText(good + gigantic + end);
            QCOMPARE(read.rejected, (QList<RejectedResult>{RejectedResult(
                                        2, QStringLiteral("This line is longer than 4 MiB."))}));
            QCOMPARE(read.results.size(), end.isEmpty() ? 1 : 2);
        }
    }

    void aFailingDeviceIsReported()
    {
        QFile file(QStringLiteral("/proc/self/mem"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("this system has no /proc/self/mem, a file that opens and cannot be read (Linux has)");
        const Read read = readFrom(file);
        QVERIFY(!read.error.isEmpty());
        QVERIFY(read.results.isEmpty());
    }
};

QTEST_GUILESS_MAIN(JsonlReaderTest)
#include "tst_jsonlreader.moc"
