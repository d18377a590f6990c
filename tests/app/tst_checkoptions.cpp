// SPDX-License-Identifier: MIT
#include "app/cli/checkcommand.h"
#include "core/check/ruletext.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace rollcall;
using namespace rollcall::cli;
using std::chrono::milliseconds;

namespace {

const QString list = QStringLiteral("list.txt");

CheckCommand accepted(const QStringList &arguments)
{
    const auto parsed = parseCheckCommand(arguments);
    if (const auto *error = std::get_if<UsageError>(&parsed))
        qWarning("refused: %s", qUtf8Printable(error->sentence));
    const auto *command = std::get_if<CheckCommand>(&parsed);
    return command ? *command : CheckCommand();
}

QString refused(const QStringList &arguments)
{
    const auto parsed = parseCheckCommand(arguments);
    const auto *error = std::get_if<UsageError>(&parsed);
    return error ? error->sentence : QStringLiteral("not refused");
}

} // namespace

class CheckOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutOptionsTheDefaultsHold()
    {
        CheckCommand expected;
        expected.lists = {list};
        QCOMPARE(accepted({list}), expected);
        QCOMPARE(expected.settings.limits.concurrency, 50);
        QCOMPARE(expected.settings.limits.perHost, 6);
        QCOMPARE(expected.settings.timeout, milliseconds(30'000));
        QCOMPARE(expected.settings.connectTimeout, milliseconds(10'000));
        QCOMPARE(expected.settings.maxRedirects, 10);
        QCOMPARE(expected.settings.maxBodyBytes, qint64(64) << 20);
        QCOMPARE(expected.settings.retries, 1);
        QVERIFY(expected.settings.transport.verifyTls);
    }

    void everySettingHasItsOption()
    {
        const CheckCommand command = accepted({QStringLiteral("--concurrency"),
                                               QStringLiteral("7"),
                                               QStringLiteral("--per-host=3"),
                                               QStringLiteral("--timeout"),
                                               QStringLiteral("2.5"),
                                               QStringLiteral("--connect-timeout"),
                                               QStringLiteral("0.1"),
                                               QStringLiteral("--method"),
                                               QStringLiteral("head"),
                                               QStringLiteral("--max-redirects"),
                                               QStringLiteral("0"),
                                               QStringLiteral("--max-body"),
                                               QStringLiteral("2M"),
                                               QStringLiteral("--retries"),
                                               QStringLiteral("4"),
                                               QStringLiteral("--header"),
                                               QStringLiteral("Accept: text/html"),
                                               QStringLiteral("--header"),
                                               QStringLiteral("X-Two:  2 "),
                                               QStringLiteral("--user-agent"),
                                               QStringLiteral("me/1"),
                                               QStringLiteral("--insecure"),
                                               QStringLiteral("--engine"),
                                               QStringLiteral("qt"),
                                               QStringLiteral("--ca-file"),
                                               QStringLiteral("ca.pem"),
                                               list});
        CheckSettings expected;
        expected.limits = CheckLimits(7, 3);
        expected.timeout = milliseconds(2500);
        expected.connectTimeout = milliseconds(100);
        expected.method = HttpMethod::Head;
        expected.maxRedirects = 0;
        expected.maxBodyBytes = 2 << 20;
        expected.retries = 4;
        expected.headers = {HeaderField("Accept", "text/html"), HeaderField("X-Two", "2")};
        expected.userAgent = "me/1";
        expected.transport.verifyTls = false;
        expected.transport.engine = EngineKind::Qt;
        expected.transport.caFile = QStringLiteral("ca.pem");
        QCOMPARE(command.settings, expected);
    }

    void howRequestsTravelHasItsOptions()
    {
        const CheckCommand command = accepted(
            {QStringLiteral("--method=put"), QStringLiteral("--body=hello"), QStringLiteral("--proxy=none"),
             QStringLiteral("--resolve=a.test=::1"), QStringLiteral("--resolve=a.test=127.0.0.1"),
             QStringLiteral("--ipv4"), QStringLiteral("--http2=off"), QStringLiteral("--allow-downgrade"),
             QStringLiteral("--client-cert=me.pem"), QStringLiteral("--client-key=key.pem"),
             QStringLiteral("--first-byte-timeout=1"), QStringLiteral("--idle-timeout=2"), list});
        CheckSettings expected;
        expected.method = HttpMethod::Put;
        expected.body = "hello";
        expected.allowDowngrade = true;
        expected.firstByteTimeout = milliseconds(1000);
        expected.idleTimeout = milliseconds(2000);
        expected.transport.proxy = ProxySetting(ProxySetting::Kind::None);
        expected.transport.hostOverrides = {
            {QStringLiteral("a.test"), QHostAddress(QStringLiteral("::1"))},
            {QStringLiteral("a.test"), QHostAddress(QStringLiteral("127.0.0.1"))}};
        expected.transport.ipVersion = IpVersion::V4;
        expected.transport.allowHttp2 = false;
        expected.transport.clientCertificateFile = QStringLiteral("me.pem");
        expected.transport.clientKeyFile = QStringLiteral("key.pem");
        QCOMPARE(command.settings, expected);
    }

    void politenessHasItsOptions()
    {
        const CheckCommand command =
            accepted({QStringLiteral("--rate=30/m"), QStringLiteral("--rate-per-host=2"),
                      QStringLiteral("--second-round=off"), QStringLiteral("--longest-pause=5"),
                      QStringLiteral("--give-up-after=0"), list});
        CheckSettings expected;
        expected.limits.rate = 0.5;
        expected.limits.ratePerHost = 2;
        expected.politeness.secondRound = false;
        expected.politeness.longestPause = std::chrono::seconds(5);
        expected.politeness.giveUpAfter = 0;
        QCOMPARE(command.settings, expected);
    }

    void everyRuleHasItsOption()
    {
        const QList<std::pair<QString, QString>> options = {
            {QStringLiteral("accept"), QStringLiteral("200,304")},
            {QStringLiteral("redirects"), QStringLiteral("error")},
            {QStringLiteral("slow-warning"), QStringLiteral("1")},
            {QStringLiteral("slow-error"), QStringLiteral("2")},
            {QStringLiteral("certificate-days"), QStringLiteral("14")},
            {QStringLiteral("expect-text"), QStringLiteral("a")},
            {QStringLiteral("expect-regex"), QStringLiteral("b+")},
            {QStringLiteral("expect-json"), QStringLiteral("c=1")},
            {QStringLiteral("expect-header"), QStringLiteral("D: e")}};
        QStringList arguments = {QStringLiteral("--rule=* accept=404"), list};
        CheckSettings expected;
        addPatternRule(expected.rules, QStringLiteral("* accept=404"));
        for (const auto &[name, value] : options) {
            arguments.append(QStringLiteral("--%1=%2").arg(name, value));
            setRule(expected.rules.general, name, value);
        }
        QCOMPARE(accepted(arguments).settings, expected);
        QCOMPARE(expected.rules.general.expectations->size(), 4);
    }

    void whatIsPrintedHasItsOptions()
    {
        const CheckCommand command =
            accepted({QStringLiteral("--quiet"), QStringLiteral("--progress"), QStringLiteral("never"),
                      QStringLiteral("--no-color"), QStringLiteral("--csv-separator"), QStringLiteral("tab"),
                      QStringLiteral("--csv-bom"), QStringLiteral("--csv-raw"),
                      QStringLiteral("--columns=total_ms, url"), list});
        QVERIFY(command.quiet);
        QCOMPARE(command.progress, ProgressMode::Never);
        QVERIFY(!command.color);
        QCOMPARE(command.reportOptions.separator, '\t');
        QVERIFY(command.reportOptions.byteOrderMark);
        QVERIFY(command.reportOptions.rawCells);
        QCOMPARE(command.reportOptions.columns, (QByteArrayList{"total_ms", "url"}));
    }

    void everyReportFormatIsAnOption()
    {
        for (const ReportFormat &format : reportFormats()) {
            const QString option = QStringLiteral("--") + QLatin1String(format.id);
            if (!format.isBuiltIn()) {
                QCOMPARE(refused({option, QStringLiteral("a"), list}),
                         QStringLiteral("%1 is not built in: this build has no %2.")
                             .arg(option, QLatin1String(format.needs)));
                continue;
            }
            const QList<ReportRequest> expected = {ReportRequest(&format, QStringLiteral("-")),
                                                   ReportRequest(&format, QStringLiteral("b"))};
            QCOMPARE(accepted({option, QStringLiteral("-"), option, QStringLiteral("b"), list}).reports,
                     expected);
            QVERIFY(expected.front().toStandardOutput());
            QVERIFY(!expected.back().toStandardOutput());
        }
    }

    void severalListsKeepTheirOrder()
    {
        const QStringList lists = {QStringLiteral("b"), QStringLiteral("-"),
                                   QStringLiteral("http://a.example/")};
        QCOMPARE(accepted(lists).lists, lists);
    }

    void theLastOfTwoValuesHolds()
    {
        QCOMPARE(
            accepted({QStringLiteral("--retries=2"), QStringLiteral("--retries=3"), list}).settings.retries,
            3);
    }

    void wrongUsageIsOneSentence_data();
    void wrongUsageIsOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, sentence);
        QCOMPARE(refused(arguments), sentence);
    }

    void optionsOfLaterVersionsAreNotSwallowed_data()
    {
        QTest::addColumn<QString>("option");
        for (const char *option : {"--every", "--nonsense", "-x"})
            QTest::newRow(option) << QString::fromLatin1(option);
    }
    void optionsOfLaterVersionsAreNotSwallowed()
    {
        QFETCH(QString, option);
        QCOMPARE(refused({option, list}),
                 QStringLiteral("There is no option %1; see \"rollcall-cli check --help\".").arg(option));
    }

    void helpWinsOverEverything()
    {
        const auto parsed = parseCheckCommand({QStringLiteral("--timeout=x"), QStringLiteral("--help")});
        QVERIFY(std::holds_alternative<HelpRequest>(parsed));
    }

    void helpNamesEveryOption()
    {
        const QString help = checkHelp();
        for (const char *option : {"--concurrency",
                                   "--per-host",
                                   "--timeout",
                                   "--connect-timeout",
                                   "--method",
                                   "--max-redirects",
                                   "--max-body",
                                   "--retries",
                                   "--header",
                                   "--user-agent",
                                   "--insecure",
                                   "--engine",
                                   "--ca-file",
                                   "--csv",
                                   "--jsonl",
                                   "--columns",
                                   "--csv-separator",
                                   "--csv-bom",
                                   "--csv-raw",
                                   "--quiet",
                                   "--progress",
                                   "--no-color",
                                   "--first-byte-timeout",
                                   "--idle-timeout",
                                   "--body",
                                   "--client-cert",
                                   "--client-key",
                                   "--proxy",
                                   "--resolve",
                                   "--ipv4",
                                   "--ipv6",
                                   "--http2",
                                   "--allow-downgrade",
                                   "--rate",
                                   "--rate-per-host",
                                   "--second-round",
                                   "--longest-pause",
                                   "--give-up-after",
                                   "--accept",
                                   "--redirects",
                                   "--slow-warning",
                                   "--slow-error",
                                   "--certificate-days",
                                   "--expect-text",
                                   "--expect-regex",
                                   "--expect-json",
                                   "--expect-header",
                                   "--rule"})
            QVERIFY2(help.contains(QStringLiteral("  %1 ").arg(QLatin1String(option))), option);
        const QStringList lines = help.split(u'\n');
        for (const QString &line : lines)
            QVERIFY2(line.size() <= 80, qUtf8Printable(line));
    }

    void theManPageNamesEveryOption()
    {
        QFile page(QStringLiteral(ROLLCALL_MAN_PAGE));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(page.readAll()).remove(u'\\');
        static const QRegularExpression option(QStringLiteral("^  (--[a-z0-9-]+)"),
                                               QRegularExpression::MultilineOption);
        int count = 0;
        for (const QRegularExpressionMatch &match : option.globalMatch(checkHelp())) {
            const QString name = match.captured(1);
            QVERIFY2(name == u"--help" || text.contains(QRegularExpression(name + QStringLiteral("[ \n]"))),
                     qUtf8Printable(name));
            ++count;
        }
        QVERIFY(count > 20);
    }
};

void CheckOptionsTest::wrongUsageIsOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QStringList &arguments, const char *sentence) {
        QTest::newRow(name) << arguments << QString::fromUtf8(sentence);
    };
    const auto option = [&row](const char *argument, const char *sentence) {
        row(argument, {QString::fromUtf8(argument), list}, sentence);
    };
    row("nothing to check", {},
        "check needs a list: a file, - for standard input, or a URL; see \"rollcall-cli check --help\".");
    row("standard input twice", {QStringLiteral("-"), QStringLiteral("-")},
        "Standard input (-) can be read only once.");
    option("--concurrency=0", "--concurrency takes 1 to 10000, not \"0\".");
    option("--concurrency=abc", "--concurrency takes 1 to 10000, not \"abc\".");
    option("--concurrency=99999999999", "--concurrency takes 1 to 10000, not \"99999999999\".");
    option("--per-host=1001", "--per-host takes 1 to 1000, not \"1001\".");
    option("--timeout=0", "--timeout takes 0.1 to 3600 seconds, not \"0\".");
    option("--timeout=nan", "--timeout takes 0.1 to 3600 seconds, not \"nan\".");
    option("--timeout=1e300", "--timeout takes 0.1 to 3600 seconds, not \"1e300\".");
    option("--timeout=1,5", "--timeout takes 0.1 to 3600 seconds, not \"1,5\".");
    option("--connect-timeout=", "--connect-timeout takes 0.1 to 3600 seconds, not \"\".");
    option("--max-redirects=-1", "--max-redirects takes 0 to 100, not \"-1\".");
    option("--max-body=64X", "--max-body takes 0 to 1125899906842624, not \"64X\".");
    option("--retries=11", "--retries takes 0 to 10, not \"11\".");
    option("--method=FETCH", "--method takes GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS, not \"FETCH\".");
    option("--proxy=ftp://127.0.0.1",
           "--proxy takes desktop, none or a URL such as socks5://127.0.0.1:1080, not \"ftp://127.0.0.1\".");
    option("--resolve=host", "--resolve takes HOST=ADDRESS, for example a.test=127.0.0.1, not \"host\".");
    option("--resolve=host=name",
           "--resolve takes HOST=ADDRESS, for example a.test=127.0.0.1, not \"host=name\".");
    option("--http2=maybe", "--http2 takes on or off, not \"maybe\".");
    option("--body=@/no/such/file", "--body takes a text, or @ and the name of a file that can be read, not "
                                    "\"@/no/such/file\".");
    option("--rate=0", "--rate takes 0.001 to 100000 per second, not \"0\".");
    option("--rate=fast", "--rate takes 0.001 to 100000 per second, not \"fast\".");
    option("--rate-per-host=1/y", "--rate-per-host takes 0.001 to 100000 per second, not \"1/y\".");
    option("--second-round=maybe", "--second-round takes on or off, not \"maybe\".");
    option("--longest-pause=1h", "--longest-pause takes 0 to 3600 seconds, not \"1h\".");
    option("--give-up-after=-1", "--give-up-after takes 0 to 1000000, not \"-1\".");
    option("--accept=all", "--accept takes status codes such as 200-299,304, not \"all\".");
    option("--expect-regex=(a",
           "--expect-regex takes a regular expression (missing closing parenthesis at character 3), not "
           "\"(a\".");
    option("--expect-json=a[b]",
           "--expect-json takes a place in JSON such as items[0].state=ok (an index that is no number at "
           "character 3), not \"a[b]\".");
    option("--rule=*",
           "--rule takes a pattern and a rule such as 'https://example.com/* accept=200,401', not "
           "\"*\".");
    option("--rule=* slow-error=x",
           "--rule has slow-error, which takes 0.001 to 3600 seconds, or none, not \"* slow-error=x\".");
    row("a body of HEAD", {QStringLiteral("--method=HEAD"), QStringLiteral("--expect-text=x"), list},
        "A text, a pattern or JSON cannot be expected of the answer to HEAD, which has no body; use --method "
        "GET.");
    option("--header=nonsense",
           "--header takes a header field such as 'Accept: text/html', not \"nonsense\".");
    if (!isAvailable(EngineKind::Exact))
        option("--engine=exact", "--engine takes only qt here, where libcurl is missing, not \"exact\".");
    option("--engine=ie6", "--engine takes exact or qt, not \"ie6\".");
    option("--progress=maybe", "--progress takes auto, always or never, not \"maybe\".");
    option("--csv-separator=x",
           "--csv-separator takes a comma, a semicolon, a vertical bar or the word tab, not \"x\".");
    option("--columns=url,colour",
           "--columns takes names of columns, such as url,status,total_ms, not \"url,colour\".");
    option("--csv=", "--csv takes the name of a file, or - for standard output.");
    row("the same file twice",
        {QStringLiteral("--csv"), QStringLiteral("-"), QStringLiteral("--jsonl"), QStringLiteral("-"), list},
        "Two reports cannot both go to \"-\".");
    row("the same file in other words",
        {QStringLiteral("--csv=a.csv"), QStringLiteral("--jsonl=./x/../a.csv"), list},
        "Two reports cannot both go to \"./x/../a.csv\".");
    row("an option in place of a value", {QStringLiteral("--csv"), QStringLiteral("--quiet"), list},
        "--csv needs a value, and \"--quiet\" looks like an option.");
    row("a missing value", {list, QStringLiteral("--csv")}, "Missing value after '--csv'.");
}

QTEST_GUILESS_MAIN(CheckOptionsTest)
#include "tst_checkoptions.moc"
