// SPDX-License-Identifier: MIT
#include "app/cli/diffcommand.h"
#include "app/cli/difftext.h"

#include <QFile>
#include <QTest>

using namespace rollcall;
using namespace rollcall::cli;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

CheckResult resultOf(const char *url, Outcome outcome, ErrorKind error = ErrorKind::None)
{
    CheckResult result;
    result.url = url;
    result.outcome = outcome;
    result.fetch.error = error;
    result.fetch.status = outcome == Outcome::Ok ? 200 : 0;
    return result;
}

} // namespace

class DiffCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultIsTextToStandardOutput()
    {
        const auto parsed = parseDiffCommand({u"a.jsonl"_s, u"b.jsonl"_s});
        QVERIFY(std::holds_alternative<DiffCommand>(parsed));
        DiffCommand expected;
        expected.before = u"a.jsonl"_s;
        expected.after = u"b.jsonl"_s;
        expected.output = u"-"_s;
        QCOMPARE(std::get<DiffCommand>(parsed), expected);
    }

    void everyOptionIsTaken()
    {
        const auto parsed =
            parseDiffCommand({u"--size"_s, u"5"_s, u"--slower"_s, u"50.5"_s, u"--slower-by"_s, u"1.5"_s,
                              u"--ignore"_s, u"content, slower"_s, u"--to"_s, u"csv"_s, u"-o"_s, u"out.csv"_s,
                              u"--csv-separator"_s, u"tab"_s, u"a"_s, u"-"_s});
        QVERIFY(std::holds_alternative<DiffCommand>(parsed));
        const auto &command = std::get<DiffCommand>(parsed);
        QCOMPARE(command.thresholds.sizePercent, 5.0);
        QCOMPARE(command.thresholds.slowerPercent, 50.5);
        QCOMPARE(command.thresholds.slowerAtLeast, 1500ms);
        QCOMPARE(command.thresholds.ignored, (std::vector<Change>{Change::Content, Change::Slower}));
        QCOMPARE(command.format, differenceFormat("csv"));
        QCOMPARE(command.output, u"out.csv"_s);
        QCOMPARE(command.options.separator, '\t');
    }

    void runsOfAHistoryAreTaken()
    {
        for (const QStringList &runs : {QStringList(), QStringList{u"3"_s, u"7"_s}}) {
            const auto parsed = parseDiffCommand(QStringList{u"--history"_s, u"h.sqlite"_s} + runs);
            QVERIFY(std::holds_alternative<DiffCommand>(parsed));
            DiffCommand expected;
            expected.history = u"h.sqlite"_s;
            expected.output = u"-"_s;
            if (!runs.isEmpty())
                expected.runs = {3, 7};
            QCOMPARE(std::get<DiffCommand>(parsed), expected);
        }
    }

    void whatIsWrongIsOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("naming");
        const auto row = [](const QStringList &arguments, const QString &naming) {
            QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << naming;
        };
        row({u"a"_s}, u"needs two files"_s);
        row({u"a"_s, u"b"_s, u"c"_s}, u"needs two files"_s);
        row({u"-"_s, u"-"_s}, u"only once"_s);
        row({u"--history"_s, u""_s}, u"--history takes the name"_s);
        row({u"--history"_s, u"h"_s, u"3"_s}, u"takes the numbers of two runs"_s);
        row({u"--history"_s, u"h"_s, u"3"_s, u"7"_s, u"9"_s}, u"takes the numbers of two runs"_s);
        row({u"--history"_s, u"h"_s, u"3"_s, u"last"_s}, u"not \"last\"."_s);
        row({u"--size"_s, u"-1"_s, u"a"_s, u"b"_s}, u"--size takes 0 to 1000000 percent, not \"-1\"."_s);
        row({u"--slower"_s, u"nan"_s, u"a"_s, u"b"_s}, u"--slower takes"_s);
        row({u"--slower-by"_s, u"soon"_s, u"a"_s, u"b"_s}, u"--slower-by takes"_s);
        row({u"--ignore"_s, u"colour"_s, u"a"_s, u"b"_s}, u"--ignore takes some of newly-broken, "_s);
        row({u"--to"_s, u"docx"_s, u"a"_s, u"b"_s}, u"--to takes one of the formats"_s);
        row({u"--columns"_s, u"url"_s, u"a"_s, u"b"_s}, u"columns"_s);
    }
    void whatIsWrongIsOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, naming);
        const auto parsed = parseDiffCommand(arguments);
        QVERIFY(std::holds_alternative<UsageError>(parsed));
        const QString sentence = std::get<UsageError>(parsed).sentence;
        QVERIFY2(sentence.contains(naming), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'\n'), qPrintable(sentence));
    }

    void helpNamesEveryFormatAndChange()
    {
        QVERIFY(std::holds_alternative<HelpRequest>(parseDiffCommand({u"--help"_s})));
        for (const DifferenceFormat &format : differenceFormats())
            QVERIFY(diffHelp().contains(u"\n  "_s + QLatin1String(format.id) + u' '));
        for (std::size_t i = 0; i < changeCount; ++i)
            QVERIFY(diffHelp().contains(QLatin1String(slug(Change(i)))));
    }

    void theManPageNamesEveryOption()
    {
        QFile page(QStringLiteral(ROLLCALL_MAN_PAGE));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray text = page.readAll();
        for (const char *name : {"history", "size", "slower", "slower\\-by", "ignore"})
            QVERIFY2(text.contains(QByteArray("\\-\\-") + name + ' '), name);
    }

    void textTellsTheWorstFirst()
    {
        const RunDifference difference =
            compareRuns({resultOf("http://a/", Outcome::Failed, ErrorKind::Timeout),
                         resultOf("http://b/", Outcome::Ok), resultOf("http://c/\x1b[31m", Outcome::Ok)},
                        {resultOf("http://a/", Outcome::Ok),
                         resultOf("http://b/", Outcome::Failed, ErrorKind::ConnectionRefused)});
        QCOMPARE(diffText(difference),
                 u"newly broken         http://b/  Connection refused, HTTP 200 before\n"
                 "repaired             http://a/  HTTP 200, Timed out before\n"
                 "removed              http://c/\\u{1b}[31m  HTTP 200 before\n"
                 "\n"
                 "3 URLs: 1 newly broken, 1 repaired, 1 removed, 0 unchanged\n"_s);
        QCOMPARE(diffText(RunDifference()), u"0 URLs: 0 unchanged\n"_s);
    }
};

QTEST_GUILESS_MAIN(DiffCommandTest)
#include "tst_diffcommand.moc"
