// SPDX-License-Identifier: MIT
#include "tests/lists/generateddevice.h"
#include "tests/lists/reading.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

class TestJsonListReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsUrls_data();
    void findsUrls();
    void readsWhatRollcallWrites();
    void readsHttpx();
    void rejectsBrokenJsonLines();
    void readsHar();
    void aCutHarOffersWhatCameBefore();
    void readsUptimeKuma();
    void readsPrometheusTargets();
    void longStringsAreNoBurden();
    void aStringLeftOpenIsNoMatterOfTheNextDocument();
    void portionsMakeNoDifference();
};

void TestJsonListReaders::findsUrls_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *what, const char16_t *format, const QByteArray &bytes) {
        QTest::newRow(what) << QString::fromUtf16(format) << bytes;
    };
    row("an array of texts", u"JSON", "[\"http://h.com/1\", \"http://h.com/2\"]");
    row("an array of objects", u"JSON", "[{\"url\":\"http://h.com/1\"}, {\"href\":\"http://h.com/2\"}]");
    row("an array in an object", u"JSON",
        "{\"version\": 1, \"urls\": [\"http://h.com/1\", {\"link\":\"http://h.com/2\"}]}");
    row("an array in an object in an object", u"JSON",
        "{\"data\": {\"count\": 2, \"sites\": [{\"address\":\"http://h.com/1\"}, "
        "{\"loc\":\"http://h.com/2\"}]}}");
    row("escapes", u"JSON", "[\"http:\\/\\/h.com\\/1\", \"\\u0068ttp://h.com/2\"]");
    row("a byte order mark", u"JSON", "\xef\xbb\xbf [\"http://h.com/1\", \"http://h.com/2\"]");
    row("lines of objects", u"JSON lines",
        "{\"url\":\"http://h.com/1\"}\n\n{\"input\":\"http://h.com/2\",\"n\":[1,{}]}\r\n");
    row("numbers of every size", u"JSON",
        "[{\"n\":1e300,\"m\":-0.1,\"url\":\"http://h.com/1\"},\"http://h.com/2\"]");
}

void TestJsonListReaders::findsUrls()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, bytes);
    const ImportResult result = readBytes(bytes);
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(result.list.formatName, format);
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1", "http://h.com/2"}));
    QCOMPARE(result.list.rejectedCount, 0);
}

