// SPDX-License-Identifier: MIT
#include "core/lists/listwriter.h"
#include "tests/lists/reading.h"

#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

const QString awkward = u"a: \"b\" 'c' \\ \n\t# <&> é \U0001F600 \u2028 \u0085 {{ $x }} %"_s;

// Entries with everything that can be said about a URL, in all its awkwardness.
UrlList sampleList()
{
    EntryDetails everything;
    everything.name = awkward;
    everything.group = u"G / "_s + awkward.left(10);
    everything.tags = {u"a b"_s, u"\"c\""_s};
    everything.method = "POST";
    everything.body = awkward.toUtf8();
    everything.headers = {{"X-A", "1: \"2\""}, {"X-B", "é"}};
    everything.statuses = *statusRangesFromText(u"200,301-303,404");
    everything.target = RedirectTarget("https://example.com/new?a=%22", 301);
    everything.interval = std::chrono::milliseconds(1500);
    everything.timeLimit = std::chrono::seconds(5);
    EntryDetails range;
    range.name = u"only statuses"_s;
    range.statuses = *statusRangesFromText(u"200-399");
    EntryDetails head;
    head.method = "HEAD";
    head.target = RedirectTarget("http://example.com/");
    head.interval = std::chrono::seconds(60);
    return {UrlEntry("https://example.com/it's?a=1&b=%22\\^`{}|[]%", everything),
            UrlEntry("https://example.com/"), UrlEntry("http://user:pass@[::1]:8080/a#b", range),
            UrlEntry("https://example.com/", head), UrlEntry("https://example.com/%7Bx%7D|y")};
}

QByteArray written(const ListWriter &writer, const UrlList &list, const QString &fileName = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writer.write(list, buffer, fileName) ? buffer.data() : QByteArray("not written");
}

} // namespace

class TestListWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackTheSameList_data();
    void givesBackTheSameList();
    void givesBackTheUrls_data();
    void givesBackTheUrls();
    void writersHaveIdsOfTheirOwn();
    void saysWhenTheDeviceIsFull();
    void gatusNamesAreUnique();
    void disabledUrlsAreNotHandedOver();
    void eachSettingHasItsModule();
    void promtoolAcceptsTheFolder();
    void blackboxExporterAcceptsTheModules();

private:
    void run(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder;
};

void TestListWriters::givesBackTheSameList_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("format");
    QTest::newRow("jsonl") << u"jsonl"_s << QString() << u"JSON lines"_s;
    QTest::newRow("gatus") << u"gatus"_s << QString() << u"Gatus"_s;
    QTest::newRow("prometheus") << u"prometheus"_s << u"targets.json"_s << u"Prometheus targets"_s;
}

void TestListWriters::givesBackTheSameList()
{
    QFETCH(QString, id);
    QFETCH(QString, fileName);
    QFETCH(QString, format);
    const QByteArray bytes = written(*listWriter(id), sampleList(), fileName);
    if (std::ranges::find(listReaders(), format, &ListReader::formatName) == listReaders().end())
        QSKIP("built without the library that reads this format (RapidJSON or yaml-cpp)");
    QCOMPARE(formatOf(bytes), format);
    const ImportResult result = readBytes(bytes);
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(result.list.rejectedCount, 0);
    QCOMPARE(result.list.entries.size(), sampleList().size());
    for (qsizetype i = 0; i < sampleList().size(); ++i) {
        const EntryDetails actual = result.list.entries[i].details();
        const EntryDetails expected = sampleList()[i].details();
        QCOMPARE(result.list.entries[i].url, sampleList()[i].url);
        QCOMPARE(actual.name, expected.name);
        QCOMPARE(actual.group, expected.group);
        QCOMPARE(actual.tags, expected.tags);
        QCOMPARE(actual.method, expected.method);
        QCOMPARE(actual.body, expected.body);
        QCOMPARE(actual.headers, expected.headers);
        QCOMPARE(statusText(actual.statuses), statusText(expected.statuses));
        QCOMPARE(actual.target, expected.target);
        QCOMPARE(actual.interval, expected.interval);
        QCOMPARE(actual.timeLimit, expected.timeLimit);
    }
    QCOMPARE(result.list.entries, sampleList());
}

void TestListWriters::givesBackTheUrls_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << u"plain"_s;
    QTest::newRow("sitemap") << u"sitemap"_s;
}

void TestListWriters::givesBackTheUrls()
{
    QFETCH(QString, id);
    UrlList list;
    for (const UrlEntry &entry : sampleList()) {
        if (!list.contains(UrlEntry(entry.url)))
            list.append(UrlEntry(entry.url));
    }
    const ImportResult result = readBytes(written(*listWriter(id), list));
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(result.list.entries, list);
    QCOMPARE(result.list.rejectedCount, 0);
}

