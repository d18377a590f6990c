// SPDX-License-Identifier: MIT
#include "tests/app/clirunner.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace rollcall::test;

namespace {

QByteArray refusedUrl()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return "http://127.0.0.1:" + QByteArray::number(server.serverPort()) + '/';
}

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stage = std::make_unique<Stage>(); }

    void whoAsksForHelpGetsItOnStandardOutput_data();
    void whoAsksForHelpGetsItOnStandardOutput();
    void wrongUsageIsOneSentenceAndStatusTwo_data();
    void wrongUsageIsOneSentenceAndStatusTwo();
    void aListThatCannotBeUsedIsRefusedByName_data();
    void aListThatCannotBeUsedIsRefusedByName();
    void aReportThatCannotBeOpenedIsRefusedBeforeAnythingIsChecked();
    void aReportNeverOverwritesTheList();
    void aCaFileWithoutCertificatesIsRefused();

    void statusZeroWhenEveryUrlPassed();
    void statusOneWhenOneFailed();
    void theTableSaysWhatHappenedAndTheTotalTime();
    void quietPrintsNothing();
    void whatIsNoUrlIsReportedWithItsLine();
    void csvOnStandardOutputHasItForItself();
    void reportsGoToTheirFiles();
    void rowsComeInTheOrderOfTheList();
    void theOptionsReachTheRequest();
    void progressIsDrawnAndErased();

private:
    std::unique_ptr<Stage> m_stage;
};

void CliTest::whoAsksForHelpGetsItOnStandardOutput_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("--help") << QStringList{QStringLiteral("--help")}
                            << QByteArray("Usage: rollcall-cli COMMAND");
    QTest::newRow("help") << QStringList{QStringLiteral("help")} << QByteArray("Usage: rollcall-cli COMMAND");
    QTest::newRow("check --help") << QStringList{QStringLiteral("check"), QStringLiteral("--help")}
                                  << QByteArray("Usage: rollcall-cli check");
    QTest::newRow("report --help") << QStringList{QStringLiteral("report"), QStringLiteral("--help")}
                                   << QByteArray("Usage: rollcall-cli report");
    QTest::newRow("help check") << QStringList{QStringLiteral("help"), QStringLiteral("check")}
                                << QByteArray("Usage: rollcall-cli check");
    QTest::newRow("--version") << QStringList{QStringLiteral("--version")}
                               << QByteArray("rollcall-cli " ROLLCALL_VERSION);
}

void CliTest::whoAsksForHelpGetsItOnStandardOutput()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, answer);
    Cli cli(words);
    QCOMPARE(cli.run(), 0);
    QVERIFY2(cli.output().startsWith(answer), cli.output());
    QCOMPARE(cli.errors(), QByteArray());
}

void CliTest::wrongUsageIsOneSentenceAndStatusTwo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no command") << QStringList{};
    QTest::newRow("an unknown command") << QStringList{QStringLiteral("chekc")};
    QTest::newRow("no list") << arguments({});
    QTest::newRow("an unknown option") << arguments({"--nonsense", "5", "-"});
    QTest::newRow("a value out of range") << arguments({"--concurrency", "0", "-"});
    QTest::newRow("an engine that is not there") << arguments({"--engine", "ie6", "-"});
}

void CliTest::wrongUsageIsOneSentenceAndStatusTwo()
{
    QFETCH(QStringList, words);
    Cli cli(words);
    QCOMPARE(cli.run(m_stage->url("/ok")), 2);
    QCOMPARE(cli.output(), QByteArray());
    QVERIFY2(cli.errors().startsWith("rollcall-cli: "), cli.errors());
    QCOMPARE(cli.errors().count('\n'), 1);
    QCOMPARE(m_stage->server.connectionCount(), 0);
}

void CliTest::aListThatCannotBeUsedIsRefusedByName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\1\2\0\0",
                                          9);
    QTest::newRow("empty") << QByteArray("\n\n");
}

void CliTest::aListThatCannotBeUsedIsRefusedByName()
{
    QFETCH(QByteArray, text);
    const QString bad = text.isEmpty() ? m_stage->path("bad.txt") : m_stage->write("bad.txt", text);
    Cli cli(arguments({"--csv", "-"}) + QStringList{m_stage->list({m_stage->url("/ok")}), bad});
    QCOMPARE(cli.run(), 2);
    QVERIFY2(cli.errors().contains(bad.toUtf8()), cli.errors());
    QCOMPARE(cli.errors().count('\n'), 1);
    QCOMPARE(cli.output(), QByteArray());
    QCOMPARE(m_stage->server.connectionCount(), 0);
}