void TestJsonListReaders::readsWhatRollcallWrites()
{
    const ImportResult result = readBytes("{\"url\":\"http://h.com/"
                                          "\",\"name\":\"N\",\"group\":\"G\",\"tags\":[\"a\",\"b\"],"
                                          "\"method\":\"post\",\"headers\":[\"X-A: 1\",\"X-A: 2\"],"
                                          "\"body\":\"B\",\"statuses\":\"200,301-302\",\"interval\":0.5,"
                                          "\"timeout\":\"1m30s\"}\n{\"url\":\"http://h.com/\"}\n");
    QCOMPARE(result.list.entries.size(), 2); // a POST and a GET are two calls
    const EntryDetails &details = result.list.entries[0].details();
    QCOMPARE(details.name, u"N"_s);
    QCOMPARE(details.group, u"G"_s);
    QCOMPARE(details.tags, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(details.method, "POST");
    QCOMPARE(details.headers, (QList<HeaderField>{{"X-A", "1"}, {"X-A", "2"}}));
    QCOMPARE(details.body, "B");
    QCOMPARE(statusText(details.statuses), u"200,301-302"_s);
    QCOMPARE(details.interval, std::chrono::milliseconds(500));
    QCOMPARE(details.timeLimit, std::chrono::seconds(90));
    QCOMPARE(result.list.entries[1], UrlEntry("http://h.com/"));
}

void TestJsonListReaders::readsHttpx()
{
    const ImportResult result = readBytes("{\"timestamp\":\"2026-01-01\",\"url\":\"https://"
                                          "h.com\",\"input\":\"h.com\",\"title\":\"Home\",\"method\":\"GET\","
                                          "\"status_code\":200,\"body\":\"<html>\",\"tech\":[\"nginx\"]}\n{"
                                          "\"input\":\"i.com:8080\",\"status_code\":0}\n");
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://h.com/", "https://i.com:8080/"}));
    QCOMPARE(result.list.entries[0].details().name, u"Home"_s);
    QCOMPARE(result.list.entries[0].details().body, QByteArray());
}

void TestJsonListReaders::rejectsBrokenJsonLines()
{
    const ImportResult result =
        readBytes("{\"url\":\"http://h.com/1\"}\n{\"url\":}\n{\"url\":\"http://h.com/2\"}\n"
                  "{\"name\":\"none\"}\n{\"url\":\"http://h.com/3\"}\n{\"url\":\"http");
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1", "http://h.com/2", "http://h.com/3"}));
    QCOMPARE(result.list.rejectedCount, 3);
    QCOMPARE(result.list.rejected[0].line, 2);
    QCOMPARE(result.list.rejected[1], (RejectedLine{4, u"{\"name\":\"none\"}"_s, UrlProblem::NotAUrl}));
    QCOMPARE(result.list.rejected[2], (RejectedLine{6, u"it ends in the middle"_s, UrlProblem::NotAUrl}));
}

void TestJsonListReaders::readsHar()
{
    const ImportResult result = readBytes(
        "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"b\"},\"pages\":[{\"title\":\"http://not.me/"
        "\"}],\"entries\":[\n"
        "{\"request\":{\"method\":\"GET\",\"url\":\"https://h.com/"
        "\",\"headers\":[{\"name\":\"Cookie\",\"value\":\"secret\"}]},"
        "\"response\":{\"content\":{\"text\":\"http://nor.me/\"},\"redirectURL\":\"http://nor.me/\"}},\n"
        "{\"request\":{\"method\":\"POST\",\"url\":\"https://h.com/"
        "form\",\"headers\":[{\"name\":\":authority\",\"value\":\"h.com\"},{\"name\":\"Content-Type\","
        "\"value\":\"application/x-www-form-urlencoded\"},{\"name\":\"User-Agent\",\"value\":\"b\"},"
        "{\"name\":\"Sec-Fetch-Mode\",\"value\":\"cors\"},{\"name\":\"X-Api\",\"value\":\"2\"}],"
        "\"postData\":{\"text\":\"a=1\"}}},\n"
        "{\"request\":{\"method\":\"GET\",\"url\":\"data:text/plain,x\"}}]}}");
    QCOMPARE(result.list.formatName, u"HAR"_s);
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://h.com/", "https://h.com/form"}));
    QCOMPARE(result.list.entries[0].details(), EntryDetails());
    QCOMPARE(result.list.entries[1].details().method, "POST");
    QCOMPARE(result.list.entries[1].details().body, "a=1");
    QCOMPARE(result.list.entries[1].details().headers,
             (QList<HeaderField>{{"Content-Type", "application/x-www-form-urlencoded"}, {"X-Api", "2"}}));
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{4, u"data:text/plain,x"_s, UrlProblem::NotHttp}}));
}

void TestJsonListReaders::aCutHarOffersWhatCameBefore()
{
    const ImportResult result =
        readBytes("{\"log\":{\"entries\":[\n{\"request\":{\"url\":\"https://h.com/1\"}},\n"
                  "{\"request\":{\"url\":\"https://h.com/2\"}},\n{\"request\":{\"url\":\"htt");
    QCOMPARE(messageOf(result), u"Cannot read a file beyond line 4: it ends in the middle."_s);
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://h.com/1", "https://h.com/2"}));
}

void TestJsonListReaders::readsUptimeKuma()
{
    const ImportResult result = readBytes(
        "{\"version\":\"1.23.0\",\"notificationList\":[],\"monitorList\":["
        "{\"id\":1,\"name\":\"Shop\",\"type\":\"group\"},\n"
        "{\"id\":2,\"name\":\"Card\",\"pathName\":\"Shop / "
        "Card\",\"type\":\"http\",\"url\":\"https://shop.example/\",\"method\":\"PUT\","
        "\"headers\":\"{\\\"X-Key\\\": \\\"1\\\"}\",\"body\":\"{}\",\"interval\":60,\"timeout\":48,"
        "\"accepted_statuscodes\":[\"200-299\",\"301\"],\"tags\":[{\"name\":\"prod\",\"value\":\"\"}]},\n"
        "{\"id\":3,\"name\":\"Router\",\"type\":\"ping\",\"hostname\":\"192.0.2.1\"},\n"
        "{\"id\":4,\"name\":\"Blog\",\"pathName\":\"Blog\",\"type\":\"keyword\",\"url\":\"https://"
        "blog.example/\",\"accepted_statuscodes\":[\"200-299\"]},\n"
        "{\"id\":5,\"name\":\"Old\",\"type\":\"http\",\"url\":\"https://old.example/\",\"active\":0},\n"
        "{\"id\":6,\"name\":\"New\",\"type\":\"http\",\"url\":\"https://new.example/\",\"active\":true}]}");
    QCOMPARE(result.list.formatName, u"Uptime Kuma"_s);
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://shop.example/", "https://blog.example/",
                                             "https://old.example/", "https://new.example/"}));
    QVERIFY(!result.list.entries[0].details().isDisabled);
    QVERIFY(result.list.entries[2].details().isDisabled);
    QVERIFY(!result.list.entries[3].details().isDisabled);
    const EntryDetails &shop = result.list.entries[0].details();
    QCOMPARE(shop.name, u"Card"_s);
    QCOMPARE(shop.group, u"Shop"_s);
    QCOMPARE(shop.tags, QStringList{u"prod"_s});
    QCOMPARE(shop.method, "PUT");
    QCOMPARE(shop.headers, (QList<HeaderField>{{"X-Key", "1"}}));
    QCOMPARE(shop.body, "{}");
    QCOMPARE(shop.interval, std::chrono::seconds(60));
    QCOMPARE(shop.timeLimit, std::chrono::seconds(48));
    QCOMPARE(statusText(shop.statuses), u"200-299,301"_s);
    QVERIFY(result.list.entries[1].details().statuses.isEmpty());
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{3, u"Router"_s, UrlProblem::NotHttp}}));
}

