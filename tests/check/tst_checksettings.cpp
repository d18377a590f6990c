// SPDX-License-Identifier: MIT
#include "core/check/checkprogress.h"
#include "core/check/checkresult.h"
#include "core/check/checksettings.h"
#include "core/check/urlcheck.h"

#include <QTest>

using namespace rollcall;
using namespace std::chrono_literals;

class TestCheckSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDefaultsAreValid();
    void aSettingOutOfRangeIsNamedWithItsRange_data();
    void aSettingOutOfRangeIsNamedWithItsRange();
    void outcomesHaveSlugsThatLeadBack();
    void theMessageIsTheSentenceWithTheDetail();
    void onlyFailuresOfTheMomentAreTransient();
    void progressCountsEachOutcome();
};

void TestCheckSettings::theDefaultsAreValid()
{
    const CheckSettings settings;
    QVERIFY(!validate(settings));
    QCOMPARE(settings.limits.concurrency, 50);
    QCOMPARE(settings.limits.perHost, 6);
    QCOMPARE(settings.timeout, 30s);
    QCOMPARE(settings.connectTimeout, 10s);
    QCOMPARE(settings.maxRedirects, 10);
    QCOMPARE(settings.maxBodyBytes, 67'108'864);
    QCOMPARE(settings.retries, 1);
}

void TestCheckSettings::aSettingOutOfRangeIsNamedWithItsRange_data()
{
    QTest::addColumn<CheckSettings>("settings");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("range");
    CheckSettings settings;
    settings.limits.concurrency = 0;
    QTest::newRow("nothing at once") << settings << QByteArray("concurrency") << QStringLiteral("1 to 10000");
    settings = CheckSettings();
    settings.limits.perHost = 1001;
    QTest::newRow("too many per host") << settings << QByteArray("per-host") << QStringLiteral("1 to 1000");
    settings = CheckSettings();
    settings.timeout = 99ms;
    QTest::newRow("too short a time-out")
        << settings << QByteArray("timeout") << QStringLiteral("0.1 to 3600 seconds");
    settings = CheckSettings();
    settings.connectTimeout = 2h;
    QTest::newRow("too long a connect time-out")
        << settings << QByteArray("connect-timeout") << QStringLiteral("0.1 to 3600 seconds");
    settings = CheckSettings();
    settings.maxRedirects = -1;
    QTest::newRow("negative redirects")
        << settings << QByteArray("max-redirects") << QStringLiteral("0 to 100");
    settings = CheckSettings();
    settings.maxBodyBytes = -1;
    QTest::newRow("negative body") << settings << QByteArray("max-body")
                                   << QStringLiteral("0 to 1125899906842624");
    settings = CheckSettings();
    settings.retries = 11;
    QTest::newRow("too many retries") << settings << QByteArray("retries") << QStringLiteral("0 to 10");
    settings = CheckSettings();
    settings.limits.rate = 0;
    QTest::newRow("no rate") << settings << QByteArray("rate")
                             << QStringLiteral("0.001 to 100000 per second");
    settings = CheckSettings();
    settings.limits.ratePerHost = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("a rate that is no number")
        << settings << QByteArray("rate-per-host") << QStringLiteral("0.001 to 100000 per second");
    settings = CheckSettings();
    settings.politeness.giveUpAfter = -1;
    QTest::newRow("a negative count")
        << settings << QByteArray("give-up-after") << QStringLiteral("0 to 1000000");
    settings = CheckSettings();
    settings.politeness.longestPause = 2h;
    QTest::newRow("too long a pause")
        << settings << QByteArray("longest-pause") << QStringLiteral("0 to 3600 seconds");
}

void TestCheckSettings::aSettingOutOfRangeIsNamedWithItsRange()
{
    QFETCH(const CheckSettings, settings);
    QFETCH(const QByteArray, name);
    QFETCH(const QString, range);
    const std::optional<SettingsProblem> problem = validate(settings);
    QVERIFY(problem);
    QCOMPARE(QByteArray(problem->setting), name);
    QCOMPARE(problem->allowedRange, range);
}

void TestCheckSettings::outcomesHaveSlugsThatLeadBack()
{
    for (const Outcome outcome : {Outcome::Ok, Outcome::Warning, Outcome::Failed, Outcome::Cancelled})
        QCOMPARE(outcomeFromSlug(slug(outcome)), outcome);
    QCOMPARE(slug(Outcome::Failed), "failed");
    QVERIFY(!outcomeFromSlug("error"));
}

void TestCheckSettings::theMessageIsTheSentenceWithTheDetail()
{
    CheckResult result;
    QVERIFY(englishMessage(result).isEmpty());
    result.fetch.error = ErrorKind::Timeout;
    QCOMPARE(englishMessage(result), QString::fromLatin1(errorKindInfo(ErrorKind::Timeout).sentence));
    result.fetch.errorDetail = QStringLiteral("5 bytes so far");
    QVERIFY(englishMessage(result).endsWith(QStringLiteral(" (5 bytes so far)")));
    result.furtherReasons = {Reason(ErrorKind::TooSlow, QStringLiteral("3 s"))};
    QCOMPARE(reasonsOf(result).size(), 2);
    QVERIFY(englishMessage(result).contains(QStringLiteral(" (5 bytes so far) ")));
    QVERIFY(englishMessage(result).endsWith(QStringLiteral(" (3 s)")));
}

void TestCheckSettings::onlyFailuresOfTheMomentAreTransient()
{
    FetchResult result;
    result.status = 200;
    QVERIFY(!isTransient(result));
    result.error = ErrorKind::HttpServerError;
    result.status = 503;
    QVERIFY(isTransient(result));
    QVERIFY(deservesSecondRound(result));
    result.status = 501;
    QVERIFY(!isTransient(result));
    result.error = ErrorKind::HttpClientError;
    result.status = 404;
    QVERIFY(!isTransient(result));
    result.error = ErrorKind::RateLimited;
    QVERIFY(isTransient(result));
    result.error = ErrorKind::ConnectTimeout;
    QVERIFY(isTransient(result));
    QVERIFY(!deservesSecondRound(result));
    result.error = ErrorKind::ConnectionReset;
    QVERIFY(isTransient(result));
    result.error = ErrorKind::DnsNotFound;
    QVERIFY(!isTransient(result));
    result.error = ErrorKind::CertificateExpired;
    QVERIFY(!isTransient(result));
}

void TestCheckSettings::progressCountsEachOutcome()
{
    CheckProgress progress;
    for (const Outcome outcome :
         {Outcome::Ok, Outcome::Ok, Outcome::Warning, Outcome::Failed, Outcome::Cancelled})
        progress.count(outcome);
    QCOMPARE(progress.ok, 2);
    QCOMPARE(progress.warnings, 1);
    QCOMPARE(progress.failed, 1);
    QCOMPARE(progress.cancelled, 1);
    QCOMPARE(progress.done(), 5);
}

QTEST_GUILESS_MAIN(TestCheckSettings)
#include "tst_checksettings.moc"
