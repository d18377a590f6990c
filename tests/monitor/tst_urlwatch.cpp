// SPDX-License-Identifier: MIT
#include "core/monitor/urlwatch.h"

#include <QJsonDocument>
#include <QTest>

using namespace rollcall;

namespace {

const QDateTime start = QDateTime::fromString(QStringLiteral("2026-11-24T10:00:00Z"), Qt::ISODate);
const QByteArray url = "https://user:secret@a.example/?token=abcdefghijklmnop1234";

CheckResult resultAt(const QDateTime &when, Outcome outcome = Outcome::Ok)
{
    CheckResult result;
    result.url = url;
    result.outcome = outcome;
    result.startedAt = when;
    result.fetch.finalUrl = url;
    if (outcome == Outcome::Failed)
        result.fetch.error = ErrorKind::HttpServerError;
    return result;
}

QStringList kinds(const UrlWatch::News &news)
{
    QStringList slugs;
    for (const Alert &alert : news.alerts)
        slugs.append(QLatin1String(slug(alert.kind)));
    return slugs;
}

WatchSettings comparing()
{
    WatchSettings settings;
    settings.comparesContent = true;
    return settings;
}

} // namespace

class TestUrlWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void certificatesAreToldAtEachLimitOnce();
    void aLateFirstLookTellsTheNearestLimitOnly();
    void aNewCertificateBeginsAnew();
    void aCertificateThatEndsSoonDegrades();
    void anotherTargetIsTold();
    void queriesOfTargetsDoNotMatter();
    void anotherBodyIsToldWhereItIsAskedFor();
    void errorPagesAreNotCompared();
    void alertsHoldNoSecret();
    void aMemoryLeadsOn();
    void memoriesChangeOnlyWithNews();
    void memoriesAreKeptAsJson();
};

void TestUrlWatch::certificatesAreToldAtEachLimitOnce()
{
    const WatchSettings settings;
    UrlWatch watch{UrlEntry(url), {}, settings};
    const QDateTime expires = start.addDays(30);
    QStringList told;
    for (int hour = 0; hour < 33 * 24; hour += 6) {
        CheckResult result = resultAt(start.addSecs(3600LL * hour));
        result.fetch.certificateExpires = expires;
        const UrlWatch::News news = watch.take(result);
        for (const Alert &alert : news.alerts) {
            if (alert.kind == AlertKind::Certificate)
                told.append(QString::number(alert.certificateDays.value_or(-99)));
        }
    }
    QCOMPARE(told.join(u' '), QStringLiteral("20 13 6"));
}

void TestUrlWatch::aLateFirstLookTellsTheNearestLimitOnly()
{
    const WatchSettings settings;
    UrlWatch watch{UrlEntry(url), {}, settings};
    CheckResult result = resultAt(start);
    result.fetch.certificateExpires = start.addDays(5);
    QCOMPARE(kinds(watch.take(result)).count(QStringLiteral("certificate")), 1);
    QCOMPARE(kinds(watch.take(result)).count(QStringLiteral("certificate")), 0);
}

void TestUrlWatch::aNewCertificateBeginsAnew()
{
    const WatchSettings settings;
    UrlWatch watch{UrlEntry(url), {}, settings};
    CheckResult result = resultAt(start);
    for (const int days : {20, 90, 13, 80, 12}) {
        result.fetch.certificateExpires = start.addDays(days);
        QCOMPARE(kinds(watch.take(result)).count(QStringLiteral("certificate")), days < 21 ? 1 : 0);
    }
}

void TestUrlWatch::aCertificateThatEndsSoonDegrades()
{
    const WatchSettings settings;
    UrlWatch watch{UrlEntry(url), {}, settings};
    CheckResult result = resultAt(start);
    result.fetch.certificateExpires = start.addDays(7);
    watch.take(result);
    QCOMPARE(watch.health(), Health::Up);
    result.fetch.certificateExpires = start.addDays(7).addSecs(-1);
    QVERIFY(watch.take(result).wantsConfirmation);
    QVERIFY(kinds(watch.take(result)).contains(QStringLiteral("degraded")));
    QCOMPARE(watch.health(), Health::Degraded);
}

void TestUrlWatch::anotherTargetIsTold()
{
    const WatchSettings settings;
    UrlWatch watch{UrlEntry(url), {}, settings};
    CheckResult result = resultAt(start);
    QCOMPARE(kinds(watch.take(result)), QStringList());
    result.fetch.finalUrl = "https://elsewhere.example/login?session=1";
    const UrlWatch::News news = watch.take(result);
    QCOMPARE(kinds(news), QStringList{QStringLiteral("redirect-changed")});
    QVERIFY2(news.alerts.front().detail.contains(u"https://elsewhere.example/login"),
             qPrintable(news.alerts.front().detail));
    QCOMPARE(kinds(watch.take(result)), QStringList());
}

