// SPDX-License-Identifier: MIT
#include "app/cli/watchcommand.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace rollcall;
using namespace rollcall::cli;

namespace {

QStringList words(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list.append(QString::fromUtf8(text));
    return list;
}

WatchCommand accepted(const QStringList &arguments)
{
    const auto parsed = parseWatchCommand(arguments);
    if (const auto *error = std::get_if<UsageError>(&parsed))
        qWarning("refused: %s", qUtf8Printable(error->sentence));
    const auto *command = std::get_if<WatchCommand>(&parsed);
    return command ? *command : WatchCommand();
}

QString refused(const QStringList &arguments)
{
    const auto parsed = parseWatchCommand(arguments);
    const auto *error = std::get_if<UsageError>(&parsed);
    return error ? error->sentence : QStringLiteral("not refused");
}

} // namespace

class WatchCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutOptionsTheDefaultsHold();
    void itsOwnOptionsAreTaken();
    void optionsOfCheckAreTakenToo();
    void webhooksShareTheirTemplateAndHeaders();
    void wrongValuesAreNamed_data();
    void wrongValuesAreNamed();
    void everyOptionIsInTheManPage();
};

void WatchCommandTest::withoutOptionsTheDefaultsHold()
{
    const WatchCommand command = accepted(words({"list.txt"}));
    QCOMPARE(command.check.lists, words({"list.txt"}));
    QCOMPARE(command.schedule, Schedule());
    QCOMPARE(command.watch, WatchSettings());
    QCOMPARE(command.rule, AlertRule());
    QCOMPARE(command.check.settings.retries, 0);
    QVERIFY(!command.testsAlerts && !command.metricsPort);
}

void WatchCommandTest::itsOwnOptionsAreTaken()
{
    const WatchCommand command = accepted(words({"--every",
                                                 "90s",
                                                 "--maintenance",
                                                 "sun 02:00-04:00 UTC",
                                                 "--maintenance=daily 23:00-01:00 UTC",
                                                 "list.txt",
                                                 "--down-after",
                                                 "3",
                                                 "--degraded-after=4",
                                                 "--up-after=5",
                                                 "--alert-on",
                                                 "down,content-changed",
                                                 "--alert-list=a",
                                                 "--alert-tag",
                                                 "b",
                                                 "--on-change",
                                                 "notify \"a b\"",
                                                 "--on-change=other",
                                                 "--jsonl",
                                                 "-",
                                                 "--history",
                                                 "h.sqlite",
                                                 "--metrics=m.prom",
                                                 "--metrics-port",
                                                 "0",
                                                 "--test-alerts",
                                                 "--quiet"}));
    QCOMPARE(command.check.lists, words({"list.txt"}));
    QCOMPARE(command.schedule.text(), QStringLiteral("every 90s"));
    QCOMPARE(command.maintenance.size(), 2);
    QCOMPARE(command.watch.health.downAfter, 3);
    QCOMPARE(command.watch.health.degradedAfter, 4);
    QCOMPARE(command.watch.health.upAfter, 5);
    QCOMPARE(command.rule.kinds, (QSet<AlertKind>{AlertKind::Down, AlertKind::ContentChanged}));
    QVERIFY(command.watch.comparesContent);
    QCOMPARE(command.rule.lists, words({"a"}));
    QCOMPARE(command.rule.tags, words({"b"}));
    QCOMPARE(command.commands.size(), 2);
    QCOMPARE(command.commands[0], AlertCommand(QStringLiteral("notify"), words({"a b"})));
    QCOMPARE(command.jsonl, QStringLiteral("-"));
    QCOMPARE(command.history, QStringLiteral("h.sqlite"));
    QCOMPARE(command.metricsFile, QStringLiteral("m.prom"));
    QCOMPARE(command.metricsPort, std::optional<quint16>(0));
    QVERIFY(command.testsAlerts);
    QVERIFY(command.check.quiet);
}

