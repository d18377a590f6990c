// SPDX-License-Identifier: MIT
#include "app/cli/plaintext.h"
#include "app/cli/tableformatter.h"

#include <QRegularExpression>
#include <QTest>

using namespace rollcall;
using namespace rollcall::cli;
using std::chrono::microseconds;

namespace {

CheckResult answered(Outcome outcome)
{
    CheckResult result;
    result.url = "https://example.com/";
    result.outcome = outcome;
    result.attempts = 1;
    result.fetch.finalUrl = result.url;
    result.fetch.status = 200;
    result.fetch.bodyBytes = 12'345;
    result.fetch.times.total = microseconds(87'400);
    return result;
}

CheckResult refusedConnection()
{
    CheckResult result = CheckResult::neverStarted("http://127.0.0.1:1/");
    result.outcome = Outcome::Failed;
    result.attempts = 1;
    result.fetch.error = ErrorKind::ConnectionRefused;
    return result;
}

} // namespace

class TableFormatterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowSaysWhoAnsweredWithHowManyBytesHowFast()
    {
        QCOMPARE(TableFormatter(false).row(answered(Outcome::Ok)),
                 QStringLiteral("\u2713 ok            200    12.1 KiB     87 ms  https://example.com/\n"));
    }

    void aFailureSaysWhy()
    {
        CheckResult result = refusedConnection();
        QCOMPARE(
            TableFormatter(false).row(result),
            QStringLiteral(
                "\u2717 failed          -           -         -  http://127.0.0.1:1/  Connection refused\n"));
        result.fetch.errorDetail = QStringLiteral("port 1");
        QVERIFY(
            TableFormatter(false).row(result).endsWith(QStringLiteral("/  Connection refused: port 1\n")));
    }

    void everyReasonIsSaid()
    {
        CheckResult result = answered(Outcome::Warning);
        result.fetch.error = ErrorKind::TooSlow;
        result.fetch.errorDetail = QStringLiteral("2 s");
        result.furtherReasons = {Reason(ErrorKind::Redirected, {})};
        QVERIFY(TableFormatter(false).row(result).endsWith(QStringLiteral("/  Too slow: 2 s; Redirected\n")));
    }

    void aRedirectShowsWhereItEnded()
    {
        CheckResult result = answered(Outcome::Ok);
        result.fetch.finalUrl = "https://www.example.com/";
        QVERIFY(TableFormatter(false).row(result).endsWith(
            QStringLiteral("  https://example.com/ \u2192 https://www.example.com/\n")));
    }

    void aCancelledRowHasNoReason()
    {
        const QString row = TableFormatter(false).row(CheckResult::neverStarted("http://a.example/"));
        QVERIFY(row.startsWith(u"\u2013 cancelled  "));
        QVERIFY(row.endsWith(u"  http://a.example/\n"));
    }

    void theHeadingStandsOverItsColumns()
    {
        const QString heading = TableFormatter(false).heading();
        const QString row = TableFormatter(false).row(answered(Outcome::Ok));
        QCOMPARE(heading.indexOf(u"URL"), row.indexOf(u"https://"));
        QCOMPARE(heading.indexOf(u"OUTCOME"), row.indexOf(u"ok"));
        for (const auto &[word, value] :
             {std::pair(u"STATUS", u"200"), {u"SIZE", u"12.1 KiB"}, {u"TIME", u"87 ms"}})
            QCOMPARE(heading.indexOf(word) + QStringView(word).size(),
                     row.indexOf(value) + QStringView(value).size());
    }

    void colorIsOnlyThereWhenAskedFor()
    {
        for (const Outcome outcome : {Outcome::Ok, Outcome::Warning, Outcome::Failed, Outcome::Cancelled}) {
            const QString plain = TableFormatter(false).row(answered(outcome));
            const QString colored = TableFormatter(true).row(answered(outcome));
            QVERIFY(!plain.contains(u'\x1b'));
            QVERIFY(colored.startsWith(u"\x1b["));
            QString stripped = colored;
            stripped.remove(QRegularExpression(QStringLiteral("\x1b\\[[0-9]+m")));
            QCOMPARE(stripped, plain);
        }
        QVERIFY(!TableFormatter(false).heading().contains(u'\x1b'));
        QVERIFY(TableFormatter(true).row(answered(Outcome::Ok)).startsWith(u"\x1b[32m"));
        QVERIFY(TableFormatter(true).row(answered(Outcome::Failed)).startsWith(u"\x1b[31m"));
    }

