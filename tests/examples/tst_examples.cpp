// SPDX-License-Identifier: MIT
#include "tests/support/rawsockets.h"
#include "tests/support/threadedfaultserver.h"

#include <QProcess>
#include <QTest>

using namespace rollcall::test;

namespace {

/// Runs an example to its end and gives the lines that it printed.
QStringList outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return {QStringLiteral("%1 failed: %2").arg(program, process.errorString())};
    return QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

class TestExamples : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callUrlStartsAllAndCollectsResultsAndExceptions();
};

void TestExamples::callUrlStartsAllAndCollectsResultsAndExceptions()
{
    ThreadedFaultServer server;
    const QString first = server.call([](FaultServer &faultServer) {
        faultServer.on("/first", Script{Send(httpResponse(200, {}, "hello"))});
        return faultServer.listen() ? QString::fromLatin1(faultServer.url("/first")) : QString();
    });
    QVERIFY(!first.isEmpty());
    const QString refused = QStringLiteral("http://127.0.0.1:%1/").arg(refusedPort());
    const QStringList lines = outputOf(QStringLiteral(CALL_URL_PROGRAM), {first, refused});
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], QStringLiteral("Starting request for %1").arg(first));
    QCOMPARE(lines[1], QStringLiteral("Starting request for %1").arg(refused));
    QCOMPARE(lines[2], QStringLiteral("%1: 5 bytes").arg(first));
    QCOMPARE(lines[3], QStringLiteral("%1 request successful").arg(first));
    QVERIFY2(lines[4].startsWith(QStringLiteral("%1 request failed: ").arg(refused)), qPrintable(lines[4]));
}

QTEST_GUILESS_MAIN(TestExamples)
#include "tst_examples.moc"