void CliTest::aReportThatCannotBeOpenedIsRefusedBeforeAnythingIsChecked()
{
    for (const QString &report : {m_stage->folder.path(), m_stage->path("no/such/folder.csv")}) {
        Cli cli(arguments({"--csv"}) + QStringList{report, m_stage->list({m_stage->url("/ok")})});
        QCOMPARE(cli.run(), 2);
        QVERIFY2(cli.errors().contains(report.toUtf8()), cli.errors());
        QCOMPARE(cli.errors().count('\n'), 1);
        QCOMPARE(m_stage->server.connectionCount(), 0);
    }
}

void CliTest::aReportNeverOverwritesTheList()
{
    const QString urls = m_stage->list({m_stage->url("/ok")});
    const QByteArray before = m_stage->content("list.txt");
    Cli cli(arguments({"--csv"}) + QStringList{urls, urls});
    QCOMPARE(cli.run(), 2);
    QCOMPARE(m_stage->content("list.txt"), before);
}

void CliTest::aCaFileWithoutCertificatesIsRefused()
{
    for (const QString &file :
         {m_stage->path("missing.pem"), m_stage->write("empty.pem", "no certificate")}) {
        Cli cli(arguments({"--ca-file"}) + QStringList{file, m_stage->list({m_stage->url("/ok")})});
        QCOMPARE(cli.run(), 2);
        QVERIFY2(cli.errors().contains(file.toUtf8()), cli.errors());
    }
}

void CliTest::statusZeroWhenEveryUrlPassed()
{
    Cli cli(arguments({"-"}));
    QCOMPARE(cli.run(m_stage->url("/ok") + '\n'), 0);
    Cli direct(arguments({}) + QStringList{QString::fromUtf8(m_stage->url("/ok"))});
    QCOMPARE(direct.run(), 0);
}

void CliTest::statusOneWhenOneFailed()
{
    for (const QByteArray &bad : {m_stage->url("/bad"), refusedUrl(), QByteArray("ftp://ftp.example/"),
                                  QByteArray("javascript:alert(1)"), QByteArray("file:///etc/hostname")}) {
        Cli cli(arguments({}) + QStringList{m_stage->list({m_stage->url("/ok"), bad})});
        QCOMPARE(cli.run(), 1);
    }
}

void CliTest::theTableSaysWhatHappenedAndTheTotalTime()
{
    Cli cli(arguments({}) +
            QStringList{m_stage->list({m_stage->url("/ok"), refusedUrl(), "ftp://ftp.example/"})});
    QCOMPARE(cli.run(), 1);
    const QByteArrayList lines = cli.output().split('\n');
    QVERIFY2(lines.at(0).contains("URL"), lines.at(0));
    QVERIFY2(lines.at(1).contains("ok ") && lines.at(1).contains(" 5 B ") &&
                 lines.at(1).endsWith(m_stage->url("/ok")),
             lines.at(1));
    QVERIFY2(lines.at(2).endsWith("/  Connection refused"), lines.at(2));
    QVERIFY2(lines.at(3).endsWith("ftp://ftp.example/  Not http or https"), lines.at(3));
    QCOMPARE(lines.at(4), QByteArray());
    QCOMPARE(lines.at(5), QByteArray("3 URLs: 1 ok, 2 failed"));
    static const QRegularExpression totalTime(QStringLiteral("\nTotal time: [0-9]+\\.[0-9]{2} seconds\n$"));
    QVERIFY2(QString::fromUtf8(cli.output()).contains(totalTime), cli.output());
    QVERIFY2(!cli.output().contains('\x1b'), "no colour but on a terminal");
    QCOMPARE(cli.errors(), QByteArray());
}

void CliTest::quietPrintsNothing()
{
    Cli cli(arguments({"--quiet"}) +
            QStringList{m_stage->list({m_stage->url("/ok"), m_stage->url("/ok"), m_stage->url("/bad")})});
    QCOMPARE(cli.run(), 1);
    QCOMPARE(cli.output(), QByteArray());
    QCOMPARE(cli.errors(), QByteArray());
}

