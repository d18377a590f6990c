// SPDX-License-Identifier: MIT
#include "core/lists/gatusconditions.h"
#include "core/url/durations.h"
#include "tests/lists/reading.h"

#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

class TestYamlListReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsGatus();
    void followsAnchors();
    void readsPrometheusTargets();
    void whatIsBrokenOffersWhatCameBefore();
    void documentsWithoutProgressEnd();
    void translatesConditions_data();
    void translatesConditions();
    void readsDurations();
};

void TestYamlListReaders::readsGatus()
{
    const ImportResult result = readBytes("metrics: true\n"
                                          "endpoints:\n"
                                          "  - name: shop\n"
                                          "    group: core\n"
                                          "    url: \"https://shop.example/?a=1\"\n"
                                          "    method: POST\n"
                                          "    headers:\n"
                                          "      Content-Type: application/json\n"
                                          "    body: |\n"
                                          "      {\"a\": 1}\n"
                                          "    interval: 1m30s\n"
                                          "    client:\n"
                                          "      timeout: 5s\n"
                                          "    conditions:\n"
                                          "      - \"[STATUS] == any(200, 201)\"\n"
                                          "      - \"[RESPONSE_TIME] < 300\"\n"
                                          "  - name: dns\n"
                                          "    url: \"tcp://192.0.2.1:53\"\n"
                                          "  - {name: blog, url: 'https://blog.example/', conditions: "
                                          "['[STATUS] < 300', '[STATUS] >= 200']}\n");
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(result.list.formatName, u"Gatus"_s);
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://shop.example/?a=1", "https://blog.example/"}));
    const EntryDetails &shop = result.list.entries[0].details();
    QCOMPARE(shop.name, u"shop"_s);
    QCOMPARE(shop.group, u"core"_s);
    QCOMPARE(shop.method, "POST");
    QCOMPARE(shop.headers, (QList<HeaderField>{{"Content-Type", "application/json"}}));
    QCOMPARE(shop.body, "{\"a\": 1}\n");
    QCOMPARE(shop.interval, std::chrono::seconds(90));
    QCOMPARE(shop.timeLimit, std::chrono::seconds(5));
    QCOMPARE(statusText(shop.statuses), u"200-201"_s);
    QVERIFY(result.list.entries[1].details().statuses.isEmpty());
    QCOMPARE(result.list.rejected, (QList<RejectedLine>{{17, u"tcp://192.0.2.1:53"_s, UrlProblem::NotHttp}}));
}

void TestYamlListReaders::followsAnchors()
{
    const ImportResult result = readBytes("defaults: &defaults\n"
                                          "  interval: 30s\n"
                                          "  headers: &headers {X-A: '1'}\n"
                                          "endpoints:\n"
                                          "  - <<: *defaults\n"
                                          "    name: &name a\n"
                                          "    url: http://a.example/\n"
                                          "  - name: *name\n"
                                          "    url: http://b.example/\n"
                                          "    interval: 60s\n"
                                          "    headers: *headers\n");
    QCOMPARE(messageOf(result), QString());
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://a.example/", "http://b.example/"}));
    const EntryDetails &first = result.list.entries[0].details();
    const EntryDetails &second = result.list.entries[1].details();
    QCOMPARE(first.interval, std::chrono::seconds(30));
    QCOMPARE(first.headers, (QList<HeaderField>{{"X-A", "1"}}));
    QCOMPARE(second.name, u"a"_s);
    QCOMPARE(second.interval, std::chrono::seconds(60));
    QCOMPARE(second.headers, first.headers);
}

void TestYamlListReaders::readsPrometheusTargets()
{
    const ImportResult result =
        readBytes("- targets:\n  - https://a.example/\n  - b.example\n  labels:\n    env: prod\n");
    QCOMPARE(result.list.formatName, u"Prometheus targets (YAML)"_s);
    QCOMPARE(urlsOf(result), (QByteArrayList{"https://a.example/", "https://b.example/"}));
    QCOMPARE(result.list.entries[0].details().tags, QStringList{u"env=prod"_s});
}

void TestYamlListReaders::whatIsBrokenOffersWhatCameBefore()
{
    const ImportResult result =
        readBytes("endpoints:\n  - url: http://a.example/\n  - url: http://b.example/\n - x: [1\n");
    QVERIFY2(messageOf(result).startsWith(u"Cannot read a file beyond line 4: it is no sound YAML: "),
             qPrintable(messageOf(result)));
    QCOMPARE(urlsOf(result), (QByteArrayList{"http://a.example/", "http://b.example/"}));
}

// Found by fuzzing: yaml-cpp finds empty documents without end.
void TestYamlListReaders::documentsWithoutProgressEnd()
{
    const ImportResult result =
        readBytes(",d: &d {a: 1}\nendpoints:\n  - url: http://a.example/\n     - \"[\"\n");
    QVERIFY(result.error.has_value());
    QCOMPARE(readBytes("endpoints:\n}\n  - [").list.entries.size(), 0);
}

void TestYamlListReaders::translatesConditions_data()
{
    QTest::addColumn<QStringList>("conditions");
    QTest::addColumn<QString>("statuses");
    const auto row = [](const QStringList &conditions, const char16_t *statuses) {
        QTest::newRow(conditions.join(u' ').toUtf8()) << conditions << QString::fromUtf16(statuses);
    };
    row({u"[STATUS] == 204"_s}, u"204");
    row({u"[STATUS]==any(200,301, 302)"_s}, u"200,301-302");
    row({u"[STATUS] >= 200"_s, u"[STATUS] < 400"_s}, u"200-399");
    row({u"[STATUS] > 199"_s, u"[STATUS] <= 299"_s}, u"");
    row({u"[STATUS] >= 200"_s, u"[STATUS] <= 204"_s, u"[STATUS] != 203"_s}, u"200-202,204");
    row({u"[BODY] == pat(*x*)"_s}, u"");
    row({}, u"");
}

void TestYamlListReaders::translatesConditions()
{
    QFETCH(QStringList, conditions);
    QFETCH(QString, statuses);
    const StatusRanges ranges = statusesOfConditions(conditions);
    QCOMPARE(statusText(ranges), statuses);
    QCOMPARE(statusesOfConditions(conditionsOfStatuses(ranges)), ranges);
}

void TestYamlListReaders::readsDurations()
{
    using namespace std::chrono_literals;
    QCOMPARE(durationFromText(u"30s"), 30s);
    QCOMPARE(durationFromText(u"1h1m1s1ms"), 1h + 1min + 1s + 1ms);
    QCOMPARE(durationFromText(u"1.5"), 1500ms);
    for (const QStringView bad : {u"", u"0", u"s", u"-1s", u"1x", u"9999999h"})
        QVERIFY2(!durationFromText(bad).has_value(), bad.toUtf8());
    QCOMPARE(durationText(90s), u"90s"_s);
    QCOMPARE(durationText(1500ms), u"1500ms"_s);
}

QTEST_APPLESS_MAIN(TestYamlListReaders)
#include "tst_yamllistreaders.moc"
