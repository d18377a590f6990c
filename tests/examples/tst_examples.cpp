// SPDX-License-Identifier: MIT
#include "tests/support/rawsockets.h"
#include "tests/support/threadedfaultserver.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace rollcall::test;
using namespace Qt::StringLiterals;

namespace {

/// Runs an example to its end and gives the lines that it printed.
QStringList outputOf(const QString &example, const QStringList &arguments = {})
{
    QProcess process;
    process.start(QStringLiteral(EXAMPLES_FOLDER "/") + example, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return {u"%1 failed: %2"_s.arg(example, process.errorString())};
    return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

class TestExamples : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manualLoopPrintsTheResult();
    void runAsyncWorksWithAndWithoutAnApplicationAndInAThread();
    void compareMethodsWaitsForTwoAndGathersThree();
    void callUrlStartsAllAndCollectsResultsAndExceptions();
    void performanceTestFetchesThreeAtATime();
};

void TestExamples::manualLoopPrintsTheResult()
{
    QCOMPARE(outputOf(u"manual_loop"_s), QStringList{u"Completed"_s});
}

void TestExamples::runAsyncWorksWithAndWithoutAnApplicationAndInAThread()
{
    const QStringList expected{u"Completed without an application"_s, u"Completed with an application"_s,
                               u"Completed in a thread"_s};
    QCOMPARE(outputOf(u"run_async"_s), expected);
}

void TestExamples::compareMethodsWaitsForTwoAndGathersThree()
{
    const QStringList expected{
        u"Task1 starting work"_s,  u"Task2 starting work"_s,  u"Task3 starting work"_s,
        u"Task1 completed work"_s, u"Task2 completed work"_s, u"wait: 2 done, 1 pending"_s,
        u"wait: Task1_result"_s,   u"wait: Task2_result"_s,   u"Task3 completed work"_s,
        u"gather: Task1_result"_s, u"gather: Task2_result"_s, u"gather: Task3_result"_s};
    QCOMPARE(outputOf(u"compare_methods"_s), expected);
}

void TestExamples::callUrlStartsAllAndCollectsResultsAndExceptions()
{
    ThreadedFaultServer server;
    const QString first = server.call([](FaultServer &faultServer) {
        faultServer.on("/first", Script{Send(httpResponse(200, {}, "hello"))});
        return faultServer.listen() ? QString::fromLatin1(faultServer.url("/first")) : QString();
    });
    QVERIFY(!first.isEmpty());
    const QString refused = u"http://127.0.0.1:%1/"_s.arg(refusedPort());
    const QStringList lines = outputOf(u"call_url"_s, {first, refused});
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], u"Starting request for "_s + first);
    QCOMPARE(lines[1], u"Starting request for "_s + refused);
    QCOMPARE(lines[2], first + u": 5 bytes"_s);
    QCOMPARE(lines[3], first + u" request successful"_s);
    QVERIFY2(lines[4].startsWith(refused + u" request failed: "_s), qPrintable(lines[4]));
}

void TestExamples::performanceTestFetchesThreeAtATime()
{
    ThreadedFaultServer server;
    const QStringList urls = server.call([](FaultServer &faultServer) {
        QStringList made;
        if (faultServer.listen()) {
            for (int i = 1; i <= 5; ++i) {
                const QByteArray path = "/delay/" + QByteArray::number(i);
                const QByteArray body(i, 'x');
                faultServer.on(path, Script{Wait(std::chrono::milliseconds(100 * i)),
                                            Send(httpResponse(200, {}, body))});
                made.append(QString::fromLatin1(faultServer.url(path)));
            }
        }
        return made;
    });
    QCOMPARE(urls.size(), 5);
    const QString refused = u"http://127.0.0.1:%1/"_s.arg(refusedPort());
    const QStringList lines = outputOf(u"performance_test"_s, urls + QStringList{refused});
    QCOMPARE(lines.size(), 7);
    static const QRegularExpression total(u"^Total time: [0-9]+\\.[0-9]{2} seconds$"_s);
    QVERIFY2(total.match(lines[0]).hasMatch(), qPrintable(lines[0]));
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(lines[i], u"%1: %2 bytes"_s.arg(urls[i - 1]).arg(i));
    QVERIFY2(lines[6].startsWith(refused + u": Error - "_s), qPrintable(lines[6]));
    // The fourth request was not sent before the first was answered.
    const QStringList log = server.call([](FaultServer &faultServer) { return faultServer.log(); });
    const qsizetype fourth = log.indexOf(QRegularExpression(u"request . GET /delay/4"_s));
    const qsizetype answered = log.indexOf(QRegularExpression(u"answered .*"_s));
    QVERIFY2(answered >= 0 && answered < fourth, qPrintable(log.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestExamples)
#include "tst_examples.moc"
