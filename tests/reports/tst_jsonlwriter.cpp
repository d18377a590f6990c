// SPDX-License-Identifier: MIT
#include "core/reports/jsonlwriter.h"
#include "core/reports/reportcolumns.h"
#include "core/reports/reporttext.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
    return written && writer.end() ? buffer.data() : QByteArray("the writer failed");
}

QJsonObject object(const CheckResult &result)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(jsonl({result}), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s", qUtf8Printable(error.errorString()));
    return document.object();
}

} // namespace

class JsonlWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResultIsOneLine()
    {
        const QByteArray text =
            jsonl({completeResult(), failure(ErrorKind::Internal, QStringLiteral("two\r\nlines"))});
        QCOMPARE(text.count('\n'), 2);
        QVERIFY(text.endsWith("}\n"));
        QCOMPARE(text.count('\r'), 0);
    }

    void keysAreTheColumnsInTheirOrder()
    {
        QByteArrayList names;
        for (const ReportColumn &column : reportColumns())
            names.append(column.name);
        QCOMPARE(object(completeResult()).size(), names.size());
        const QByteArray line = jsonl({completeResult()});
        qsizetype position = -1;
        for (const QByteArray &name : names) {
            const qsizetype next = line.indexOf('"' + name + "\":", position + 1);
            QVERIFY2(next > position, name);
            position = next;
        }
    }

    void valuesHaveTheirJsonType()
    {
        const QJsonObject json = object(completeResult());
        QCOMPARE(json[u"url"], QJsonValue(QStringLiteral("http://example.com/")));
        QCOMPARE(json[u"outcome"], QJsonValue(QStringLiteral("ok")));
        QCOMPARE(json[u"status"], QJsonValue(200));
        QCOMPARE(json[u"body_bytes"], QJsonValue(12'345));
        QCOMPARE(json[u"first_byte_ms"], QJsonValue(99.9));
        QCOMPARE(json[u"started_at"], QJsonValue(QStringLiteral("2025-02-03T04:05:06.007Z")));
    }

    void redirectsAreTheHops()
    {
        const QJsonArray expected = {
            QJsonObject{{QStringLiteral("url"), QStringLiteral("http://example.com/")},
                        {QStringLiteral("status"), 301},
                        {QStringLiteral("ms"), 20.0}},
            QJsonObject{{QStringLiteral("url"), QStringLiteral("https://example.com/")},
                        {QStringLiteral("status"), 302},
                        {QStringLiteral("ms"), 1234.6}},
        };
        QCOMPARE(object(completeResult())[u"redirects"].toArray(), expected);
        QCOMPARE(object(CheckResult::neverStarted("http://a.example/"))[u"redirects"],
                 QJsonValue(QJsonArray()));
    }

    void anUnknownIsNull()
    {
        const QJsonObject json = object(CheckResult::neverStarted("http://a.example/"));
        for (const char *name : {"final_url", "status", "body_bytes", "wire_bytes", "queue_ms", "total_ms",
                                 "certificate_expires", "started_at"})
            QVERIFY2(json.contains(QLatin1String(name)) && json[QLatin1String(name)].isNull(), name);
        QCOMPARE(json[u"error"], QJsonValue(QStringLiteral("cancelled")));
        QVERIFY(object(completeResult())[u"error"].isNull());
    }

    void hostileTextComesBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotes") << QStringLiteral("\"\\\"/");
        QTest::newRow("controls") << QStringLiteral("\x01\x1b[31m\b\f\n\r\t\x7f");
        QTest::newRow("NUL") << QString(QStringLiteral("a") + QChar(0) + u'b');
        QTest::newRow("beyond ASCII") << QStringLiteral("Zürich 東京 🛰\u2028");
        QTest::newRow("a formula is only text here") << QStringLiteral("=1+1");
    }
    void hostileTextComesBack()
    {
        QFETCH(QString, text);
        CheckResult result = completeResult();
        result.fetch.contentType = text.toUtf8();
        result.fetch.redirects.first().url = text.toUtf8();
        const QJsonObject json = object(result);
        QCOMPARE(json[u"content_type"].toString(), text);
        QCOMPARE(json[u"redirects"][0][u"url"].toString(), text);
    }

    void malformedTextDoesNotBreakTheLine()
    {
        CheckResult result = failure(ErrorKind::Internal, QStringLiteral("x") + QChar(0xDC00));
        result.fetch.contentType = "caf\xE9";
        result.fetch.redirects = {RedirectHop("http://a.example/\xFF", 301, {})};
        QVERIFY(QByteArrayView(jsonl({result})).isValidUtf8());
        const QJsonObject json = object(result);
        QCOMPARE(json[u"content_type"].toString(), QStringLiteral("caf\uFFFD"));
        QCOMPARE(json[u"redirects"][0][u"url"].toString(), QStringLiteral("http://a.example/\uFFFD"));
    }

    void aFailingDeviceIsReported()
    {
        FailingDevice nearlyFull(10);
        JsonlWriter writer(nearlyFull, {});
        QVERIFY(writer.begin());
        QVERIFY(!writer.write(completeResult()));
    }
};

QTEST_GUILESS_MAIN(JsonlWriterTest)
#include "tst_jsonlwriter.moc"