void CliTest::whatIsNoUrlIsReportedWithItsLine()
{
    const QString urls = m_stage->list({m_stage->url("/ok"), "http://a.example:99999/", m_stage->url("/ok")});
    Cli cli(arguments({}) + QStringList{urls});
    QCOMPARE(cli.run(), 0);
    QVERIFY2(cli.errors().startsWith(urls.toUtf8() + ":2: http://a.example:99999/: "), cli.errors());
    QVERIFY2(cli.errors().endsWith("\nrollcall-cli: Dropped 1 duplicate.\n"), cli.errors());

    Cli endless(arguments({}) +
                QStringList{m_stage->list(
                    {m_stage->url("/ok"), QByteArrayList(100, "http://a.example:99999/").join('\n')})});
    QCOMPARE(endless.run(), 0);
    QCOMPARE(endless.errors().count('\n'), 21);
    QVERIFY2(endless.errors().endsWith("... and 80 lines more\n"), endless.errors());
}

void CliTest::csvOnStandardOutputHasItForItself()
{
    Cli cli(arguments({"--csv", "-"}) +
            QStringList{m_stage->list({m_stage->url("/ok"), "ftp://ftp.example/", refusedUrl()})});
    QCOMPARE(cli.run(), 1);
    QVERIFY(cli.output().startsWith("url,final_url,outcome,"));
    const QList<QByteArrayList> rows = rowsOf(cli.output());
    QCOMPARE(column(rows, outcomeColumn), (QByteArrayList{"ok", "failed", "failed"}));
    QCOMPARE(column(rows, errorColumn), (QByteArrayList{"", "unsupported-scheme", "connection-refused"}));
    QVERIFY2(cli.errors().contains("Total time: "), "the summary goes where it does not disturb");
}

void CliTest::reportsGoToTheirFiles()
{
    m_stage->write("report.csv", "old");
    Cli cli(arguments({"--csv-separator", ";", "--csv-bom", "--csv"}) +
            QStringList{m_stage->path("report.csv"), QStringLiteral("--jsonl"), m_stage->path("report.jsonl"),
                        m_stage->list({m_stage->url("/ok")})});
    QCOMPARE(cli.run(), 0);
    QVERIFY(m_stage->content("report.csv").startsWith("\xEF\xBB\xBFurl;final_url;"));
    QCOMPARE(m_stage->content("report.csv").count('\n'), 2);
    QVERIFY(m_stage->content("report.jsonl").startsWith("{\"url\":\"" + m_stage->url("/ok") + '"'));
    QVERIFY2(cli.output().startsWith("1 URL: 1 ok\n"), "a summary, and no table");
}

void CliTest::rowsComeInTheOrderOfTheList()
{
    Cli cli(arguments({"--retries=0", "--csv", "-"}) +
            QStringList{m_stage->list({m_stage->url("/slow"), m_stage->url("/ok"), m_stage->url("/bad")})});
    cli.start();
    QTRY_COMPARE(m_stage->server.heldRequests("/slow"), 1);
    QTRY_COMPARE(m_stage->server.requestCount("/bad"), 1);
    QCOMPARE(cli.output().count('\n'), 1);
    m_stage->server.release("/slow");
    QCOMPARE(cli.finish(), 1);
    QCOMPARE(column(rowsOf(cli.output()), urlColumn),
             (QByteArrayList{m_stage->url("/slow"), m_stage->url("/ok"), m_stage->url("/bad")}));
}

void CliTest::theOptionsReachTheRequest()
{
    Cli cli(arguments({"--method", "HEAD", "--header", "X-Test: yes", "--user-agent", "me/1"}) +
            QStringList{m_stage->list({m_stage->url("/ok")})});
    QCOMPARE(cli.run(), 0);
    const Request request = m_stage->server.requests().value(0);
    QCOMPARE(request.method, QByteArray("HEAD"));
    QCOMPARE(request.header("X-Test"), QByteArray("yes"));
    QCOMPARE(request.header("User-Agent"), QByteArray("me/1"));
}

void CliTest::progressIsDrawnAndErased()
{
    Cli cli({QStringLiteral("check"), QStringLiteral("--progress=always"),
             m_stage->list({m_stage->url("/slow"), m_stage->url("/ok")})});
    cli.start();
    QTRY_VERIFY(cli.errors().contains("50 %  1 of 2"));
    m_stage->server.release("/slow");
    QCOMPARE(cli.finish(), 0);
    QVERIFY(cli.errors().endsWith("\r\x1b[K"));
    QVERIFY(!cli.output().contains('\x1b'));
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
