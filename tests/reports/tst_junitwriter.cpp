// SPDX-License-Identifier: MIT
#include "core/reports/junitwriter.h"
#include "tests/reports/failingdevice.h"
#include "tests/reports/sampleresults.h"
#include "tests/reports/writertest.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace rollcall;
using namespace rollcall::test;

namespace {

struct Case {
    QString name;
    QString className;
    QString time;
    QString verdict; ///< the element inside; empty: passed
    QString type;
    QString message;
};

struct Suite {
    QXmlStreamAttributes attributes;
    QList<Case> cases;
    QString error;
};

Suite read(const QByteArray &report)
{
    Suite suite;
    QXmlStreamReader xml(report);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == u"testsuite") {
            suite.attributes = attributes;
        } else if (xml.name() == u"testcase") {
            suite.cases.append({attributes.value(QLatin1String("name")).toString(),
                                attributes.value(QLatin1String("classname")).toString(),
                                attributes.value(QLatin1String("time")).toString(),
                                {},
                                {},
                                {}});
        } else if (!suite.cases.isEmpty() && !xml.name().startsWith(u"system-")) {
            Case &last = suite.cases.back();
            last.verdict = xml.name().toString();
            last.type = attributes.value(QLatin1String("type")).toString();
            last.message = attributes.value(QLatin1String("message")).toString();
        }
    }
    suite.error = xml.errorString();
    return suite;
}

CheckResult badAnswer()
{
    CheckResult result = failure(ErrorKind::HttpServerError, {});
    result.fetch.status = 503;
    return result;
}

} // namespace

class JunitWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyUrlIsATestCase()
    {
        const Suite suite = read(reportOf<JunitWriter>({completeResult(), badAnswer()}));
        QCOMPARE(suite.error, QString());
        QCOMPARE(suite.cases.size(), 2);
        QCOMPARE(suite.cases[0].name, QStringLiteral("http://example.com/"));
        QCOMPARE(suite.cases[0].className, QStringLiteral("example.com"));
        QCOMPARE(suite.cases[0].time, QStringLiteral("0.099950"));
        QCOMPARE(suite.cases[0].verdict, QString());
        QCOMPARE(suite.cases[1].name, QStringLiteral("http://example.com/broken"));
    }

    void aBadAnswerIsAFailureAndNoAnswerAnError()
    {
        const CheckResult refused = failure(ErrorKind::ConnectionRefused, QStringLiteral("port 1"));
        const Suite suite = read(
            reportOf<JunitWriter>({badAnswer(), refused, CheckResult::neverStarted("http://example.com/")}));
        QCOMPARE(suite.cases[0].verdict, QStringLiteral("failure"));
        QCOMPARE(suite.cases[0].type, QStringLiteral("http-server-error"));
        QCOMPARE(suite.cases[1].verdict, QStringLiteral("error"));
        QCOMPARE(suite.cases[1].type, QStringLiteral("connection-refused"));
        QCOMPARE(suite.cases[1].message, englishMessage(refused));
        QCOMPARE(suite.cases[2].verdict, QStringLiteral("skipped"));
    }

    void theTotalsStandInFront()
    {
        CheckResult warning = completeResult();
        warning.outcome = Outcome::Warning;
        warning.startedAt = warning.startedAt->addSecs(-60);
        const Suite suite = read(reportOf<JunitWriter>({completeResult(), warning, badAnswer(), badAnswer(),
                                                        failure(ErrorKind::Timeout, {}),
                                                        CheckResult::neverStarted("http://example.com/")}));
        const auto value = [&suite](const char *name) {
            return suite.attributes.value(QLatin1String(name)).toString();
        };
        QCOMPARE(value("tests"), QStringLiteral("6"));
        QCOMPARE(value("failures"), QStringLiteral("2"));
        QCOMPARE(value("errors"), QStringLiteral("1"));
        QCOMPARE(value("skipped"), QStringLiteral("1"));
        QCOMPARE(value("time"), QStringLiteral("0.199900"));
        QCOMPARE(value("timestamp"), QStringLiteral("2025-02-03T04:04:06"));
    }

    void hostileTextStaysText()
    {
        for (const QString &text : hostileTexts()) {
            CheckResult result = failure(ErrorKind::Internal, text);
            result.url = "http://example.com/?" + text.toUtf8();
            const Suite suite = read(reportOf<JunitWriter>({result}));
            QCOMPARE(suite.error, QString());
            QString expected = text;
            for (const ushort unwritable : {0x0000, 0x001b, 0xffff})
                expected.replace(QChar(unwritable), QChar(QChar::ReplacementCharacter));
            QCOMPARE(suite.cases.value(0).name, QStringLiteral("http://example.com/?") + expected);
            QVERIFY(suite.cases.value(0).message.contains(expected));
        }
    }

    void aFailingDeviceIsReported()
    {
        FailingDevice nearlyFull(600);
        JunitWriter writer(nearlyFull, {});
        QVERIFY(writer.begin() && writer.write(badAnswer()) && writer.write(badAnswer()));
        QVERIFY(!writer.end());
        QCOMPARE(writer.problem(), QString());
    }
};

QTEST_GUILESS_MAIN(JunitWriterTest)
#include "tst_junitwriter.moc"