void TestUrlWatch::queriesOfTargetsDoNotMatter()
{
    const WatchSettings settings;
    UrlWatch watch{UrlEntry(url), {}, settings};
    CheckResult result = resultAt(start);
    for (const char *target : {"https://b.example/x?session=1", "https://b.example/x?session=2",
                               "https://b.example/x", "https://b.example/x#end"}) {
        result.fetch.finalUrl = target;
        QCOMPARE(kinds(watch.take(result)), QStringList());
    }
}

void TestUrlWatch::anotherBodyIsToldWhereItIsAskedFor()
{
    const WatchSettings silent;
    const WatchSettings asked = comparing();
    UrlWatch silentWatch{UrlEntry(url), {}, silent};
    UrlWatch watch{UrlEntry(url), {}, asked};
    CheckResult result = resultAt(start);
    for (const char *hash : {"aa", "aa", "", "bb", "bb"}) {
        result.fetch.bodySha256 = hash;
        QCOMPARE(kinds(silentWatch.take(result)), QStringList());
        const bool isNews = watch.memory().bodySha256 == "aa" && result.fetch.bodySha256 == "bb";
        QCOMPARE(kinds(watch.take(result)),
                 isNews ? QStringList{QStringLiteral("content-changed")} : QStringList());
    }
    QCOMPARE(watch.memory().bodySha256, QByteArray("bb"));
}

void TestUrlWatch::errorPagesAreNotCompared()
{
    const WatchSettings settings = comparing();
    UrlWatch watch{UrlEntry(url), {}, settings};
    CheckResult good = resultAt(start);
    good.fetch.bodySha256 = "aa";
    CheckResult bad = resultAt(start, Outcome::Failed);
    bad.fetch.bodySha256 = "bb";
    bad.fetch.finalUrl = "https://elsewhere.example/";
    CheckResult wall = resultAt(start, Outcome::Warning);
    wall.fetch.error = ErrorKind::BotChallenge;
    wall.fetch.bodySha256 = "cc";
    for (const CheckResult &result : {good, bad, good, wall, good})
        QCOMPARE(kinds(watch.take(result)), QStringList());
}

void TestUrlWatch::alertsHoldNoSecret()
{
    const WatchSettings settings;
    UrlWatch watch{UrlEntry(url), QStringLiteral("https://me:secret@lists.example/all"), settings};
    CheckResult result = resultAt(start);
    watch.take(result);
    result.fetch.finalUrl = "https://user:secret@b.example/";
    QList<Alert> alerts = watch.take(result).alerts;
    for (int i = 0; i < 2; ++i) {
        result = resultAt(start, Outcome::Failed);
        result.fetch.errorDetail = QStringLiteral("https://user:secret@b.example/ is odd");
        alerts += watch.take(result).alerts;
    }
    QCOMPARE(alerts.size(), 2);
    for (const Alert &alert : alerts) {
        const QByteArray json = QJsonDocument(alertToJson(alert)).toJson();
        QVERIFY2(!json.contains("secret") && !json.contains("abcdefghijklmnop1234"), json.constData());
        QVERIFY(json.contains("a.example"));
    }
}

void TestUrlWatch::aMemoryLeadsOn()
{
    const WatchSettings settings;
    UrlWatch before{UrlEntry(url), {}, settings};
    CheckResult result = resultAt(start);
    result.fetch.certificateExpires = start.addDays(10);
    before.take(result);
    const CheckResult bad = resultAt(start.addSecs(60), Outcome::Failed);
    before.take(bad);
    QCOMPARE(kinds(before.take(bad)), QStringList{QStringLiteral("down")});

    UrlWatch after{UrlEntry(url), {}, settings};
    after.restore(memoryFromJson(url, memoryToJson(before.memory())));
    QCOMPARE(after.health(), Health::Down);
    QCOMPARE(after.since(), before.since());
    QCOMPARE(kinds(after.take(bad)), QStringList());
    QCOMPARE(kinds(after.take(result)), QStringList{QStringLiteral("up")}); // and nothing of the certificate
}

void TestUrlWatch::memoriesChangeOnlyWithNews()
{
    const WatchSettings settings;
    UrlWatch watch{UrlEntry(url), {}, settings};
    QVERIFY(watch.take(resultAt(start)).isMemoryChanged);
    QVERIFY(!watch.take(resultAt(start.addSecs(60))).isMemoryChanged);
    QVERIFY(!watch.take(resultAt(start.addSecs(120), Outcome::Failed)).isMemoryChanged);
    QVERIFY(watch.take(resultAt(start.addSecs(180), Outcome::Failed)).isMemoryChanged);
}

void TestUrlWatch::memoriesAreKeptAsJson()
{
    UrlMemory memory(url);
    memory.health = Health::Degraded;
    memory.since = start;
    memory.told = Health::Down;
    memory.certificateExpires = start.addDays(3);
    memory.certificateDays = 7;
    memory.target = "https://b.example/";
    memory.bodySha256 = "aa";
    QCOMPARE(memoryFromJson(url, memoryToJson(memory)), memory);
    QCOMPARE(memoryFromJson(url, {}), UrlMemory(url));
}

QTEST_APPLESS_MAIN(TestUrlWatch)
#include "tst_urlwatch.moc"
