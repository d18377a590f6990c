// SPDX-License-Identifier: MIT
#include "core/check/settingsjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestSettingsJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usualSettingsNeedNoWord();
    void everySettingComesBack();
    void whatIsOutOfRangeOrUnknownIsTheDefault();
    void timesAreSeconds();
};

namespace {

Rules manyRules()
{
    Rules rules;
    rules.accept = StatusRanges{StatusRange(200, 204), StatusRange(304, 304)};
    rules.redirects = RedirectRule::Warning;
    rules.slowWarning = 1500ms;
    rules.slowError = Rules::noLimit;
    rules.certificateDays = 14;
    rules.expectations = QList<Expectation>{
        std::get<Expectation>(Expectation::text(u"a=b"_s)),
        std::get<Expectation>(Expectation::pattern(u"^ok$"_s)),
        std::get<Expectation>(Expectation::json(u"items[0].state=ok"_s)),
        std::get<Expectation>(Expectation::header(u"Content-Type: text/html"_s)),
    };
    return rules;
}

CheckSettings settingsWithEveryField()
{
    CheckSettings settings;
    settings.limits = CheckLimits(7, 3);
    settings.limits.rate = 12.5;
    settings.limits.ratePerHost = 0.5;
    settings.timeout = 1500ms;
    settings.connectTimeout = 2s;
    settings.firstByteTimeout = 3s;
    settings.idleTimeout = 4s;
    settings.method = HttpMethod::Post;
    settings.maxRedirects = 0;
    settings.maxBodyBytes = qint64(1) << 40;
    settings.retries = 4;
    settings.headers = {{"X-Key", "a: b"}, {"X-Key", "c"}};
    settings.userAgent = "Pr\xc3\xbc"
                         "fer/1";
    settings.body = "{\"a\":1}";
    settings.allowDowngrade = true;
    settings.transport.engine = EngineKind::Qt;
    settings.transport.verifyTls = false;
    settings.transport.allowHttp2 = false;
    settings.transport.caFile = u"/ca.pem"_s;
    settings.transport.clientCertificateFile = u"/me.pem"_s;
    settings.transport.clientKeyFile = u"/me.key"_s;
    settings.transport.proxy = *ProxySetting::fromText(u"http://me:pass%20word@proxy:3128"_s);
    settings.transport.ipVersion = IpVersion::V6;
    settings.transport.hostOverrides = {{u"a.example"_s, QHostAddress(u"127.0.0.1"_s)},
                                        {u"a.example"_s, QHostAddress(u"::1"_s)}};
    settings.politeness.firstPause = 100ms;
    settings.politeness.longestPause = 5s;
    settings.politeness.giveUpAfter = 0;
    settings.politeness.secondRound = false;
    settings.rules.general = manyRules();
    settings.rules.general.contentChange = true;
    settings.rules.general.sizeChangePercent = 10;
    Rules quiet;
    quiet.expectations = QList<Expectation>();
    quiet.accept = StatusRanges();
    settings.rules.patterns = {PatternRules("https://a/*", manyRules()), PatternRules("b", quiet)};
    return settings;
}

} // namespace

void TestSettingsJson::usualSettingsNeedNoWord()
{
    QCOMPARE(settingsToJson(CheckSettings()), QJsonObject());
    QVERIFY(settingsFromJson({}) == CheckSettings());
}

void TestSettingsJson::everySettingComesBack()
{
    const CheckSettings settings = settingsWithEveryField();
    QVERIFY(!validate(settings));
    const QByteArray text = QJsonDocument(settingsToJson(settings)).toJson();
    const CheckSettings back = settingsFromJson(QJsonDocument::fromJson(text).object());
    QCOMPARE(QJsonDocument(settingsToJson(back)).toJson(), text);
    QVERIFY(back.rules == settings.rules);
    QVERIFY(back.transport == settings.transport);
    QVERIFY(back == settings);
}

void TestSettingsJson::whatIsOutOfRangeOrUnknownIsTheDefault()
{
    const QJsonObject odd{{"concurrency"_L1, 1'000'000},
                          {"perHost"_L1, u"many"_s},
                          {"timeout"_L1, -3},
                          {"idleTimeout"_L1, 1e300},
                          {"method"_L1, u"JUMP"_s},
                          {"proxy"_L1, u"gopher://x"_s},
                          {"ipVersion"_L1, 5},
                          {"retries"_L1, 2},
                          {"colour"_L1, u"red"_s},
                          {"rules"_L1, QJsonArray{u"accept=none"_s, u"no rule"_s, u"redirects=error"_s}}};
    CheckSettings expected;
    expected.retries = 2;
    expected.rules.general.redirects = RedirectRule::Error;
    QVERIFY(settingsFromJson(odd) == expected);
}

void TestSettingsJson::timesAreSeconds()
{
    CheckSettings settings;
    settings.timeout = 2500ms;
    QCOMPARE(settingsToJson(settings), (QJsonObject{{"timeout"_L1, 2.5}}));
}

QTEST_APPLESS_MAIN(TestSettingsJson)
#include "tst_settingsjson.moc"