    void nothingFromAServerCommandsTheTerminal_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("clear the screen") << QStringLiteral("a\x1b[2Jb") << QStringLiteral("a\\u{1b}[2Jb");
        QTest::newRow("line breaks") << QStringLiteral("a\r\nb") << QStringLiteral("a\\u{d}\\u{a}b");
        QTest::newRow("one byte CSI") << QStringLiteral("a\u009b2J") << QStringLiteral("a\\u{9b}2J");
        QTest::newRow("right to left") << QStringLiteral("a\u202Eb") << QStringLiteral("a\\u{202e}b");
        QTest::newRow("line separator") << QStringLiteral("a\u2028b") << QStringLiteral("a\\u{2028}b");
        QTest::newRow("NUL") << QString(QStringLiteral("a") + QChar(0)) << QStringLiteral("a\\u{0}");
        QTest::newRow("lone surrogate")
            << QString(QStringLiteral("a") + QChar(0xD800)) << QStringLiteral("a\uFFFD");
        QTest::newRow("harmless") << QStringLiteral("Zürich 東京 🛰")
                                  << QStringLiteral("Zürich 東京 🛰");
    }
    void nothingFromAServerCommandsTheTerminal()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(printable(text), shown);

        CheckResult result = refusedConnection();
        result.url = result.fetch.finalUrl = "data:" + text.toUtf8();
        result.fetch.errorDetail = text;
        const QString row = TableFormatter(false).row(result);
        QCOMPARE(row.count(u'\n'), 1);
        for (const QChar character : {QChar(0x1b), QChar(0x9b), QChar(0x202e), QChar(0), QChar(u'\r')})
            QVERIFY(!row.contains(character));
    }

    void anEndlessTextIsCut()
    {
        const QString shown = printable(QString(100'000, u'x'));
        QCOMPARE(shown.size(), 1001);
        QVERIFY(shown.endsWith(QChar(0x2026)));
    }

    void theSummaryCountsOutcomesAndReasons()
    {
        RunSummary summary;
        for (int i = 0; i < 2; ++i)
            summary.count(refusedConnection());
        CheckResult late = refusedConnection();
        late.fetch.error = ErrorKind::Timeout;
        for (int i = 0; i < 3; ++i)
            summary.count(late);
        summary.count(answered(Outcome::Ok));
        summary.count(CheckResult::neverStarted("http://a.example/"));
        summary.progress.total = 7;
        summary.progress.ok = 1;
        summary.progress.failed = 5;
        summary.progress.cancelled = 1;
        summary.progress.elapsed = std::chrono::milliseconds(12'345);

        const QString sentence = QString::fromUtf8(errorKindInfo(ErrorKind::Timeout).sentence);
        const QStringList lines = TableFormatter(false).summary(summary).split(u'\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.at(0), QStringLiteral("7 URLs: 1 ok, 5 failed, 1 cancelled"));
        QCOMPARE(lines.at(1), QStringLiteral("    3 \u00d7 Timed out: ") + sentence);
        QVERIFY(lines.at(2).startsWith(u"    2 \u00d7 Connection refused: "));
        QCOMPARE(lines.at(3), QStringLiteral("Total time: 12.35 seconds"));
        QCOMPARE(lines.at(4), QString());
    }

    void aRunThatVerifiedNobodyIsMarked()
    {
        RunSummary summary;
        QVERIFY(!TableFormatter(true).summary(summary).contains(QStringLiteral("--insecure")));
        summary.verifiesTls = false;
        QVERIFY(TableFormatter(true).summary(summary).contains(
            QStringLiteral("\x1b[33m! Certificates were not verified (--insecure)")));
    }

    void numbersAreForPeople()
    {
        QCOMPARE(humanBytes(0), QStringLiteral("0 B"));
        QCOMPARE(humanBytes(1023), QStringLiteral("1023 B"));
        QCOMPARE(humanBytes(1024), QStringLiteral("1.0 KiB"));
        QCOMPARE(humanBytes(1024 * 1024 - 1), QStringLiteral("1.0 MiB"));
        QCOMPARE(humanBytes(qint64(10) << 30), QStringLiteral("10.0 GiB"));
        QCOMPARE(humanTime(microseconds(400)), QStringLiteral("0 ms"));
        QCOMPARE(humanTime(microseconds(999'400)), QStringLiteral("999 ms"));
        QCOMPARE(humanTime(microseconds(999'600)), QStringLiteral("1.0 s"));
        QCOMPARE(humanTime(std::chrono::seconds(61)), QStringLiteral("61.0 s"));
        QCOMPARE(humanWait(std::chrono::seconds(59)), QStringLiteral("59 s"));
        QCOMPARE(humanWait(std::chrono::seconds(185)), QStringLiteral("3:05"));
        QCOMPARE(humanWait(std::chrono::seconds(3723)), QStringLiteral("1:02:03"));
        QCOMPARE(counted(1, "URL"), QStringLiteral("1 URL"));
        QCOMPARE(counted(0, "URL"), QStringLiteral("0 URLs"));
    }
};

QTEST_GUILESS_MAIN(TableFormatterTest)
#include "tst_tableformatter.moc"