void WatchCommandTest::optionsOfCheckAreTakenToo()
{
    const WatchCommand command =
        accepted(words({"--timeout", "2", "--retries=1", "a.txt", "--concurrency", "7", "--", "--b.txt"}));
    QCOMPARE(command.check.settings.timeout, std::chrono::milliseconds(2000));
    QCOMPARE(command.check.settings.retries, 1);
    QCOMPARE(command.check.settings.limits.concurrency, 7);
    QCOMPARE(command.check.lists, words({"a.txt", "--b.txt"}));
}

void WatchCommandTest::webhooksShareTheirTemplateAndHeaders()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("template.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"text": "{{title}}"})");
    file.close();
    QStringList arguments = words({"--webhook", "http://a.example/1", "--webhook-header", "A: b", "--webhook",
                                   "http://a.example/2", "--proxy=none", "list.txt", "--webhook-template"});
    arguments.append(file.fileName());
    const WatchCommand command = accepted(arguments);
    QCOMPARE(command.webhooks.size(), 2);
    for (const Webhook &webhook : command.webhooks) {
        QCOMPARE(webhook.headers, (QList<HeaderField>{HeaderField("A", "b")}));
        QVERIFY(webhook.body != AlertTemplate());
        QCOMPARE(webhook.transport, command.check.settings.transport);
    }
    QCOMPARE(command.webhooks[1].url, QByteArray("http://a.example/2"));
}

void WatchCommandTest::wrongValuesAreNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("part");
    QTest::newRow("too often") << words({"--every", "9s", "l"}) << "--every takes a time from 10s up";
    QTest::newRow("no value") << words({"l", "--every"}) << "--every needs a value";
    QTest::newRow("an option for a value") << words({"--every", "--quiet", "l"}) << "looks like an option";
    QTest::newRow("a value for a switch")
        << words({"--test-alerts=yes", "l"}) << "--test-alerts takes no value";
    QTest::newRow("no window") << words({"--maintenance", "now", "l"}) << "--maintenance takes";
    QTest::newRow("no failure at all") << words({"--down-after=0", "l"}) << "--down-after takes 1 to 100";
    QTest::newRow("no such kind") << words({"--alert-on", "sideways", "l"}) << "\"sideways\"";
    QTest::newRow("no web address") << words({"--webhook", "ftp://a.example", "l"})
                                    << "--webhook takes an http";
    QTest::newRow("no command") << words({"--on-change", " ", "l"}) << "--on-change takes a program";
    QTest::newRow("no port") << words({"--metrics-port=65536", "l"}) << "--metrics-port takes a port";
    QTest::newRow("no template") << words({"--webhook-template", "/no/such/file", "l"})
                                 << "file that can be read";
    QTest::newRow("a report") << words({"--csv", "a.csv", "l"}) << "watch writes no --csv";
    QTest::newRow("no list") << words({"--every", "1m"}) << "watch needs a list";
    QTest::newRow("no such option") << words({"--sideways", "l"}) << "rollcall-cli watch --help";
    QTest::newRow("a wrong value of check's") << words({"--timeout=0", "l"}) << "--timeout takes";
}

void WatchCommandTest::wrongValuesAreNamed()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, part);
    const QString sentence = refused(arguments);
    QVERIFY2(sentence.contains(part), qUtf8Printable(sentence));
    QVERIFY2(sentence.endsWith(u'.'), qUtf8Printable(sentence));
}

void WatchCommandTest::everyOptionIsInTheManPage()
{
    QFile page(QStringLiteral(ROLLCALL_MAN_PAGE));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll()).remove(u'\\');
    static const QRegularExpression option(QStringLiteral("^  (--[a-z0-9-]+)"),
                                           QRegularExpression::MultilineOption);
    int count = 0;
    for (const QRegularExpressionMatch &match : option.globalMatch(watchHelp())) {
        const QString name = match.captured(1);
        QVERIFY2(name == u"--help" || text.contains(QRegularExpression(name + QStringLiteral("[ \n]"))),
                 qUtf8Printable(name));
        ++count;
    }
    QVERIFY(count > 15);
    QVERIFY(std::holds_alternative<HelpRequest>(parseWatchCommand(words({"--help"}))));
}

QTEST_APPLESS_MAIN(WatchCommandTest)
#include "tst_watchcommand.moc"