void TestJsonListReaders::readsPrometheusTargets()
{
    const ImportResult result = readBytes(
        "[{\"targets\":[\"https://a.example/"
        "\",\"b.example:8080\"],\"labels\":{\"group\":\"G\",\"env\":\"prod\",\"__param_module\":\"m\"}},\n"
        "{\"targets\":[\"c.example\"],\"labels\":{\"__scheme__\":\"http\",\"name\":\"C\"}}]");
    QCOMPARE(result.list.formatName, u"Prometheus targets"_s);
    QCOMPARE(urlsOf(result),
             (QByteArrayList{"https://a.example/", "https://b.example:8080/", "http://c.example/"}));
    QCOMPARE(result.list.entries[1].details().group, u"G"_s);
    QCOMPARE(result.list.entries[1].details().tags, QStringList{u"env=prod"_s});
    QCOMPARE(result.list.entries[2].details().name, u"C"_s);
}

void TestJsonListReaders::longStringsAreNoBurden()
{
    const QByteArray start = "{\"log\":{\"entries\":[{\"response\":{\"content\":{\"text\":\"";
    const QByteArray piece = "abc\\\"\\\\\\u0041\\ud83d\\ude00d"; // every kind of escape
    const QByteArray end = "\"}},\"request\":{\"url\":\"https://h.com/\"}}]}}";
    for (const int count : {1, 3'000, 200'000}) {
        const ImportResult result = readBytes(start + piece.repeated(count) + end);
        QCOMPARE(messageOf(result), QString());
        QCOMPARE(urlsOf(result), QByteArrayList{"https://h.com/"});
    }
}

void TestJsonListReaders::aStringLeftOpenIsNoMatterOfTheNextDocument()
{
    const QByteArray longNote(100'000, 'n');
    for (const QByteArray &broken : {"{\"a\": \"b\n"_ba, "{\"a\":\n\"b\n"_ba, "{\"a\":\n5, \"\n"_ba}) {
        const ImportResult result =
            readBytes("{\"url\":\"http://h.com/1\"}\n" + broken + "{\"url\":\"http://h.com/2\",\"note\":\"" +
                      longNote + "\"}\n{\"url\":\"http://h.com/3\"}\n");
        QCOMPARE(urlsOf(result), (QByteArrayList{"http://h.com/1", "http://h.com/2", "http://h.com/3"}));
        QVERIFY2(result.list.entries[1].details().note.size() < 70'000, "the note was taken for no string");
        QCOMPARE(result.list.rejected.value(0).line, 2);
    }
}

void TestJsonListReaders::portionsMakeNoDifference()
{
    const QByteArray bytes = "[\"http://h.com/\\u00e9\", "
                             "{\"url\":\"http://h.com/2\",\"name\":\"\\ud83d\\ude00\"}, 5, \"\xc3\xa4\"]";
    const ImportResult whole = readBytes(bytes);
    QCOMPARE(whole.list.entries.size(), 2);
    for (int portion = 1; portion < 12; ++portion) {
        GeneratedDevice device(bytes, bytes.size(), portion);
        device.setSequential(true);
        QCOMPARE(readList(device, u"a file"_s), whole);
    }
}

QTEST_APPLESS_MAIN(TestJsonListReaders)
#include "tst_jsonlistreaders.moc"
