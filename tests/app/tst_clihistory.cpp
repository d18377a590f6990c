// SPDX-License-Identifier: MIT
#include "tests/app/clirunner.h"

#include <QTest>

#include <memory>

using namespace rollcall::test;

/// rollcall-cli with --history: what a check keeps, and what report and history make of it.
class CliHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stage = std::make_unique<Stage>(); }

    void aRunThatWasKeptGivesTheSameReport();
    void runsAreListedTheLastFirst();
    void eachRunCanBeRendered();
    void theStatusOfARunsUrlsIsRendered();
    void aRunThatIsNotThereIsSaid();
    void aHistoryThatIsNotThereIsSaidAndNotMade_data();
    void aHistoryThatIsNotThereIsSaidAndNotMade();
    void aHistoryThatCannotBeOpenedIsRefusedBeforeAnythingIsChecked();
    void aDamagedHistoryIsNamedLeftAloneAndSetAside();
    void aReportNeverOverwritesTheHistory();
    void theLastTwoRunsOfAListAreCompared();
    void runsAreComparedByTheirNumbers();
    void whatCannotBeComparedIsSaid();
    void theRetentionIsShownAndSet();
    void wrongUsageIsOneSentence_data();
    void wrongUsageIsOneSentence();

private:
    int check(const QByteArrayList &urls, const QStringList &more = {})
    {
        Cli cli(arguments({"--quiet", "--retries=0", "--history"}) +
                QStringList{m_stage->path("history.sqlite")} + more + QStringList{m_stage->list(urls)});
        return cli.run();
    }
    Cli diff(const QStringList &more)
    {
        return Cli(QStringList{QStringLiteral("diff"), QStringLiteral("--history"),
                               m_stage->path("history.sqlite")} +
                   more);
    }
    Cli report(const QStringList &more)
    {
        return Cli(QStringList{QStringLiteral("report"), QStringLiteral("--history"),
                               m_stage->path("history.sqlite")} +
                   more);
    }

    std::unique_ptr<Stage> m_stage;
};

void CliHistoryTest::aRunThatWasKeptGivesTheSameReport()
{
    const QByteArrayList urls = {m_stage->url("/ok"), m_stage->url("/missing"), "ftp://ftp.example/"};
    QCOMPARE(check(urls, {QStringLiteral("--jsonl"), m_stage->path("first.jsonl")}), 1);
    Cli cli = report({QStringLiteral("--to"), QStringLiteral("jsonl"), QStringLiteral("-o"),
                      m_stage->path("second.jsonl")});
    QCOMPARE(cli.run(), 0);
    QCOMPARE(cli.errors(), QByteArray());
    QVERIFY(m_stage->content("first.jsonl").count('\n') == 3);
    QCOMPARE(m_stage->content("second.jsonl"), m_stage->content("first.jsonl"));
}

void CliHistoryTest::runsAreListedTheLastFirst()
{
    QCOMPARE(check({m_stage->url("/ok")}), 0);
    QCOMPARE(check({m_stage->url("/ok"), m_stage->url("/missing")}), 1);
    Cli cli = report({});
    QCOMPARE(cli.run(), 0);
    const QByteArrayList lines = cli.output().split('\n');
    QCOMPARE(lines.size(), 4); // with the heading, and an end of line
    QVERIFY2(lines.at(1).simplified().startsWith("2 20"), cli.output());
    QVERIFY2(lines.at(1).simplified().contains(" 2 1 0 1 /"), cli.output());
    QVERIFY2(lines.at(2).simplified().contains(" 1 1 0 0 /"), cli.output());
    QVERIFY2(lines.at(2).endsWith("list.txt"), cli.output());
}

void CliHistoryTest::eachRunCanBeRendered()
{
    QCOMPARE(check({m_stage->url("/ok")}), 0);
    QCOMPARE(check({m_stage->url("/missing")}), 1);
    for (const auto &[run, path] : {std::pair{1, "/ok"}, std::pair{2, "/missing"}}) {
        Cli cli = report({QStringLiteral("--run"), QString::number(run), QStringLiteral("--to=csv")});
        QCOMPARE(cli.run(), 0);
        const QList<QByteArrayList> rows = rowsOf(cli.output());
        QCOMPARE(column(rows, urlColumn), QByteArrayList{m_stage->url(path)});
    }
}