void TestListWriters::writersHaveIdsOfTheirOwn()
{
    QSet<QString> ids;
    const UrlEntry other("mailto:me@example.com");
    for (const ListWriter *writer : listWriters()) {
        QVERIFY(!writer->id().isEmpty() && !writer->summary().isEmpty());
        ids.insert(writer->id());
        QCOMPARE(listWriter(writer->id()), writer);
        QVERIFY(writer->takes(UrlEntry("https://example.com/")));
        QCOMPARE(writer->takes(other), writer->id() == u"plain" || writer->id() == u"jsonl");
    }
    QCOMPARE(ids.size(), static_cast<qsizetype>(listWriters().size()));
    QCOMPARE(listWriter(u"none"_s), nullptr);
}

void TestListWriters::saysWhenTheDeviceIsFull()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("this system has no /dev/full, the device that is always full (Linux has)");
    for (const ListWriter *writer : listWriters())
        QVERIFY2(!writer->write(sampleList(), full, writer->fileNames().value(0)), qPrintable(writer->id()));
}

void TestListWriters::gatusNamesAreUnique()
{
    EntryDetails named;
    named.name = u"same"_s;
    EntryDetails elsewhere = named;
    elsewhere.group = u"other"_s;
    const QByteArray yaml =
        written(*listWriter(u"gatus"_s), {UrlEntry("http://a/", named), UrlEntry("http://b/", named),
                                          UrlEntry("http://c/", elsewhere)});
    QCOMPARE(yaml.count("name: \"same\"\n"), 2);
    QCOMPARE(yaml.count("name: \"same (2)\"\n"), 1);
}

void TestListWriters::disabledUrlsAreNotHandedOver()
{
    EntryDetails disabled;
    disabled.isDisabled = true;
    disabled.method = "HEAD";
    const UrlList list = {UrlEntry("http://a.example/", disabled), UrlEntry("http://b.example/")};
    const QByteArray yaml = written(*listWriter(u"gatus"_s), list);
    QCOMPARE(yaml.count("enabled: false\n"), 1);
    QVERIFY(yaml.indexOf("enabled: false\n") < yaml.indexOf("b.example"));
    const ListWriter &prometheus = *listWriter(u"prometheus"_s);
    const QByteArray targets = written(prometheus, list, u"targets.json"_s);
    QVERIFY(!targets.contains("a.example"));
    QVERIFY(targets.contains("b.example"));
    QCOMPARE(written(prometheus, list, u"blackbox.yml"_s).count("prober: http\n"), 1);
    if (std::ranges::find(listReaders(), u"Gatus"_s, &ListReader::formatName) == listReaders().end())
        QSKIP("built without yaml-cpp, which reads Gatus' configurations");
    const ImportResult read = readBytes(yaml);
    QVERIFY(read.list.entries.value(0).details().isDisabled);
    QVERIFY(!read.list.entries.value(1).details().isDisabled);
}

void TestListWriters::eachSettingHasItsModule()
{
    const ListWriter &writer = *listWriter(u"prometheus"_s);
    const QByteArray targets = written(writer, sampleList(), u"targets.json"_s);
    const QByteArray modules = written(writer, sampleList(), u"blackbox.yml"_s);
    QCOMPARE(modules.count("prober: http\n"), 4); // without settings, and three others
    QCOMPARE(targets.count("\"__param_module\":\"http_get\""), 2);
    for (const char *module : {"http_2", "http_3", "http_4"}) {
        QVERIFY(modules.contains(QByteArray("  ") + module + ":\n"));
        QCOMPARE(targets.count(QByteArray("\"__param_module\":\"") + module + '"'), 1);
    }
    QVERIFY(modules.contains("valid_status_codes: [200, 301, 302, 303, 404]\n"));
    QVERIFY(targets.contains("\"__scrape_interval__\":\"1500ms\""));
}

void TestListWriters::promtoolAcceptsTheFolder()
{
    run(u"promtool"_s, {u"check"_s, u"config"_s, m_folder.filePath(u"prometheus.yml"_s)});
    run(u"promtool"_s, {u"check"_s, u"rules"_s, m_folder.filePath(u"alerts.yml"_s)});
}

void TestListWriters::blackboxExporterAcceptsTheModules()
{
    run(u"prometheus-blackbox-exporter"_s,
        {u"--config.check"_s, u"--config.file="_s + m_folder.filePath(u"blackbox.yml"_s)});
}

// Runs program on what is written into the folder; it shall be content.
void TestListWriters::run(const QString &program, const QStringList &arguments)
{
    const ListWriter &writer = *listWriter(u"prometheus"_s);
    for (const QString &name : writer.fileNames()) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && writer.write(sampleList(), file, name));
    }
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP(qPrintable(
            program + u" is not installed; Debian's prometheus and prometheus-blackbox-exporter have it"_s));
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    QVERIFY(process.waitForFinished());
    const QByteArray output = process.readAll();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, output);
}

QTEST_GUILESS_MAIN(TestListWriters)
#include "tst_listwriters.moc"