void CliHistoryTest::theStatusOfARunsUrlsIsRendered()
{
    QCOMPARE(check({m_stage->url("/ok")}), 0);
    QCOMPARE(check({m_stage->url("/missing"), m_stage->url("/ok")}), 1);
    Cli cli = report({QStringLiteral("--to=status"), QStringLiteral("-o"), m_stage->path("status.html")});
    QCOMPARE(cli.run(), 0);
    QCOMPARE(cli.errors(), QByteArray());
    const QByteArray page = m_stage->content("status.html");
    QCOMPARE(page.count("<tr data-o=\"failed\"><td>Failed</td>"), 1);
    QCOMPARE(page.count("<tr data-o=\"ok\"><td>OK</td>"), 1);
    QVERIFY(page.contains("<dt>Uptime 24 hours</dt><dd>66.66 %</dd>")); // /ok was checked twice
    Cli first = report({QStringLiteral("--to=status"), QStringLiteral("--run=1")});
    QCOMPARE(first.run(), 0);
    QVERIFY(first.output().contains("<dt>URLs</dt><dd>1</dd>"));
    Cli none = report({QStringLiteral("--to=status"), QStringLiteral("--run=7")});
    QCOMPARE(none.run(), 2);
    QVERIFY2(none.errors().contains("There is no run 7"), none.errors());
}

void CliHistoryTest::aRunThatIsNotThereIsSaid()
{
    QCOMPARE(check({m_stage->url("/ok")}), 0);
    m_stage->write("report.csv", "old");
    Cli cli = report({QStringLiteral("--run=7"), QStringLiteral("--to=csv"), QStringLiteral("-o"),
                      m_stage->path("report.csv")});
    QCOMPARE(cli.run(), 2);
    QCOMPARE(cli.errors(), "rollcall-cli: There is no run 7 in the history \"" +
                               m_stage->path("history.sqlite").toUtf8() + "\".\n");
    QCOMPARE(m_stage->content("report.csv"), QByteArray("old"));
}

void CliHistoryTest::aHistoryThatIsNotThereIsSaidAndNotMade_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("report") << QStringList{QStringLiteral("report"), QStringLiteral("--history")};
    QTest::newRow("history") << QStringList{QStringLiteral("history")};
    QTest::newRow("set aside") << QStringList{QStringLiteral("history"), QStringLiteral("--set-aside")};
}

void CliHistoryTest::aHistoryThatIsNotThereIsSaidAndNotMade()
{
    QFETCH(QStringList, words);
    const QString path = m_stage->path("none.sqlite");
    Cli cli(words + QStringList{path});
    QCOMPARE(cli.run(), 2);
    QCOMPARE(cli.errors(), "rollcall-cli: There is no history \"" + path.toUtf8() + "\".\n");
    QVERIFY(!QFile::exists(path));
}

void CliHistoryTest::aHistoryThatCannotBeOpenedIsRefusedBeforeAnythingIsChecked()
{
    const QString folder = m_stage->folder.path();
    Cli cli(arguments({"--history"}) + QStringList{folder, m_stage->list({m_stage->url("/ok")})});
    QCOMPARE(cli.run(), 2);
    QVERIFY2(cli.errors().startsWith("rollcall-cli: Cannot open the history \"" + folder.toUtf8() + "\": "),
             cli.errors());
    QCOMPARE(cli.errors().count('\n'), 1);
    QCOMPARE(cli.output(), QByteArray());
    QCOMPARE(m_stage->server.requestCount("/ok"), 0);
}

void CliHistoryTest::aDamagedHistoryIsNamedLeftAloneAndSetAside()
{
    const QByteArray garbage = QByteArray("no database ").repeated(100);
    const QString path = m_stage->path("history.sqlite");
    m_stage->write("history.sqlite", garbage);
    Cli cli(arguments({"--history"}) + QStringList{path, m_stage->list({m_stage->url("/ok")})});
    QCOMPARE(cli.run(), 2);
    QVERIFY2(cli.errors().contains(path.toUtf8()) && cli.errors().contains("--set-aside"), cli.errors());
    QCOMPARE(m_stage->content("history.sqlite"), garbage);

    Cli setAside({QStringLiteral("history"), path, QStringLiteral("--set-aside")});
    QCOMPARE(setAside.run(), 0);
    const QByteArray said = setAside.output();
    const QString newName = QString::fromUtf8(said).section(u'"', 1, 1);
    QVERIFY2(newName.startsWith(path + QStringLiteral(".damaged-")), said);
    QFile aside(newName);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), garbage);
    QCOMPARE(check({m_stage->url("/ok")}), 0);
}

void CliHistoryTest::aReportNeverOverwritesTheHistory()
{
    QCOMPARE(check({m_stage->url("/ok")}), 0);
    const QString path = m_stage->path("history.sqlite");
    Cli rendering = report({QStringLiteral("--to=csv"), QStringLiteral("-o"), path});
    QCOMPARE(rendering.run(), 2);
    QVERIFY2(rendering.errors().contains("would overwrite the history"), rendering.errors());
    QCOMPARE(check({m_stage->url("/ok")}, {QStringLiteral("--csv"), path}), 2);
    QCOMPARE(report({}).run(), 0);
}

void CliHistoryTest::theLastTwoRunsOfAListAreCompared()
{
    const QStringList csv = {QStringLiteral("--to=csv"), QStringLiteral("--ignore=slower")};
    QCOMPARE(check({m_stage->url("/ok"), m_stage->url("/missing")}), 1);
    QCOMPARE(diff(csv).run(), 2); // there is one run alone
    QCOMPARE(check({m_stage->url("/bad"), m_stage->url("/ok")}), 1);
    Cli other(arguments({"--quiet", "--history"}) +
              QStringList{m_stage->path("history.sqlite"), QString::fromUtf8(m_stage->url("/ok"))});
    QCOMPARE(other.run(), 0); // of another list: it stands in the way of nothing
    QCOMPARE(check({m_stage->url("/ok"), m_stage->url("/missing")}), 1);
    Cli cli = diff(csv);
    QCOMPARE(cli.run(), 0);
    QCOMPARE(cli.errors(), QByteArray());
    QList<QByteArrayList> rows = rowsOf(cli.output());
    QCOMPARE(column(rows, 0), (QByteArrayList{"added", "removed"}));
    QCOMPARE(column(rows, 1), (QByteArrayList{m_stage->url("/missing"), m_stage->url("/bad")}));
}

void CliHistoryTest::runsAreComparedByTheirNumbers()
{
    QCOMPARE(check({m_stage->url("/ok")}), 0);
    QCOMPARE(check({m_stage->url("/bad")}), 1);
    QCOMPARE(check({m_stage->url("/ok"), m_stage->url("/bad")}), 1);
    Cli cli = diff({QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("--to=csv")});
    QCOMPARE(cli.run(), 0);
    const QList<QByteArrayList> rows = rowsOf(cli.output());
    QCOMPARE(column(rows, 0), (QByteArrayList{"still-broken", "removed"}));
    QCOMPARE(column(rows, 1), (QByteArrayList{m_stage->url("/bad"), m_stage->url("/ok")}));
}

void CliHistoryTest::whatCannotBeComparedIsSaid()
{
    Cli none = diff({});
    QCOMPARE(none.run(), 2);
    QVERIFY2(none.errors().startsWith("rollcall-cli: There is no history"), none.errors());
    QVERIFY(!QFile::exists(m_stage->path("history.sqlite")));
    QCOMPARE(check({m_stage->url("/ok")}), 0);
    Cli one = diff({});
    QCOMPARE(one.run(), 2);
    QVERIFY2(one.errors().contains("There are no two runs"), one.errors());
    Cli missing = diff({QStringLiteral("1"), QStringLiteral("7")});
    QCOMPARE(missing.run(), 2);
    QVERIFY2(missing.errors().contains("There is no run 7 in the history"), missing.errors());
    Cli self = diff(
        {QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("-o"), m_stage->path("history.sqlite")});
    QCOMPARE(self.run(), 2);
    QVERIFY2(self.errors().contains("would overwrite the history"), self.errors());
    QCOMPARE(diff({QStringLiteral("1"), QStringLiteral("1")}).run(), 0);
}

void CliHistoryTest::theRetentionIsShownAndSet()
{
    QCOMPARE(check({m_stage->url("/ok")}), 0);
    const QStringList history = {QStringLiteral("history"), m_stage->path("history.sqlite")};
    Cli shown(history);
    QCOMPARE(shown.run(), 0);
    QVERIFY2(shown.output().contains("each result for 30 days, roll-ups and incidents for 730 days"),
             shown.output());
    QVERIFY2(shown.output().endsWith("Runs      1\n"), shown.output());
    QCOMPARE(Cli(history + QStringList{QStringLiteral("--keep-results=7")}).run(), 0);
    Cli wrong(history + QStringList{QStringLiteral("--keep-rollups=6")});
    QCOMPARE(wrong.run(), 2);
    QVERIFY2(wrong.errors().contains("7 and 6 cannot be"), wrong.errors());
    Cli again(history);
    QCOMPARE(again.run(), 0);
    QVERIFY2(again.output().contains("each result for 7 days, roll-ups and incidents for 730 days"),
             again.output());
}

void CliHistoryTest::wrongUsageIsOneSentence_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words :
         {"report --history h.sqlite results.jsonl --to csv", "report --history h.sqlite --run x --to csv",
          "report --history h.sqlite --run 1", "report results.jsonl --to status",
          "report --history= --to csv", "history a b", "history --keep-results many",
          "history --no-such-option", "check --history= list.txt"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void CliHistoryTest::wrongUsageIsOneSentence()
{
    QFETCH(QString, words);
    Cli cli(words.split(u' '));
    QCOMPARE(cli.run(), 2);
    QCOMPARE(cli.errors().count('\n'), 1);
    QCOMPARE(cli.output(), QByteArray());
}

QTEST_GUILESS_MAIN(CliHistoryTest)
#include "tst_clihistory.moc"
